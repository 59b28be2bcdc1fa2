import type { DocumentField, DocumentModel, DocumentPart, DocumentTable } from '../domain/document/model';
import { printable } from './printable';
import { tableXml } from './table-xml';

type Cell = { label: string; text: string };
const NOTHING: Cell = { label: '', text: '' };

const cellOf = ({ label, text }: DocumentField): Cell => ({ label, text });

/** Fields as lines of the form: two narrow ones share a line, any other has one of its own. */
function linesOf(fields: DocumentField[]) {
  const lines: { isWide: boolean; isPair: boolean; first: Cell; second: Cell }[] = [];
  for (let at = 0; at < fields.length; at += 1) {
    const [first, second] = [fields[at], fields[at + 1]];
    if (!first) break;
    const isPair = !first.isWide && second?.isWide === false;
    lines.push({ isWide: !isPair, isPair, first: cellOf(first), second: isPair && second ? cellOf(second) : NOTHING });
    if (isPair) at += 1;
  }
  return lines;
}

function partOf(part: DocumentPart, sectionTitle: string) {
  if (part.kind === 'fields') {
    return { isFields: true, isTable: false, lines: linesOf(part.fields), caption: '', table: '' };
  }
  const { table } = part;
  const caption = table.title === sectionTitle ? '' : table.title;
  return { isFields: false, isTable: true, lines: [], caption, table: tableXml(table) };
}

const rowsOf = ({ columns, rows }: DocumentTable) =>
  rows.map((row) => Object.fromEntries(columns.map(({ key }, at) => [key, row[at] ?? ''])));

/** What the tags of a template stand for; `template-tags.ts` lists them. Only texts, flags, lists and made tables. */
export function templateData(model: DocumentModel) {
  const { words, printed, fields, tables } = model;
  const texts = Object.entries(words).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const byKey = <T, V>(entries: Readonly<Record<string, T>>, read: (entry: T) => V) =>
    Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, read(entry)]));
  return {
    company: model.company,
    title: model.title,
    number: model.number,
    state: model.state,
    edition: model.edition,
    version: model.version,
    number_line: words.labelled(words.number, model.number),
    state_line: words.labelled(words.state, model.state),
    form_line: [model.edition && words.form(model.edition), model.version].filter(Boolean).join('　'),
    printed_line: [words.printed(printed.by, printed.at), printed.recordVersion].join('　'),
    printed_at: printed.at,
    printed_by: printed.by,
    words: Object.fromEntries(texts),
    sections: model.sections.map(({ title, parts }) => ({ title, parts: parts.map((part) => partOf(part, title)) })),
    has_signatures: model.signatures.length > 0,
    signatures: model.signatures.map(({ key: _, verdict, remark, ...signature }) => ({
      ...{ ...signature, verdict, remark },
      opinion: [verdict, remark].filter(Boolean).join('\n'),
    })),
    has_timeline: model.timeline.length > 0,
    timeline: model.timeline,
    field: byKey(fields, ({ text }) => text),
    label: byKey(fields, ({ label }) => label),
    table: byKey(tables, tableXml),
    rows: byKey(tables, rowsOf),
  };
}

/** The data with every text as XML can hold it; tables that are made already stay as they are. */
export function printableData<T>(data: T): T {
  return printed(data) as T;
}

function printed(data: unknown): unknown {
  if (typeof data === 'string') return printable(data);
  if (Array.isArray(data)) return data.map(printed);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, printed(value)]));
}
