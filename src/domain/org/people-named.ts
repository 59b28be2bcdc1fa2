import { seenAs } from '../fields';

/** A person whom the bot knows. */
export interface KnownPerson {
  id: string;
  name: string;
}

const folded = (name: string) => seenAs(name).toLowerCase();

/** `李四` for `李四（售后部）`. */
const withoutNote = (name: string) => (folded(name).split('(')[0] ?? '').trim();

/** The people of this name, by open_id; if there are none, those whose name has a note behind it, as in `李四（售后部）`. */
export function peopleNamed(name: string, known: readonly KnownPerson[]): string[] {
  const wanted = folded(name);
  const called = (nameOf: (typed: string) => string) =>
    known.filter((one) => one.id.startsWith('ou_') && nameOf(one.name) === wanted).map(({ id }) => id);
  const whole = called(folded);
  return [...new Set(whole.length > 0 ? whole : called(withoutNote))];
}
