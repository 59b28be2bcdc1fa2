import { foldedName } from './folding';
import { type Contact, findsEntry, type RegisterEntry } from './register';

/**
 * Makes one entry of two: `into` keeps its key and its name, learns the names and the keys of `from`, and takes over what
 * it does not know itself. Rows with a key of `from` still find it.
 */
export function mergeEntries(into: RegisterEntry, from: RegisterEntry): RegisterEntry {
  const formerKeys = [...new Set([...into.formerKeys, from.key, ...from.formerKeys])];
  const named = withLearned({ ...into, formerKeys }, [from.name, ...from.aliases, ...from.learned]);
  return {
    ...named,
    rep: into.rep ?? from.rep,
    region: into.region || from.region,
    class: into.class || from.class,
    contacts: joinedContacts(into.contacts, from.contacts),
    activeFrom: earlier(into.activeFrom, from.activeFrom),
    activeUntil: later(into.activeUntil, from.activeUntil),
  };
}

/** The entry with further names that it did not have. */
export function withLearned(entry: RegisterEntry, names: string[]): RegisterEntry {
  return { ...entry, learned: [...entry.learned, ...newNames(names, findsEntry(entry))] };
}

/** The names that are not among the known ones, each once. */
export function newNames(names: string[], known: string[]): string[] {
  const folds = new Set(known.map(foldedName));
  return names.filter((name) => {
    const folded = foldedName(name);
    if (folded === '' || folds.has(folded)) return false;
    folds.add(folded);
    return true;
  });
}

/** The contacts of both, each person once: the later word counts, an empty one does not. */
export function joinedContacts(known: Contact[], more: Contact[]): Contact[] {
  const joined = [...known];
  for (const contact of more) {
    const at = joined.findIndex((one) => isSamePerson(one, contact));
    const former = joined[at];
    if (!former) joined.push(contact);
    else
      joined[at] = {
        name: contact.name || former.name,
        phone: contact.phone || former.phone,
        post: contact.post || former.post,
      };
  }
  return joined;
}

const isSamePerson = (one: Contact, other: Contact): boolean =>
  one.name === '' || other.name === '' ? one.phone === other.phone : one.name === other.name;

/** Null is open, and reaches further than any day. */
const earlier = (one: string | null, other: string | null) =>
  one === null || other === null ? null : one < other ? one : other;
const later = (one: string | null, other: string | null) =>
  one === null || other === null ? null : one > other ? one : other;
