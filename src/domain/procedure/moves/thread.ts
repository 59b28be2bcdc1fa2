import type { Notice } from '../../decision';
import { refuse } from '../../decision';
import type { IncomingAttachment } from '../../messaging';
import type { Context } from '../../office';
import { dateOf } from '../../time';
import { flowOf, says } from '../course/flow';
import type { FieldDefinition } from '../definition';
import type { FileRef, ProcedureRecord } from '../record';
import { type RowsRead, rowsFromCells, rowsFromText } from '../rows';
import type { FillStage, OutsideStage } from '../stages';
import { filesIn } from '../values/computed';
import { isEmpty } from '../values/form-values';
import { isInvolved } from '../walls';
import { type Move, type Moved, mine } from './move';
import { note } from './talk';

/** So many wrong lines are named; whoever mends them sees the next ones. */
const MAX_FAULTS = 5;
/** More files than a form needs; the rest stays in its message. */
const MAX_FILES = 40;

const fieldsOf = ({ definition }: ProcedureRecord, { form }: FillStage | OutsideStage): FieldDefinition[] =>
  form.flatMap(({ field }) => definition.fields[field] ?? []);

const refOf = (messageId: string, { key, name, kind }: IncomingAttachment): FileRef => ({
  ...{ key, messageId, name, isPicture: kind === 'image', keptKey: null, isLost: false },
});

/** Files under a card go into the form's field for files; where the form asks for none, they stay in the thread. */
export const addFiles: Move<'add_files'> = (record, command, context): Moved => {
  const { messageId, attachments, text } = command;
  const my = mine(record, {}, context, ['fill', 'outside']);
  const field = 'ok' in my ? undefined : fieldsOf(record, my.stage).find(({ type }) => type === 'files');
  if (!field)
    return isInvolved(record, context.actor.id ?? '')
      ? note(record, { type: 'note', text: text || '📎' }, context)
      : refuse('not_yours');
  const before = filesIn(record.values[field.key]);
  const known = new Set(before.map(({ key }) => key));
  const added = attachments.filter(({ key }) => !known.has(key)).map((one) => refOf(messageId, one));
  const files = [...before, ...added].slice(0, MAX_FILES);
  const keeps: Notice[] = added.map(({ key }) => ({ kind: 'keep_attachment', messageId, key }));
  const next = { ...record, values: { ...record.values, [field.key]: files } };
  return { flow: says(flowOf(next), ...keeps), detail: { field: field.key, files: added.map(({ name }) => name) } };
};

/** Our copy of a file is there, or there will be none. */
export const keepFile: Move<'keep_file'> = (record, { key, keptKey }) => {
  const held = Object.entries(record.values).find(([, value]) => filesIn(value).some((file) => file.key === key));
  if (!held) return refuse('nothing_changes');
  const [field, value] = held;
  const files = filesIn(value).map((file) =>
    file.key === key ? { ...file, keptKey, isLost: keptKey === null } : file,
  );
  return { flow: flowOf({ ...record, values: { ...record.values, [field]: files } }) };
};

/** The file of this key; null if the record no longer has it. */
export function attachmentOf({ values }: ProcedureRecord, key: string): IncomingAttachment | null {
  const file = Object.values(values)
    .flatMap(filesIn)
    .find((one) => one.key === key);
  return file ? { kind: file.isPicture ? 'image' : 'file', key: file.key, name: file.name } : null;
}

/** A text that was copied from a table: cells parted by tabs, or a first line that names the columns. */
const isTable = (text: string, read: RowsRead): boolean => text.includes('\t') || read.columnsFrom === 'header';

/** Rows that were pasted under the card, for the first table of the form; null if the text is no table. */
function pasted(
  record: ProcedureRecord,
  fields: FieldDefinition[],
  text: string,
  { now, timeZone }: Context,
): Moved | null {
  const field = fields.find(({ type }) => type === 'rows');
  if (!field) return null;
  const read = rowsFromText(field, text, { year: Number(dateOf(now, timeZone).slice(0, 4)), locale: 'zh' });
  return isTable(text, read) ? takenIn(record, field, read) : null;
}

/** Rows take the place of those that were there; with a fault in any line, nothing is taken in. */
function takenIn(record: ProcedureRecord, field: FieldDefinition, { rows, faults }: RowsRead): Moved {
  if (faults.length > 0)
    return refuse('row_faults', {
      names: faults
        .slice(0, MAX_FAULTS)
        .map(({ line, column, text }) => [`#${line}`, column, text === column ? '' : text].filter(Boolean).join(' ')),
    });
  if (rows.length === 0) return refuse('row_faults', { names: [] });
  return {
    flow: flowOf({ ...record, values: { ...record.values, [field.key]: rows } }),
    detail: { field: field.key, rows: rows.length },
  };
}

/**
 * A text under a card, from whoever fills in the form: a table's rows, or the first text field that is still empty, which
 * may be longer than a card's input takes. From everybody else it is a note.
 */
export const write: Move<'write'> = (record, command, context): Moved => {
  const { text } = command;
  const my = mine(record, {}, context, ['fill', 'outside']);
  const fields = 'ok' in my ? [] : fieldsOf(record, my.stage);
  const rows = pasted(record, fields, text, context);
  if (rows) return rows;
  const isText = ({ type }: FieldDefinition) => type === 'long' || type === 'text';
  const field = fields.find((one) => isText(one) && isEmpty(record.values[one.key]));
  if (!field) return note(record, { type: 'note', text }, context);
  return { flow: flowOf({ ...record, values: { ...record.values, [field.key]: text } }), detail: { field: field.key } };
};

/** The cells of a sheet that was sent under the card, for the first table of the form. */
export const takeCells: Move<'cells'> = (record, command, context): Moved => {
  const my = mine(record, {}, context, ['fill', 'outside']);
  if ('ok' in my) return my;
  const field = fieldsOf(record, my.stage).find(({ type }) => type === 'rows');
  if (!field) return refuse('not_in_form');
  const year = Number(dateOf(context.now, context.timeZone).slice(0, 4));
  return takenIn(record, field, rowsFromCells(field, command.cells, { year, locale: 'zh' }));
};
