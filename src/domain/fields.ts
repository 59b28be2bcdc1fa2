import { parsePickedTime } from './time';

/** A field of a form: cards draw the form from it, and the values that come back are checked by it. */
export interface Field<As extends string = string> {
  name: string;
  required: boolean;
  /** `text` is free text, `time` a picked moment; any other kind is a choice. */
  as: As;
}

export const required = <As extends string = 'text'>(name: string, as = 'text' as As): Field<As> => ({
  name,
  required: true,
  as,
});
export const optional = <As extends string = 'text'>(name: string, as = 'text' as As): Field<As> => ({
  name,
  required: false,
  as,
});

/** The longest value of a field, in characters. Feishu's own inputs stop at 1,000; the API may bring more. */
export const MAX_FIELD_LENGTH = 5000;

export type FieldFault = { field: string; fault: 'missing' | 'not_a_choice' | 'not_a_time' | 'too_long' };

/** The allowed values, by kind of field; a kind without an entry is not checked against a list. */
export type Choices<As extends string> = Partial<Record<As, readonly string[]>>;

/**
 * Any character but blanks, controls and invisible ones, such as a zero-width space, or the mark that stands where an
 * embedded object was copied away. Characters for private use may be a font's icons, and count as seen.
 */
const VISIBLE =
  /[^\s\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\ufffc\u{1d159}]/u;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Whether a reader would see nothing of the text. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}

/** A name as a reader sees it: two that look the same are the same. */
export function seenAs(name: string): string {
  return name.normalize('NFKC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

/** The values of a form's fields, trimmed, by the fields' names; '' for a field in which a reader would see nothing. */
export function valuesOf(fields: readonly Field[], given: Record<string, string>): Record<string, string> {
  const shownOf = (typed = '') => (isBlank(typed) ? '' : typed.trim());
  return Object.fromEntries(fields.map(({ name }) => [name, shownOf(given[name])]));
}

/** Which fields are wrong, and how, in the form's order; `zone` is meant by a time that names no offset. */
export function faultsOf<As extends string>(
  fields: readonly Field<As>[],
  values: Record<string, string>,
  choices: Choices<As>,
  zone: string | null = null,
): FieldFault[] {
  return fields.flatMap((field) => {
    const fault = faultOf(field, values[field.name] ?? '', choices[field.as], zone);
    return fault ? [{ field: field.name, fault }] : [];
  });
}

function faultOf(
  field: Field,
  value: string,
  choices: readonly string[] | undefined,
  zone: string | null,
): FieldFault['fault'] | null {
  if (value === '') return field.required ? 'missing' : null;
  if (value.length > MAX_FIELD_LENGTH) return 'too_long';
  if (choices && !choices.includes(value)) return 'not_a_choice';
  return field.as === 'time' && parsePickedTime(value, zone) === null ? 'not_a_time' : null;
}
