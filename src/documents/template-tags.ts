import type { DocumentModel } from '../domain/document/model';
import { placeOf, type TagFault } from './template-fault';

/** What a tag stands for: a text, something that is there or not, a made table (`{@…}`), or a list. */
type Kind = 'text' | 'flag' | 'table' | Tags | [Tags];
interface Tags {
  [name: string]: Kind;
}

const CELL: Tags = { label: 'text', text: 'text' };

/** The tags of every template. Further ones follow from the record: its fields, tables and the words of its language. */
const COMMON: Tags = {
  ...{ company: 'text', title: 'text', number: 'text', state: 'text', edition: 'text', version: 'text' },
  ...{ number_line: 'text', state_line: 'text', form_line: 'text', printed_line: 'text' },
  ...{ printed_at: 'text', printed_by: 'text', has_signatures: 'flag', has_timeline: 'flag' },
  sections: [
    {
      title: 'text',
      parts: [
        {
          ...{ isFields: 'flag', isTable: 'flag', caption: 'text', table: 'table' },
          lines: [{ isWide: 'flag', isPair: 'flag', first: CELL, second: CELL }],
        },
      ],
    },
  ],
  signatures: [{ step: 'text', verdict: 'text', remark: 'text', opinion: 'text', who: 'text', at: 'text' }],
  timeline: [{ at: 'text', who: 'text', what: 'text' }],
};

function tagsOf({ words, fields, tables }: DocumentModel): Tags {
  const texts = (names: string[]): Tags => Object.fromEntries(names.map((name) => [name, 'text']));
  const field = texts(Object.keys(fields));
  const rows = Object.entries(tables).map(([key, { columns }]) => [key, [texts(columns.map((column) => column.key))]]);
  return {
    ...COMMON,
    ...{ field, label: field },
    words: texts(Object.entries(words).flatMap(([name, text]) => (typeof text === 'string' ? [name] : []))),
    table: Object.fromEntries(Object.keys(tables).map((key) => [key, 'table'])),
    rows: Object.fromEntries(rows),
  };
}

/** A value of its own under a name, never one that every object has; undefined for none. */
export function own(scope: unknown, name: string): unknown {
  if (typeof scope !== 'object' || scope === null || !Object.hasOwn(scope, name)) return undefined;
  return (scope as Record<string, unknown>)[name];
}

/** What `field.problem` stands for in this scope; undefined for nothing. No template can reach anything else. */
export function lookUp(scope: unknown, path: string): unknown {
  return path.trim().split('.').reduce(own, scope);
}

/** A piece of a template as the library found it: a tag if it is a `placeholder`; `subparsed` is the inside of a loop. */
export interface FoundTag {
  type: string;
  value: string;
  module?: string;
  subparsed?: FoundTag[];
}

/** The tags of one part of a template that stand for nothing, or for something else than the template takes them for. */
export function tagFaults(found: FoundTag[], file: string, model: DocumentModel): TagFault[] {
  return faultsIn(found, [tagsOf(model)], placeOf(file));
}

function faultsIn(found: FoundTag[], scopes: Tags[], place: string): TagFault[] {
  return found.flatMap(({ type, value, module, subparsed }) => {
    if (type !== 'placeholder') return [];
    const kind = scopes.map((scope) => lookUp(scope, value)).findLast((known) => known !== undefined);
    const problem = problemOf(value, kind as Kind | undefined, module);
    const tag = `{${MARKS[module ?? ''] ?? ''}${value}}`;
    const inner = Array.isArray(kind) ? [...scopes, kind[0] as Tags] : scopes;
    return [...(problem === '' ? [] : [{ tag, place, problem }]), ...faultsIn(subparsed ?? [], inner, place)];
  });
}

const MARKS: Readonly<Record<string, string>> = { loop: '#', rawxml: '@' };

function problemOf(value: string, kind: Kind | undefined, module: string | undefined): string {
  if (kind === undefined) {
    return /^(?:field|label)\./.test(value) ? 'names no field of this form' : 'is not known';
  }
  if (module === 'loop') return '';
  if (module === 'rawxml') return kind === 'table' ? '' : 'is no table: write it without @';
  if (kind === 'table') return 'is a table: write it with @, alone in its paragraph';
  return kind === 'text' ? '' : 'is no text by itself';
}
