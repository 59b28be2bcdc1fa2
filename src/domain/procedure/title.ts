import { cutToWidth } from '../text/width';
import type { FieldDefinition, FieldType } from './definition';
import { filledIn, placeText } from './numbers';
import type { ProcedureRecord, Value } from './record';

const MAX_WIDTH = 24;

/** Types whose values are ids of people, which say nothing to a reader. */
const UNREADABLE: ReadonlySet<FieldType> = new Set<FieldType>(['person', 'people']);

/** The first sentence of what somebody wrote, in one line. */
function firstSentence(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return /^.{2,80}?(?=[。！？!?；;]|\. |$)/u.exec(line)?.[0] ?? line;
}

function shownValue(field: FieldDefinition | undefined, value: Value | undefined): string {
  // A title is read by more people than a private field is for.
  if (!field || field.isPrivate || UNREADABLE.has(field.type)) return '';
  const choice = field.choices.find(({ key }) => key === value);
  if (choice) return choice.label.zh;
  return typeof value === 'string' || typeof value === 'number' ? firstSentence(String(value)) : '';
}

/**
 * What a record is about, by its definition's pattern: `{product} {problem}`; the procedure's name if that says nothing.
 * The year is that of the office, whose IANA zone this is.
 */
export function titleOf(
  record: Pick<ProcedureRecord, 'definition' | 'values' | 'number' | 'parent' | 'createdAt'>,
  zone: string,
): string {
  const { definition, values, number } = record;
  const fields = new Map(Object.entries(definition.fields));
  const filled = filledIn(definition.title, (name) => {
    if (name === 'number') return number;
    return placeText(name, record, zone) ?? shownValue(fields.get(name), values[name]);
  });
  const title = filled.replace(/\s+/g, ' ').trim();
  return title === '' ? definition.label.zh : cutToWidth(title, MAX_WIDTH);
}
