import { searchTextFrom } from '../feedback/search';
import type { FieldDefinition } from './definition';
import type { ProcedureRecord, Value, Values } from './record';
import { filesIn, rowsIn } from './values/computed';

type Fields = Readonly<Record<string, FieldDefinition>>;

function textsIn(value: Value): string[] {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  const rows = rowsIn(value).flatMap((row) => Object.values(row).filter((one) => typeof one === 'string'));
  const plain = value.filter((one): one is string => typeof one === 'string');
  const links = value.flatMap((one) =>
    typeof one === 'object' && 'workflow' in one ? [one.number, one.title, one.customer ?? ''] : [],
  );
  return [...plain, ...rows.map(String), ...links.map(String), ...filesIn(value).map(({ name }) => name)];
}

/** The labels of what was chosen: people search for what they read. */
function labelsIn({ choices }: FieldDefinition, value: Value): string[] {
  const keys: unknown[] = Array.isArray(value) ? value : [value];
  return choices.filter(({ key }) => keys.includes(key)).flatMap(({ label }) => [label.zh, label.en]);
}

const openTexts = (values: Values, fields: Fields): string[] =>
  Object.entries(values).flatMap(([key, value]) => {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!field) return textsIn(value);
    if (field.isPrivate) return [];
    return field.choices.length > 0 ? labelsIn(field, value) : textsIn(value);
  });

/** What search reads of a record: number, title, and all texts but those of private fields. */
export function recordSearchText({ number, title, definition, values, lines, deeds }: ProcedureRecord): string {
  const lineFields: Fields = Object.assign(
    {},
    ...definition.stages.map((stage) => (stage.kind === 'each' ? stage.fields : {})),
  );
  const texts = [
    number,
    title,
    definition.label.zh,
    ...openTexts(values, definition.fields),
    ...lines.flatMap((line) => openTexts(line.values, lineFields)),
    ...deeds.map(({ remark }) => remark),
  ];
  return searchTextFrom(texts.filter((text) => text !== ''));
}
