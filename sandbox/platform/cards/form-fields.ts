import { isRecord, type Json, listed } from '../json';
import type { Control } from './card-reader';

/** Why a client refuses to send a form. */
export interface FieldFault {
  code: 'required' | 'unknown_option' | 'bad_value' | 'too_long' | 'no_such_field';
  message: string;
}

const ZONE = '+0800';
const FORMATS: Record<string, RegExp> = {
  date_picker: /^\d{4}-\d\d-\d\d$/,
  picker_time: /^\d\d:\d\d$/,
  picker_datetime: /^\d{4}-\d\d-\d\d \d\d:\d\d$/,
};
const MULTIPLE = new Set(['multi_select_static', 'multi_select_person']);

/**
 * Fills a form as a client does: entered values replace initial values. Dates and times are entered as `yyyy-MM-dd`,
 * `HH:mm`, `yyyy-MM-dd HH:mm` and sent with the time zone.
 */
export function fillForm(
  fields: Control[],
  entered: Json,
  unfilled: 'absent' | 'empty' | 'null',
): { values: Json } | { fault: FieldFault } {
  const values: Json = {};
  const known = new Set(fields.map(({ element }) => element.name));
  const stray = Object.keys(entered).find((name) => !known.has(name));
  if (stray !== undefined) return { fault: { code: 'no_such_field', message: `the form has no field ${stray}` } };
  for (const { element } of fields) {
    const name = String(element.name);
    const value = Object.hasOwn(entered, name) ? entered[name] : initialValue(element);
    const fault = faultOf(element, name, value);
    if (fault) return { fault };
    if (isFilled(value)) values[name] = withZone(element, value);
    else if (unfilled !== 'absent') values[name] = unfilled === 'null' ? null : MULTIPLE.has(tagOf(element)) ? [] : '';
  }
  return { values };
}

function faultOf(element: Json, name: string, value: unknown): FieldFault | null {
  if (!isFilled(value)) return element.required === true ? { code: 'required', message: `${name} is required` } : null;
  const tag = tagOf(element);
  const format = FORMATS[tag];
  if (format && !(typeof value === 'string' && format.test(value))) {
    return { code: 'bad_value', message: `${name} is not of the form ${format.source}` };
  }
  if (tag === 'input' && typeof value !== 'string') return { code: 'bad_value', message: `${name} takes text` };
  const max = typeof element.max_length === 'number' ? element.max_length : 1000;
  if (tag === 'input' && [...String(value)].length > max) {
    return { code: 'too_long', message: `${name} takes ${max} characters` };
  }
  const options = listed(element.options).flatMap((option) => (isRecord(option) ? [option.value] : []));
  // A person select without options offers everyone in the chat.
  if (tag.includes('select') && !(tag.includes('person') && options.length === 0)) {
    const unknown = (Array.isArray(value) ? value : [value]).find((each) => !options.includes(each));
    if (unknown !== undefined) return { code: 'unknown_option', message: `${name} does not offer ${String(unknown)}` };
  }
  return null;
}

function initialValue(element: Json): unknown {
  switch (element.tag) {
    case 'input':
      return element.default_value;
    case 'select_static':
    case 'select_person':
      return element.initial_option ?? optionAt(element, element.initial_index);
    case 'multi_select_static':
    case 'multi_select_person':
      return element.selected_values;
    case 'date_picker':
      return element.initial_date;
    case 'picker_time':
      return element.initial_time;
    case 'picker_datetime':
      return element.initial_datetime;
    case 'checker':
      return element.checked === true;
    default:
      return undefined;
  }
}

function optionAt(element: Json, index: unknown): unknown {
  const option = typeof index === 'number' && index > 0 ? listed(element.options)[index - 1] : undefined;
  return isRecord(option) ? option.value : undefined;
}

function withZone(element: Json, value: unknown): unknown {
  return FORMATS[tagOf(element)] ? `${String(value)} ${ZONE}` : value;
}

const tagOf = (element: Json) => String(element.tag);
const isFilled = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
