import { columns, type Element, lines, sideBySide } from './elements';
import {
  dateTimePicker,
  type FieldParts,
  formOf,
  labelOf,
  type Option,
  type Submit,
  select,
  submitButton,
  textArea,
  textInput,
} from './form-elements';
import { actRow } from './parts/acts';

/** How a person fills a field in: one line, a long text, a date with a time, or one of several options. */
export type FieldInput = 'line' | 'text' | 'time' | Option[];

/** A field of a command's form. */
export type FormField = FieldParts & { as: FieldInput };

/** The form of one command of a record; a card has one at most. */
export interface RecordForm {
  fields: FormField[];
  /** A quiet line between the fields and the buttons; empty for none. */
  aside?: string | undefined;
  /** The buttons that send it: usually one. */
  submits: Submit[];
}

/** A field without its label. */
function controlOf(field: FormField): Element[] {
  const bare = { ...field, label: '' };
  switch (field.as) {
    case 'line':
      return textInput(bare);
    case 'text':
      return textArea(bare);
    case 'time':
      return dateTimePicker(bare);
    default:
      return select(bare, field.as);
  }
}

/** The label left of the control, which takes half the height of a label above it. */
const labelled = (field: FormField): Element =>
  sideBySide([
    [1, lines([labelOf(field)], 'quiet')],
    [3, controlOf(field)],
  ]);

const isSelect = (field: FormField | undefined): boolean => field !== undefined && typeof field.as === 'object';

/** A chosen value explains itself; an empty control says what belongs into it. */
const selfExplaining = (field: FormField): FormField => ({ ...field, placeholder: labelOf(field) });

/** A form should fit on a phone's screen: two selects in a row share a line, and a text says inside what belongs there. */
function laidOut(fields: FormField[]): Element[] {
  const [first, second, ...rest] = fields;
  if (first === undefined) return [];
  if (second && isSelect(first) && isSelect(second)) {
    return [columns([first, second].map((one) => controlOf(selfExplaining(one)))), ...laidOut(rest)];
  }
  return [...(first.as === 'text' ? controlOf(first) : [labelled(first)]), ...laidOut(fields.slice(1))];
}

/** The form, with its buttons in one row. */
export function recordForm({ fields, aside = '', submits }: RecordForm): Element {
  const [first] = submits;
  return formOf(first?.cmd ?? '', [
    ...laidOut(fields),
    ...lines([aside], 'quiet'),
    ...actRow(submits.map(submitButton)),
  ]);
}
