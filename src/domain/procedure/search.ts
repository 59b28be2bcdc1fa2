import { searchTextFrom } from '../feedback/search';
import type { ProcedureRecord, Value } from './record';
import { filesIn, rowsIn } from './values/computed';

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

/** What search reads of a record: number, title, and all texts but those of private fields. */
export function recordSearchText({ number, title, definition, values, deeds }: ProcedureRecord): string {
  const open = Object.entries(values).filter(([key]) => !definition.fields[key]?.isPrivate);
  const texts = [
    number,
    title,
    definition.label.zh,
    ...open.flatMap(([, value]) => textsIn(value)),
    ...deeds.map(({ remark }) => remark),
  ];
  return searchTextFrom(texts.filter((text) => text !== ''));
}
