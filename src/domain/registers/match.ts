import { coreName, foldedName } from './folding';
import { findsEntry, namesOf, type RegisterEntry } from './register';

/** The entry that a typed name means, or those that it may mean: none is ever made up. */
export type Match = { entry: RegisterEntry; near: [] } | { entry: null; near: RegisterEntry[] };

/** More suggestions than these help nobody. */
export const MAX_NEAR = 5;
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

/**
 * Finds the entry of this name: by key, name or alias, without regard to width, case, blanks and brackets; else by what is
 * left without the legal form and without a person behind it, if one entry alone is called so. Otherwise at most five entries with a similar name, the
 * most similar first.
 */
export function matchEntry(entries: RegisterEntry[], typedName: string): Match {
  const folded = foldedName(typedName);
  if (folded === '') return { entry: null, near: [] };
  const same = entries.find((entry) => findsEntry(entry).some((name) => foldedName(name) === folded));
  if (same) return { entry: same, near: [] };
  for (const core of coresIn(typedName)) {
    const alike = entries.filter((entry) => namesOf(entry).some((name) => coreName(name) === core));
    const [only] = alike;
    if (only && alike.length === 1) return { entry: only, near: [] };
    if (only) break;
  }
  const core = coreName(typedName);
  const ranked = entries
    .map((entry) => ({ entry, likeness: Math.max(...namesOf(entry).map((name) => likenessOf(coreName(name), core))) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || a.entry.id - b.entry.id);
  return { entry: null, near: ranked.slice(0, MAX_NEAR).map(({ entry }) => entry) };
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
