import type { FieldType } from '../../../domain/procedure/definition';
import type { Path } from '../../yaml-file';
import { FILLED_MONTHS } from '../grammar/moments';
import { isSequence, NUMBER_PLACES, placesIn, TITLE_PLACES } from '../grammar/patterns';
import { entriesOf, itemsOf } from '../partly';
import type { Scope, StartPart } from '../scope';
import { type Checking, fieldAt, unknown, valueAt } from './checking';
import { checkStarters, checkWho } from './people';

/** The entries of each kind of start; the first one is what makes it of that kind. */
const KINDS: { kind: keyof StartPart; needs: string[]; has: string[] }[] = [
  { kind: 'by', needs: [], has: ['from', 'copy', 'fill'] },
  { kind: 'every', needs: ['give_to'], has: ['for_each', 'give_to', 'fill'] },
  { kind: 'after', needs: ['give_to'], has: ['give_to'] },
  { kind: 'propose_to', needs: ['when'], has: ['when'] },
];

/** What must hold of the ways in which records begin. */
export function checkStarts(checking: Checking): void {
  const { scope } = checking;
  for (const { index, item } of itemsOf(scope.starts)) {
    const path = [...scope.path, 'start', index];
    checkKind(checking, path, item);
    checkStarters(checking, [...path, 'by'], item.by);
    checkWho(checking, [...path, 'give_to'], item.give_to);
    checkWho(checking, [...path, 'propose_to'], item.propose_to);
    for (const [name] of entriesOf(item.copy)) fieldAt(checking, [...path, 'copy', name], name);
    for (const [name, value] of entriesOf(item.fill)) checkFill(checking, [...path, 'fill', name], name, value);
    const { for_each } = item;
    const hasField = [...scope.fields.values()].some(({ type }) => type === for_each);
    if (for_each && scope.hasFields && !hasField) {
      checking.fault([...path, 'for_each'], `${for_each} needs a field of type ${for_each}; add one`);
    }
  }
}

function checkKind({ fault }: Checking, path: Path, start: StartPart): void {
  const kind = KINDS.find((one) => one.kind in start);
  if (!kind) return;
  const others = ['from', 'copy', 'fill', 'for_each', 'give_to', 'when'];
  for (const entry of others.filter((one) => one in start && !kind.has.includes(one))) {
    fault([...path, entry], `does not belong to a start with ${kind.kind}; leave it out`);
  }
  for (const entry of kind.needs.filter((one) => !(one in start))) {
    fault([...path, entry], `is missing; a start with ${kind.kind} needs it`);
  }
}

function checkFill(checking: Checking, path: Path, name: string, value: string): void {
  const field = fieldAt(checking, path, name);
  if (field && field.type !== 'month') valueAt(checking, path, field, value);
  const isMonth = FILLED_MONTHS.some((month) => month === value) || /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value);
  if (field?.type === 'month' && !isMonth) {
    checking.fault(path, `must be one of ${FILLED_MONTHS.join(', ')}, or a month such as 2026-12`);
  }
}

/** Field types that have no place in a line of text. */
const TOO_LONG: readonly FieldType[] = ['rows', 'files', 'records'];

/** What must hold of the places in a number and a title. */
export function checkPatterns(checking: Checking): void {
  const { life, parent } = checking.scope;
  const own = (places: string[]) => places.filter((place) => place !== 'parent' || parent !== null);
  checkPlaces(checking, 'number', life.number, own(NUMBER_PLACES));
  checkPlaces(checking, 'title', life.title, own(TITLE_PLACES));
}

function checkPlaces(checking: Checking, entry: string, pattern: string | undefined, known: string[]): void {
  const { scope, fault } = checking;
  const path = [...scope.path, entry];
  for (const place of placesIn(pattern ?? '')) {
    const isNumber = entry === 'number' && isSequence(place);
    if (isNumber || (known.includes(place) && !isFieldMissing(scope, place))) continue;
    const type = scope.fields.get(place)?.type;
    if (type && TOO_LONG.includes(type))
      fault(path, `names ${place}, a field of type ${type}, which does not fit in a line`);
    else if (!scope.fields.has(place) && scope.hasFields) {
      unknown(checking, path, `{${place}}`, [
        ...known,
        ...(entry === 'number' ? ['seq:3'] : []),
        ...scope.fields.keys(),
      ]);
    }
  }
}

/** `{period}` and `{project}` stand for fields: of that name or, if there is none, of type month and project. */
const isFieldMissing = (scope: Scope, place: string): boolean => {
  const type = { period: 'month', project: 'project' }[place];
  return type !== undefined && !scope.fields.has(place) && ![...scope.fields.values()].some((one) => one.type === type);
};
