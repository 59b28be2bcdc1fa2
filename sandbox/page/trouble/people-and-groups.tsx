import type { Acts, ChatSummary, PersonView } from '../../page-contract';
import { act } from '../api';
import { useLabels } from '../labels';
import { useNotices } from '../shell/toasts';
import { TEST_IDS } from '../test-ids';

/** What may happen to the chosen person and to their groups: leaving, losing the bot, being dissolved. */
export function PeopleAndGroups({ person, onChanged }: { person: PersonView; onChanged(): void }) {
  const labels = useLabels();
  const { attempt } = useNotices();
  const words = labels.trouble;
  const play = <Name extends keyof Acts>(name: Name, body: Acts[Name], question?: string) => {
    if (question !== undefined && !confirm(question)) return;
    void attempt(() => act(name, body)).then(onChanged);
  };
  return (
    <section class="block">
      <h3>{words.peopleAndGroups}</h3>
      <div class="panel-row" title={labels.people.leaveHint}>
        <span>{`${person.name} · ${person.title}`}</span>
        <button
          type="button"
          class="danger"
          disabled={person.left}
          data-testid={TEST_IDS.leave}
          onClick={() => play('leave', { person: person.id }, labels.people.confirmLeave(person.name))}
        >
          {person.left ? labels.people.left : labels.people.leave}
        </button>
      </div>
      {person.chats
        .filter(({ mode }) => mode === 'group')
        .map((chat) => (
          <GroupRow key={chat.id} chat={chat} person={person} play={play} />
        ))}
      <small class="muted">{words.peopleHint}</small>
    </section>
  );
}

interface GroupRowProps {
  chat: ChatSummary;
  person: PersonView;
  play<Name extends keyof Acts>(name: Name, body: Acts[Name], question?: string): void;
}

function GroupRow({ chat, person, play }: GroupRowProps) {
  const labels = useLabels().chats;
  const at = { person: person.id, chatId: chat.id };
  return (
    <div class="panel-row">
      <span>{chat.name}</span>
      {chat.dissolved ? (
        <small class="muted">{labels.dissolved}</small>
      ) : (
        <>
          <button
            type="button"
            data-testid={TEST_IDS.toggleBot}
            data-present={chat.hasBot}
            onClick={() => play('bot', { ...at, present: !chat.hasBot })}
          >
            {chat.hasBot ? labels.removeBot : labels.addBot}
          </button>
          <button
            type="button"
            class="danger"
            data-testid={TEST_IDS.dissolve}
            onClick={() => play('dissolve', at, labels.confirmDissolve(chat.name))}
          >
            {labels.dissolve}
          </button>
        </>
      )}
    </div>
  );
}
