import { foldedName } from './folding';
import { joinedContacts, newNames, withLearned } from './merge';
import type { RegisterEntry, RegisterName } from './register';
import type { RegisterRow, RowFault } from './rows';

/** What rows change in a register. */
export interface Plan {
  /** New entries (`id` 0), and known ones as they become. */
  changed: RegisterEntry[];
  /** How many rows bring a new entry, change one, or change nothing. */
  counts: { created: number; updated: number; unchanged: number };
  faults: RowFault[];
}

/** How rows are taken: those of a sheet add names and contacts, those of the API replace them. */
export type Taking = 'replaces' | 'adds';

/** An entry while rows are taken in, and the row that brought its last change. */
interface Standing {
  was: RegisterEntry | null;
  now: RegisterEntry;
  row: number | null;
}

/**
 * What the rows make of a register. `known` holds all entries that the rows name by key or by any name. A name that a row
 * states for one entry counts more than one that another entry has learned in chat; a name that two entries state is a
 * fault.
 */
export function planRows(register: RegisterName, rows: RegisterRow[], known: RegisterEntry[], taking: Taking): Plan {
  const standing = new Map(
    known.map((entry): [string, Standing] => [entry.key, { was: entry, now: entry, row: null }]),
  );
  const former = new Map(known.flatMap(({ key, formerKeys }) => formerKeys.map((one): [string, string] => [one, key])));
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const faults: RowFault[] = [];
  const seen = new Set<string>();
  for (const [at, row] of rows.entries()) {
    if (row.key === '' || row.name === '') continue;
    if (seen.has(row.key)) {
      faults.push({ row: at, column: 'key', fault: 'repeated' });
      continue;
    }
    seen.add(row.key);
    const heir = standing.has(row.key) ? undefined : standing.get(former.get(row.key) ?? '');
    const own = heir ?? standing.get(row.key) ?? { was: null, now: emptyEntry(register, row.key), row: null };
    const now = heir ? absorbed(own.now, row) : stated(own.now, row, taking);
    const isSame = own.was !== null && sameEntry(own.now, now);
    counts[own.was === null ? 'created' : isSame ? 'unchanged' : 'updated'] += 1;
    standing.set(now.key, { ...own, now, row: isSame ? own.row : at });
  }
  faults.push(...doubleNames(standing));
  const changed = [...standing.values()].filter(({ was, now }) => was === null || !sameEntry(was, now));
  return { changed: changed.map(({ now }) => ({ ...now, version: now.version + 1 })), counts, faults };
}

const emptyEntry = (register: RegisterName, key: string): RegisterEntry => ({
  ...{ id: 0, register, key, name: '', aliases: [], learned: [], formerKeys: [], rep: null, region: '', class: '' },
  ...{ contacts: [], activeFrom: null, activeUntil: null, version: 0 },
});

/** The entry as a row states it. */
function stated(entry: RegisterEntry, row: RegisterRow, taking: Taking): RegisterEntry {
  const adds = taking === 'adds';
  const named = { ...entry, name: row.name };
  const aliases = row.aliases === undefined ? entry.aliases : [...(adds ? entry.aliases : []), ...row.aliases];
  const own = newNames(aliases, [row.name, entry.key, ...entry.formerKeys]);
  const contacts = row.contacts ?? entry.contacts;
  // No row knows all contacts of an entry that was made of several.
  const joins = adds || entry.formerKeys.length > 0;
  return {
    ...named,
    aliases: own,
    // A former name may stand on older records.
    learned: newNames(
      [...entry.learned, ...(entry.name === '' ? [] : [entry.name])],
      [row.name, ...own, entry.key, ...entry.formerKeys],
    ),
    rep: row.rep === undefined ? entry.rep : row.rep,
    region: row.region ?? entry.region,
    class: row.class ?? entry.class,
    contacts: joins ? joinedContacts(entry.contacts, contacts) : contacts,
    activeFrom: row.active_from === undefined ? entry.activeFrom : row.active_from,
    activeUntil: row.active_until === undefined ? entry.activeUntil : row.active_until,
  };
}

/** A row of an entry that was merged into this one: only its names and contacts are news. */
function absorbed(entry: RegisterEntry, row: RegisterRow): RegisterEntry {
  const named = withLearned(entry, [row.name, ...(row.aliases ?? [])]);
  const known = new Set(entry.contacts.map(({ name, phone }) => `${name}\n${phone}`));
  const news = (row.contacts ?? []).filter(({ name, phone }) => !known.has(`${name}\n${phone}`));
  return { ...named, contacts: joinedContacts(entry.contacts, news) };
}

/** Finds names that two entries state; takes a name from the entry that has only learned it. Changes `standing`. */
function doubleNames(standing: Map<string, Standing>): RowFault[] {
  /** The key of the entry that has a name. */
  const owners = new Map<string, string>();
  const faults: RowFault[] = [];
  // Entries that no row touches have their names already.
  const inOrder = [...standing.values()].sort((a, b) => (a.row ?? -1) - (b.row ?? -1));
  for (const { now, row } of inOrder) {
    for (const [column, name] of statedNames(now)) {
      const owner = owners.get(foldedName(name));
      if (owner === undefined) owners.set(foldedName(name), now.key);
      else if (owner !== now.key && row !== null) {
        faults.push({ row, column, fault: 'taken', other: standing.get(owner)?.now.name ?? owner });
      }
    }
  }
  for (const one of inOrder) {
    const { key, learned } = one.now;
    const kept = learned.filter((name) => {
      const folded = foldedName(name);
      if (!owners.has(folded)) owners.set(folded, key);
      return owners.get(folded) === key;
    });
    if (kept.length < learned.length) standing.set(key, { ...one, now: { ...one.now, learned: kept } });
  }
  return faults;
}

const statedNames = ({ key, name, aliases, formerKeys }: RegisterEntry): [column: string, name: string][] => [
  ['key', key],
  ...formerKeys.map((one): [string, string] => ['key', one]),
  ['name', name],
  ...aliases.map((one): [string, string] => ['aliases', one]),
];

/** All names and keys that rows mention, folded: what a store looks up before `planRows`. */
export const namesInRows = (rows: RegisterRow[]): string[] => [
  ...new Set(rows.flatMap(({ key, name, aliases = [] }) => [key, name, ...aliases].map(foldedName)).filter(Boolean)),
];

const sameEntry = (one: RegisterEntry, other: RegisterEntry): boolean =>
  JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));

/** The values of an entry in one order, whatever made it. */
const comparable = (entry: RegisterEntry) => [
  ...[entry.key, entry.name, entry.aliases, entry.learned, entry.formerKeys, entry.rep, entry.region, entry.class],
  entry.contacts.map(({ name, phone, post }) => [name, phone, post]),
  ...[entry.activeFrom, entry.activeUntil],
];

/** The entry's names with what each is worth: a row takes away a stated one, nobody a learned one. */
export const aliasesOf = (entry: RegisterEntry): { folded: string; name: string; isLearned: boolean }[] => {
  const all = [
    ...[entry.key, entry.name, ...entry.aliases, ...entry.formerKeys].map((name) => ({ name, isLearned: false })),
    ...entry.learned.map((name) => ({ name, isLearned: true })),
  ];
  const found = new Map<string, { folded: string; name: string; isLearned: boolean }>();
  for (const one of all) {
    const folded = foldedName(one.name);
    if (folded !== '' && !found.has(folded)) found.set(folded, { folded, ...one });
  }
  return [...found.values()];
};
