import type { PersonView } from '../../page-contract';
import { useLabels } from '../labels';
import { type Seen, unreadOf } from '../lib/unread';
import { TEST_IDS } from '../test-ids';
import { Avatar } from './avatar';
import { Badge } from './badge';

interface PeopleProps {
  people: PersonView[];
  currentId: string;
  seen: Seen;
  onChoose(personId: string): void;
}

const groupOf = ({ chats }: PersonView) => chats.find(({ mode }) => mode === 'group')?.id ?? '';

/** The people to choose from, members of one group together. */
export function People({ people, currentId, seen, onChoose }: PeopleProps) {
  const labels = useLabels();
  return (
    <nav class="people" aria-label={labels.people.heading}>
      <ul>
        {people.map((person, index) => {
          const before = people[index - 1];
          const apart = before !== undefined && groupOf(before) !== groupOf(person);
          return (
            <li key={person.id} class={apart ? 'apart' : ''}>
              <button
                type="button"
                class="entry"
                data-testid={TEST_IDS.person}
                data-person-id={person.id}
                aria-current={person.id === currentId}
                onClick={() => onChoose(person.id)}
              >
                <Avatar id={person.id} name={person.name} />
                <span class="entry-text">
                  <span class="entry-name">{person.name}</span>
                  <small>{person.left ? labels.people.left : person.title}</small>
                </span>
                <Badge count={unreadOf(seen, person)} />
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The people to choose from, as a select on a phone. */
export function PersonSelect({ people, currentId, seen, onChoose }: PeopleProps) {
  const labels = useLabels();
  const elsewhere = people.filter(({ id }) => id !== currentId).reduce((sum, one) => sum + unreadOf(seen, one), 0);
  return (
    <label class="person-select">
      <select
        aria-label={labels.people.choose}
        data-testid={TEST_IDS.personSelect}
        value={currentId}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        {people.map((person) => {
          const count = unreadOf(seen, person);
          return (
            <option key={person.id} value={person.id}>
              {`${person.name} · ${person.left ? labels.people.left : person.title}${count > 0 ? ` (${count})` : ''}`}
            </option>
          );
        })}
      </select>
      <Badge count={elsewhere} />
    </label>
  );
}
