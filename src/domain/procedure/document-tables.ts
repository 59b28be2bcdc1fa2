import type { DocumentColumn, DocumentNames, DocumentTable } from '../document/model';
import type { DocumentWords } from '../document/words';
import { dateOf, longTime } from '../time';
import { type Column, type Definition, type FieldDefinition, stageOf } from './definition';
import type { DocumentOptions } from './document';
import type { ChildView, Line, ProcedureRecord, Row, Value } from './record';
import type { EachStage } from './stages';

/** The record, and all that is needed to print it. */
export interface Paper {
  record: ProcedureRecord;
  names: DocumentNames;
  options: DocumentOptions;
  words: DocumentWords;
}

/** A child with more fields than this is a line with its number and title: the rest is on its own paper. */
const MAX_CHILD_FIELDS = 6;

const ALIGN: Partial<Record<FieldDefinition['type'], DocumentColumn['align']>> = {
  ...{ number: 'right', money: 'right' },
  ...{ date: 'center', datetime: 'center', month: 'center', rating: 'center', nps: 'center', yesno: 'center' },
};

/** Whether the field may stand on this paper. */
export const sees = (field: FieldDefinition, { options }: Paper): boolean => !field.isPrivate || options.maySee(field);

/** A value in the words of the cards; empty for none. */
export const shown = (field: FieldDefinition, value: Value | undefined, { options }: Paper): string =>
  value === undefined ? '' : options.show(field, value);

const asField = ({ key, label, type }: Column): FieldDefinition => ({
  ...{ key, label, type, choices: [], default: null, columns: [], from: null, of: null },
  ...{ isPrivate: false, computed: null },
});

function columnOf({ key, label, type }: Pick<FieldDefinition, 'key' | 'label' | 'type'>, paper: Paper): DocumentColumn {
  return { key, label: label[paper.options.locale], align: ALIGN[type] ?? 'left' };
}

const plain = (key: string, label: string, align: DocumentColumn['align'] = 'left') => ({ key, label, align });

/** The rows of a `rows` field, with the sums of its amounts. */
export function rowsTable(field: FieldDefinition, rows: Row[], paper: Paper): DocumentTable {
  return {
    key: field.key,
    title: field.label[paper.options.locale],
    columns: field.columns.map((column) => columnOf(column, paper)),
    rows: rows.map((row) => field.columns.map((column) => shown(asField(column), row[column.key], paper))),
    sums: sumsOf(field, rows, paper),
  };
}

/** Amounts of money are added up, and other numbers of which a computed field is the sum. */
function sumsOf(field: FieldDefinition, rows: Row[], paper: Paper): string[] | null {
  const fields = Object.values(paper.record.definition.fields);
  const isSummed = ({ key, type }: Column) =>
    type === 'money' ||
    fields.some(({ computed }) => computed?.kind === 'sum' && computed.rows === field.key && computed.column === key);
  if (rows.length === 0 || !field.columns.some(isSummed)) return null;
  const sums = field.columns.map((column) =>
    isSummed(column) ? shown(asField(column), sumOf(rows, column.key), paper) : '',
  );
  return sums.map((sum, index) => (index === 0 ? [paper.words.sum, sum].filter(Boolean).join(' ') : sum));
}

/** Without the dust that adding up binary fractions leaves behind. */
function sumOf(rows: Row[], key: string): number {
  const sum = rows.reduce((total, row) => total + (Number(row[key]) || 0), 0);
  return Number(sum.toFixed(6));
}

/** What was done about each linked record. */
export function linesTable(stage: EachStage, lines: Line[], paper: Paper): DocumentTable {
  const { words, names, options } = paper;
  const fields = stage.form.flatMap(({ field }) => stage.fields[field] ?? []).filter((field) => sees(field, paper));
  const resultOf = ({ state, reason }: Line) =>
    ({ done: words.lineDone, skipped: words.lineSkipped(reason), open: words.lineOpen })[state];
  return {
    key: stage.key,
    title: stage.name[options.locale],
    columns: [
      plain('record', words.matter),
      ...fields.map((field) => columnOf(field, paper)),
      plain('result', words.result),
      plain('who', words.who),
      plain('at', words.at, 'center'),
    ],
    rows: lines.map((line) => {
      const who = line.by ?? line.personId;
      return [
        [line.link.number, line.link.title].filter(Boolean).join(' '),
        ...fields.map((field) => shown(field, line.values[field.key], paper)),
        resultOf(line),
        who === null ? '' : names.nameOf(who),
        line.at === null ? '' : longTime(line.at, options.timeZone),
      ];
    }),
    sums: null,
  };
}

/** Child records of one kind: their fields if they are few, else the heads of the children. */
export function childrenTable(
  key: string,
  procedure: string,
  title: string,
  children: ChildView[],
  paper: Paper,
): DocumentTable {
  const { words, record } = paper;
  const definition = record.definition.subprocedures[procedure] ?? null;
  const fields = Object.values(definition?.fields ?? {}).filter((field) => sees(field, paper));
  const isFew = definition !== null && fields.length <= MAX_CHILD_FIELDS;
  const numbered = !isFew || children.some(({ number }) => number !== '');
  const middle = isFew ? fieldCells(fields, paper) : headCells(paper);
  return {
    key,
    title,
    columns: [
      ...(numbered ? [plain('number', words.number)] : []),
      ...middle.columns,
      plain('state', words.state, 'center'),
    ],
    rows: children.map((child) => [
      ...(numbered ? [child.number] : []),
      ...middle.of(child),
      childState(child, definition, paper),
    ]),
    sums: null,
  };
}

interface Cells {
  columns: DocumentColumn[];
  of(child: ChildView): string[];
}

const fieldCells = (fields: FieldDefinition[], paper: Paper): Cells => ({
  columns: fields.map((field) => columnOf(field, paper)),
  of: ({ values }) => fields.map((field) => shown(field, values[field.key], paper)),
});

const headCells = ({ words, names, options }: Paper): Cells => ({
  columns: [plain('title', words.matter), plain('holder', words.holder), plain('due', words.due, 'center')],
  of: ({ title, holderId, dueAt }) => [
    title,
    names.nameOf(holderId),
    dueAt === null ? '' : dateOf(dueAt, options.timeZone),
  ],
});

function childState(child: ChildView, definition: Definition | null, { words, options }: Paper): string {
  const label = definition && (child.isOpen ? stageOf(definition, child.stage)?.name : definition.ends[child.stage]);
  return label?.[options.locale] ?? (child.isOpen ? words.childOpen : words.childEnded);
}
