import { shiftDate } from '../time';
import type { Absence } from './org';
import type { OrgSources } from './settings';

/** The days of an absence. */
type Days = Pick<Absence, 'from' | 'until'>;

type Stated = Pick<OrgSources, 'file' | 'said'>;

/** Whether the two have a day in common. */
export const overlap = (one: Days, other: Days): boolean => one.from <= other.until && other.from <= one.until;

const replaces = (one: Absence, other: Absence): boolean => one.person === other.person && one.from === other.from;

/** An absence that ends before it begins: it does not take place. */
const calledOff = (one: Absence): Absence => ({ ...one, until: shiftDate(one.from, -1) });

/** The absence without the days from `date` on. */
const before = (date: string, one: Absence): Absence =>
  one.from < date ? { ...one, until: shiftDate(date, -1) } : calledOff(one);

/** The absences that hold. What was said in chat is the latest word, and comes first. */
function stated({ file, said }: Stated): Absence[] {
  const inChat = said.absences ?? [];
  const inFile = (file.absences ?? []).filter((one) => !inChat.some((other) => replaces(other, one)));
  return [...inChat, ...inFile].filter(({ from, until }) => from <= until);
}

/** The absences as they are now; people who left are left out, and as deputies. */
export function absencesOf(sources: Stated & Pick<OrgSources, 'gone'>): Absence[] {
  const { gone } = sources;
  return stated(sources)
    .filter(({ person }) => !gone.has(person))
    .map(({ deputy, ...rest }) => ({ ...rest, deputy: deputy !== null && gone.has(deputy) ? null : deputy }));
}

/** What is said in chat after a change, and what the change did to earlier absences of the person. */
export interface ChangedAbsences {
  absences: Absence[];
  /** Absences, as they were, of which no day is left from today on. */
  ended: Absence[];
  /** Absences, as they are now, that went on for longer before. */
  shortened: Absence[];
}

/**
 * A person says when they are away. Their latest word counts: it takes the place of absences that it overlaps; one that
 * has begun by `today` (a date of the office) keeps its days before the new one.
 */
export function withAbsence(sources: Stated, absence: Absence, today: string): ChangedAbsences {
  const overlapped = stated(sources).filter((one) => one.person === absence.person && overlap(one, absence));
  const changed = overlapped.map((one) => ({
    one,
    now: one.from <= today ? before(absence.from, one) : calledOff(one),
  }));
  const isLeft = ({ now }: { now: Absence }) => now.until >= now.from && now.until >= today;
  return {
    absences: saidNow(sources, [absence, ...changed.map(({ now }) => now)], today),
    ended: changed.filter((each) => !isLeft(each)).map(({ one }) => one),
    shortened: changed.filter(isLeft).map(({ now }) => now),
  };
}

/**
 * A person is back `today` (a date of the office): the absence that covers the day ends the day before; if they are not
 * away, their next absence is called off. Null if there is none.
 */
export function withReturn(sources: Stated, person: string, today: string): ChangedAbsences | null {
  const coming = stated(sources).filter((one) => one.person === person && one.until >= today);
  const [next] = coming.sort((a, b) => (a.from < b.from ? -1 : 1));
  if (!next) return null;
  return { absences: saidNow(sources, [before(today, next)], today), ended: [next], shortened: [] };
}

/** What is said in chat with these changes, without what is past; a change of an absence of `org.yaml` is never past. */
function saidNow({ file, said }: Stated, changes: Absence[], today: string): Absence[] {
  const all = [...changes, ...(said.absences ?? [])];
  const latest = all.filter((one, index) => all.findIndex((other) => replaces(other, one)) === index);
  const isOfFile = (one: Absence) => (file.absences ?? []).some((other) => replaces(other, one));
  return latest.filter((one) => isOfFile(one) || (one.from <= one.until && one.until >= today));
}
