import type { JsonObject } from '../../src/domain/messaging';
import { type ButtonParts, button } from './button';
import { type Element, panel, plain } from './elements';
import { clean, oneLine } from './plain-text';

/** The platform's own inputs take no more. */
const MAX_INPUT = 1000;
const MAX_PLACEHOLDER = 99;
const MAX_OPTION = 40;

/** What every field of a form says: its name in `form_value`, and the words around it. */
export interface FieldParts {
  name: string;
  label: string;
  placeholder: string;
  required: boolean;
  /** What stands in it at first; empty for nothing. */
  initial: string;
}

export interface Option {
  value: string;
  text: string;
}

const placeholder = (text: string): JsonObject => plain(oneLine(text, MAX_PLACEHOLDER));

/** Selects and pickers have no label of their own: a line above looks like the label of an input. */
function labelled({ label, required }: FieldParts, element: Element): Element[] {
  return [{ tag: 'div', text: plain(required ? `${label} *` : label) }, element];
}

/** Without a hint, unlike `cut`: what stands in an input is sent back as if the person had typed it. */
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
      label: plain(field.label),
      label_position: 'top',
      placeholder: placeholder(field.placeholder),
      ...(initial === '' ? {} : { default_value: initial }),
      required: field.required,
      max_length: MAX_INPUT,
      width: 'fill',
      ...more,
    },
  ];
}

/** One line of text. */
export function textInput(field: FieldParts): Element[] {
  const oneLiner = { ...field, initial: field.initial.replace(/\s+/g, ' ') };
  return input(oneLiner, { input_type: 'text' });
}

/** Several lines of text. */
export function textArea(field: FieldParts): Element[] {
  return input(field, { input_type: 'multiline_text', rows: field.required ? 3 : 2, auto_resize: true, max_rows: 8 });
}

/** One of several; an initial value that is not among them counts as none. */
export function select(field: FieldParts, options: Option[]): Element[] {
  const hasInitial = options.some(({ value }) => value === field.initial);
  return labelled(field, {
    tag: 'select_static',
    name: field.name,
    placeholder: placeholder(field.placeholder),
    ...(hasInitial ? { initial_option: field.initial } : {}),
    options: options.map(({ value, text }) => ({ text: plain(oneLine(text, MAX_OPTION)), value })),
    required: field.required,
    width: 'fill',
  });
}

/** Any number of several; a choice that is no longer offered counts as none. Comes back as `a,b`. */
export function multiSelect(field: FieldParts, options: Option[], selected: string[]): Element[] {
  const chosen = selected.filter((value) => options.some((option) => option.value === value));
  return labelled(field, {
    tag: 'multi_select_static',
    name: field.name,
    placeholder: placeholder(field.placeholder),
    ...(chosen.length === 0 ? {} : { selected_values: chosen }),
    options: options.map(({ value, text }) => ({ text: plain(oneLine(text, MAX_OPTION)), value })),
    required: field.required,
    width: 'fill',
  });
}

/**
 * People to choose from, by open_id; comes back as `ou_a,ou_b`. Without any the client would offer the members of the
 * chat, which in a direct chat is the one person who asks.
 */
export function peopleSelect(field: FieldParts, people: string[], selected: string[]): Element[] {
  return labelled(field, {
    tag: 'multi_select_person',
    name: field.name,
    placeholder: placeholder(field.placeholder),
    ...(selected.length === 0 ? {} : { selected_values: selected }),
    options: people.map((value) => ({ value })),
    required: field.required,
    width: 'fill',
  });
}

/** A date with a time; comes back as `2026-11-24 18:00 +0800`. */
export function dateTimePicker(field: FieldParts): Element[] {
  return labelled(field, {
    tag: 'picker_datetime',
    name: field.name,
    placeholder: placeholder(field.placeholder),
    required: field.required,
    width: 'fill',
  });
}

/** How a form is sent. */
export interface Submit extends Omit<ButtonParts, 'values'> {
  /** Tells the program more about the sent form, for example which version of the settings the form showed. */
  arg?: string | undefined;
  /** The form is folded under these words until somebody opens it. */
  foldedUnder?: string | undefined;
}

/**
 * A form, for the body's top level only. Its button carries the command in its name and in its value, since sources
 * disagree on which of the two comes back (design §3.3).
 */
export function form(elements: Element[], { arg, foldedUnder, ...parts }: Submit): Element {
  const name = arg ? `${parts.cmd}__${arg}` : parts.cmd;
  const submit = { ...button({ ...parts, values: arg ? { arg } : {} }), name, form_action_type: 'submit' };
  const whole = [...elements, submit];
  return {
    tag: 'form',
    name: `form_${parts.cmd.replace('.', '_')}`,
    vertical_spacing: '8px',
    elements: foldedUnder === undefined ? whole : panel(foldedUnder, whole),
  };
}
