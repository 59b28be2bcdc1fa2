import { seenAs } from '../domain/fields';
import { overlap } from '../domain/org/absences';
import { KNOWN_POSITIONS, knownPosition } from '../domain/org/known-positions';
import type { OfficeRung, RungReader } from '../domain/org/ladders';
import type { Absence } from '../domain/org/org';
import { readId, readKey, readName } from '../domain/org/values';
import { isDate } from '../domain/time';
import { type Entries, entriesOf, type Fault, isMapping, itemsOf } from './org-entries';

const NO_KEY = 'is no key: lower-case letters, digits and _, a letter first, at most 50';

/** The names of a mapping's entries are the company's own, and stand in definitions and records. */
function checkKeys(section: string, entries: unknown, fault: Fault): void {
  for (const key of Object.keys(entriesOf(entries))) if (readKey(key) === null) fault([section, key], NO_KEY);
}

/** The keys of positions, and the names that people know them by. */
export function checkPositions({ positions, position_names }: Entries, fault: Fault): void {
  checkKeys('positions', positions, fault);
  checkKeys('position_names', position_names, fault);
  const taken = new Set<string>();
  for (const [key, name] of Object.entries(entriesOf(position_names))) {
    if (typeof name !== 'string' || readName(name) === null) continue;
    const known = knownPosition(name);
    if (known !== null && known !== key) fault(['position_names', key], `is a name of the position ${known}`);
    if (taken.has(seenAs(name))) fault(['position_names', key], `${seenAs(name)} is there twice`);
    taken.add(seenAs(name));
  }
}

const isOpenId = (id: unknown) => typeof id === 'string' && readId(id, 'ou_') !== null;
const areDates = (...dates: unknown[]) => dates.every((date) => typeof date === 'string' && isDate(date));

/** Who is away from when until when, and who acts for them. */
export function checkAbsences(absences: unknown, fault: Fault): void {
  const earlier: [at: number, absence: Absence][] = [];
  for (const [index, item] of itemsOf(absences).entries()) {
    const absence = entriesOf(item) as unknown as Absence;
    const { person, from, until, deputy } = absence;
    if (isOpenId(person) && person === deputy) {
      fault(['absent', index, 'deputy'], `must be somebody else than absent[${index}].person`);
    }
    if (!areDates(from, until)) continue;
    if (until < from) {
      fault(['absent', index, 'until'], `must not lie before absent[${index}].from`);
      continue;
    }
    const [same] = earlier.filter(([, other]) => other.person === person && overlap(other, absence));
    if (same && isOpenId(person)) {
      fault(['absent', index, 'from'], `overlaps absent[${same[0]}] of the same person; make one of the two`);
    }
    earlier.push([index, absence]);
  }
}

/** A step of a ladder as read; a part that is wrong is still a text. */
type Step = Entries & { when?: OfficeRung | string; to?: (RungReader | string)[] };

/** The steps of each ladder: in order, each complete, none for a position that nobody knows. */
export function checkLadders(ladders: unknown, positions: unknown, fault: Fault): void {
  checkKeys('ladders', ladders, fault);
  const known = [...new Set<string>([...KNOWN_POSITIONS, ...Object.keys(entriesOf(positions))])];
  for (const [name, ladder] of Object.entries(entriesOf(ladders))) {
    const steps = itemsOf(ladder).map((step) => entriesOf(step) as Step);
    if (Array.isArray(ladder) && steps.length === 0) fault(['ladders', name], 'must list at least one rung');
    for (const [index, step] of steps.entries()) {
      const at = ['ladders', name, index];
      const wrong: Fault = (part, message) => fault([...at, ...part], message);
      if (isMapping(itemsOf(ladder)[index])) checkKind(step, wrong);
      checkReaders(step, known, wrong);
      if (step.every !== undefined && index < steps.length - 1) fault([...at, 'every'], 'must stand in the last rung');
      if (isBefore(step, steps[index - 1])) {
        fault([...at, 'when'], `must come after that of ladders.${name}[${index - 1}]`);
      }
    }
  }
}

/** A rung has its day; what comes again and again has its interval, and no time or buzz. */
function checkKind(step: Step, fault: Fault): void {
  const [isRung, isAgain] = [step.when !== undefined, step.every !== undefined];
  if (!isRung && !isAgain) fault([], 'needs when, or every after the last rung');
  if (isRung && isAgain) fault(['every'], 'does not go with when; make two rungs of it');
  if (isAgain && !isRung) {
    for (const part of ['at', 'buzz'].filter((one) => step[one] !== undefined)) fault([part], 'does not go with every');
  }
  if (isRung && step.in !== undefined) fault(['in'], 'goes only with every');
}

function checkReaders({ to }: Step, known: string[], fault: Fault): void {
  if (Array.isArray(to) && to.length === 0) fault(['to'], 'must name at least one, such as holder');
  for (const [index, reader] of itemsOf(to).entries()) {
    const [, position] = /^position:([a-z0-9_]+)$/.exec(String(reader)) ?? [];
    if (position === undefined || known.includes(position)) continue;
    fault(['to', index], `names no position; known are ${known.join(', ')}; add it to positions`);
  }
}

/** Whether a rung stands above one that comes earlier. Days of different kinds are compared by their number. */
function isBefore({ when, at }: Step, above: Step | undefined): boolean {
  if (typeof when !== 'object' || typeof above?.when !== 'object') return false;
  const timeOf = (time: unknown) => (typeof time === 'number' ? time : 10 * 60);
  if (when.days !== above.when.days) return when.days < above.when.days;
  return when.unit === above.when.unit && timeOf(at) <= timeOf(above.at);
}

/** The procedures that are on or off; which there are is known only once they are read. */
export function checkProcedures(procedures: unknown, fault: Fault): void {
  checkKeys('procedures', procedures, fault);
}
