import { seenAs } from '../../../domain/fields';
import { readKey } from '../../../domain/org/values';
import type { FieldType } from '../../../domain/procedure/definition';
import { nearest } from '../../unknown-entry';
import type { Path } from '../../yaml-file';
import { COLUMN_TYPES, usualLabel } from '../grammar/columns';
import { entriesOf, isBroken } from '../partly';
import type { FieldPart } from '../scope';
import { type Checking, fieldAt, NUMBERS, unknown, valueAt } from './checking';

const CHOOSING: readonly FieldType[] = ['choice', 'choices'];
/** Every object has a property of this name. */
const RESERVED = ['constructor'];

/** What must hold of the fields at `path`: of a procedure, or of the lines of an `each` stage. */
export function checkFields(checking: Checking, path: Path, fields: ReadonlyMap<string, FieldPart>): void {
  for (const [name, field] of fields) {
    const at = [...path, name];
    checkName(checking, at, name);
    checkEntries(checking, at, field);
    checkLabels(checking, [...at, 'choices'], entriesOf(field.choices));
    checkColumns(checking, [...at, 'columns'], field);
    checkComputed(checking, [...at, 'computed'], name, field, fields);
    if (field.from !== undefined) fieldAt(checking, [...at, 'from'], field.from, ['rows'], fields);
    if (field.default !== undefined) valueAt(checking, [...at, 'default'], field, field.default);
  }
}

/** A fault if a field, end, subprocedure or the like cannot be called so. */
export function checkName({ fault }: Checking, path: Path, name: string): void {
  if (readKey(name) === null)
    fault(path, 'must have a name of lower-case letters, digits and _, a letter first, at most 50');
  else if (RESERVED.includes(name)) fault(path, `${name} is reserved; choose another name`);
}

/** Entries that only fields of some types have. */
const ENTRIES_OF_TYPES: { entry: keyof FieldPart; types: readonly FieldType[]; isNeeded: boolean }[] = [
  { entry: 'choices', types: CHOOSING, isNeeded: true },
  { entry: 'columns', types: ['rows'], isNeeded: true },
  { entry: 'from', types: ['rows'], isNeeded: false },
  { entry: 'by', types: ['rows'], isNeeded: false },
  { entry: 'of', types: ['records'], isNeeded: false },
];

function checkEntries({ fault }: Checking, path: Path, field: FieldPart): void {
  const { type } = field;
  if (type === undefined) return;
  for (const { entry, types, isNeeded } of ENTRIES_OF_TYPES) {
    const isOfType = types.includes(type);
    if (entry in field && !isOfType)
      fault([...path, entry], `belongs to fields of type ${types.join(' or ')}; leave it out`);
    if (!(entry in field) && isOfType && isNeeded)
      fault([...path, entry], `is missing; a field of type ${type} needs it`);
  }
}

/** People choose by labels: two that look the same could not be told apart. */
function checkLabels(checking: Checking, path: Path, labelled: [name: string, label: { zh: string }][]): void {
  const seen = new Set<string>();
  for (const [name, { zh }] of labelled) {
    checkName(checking, [...path, name], name);
    const shown = seenAs(zh);
    if (seen.has(shown))
      checking.fault([...path, name], `is called ${shown} like another one; give it a label of its own`);
    seen.add(shown);
  }
}

function checkColumns(checking: Checking, path: Path, { columns }: FieldPart): void {
  const labelled: [string, { zh: string }][] = [];
  for (const [name, column] of entriesOf(columns)) {
    const { type = 'text', label, choices } = column;
    const at = [...path, name];
    const word = 'type' in column ? '' : (label?.zh ?? '');
    const meant = /^[a-z]+$/.test(word) ? nearest(word, COLUMN_TYPES) : undefined;
    if (meant) checking.fault(at, `${word} is not known; did you mean ${meant}?`);
    if (type === 'choice' && !('choices' in column)) checking.fault(at, 'needs choices, as it is a choice');
    if (type !== 'choice' && choices)
      checking.fault([...at, 'choices'], 'belongs to columns of type choice; leave it out');
    checkLabels(checking, [...at, 'choices'], entriesOf(choices));
    labelled.push([name, label ?? usualLabel(name, type)]);
  }
  checkLabels(checking, path, labelled);
}

/** The types of a computed field, and of the fields that it is computed from. */
const COMPUTED_TYPES: Record<'sum' | 'minus' | 'over', { own: readonly FieldType[]; of: readonly FieldType[] }> = {
  sum: { own: ['number', 'money'], of: ['number', 'money'] },
  minus: { own: ['number', 'money'], of: NUMBERS },
  over: { own: ['yesno'], of: NUMBERS },
};

function checkComputed(
  checking: Checking,
  path: Path,
  name: string,
  { computed, type }: FieldPart,
  fields: ReadonlyMap<string, FieldPart>,
): void {
  if (!computed || computed.kind === 'named') return;
  const { own, of } = COMPUTED_TYPES[computed.kind];
  if (type && !own.includes(type))
    checking.fault(path, `makes the field one of type ${own.join(' or ')}; it is ${type}`);
  if (computed.kind === 'sum') {
    const columns = fieldAt(checking, path, computed.rows, ['rows'], fields)?.columns;
    const column = columns?.[computed.column];
    if (columns && !Object.hasOwn(columns, computed.column)) {
      unknown(checking, path, computed.column, Object.keys(columns));
    } else if (column && !isBroken(column, 'type')) {
      const columnType = column.type ?? 'text';
      if (!of.includes(columnType))
        checking.fault(path, `adds up ${computed.column}, which is ${columnType}, not a number`);
    }
    return;
  }
  for (const operand of [computed.left, computed.right]) {
    if (operand === name) checking.fault(path, `names ${name} itself; name two other fields`);
    else fieldAt(checking, path, operand, of, fields);
  }
}
