import type { ElementProps } from '../element';
import { listed, word } from '../read-json';
import { useScope } from '../scope';

const COLOURS = ['blue', 'turquoise', 'purple', 'orange', 'green', 'indigo', 'carmine', 'wathet'];

/** The last characters of a name on the name's colour. */
export function Avatar({ name }: { name: string }) {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const colour = COLOURS[sum % COLOURS.length];
  return (
    <span class="person-avatar" style={{ background: `var(--${colour}-solid)` }} aria-hidden="true">
      {/^[a-z]/i.test(name) ? name.slice(0, 1).toUpperCase() : [...name].slice(-1).join('')}
    </span>
  );
}

function One({ id, element }: { id: string; element: ElementProps['element'] }) {
  const { view } = useScope();
  const name = view.nameOf(id);
  const hasName = element.show_name ?? element.tag === 'person_list';
  return (
    <span class={`person ${element.style === 'capsule' ? 'capsule' : ''}`} title={name}>
      {element.show_avatar !== false && <Avatar name={name} />}
      {(hasName || element.show_avatar === false) && <span>{name}</span>}
    </span>
  );
}

/** A person's avatar, and the name if the card says so. */
export function Person({ element }: ElementProps) {
  return <One id={word(element.user_id)} element={element} />;
}

/** People in a row that wraps. */
export function People({ element }: ElementProps) {
  const persons = listed(element.persons);
  return (
    <div class="people-row">
      {persons.map(({ id }) => (
        <One key={word(id)} id={word(id)} element={element} />
      ))}
    </div>
  );
}
