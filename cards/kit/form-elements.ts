import type { JsonObject } from '../../src/domain/messaging';
import { type ButtonParts, button } from './button';
import { type Element, panel, plain } from './elements';
import { clean, oneLine } from './plain-text';

/** The platform takes no more characters. */
export const MAX_INPUT = 1000;
const MAX_PLACEHOLDER = 99;
const MAX_OPTION = 40;

/** A field of a form. */
export interface FieldParts {
  /** The key in `form_value`; unique on a card. */
  name: string;
  label: string;
  placeholder: string;
  required: boolean;
  /** What the field holds at first; empty for nothing. */
  initial: string;
}

/** A choice of a select. */
export interface Option {
  /** What comes back in `form_value`. */
  value: string;
  text: string;
}

const placeholder = (text: string): JsonObject => plain(oneLine(text, MAX_PLACEHOLDER));

/** The label of a field; a star says that it must be filled in. */
export const labelOf = ({ label, required }: Pick<FieldParts, 'label' | 'required'>): string =>
  required && label !== '' ? `${label} *` : label;

/** A select or a picker. The platform has no labels for these: a line above looks like the label of an input. */
function picker(tag: string, field: FieldParts, more: JsonObject): Element[] {
  const { name, required } = field;
  const element = { tag, name, placeholder: placeholder(field.placeholder), required, width: 'fill', ...more };
  const label = labelOf(field);
  return label === '' ? [element] : [{ tag: 'div', text: plain(label) }, element];
}

const optionsIn = (options: Option[]): JsonObject[] =>
  options.map(({ value, text }) => ({ text: plain(oneLine(text, MAX_OPTION)), value }));

/** Cuts without "…" or a hint: the person sends the text back as it stands in the input. */
function initialText(typed: string): string {
  const text = clean(typed);
  if (text.length <= MAX_INPUT) return text;
  let kept = '';
  for (const point of text) {
    if (kept.length + point.length > MAX_INPUT) break;
    kept += point;
  }
  return kept;
}

function input(field: FieldParts, more: JsonObject): Element[] {
  const initial = initialText(field.initial);
  return [
    {
      tag: 'input',
      name: field.name,
      ...(field.label === '' ? {} : { label: plain(field.label), label_position: 'top' }),
      placeholder: placeholder(field.placeholder),
      ...(initial === '' ? {} : { default_value: initial }),
      required: field.required,
      max_length: MAX_INPUT,
      width: 'fill',
      ...more,
    },
  ];
}

/** An input of one line. */
export function textInput(field: FieldParts): Element[] {
  const oneLiner = { ...field, initial: field.initial.replace(/\s+/g, ' ') };
  return input(oneLiner, { input_type: 'text' });
}

/** An input of several lines, so many at first. */
export function textArea(field: FieldParts, rows = 2): Element[] {
  return input(field, { input_type: 'multiline_text', rows, auto_resize: true, max_rows: 8 });
}

/** One of several options. An initial value that is not among the options counts as none. */
export function select(field: FieldParts, options: Option[]): Element[] {
  const hasInitial = options.some(({ value }) => value === field.initial);
  return picker('select_static', field, {
    ...(hasInitial ? { initial_option: field.initial } : {}),
    options: optionsIn(options),
  });
}

/** Any number of options; comes back as `a,b`. A selected value that is not among the options counts as none. */
export function multiSelect(field: FieldParts, options: Option[], selected: string[]): Element[] {
  const chosen = selected.filter((value) => options.some((option) => option.value === value));
  return picker('multi_select_static', field, {
    ...(chosen.length === 0 ? {} : { selected_values: chosen }),
    options: optionsIn(options),
  });
}

/**
 * Any number of people, by open_id; comes back as `ou_a,ou_b`. Without this list the client offers the members of the
 * chat, and a direct chat has only one.
 */
export function peopleSelect(field: FieldParts, people: string[], selected: string[]): Element[] {
  return picker('multi_select_person', field, {
    ...(selected.length === 0 ? {} : { selected_values: selected }),
    options: people.map((value) => ({ value })),
  });
}

/** A date, `initial` as `2026-11-24`; comes back as `2026-11-24 +0800`. */
export function datePicker(field: FieldParts): Element[] {
  return picker('date_picker', field, field.initial === '' ? {} : { initial_date: field.initial });
}

/** A date with a time, `initial` as `2026-11-24 18:00`; comes back as `2026-11-24 18:00 +0800`. */
export function dateTimePicker(field: FieldParts): Element[] {
  return picker('picker_datetime', field, field.initial === '' ? {} : { initial_datetime: field.initial });
}

/** How a form is sent. */
export interface Submit extends ButtonParts {
  /** Tells the program more about the sent form, for example which version of the settings the form showed. */
  arg?: string | undefined;
  /** Tells apart several buttons of one command in a form: `satisfied` in `feedback.close_satisfied`. */
  ending?: string | undefined;
  /** The form is folded under these words until somebody opens it. */
  foldedUnder?: string | undefined;
}

/**
 * A button that sends its form. It carries the command in its name and in its value: sources disagree on which of the two
 * comes back (design §3.3).
 */
export function submitButton({ arg, ending, foldedUnder: _foldedUnder, ...parts }: Submit): Element {
  const name = `${parts.cmd}${ending === undefined ? '' : `_${ending}`}${arg ? `__${arg}` : ''}`;
  const values = { ...parts.values, ...(arg ? { arg } : {}) };
  return { ...button({ ...parts, values }), name, form_action_type: 'submit' };
}

/** A form around its fields and buttons; it stands directly in the card's body, one of a kind on a card. */
export function formOf(cmd: string, elements: Element[]): Element {
  return { tag: 'form', name: `form_${cmd.replace('.', '_')}`, vertical_spacing: '8px', elements };
}

/** A form with one button. */
export function form(elements: Element[], { foldedUnder, ...submit }: Submit): Element {
  const whole = [...elements, submitButton(submit)];
  return formOf(submit.cmd, foldedUnder === undefined ? whole : panel(foldedUnder, whole));
}
