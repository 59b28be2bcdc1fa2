import { branchIn, coreName, foldedName } from './folding';
import { findsEntry, namesOf, type RegisterEntry } from './register';

/** The entry that a typed name means, or those that it may mean: none is ever made up. */
export type Match = { entry: RegisterEntry; near: [] } | { entry: null; near: RegisterEntry[] };

/** More suggestions than these help nobody. */
const MAX_NEAR = 5;
/** One character in common tells nothing. */
const MIN_SHARED = 2;

/** A person behind the name of a company: `恒泰建材王经理`. */
const PERSON = /^\p{Script=Han}{0,3}(?:女士|先生|小姐|经理|总监|主任|老师|老板|师傅|采购|总|工)$/u;

/** The cores by which an entry may be meant: the typed one, and those that a person stands behind, the longest first. */
export function coresIn(typedName: string): string[] {
  const core = coreName(typedName);
  const lengths = Array.from({ length: Math.max(0, core.length - MIN_SHARED) }, (_, at) => core.length - 1 - at);
  return [core, ...lengths.filter((length) => PERSON.test(core.slice(length))).map((length) => core.slice(0, length))];
}

/** Entries by their names, for many look-ups. */
export class NameIndex {
  private readonly folded = new Map<string, RegisterEntry>();
  private readonly cored = new Map<string, { entry: RegisterEntry; branch: string }[]>();

  constructor(entries: RegisterEntry[]) {
    for (const entry of entries) {
      for (const name of findsEntry(entry)) {
        if (!this.folded.has(foldedName(name))) this.folded.set(foldedName(name), entry);
      }
      for (const name of namesOf(entry)) {
        const alike = this.cored.get(coreName(name)) ?? [];
        this.cored.set(coreName(name), [...alike, { entry, branch: branchIn(name) }]);
      }
    }
  }

  /** The entry that has this key, name or alias, without regard to width, case, blanks and brackets. */
  exact(typedName: string): RegisterEntry | null {
    return this.folded.get(foldedName(typedName)) ?? null;
  }

  /**
   * The entry of this name: the exact one; else by what is left without the legal form, the branch and a person behind it,
   * if one entry alone is called so, and no other branch of it is typed. Null if none is meant.
   */
  find(typedName: string): RegisterEntry | null {
    if (foldedName(typedName) === '') return null;
    const same = this.exact(typedName);
    if (same) return same;
    const branch = branchIn(typedName);
    for (const core of coresIn(typedName)) {
      const called = this.cored.get(core) ?? [];
      const fits = called.filter((one) => branch === '' || one.branch === '' || one.branch === branch);
      const [only, ...others] = new Set(fits.map(({ entry }) => entry));
      if (only) return others.length === 0 ? only : null;
    }
    return null;
  }
}

/** Finds the entry of this name; otherwise at most five entries with a similar name, the most similar first. */
export function matchEntry(entries: RegisterEntry[], typedName: string): Match {
  const entry = new NameIndex(entries).find(typedName);
  return entry ? { entry, near: [] } : { entry: null, near: similarEntries(entries, typedName) };
}

/** At most five entries with a similar name: one holds the other, or they begin alike. The most similar first. */
export function similarEntries(entries: RegisterEntry[], typedName: string): RegisterEntry[] {
  const core = coreName(typedName);
  return entries
    .map((entry) => ({ entry, likeness: Math.max(...namesOf(entry).map((name) => likenessOf(coreName(name), core))) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || a.entry.id - b.entry.id)
    .slice(0, MAX_NEAR)
    .map(({ entry }) => entry);
}

/** How much of the longer name the shorter one covers, from 0 to 2; 0 if they are not similar. */
function likenessOf(name: string, typed: string): number {
  const [short, long] = name.length <= typed.length ? [name, typed] : [typed, name];
  if (short.length < MIN_SHARED) return 0;
  if (long.includes(short)) return 1 + short.length / long.length;
  let shared = 0;
  while (shared < short.length && short[shared] === long[shared]) shared += 1;
  return shared >= Math.max(MIN_SHARED, short.length / 2) ? shared / long.length : 0;
}
