import type { ButtonParts } from './button';
import { columns, type Element, lines } from './elements';
import { dateTimePicker, type FieldParts, form, type Option, select, textArea, textInput } from './form-elements';

/** How a person fills a field in: one line, a long text, a date with a time, or one of several options. */
export type FieldInput = 'line' | 'text' | 'time' | Option[];

/** A field of a command's form. */
export type FormField = FieldParts & { as: FieldInput };

/** The form of one command of a record. */
export interface RecordForm extends Omit<ButtonParts, 'values'> {
  fields: FormField[];
  /** A quiet line above the fields of an open form; empty for none. */
  aside?: string | undefined;
  /** What a person reads of the folded form; the word of the button if nothing is said. */
  fold?: string | undefined;
}

function inputOf(field: FormField): Element[] {
  switch (field.as) {
    case 'line':
      return textInput(field);
    case 'text':
      return textArea(field);
    case 'time':
      return dateTimePicker(field);
    default:
      return select(field, field.as);
  }
}

const isSelect = (field: FormField | undefined): boolean => field !== undefined && typeof field.as === 'object';

/** Two selects in a row share a line: a form should fit on a phone's screen. */
function laidOut(fields: FormField[]): Element[] {
  const [first, second, ...rest] = fields;
  if (first === undefined) return [];
  if (second && isSelect(first) && isSelect(second)) {
    return [columns([inputOf(first), inputOf(second)]), ...laidOut(rest)];
  }
  return [...inputOf(first), ...laidOut(fields.slice(1))];
}

/** Renames a field whose name stands on the card already: `reason` of `feedback.close` becomes `reason__close`. */
function unique({ cmd, fields }: RecordForm, taken: ReadonlySet<string>): FormField[] {
  const command = cmd.slice(cmd.indexOf('.') + 1);
  return fields.map((field) => (taken.has(field.name) ? { ...field, name: `${field.name}__${command}` } : field));
}

function drawnForm({ aside = '', fold, ...parts }: RecordForm, taken: ReadonlySet<string>, isFolded: boolean): Element {
  const { fields: _fields, ...submit } = parts;
  const inputs = laidOut(unique(parts, taken));
  if (isFolded) return form(inputs, { ...submit, foldedUnder: fold ?? submit.word });
  return form([...lines([aside], 'quiet'), ...inputs], submit);
}

/** The only form of a card, open. */
export function recordForm(one: RecordForm): Element {
  return drawnForm(one, new Set(), false);
}

/** The forms of one card. */
export interface RecordForms {
  /** What the card is there for. */
  open?: RecordForm[];
  /** What is needed now and then: each is folded to a line, since an open form takes half of a phone's screen. */
  folded?: RecordForm[];
}

/** Several forms, one under the other; `heading` parts the folded forms from the open ones. */
export function recordForms({ open = [], folded = [] }: RecordForms, heading: string): Element[] {
  const taken = new Set<string>();
  const draw = (one: RecordForm, isFolded: boolean): Element => {
    const element = drawnForm(one, taken, isFolded);
    for (const { name } of one.fields) taken.add(name);
    return element;
  };
  const first = open.map((one) => draw(one, false));
  const others = folded.map((one) => draw(one, true));
  return [...first, ...lines([first.length > 0 && others.length > 0 && heading], 'quiet'), ...others];
}
