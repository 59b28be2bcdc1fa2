import type { FieldDefinition } from '../../../src/domain/procedure/definition';
import type { Value } from '../../../src/domain/procedure/record';
import { dateOf } from '../../../src/domain/time';
import type { Room } from '../../kit/card-size';
import { categoryOptions, departmentOptions } from '../../kit/choices';
import type { CardContext } from '../../kit/context';
import { columns, type Element, lines, sideBySide } from '../../kit/elements';
import {
  datePicker,
  dateTimePicker,
  type FieldParts,
  labelOf,
  MAX_INPUT,
  multiSelect,
  type Option,
  select,
  textArea,
  textInput,
} from '../../kit/form-elements';
import { personName } from '../../kit/names';
import { knownPeople } from '../people';
import { labelText } from '../words/labels';
import { displayValue, keysOf } from '../words/values';

/** Where a control is drawn. */
export interface Place {
  ctx: CardContext;
  room: Room;
  /** Lines of a long text at first. */
  rows?: number;
}

/** A field in a form. */
export interface Control {
  field: Pick<FieldDefinition, 'key' | 'label' | 'type' | 'choices' | 'default'>;
  /** The label has a star. */
  required: boolean;
  /** The client sends nothing until the field is filled in: not for a form whose buttons need different fields. */
  enforced: boolean;
  value: Value | undefined;
  /** What stands in the empty control, if not the label. */
  hint?: string;
}

/** Lines of a long text; fewer if the form has several. */
const LONG_ROWS = 3;
const SHORTER_ROWS = 2;
/** Months that a select offers around the present one. */
const MONTHS_BEFORE = 3;
const MONTHS_AFTER = 9;

const OUTSIDE_FORMS = new Set<FieldDefinition['type']>(['files', 'rows', 'records']);

/** Whether people fill the field in on a card: tables and files come as messages, and the program computes the rest. */
export const isForForms = ({ type, computed }: Pick<FieldDefinition, 'type' | 'computed'>): boolean =>
  computed === null && !OUTSIDE_FORMS.has(type);

/** Whether a card can hold the value: an input that shows a part of a text would send that part back. */
export const fitsInput = (value: Value | undefined): boolean => typeof value !== 'string' || value.length <= MAX_INPUT;

const RATINGS = [5, 4, 3, 2, 1];
const NPS = Array.from({ length: 11 }, (_, points) => 10 - points);

/** Months around the present one, `2026-12`, and the chosen one in any case. */
function months(chosen: string, { now, timeZone }: CardContext): string[] {
  const [year = 0, month = 1] = dateOf(now, timeZone).split('-').map(Number);
  const first = year * 12 + month - 1 - MONTHS_BEFORE;
  const near = Array.from({ length: MONTHS_BEFORE + MONTHS_AFTER + 1 }, (_, i) => {
    const at = first + i;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
  return /^\d{4}-\d{2}$/.test(chosen) && !near.includes(chosen) ? [chosen, ...near] : near;
}

function people(chosen: string[], { ctx, room }: Place): Option[] {
  const all = [...new Set([...chosen, ...knownPeople(ctx.org, ctx.groupMembers)])];
  return all.slice(0, Math.max(room.options, chosen.length)).map((id) => ({ value: id, text: personName(id, ctx) }));
}

/** The options of a field that offers some; null for any other. */
function optionsOf(field: Control['field'], value: Value | undefined, place: Place): Option[] | null {
  const { ctx } = place;
  const chosen = typeof value === 'string' ? value : '';
  const { values } = ctx.texts.procedure;
  const shown = (type: FieldDefinition['type'], one: Value): string => displayValue({ type }, one, ctx);
  switch (field.type) {
    case 'choice':
    case 'choices':
      return field.choices.map(({ key, label }) => ({ value: key, text: labelText(label, ctx) }));
    case 'yesno':
      return [
        { value: 'yes', text: values.yes },
        { value: 'no', text: values.no },
      ];
    case 'rating':
      return RATINGS.map((points) => ({ value: String(points), text: shown('rating', points) }));
    case 'nps':
      return NPS.map((points) => ({ value: String(points), text: shown('nps', points) }));
    case 'month':
      return months(chosen, ctx).map((month) => ({ value: month, text: shown('month', month) }));
    case 'department':
      return departmentOptions(place, chosen);
    case 'category':
      return categoryOptions(place, chosen);
    case 'person':
      return people(chosen === '' ? [] : [chosen], place);
    case 'people':
      return people(keysOf(value), place);
    default:
      return null;
  }
}

/** What a control holds at first: the value, else the definition's default. */
function initialOf({ field, value }: Control): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : (field.default ?? '');
}

/** A moment as the picker takes it; empty for nothing. */
const pickedTime = (initial: string): string =>
  /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}/.exec(initial)?.[0].replace('T', ' ') ?? '';

const pickedDate = (initial: string): string => /^\d{4}-\d{2}-\d{2}$/.exec(initial)?.[0] ?? '';

/** The control of a field without its label; `isLong` is as wide as the card. */
interface Drawn {
  elements: Element[];
  kind: 'long' | 'choice' | 'short';
}

function drawn(control: Control, label: string, place: Place): Drawn {
  const { ctx } = place;
  const { field, enforced, value, required, hint } = control;
  const options = optionsOf(field, value, place);
  const initial = initialOf(control);
  const isTyped = options === null && !['date', 'datetime'].includes(field.type);
  const parts: FieldParts = {
    name: field.key,
    label: '',
    placeholder: hint ?? (isTyped ? ctx.texts.typeHere : ctx.texts.chooseHere),
    required: required && enforced,
    initial,
  };
  if (options) {
    const isMany = field.type === 'choices' || field.type === 'people';
    return { elements: isMany ? multiSelect(parts, options, keysOf(value)) : select(parts, options), kind: 'choice' };
  }
  switch (field.type) {
    case 'date':
      return { elements: datePicker({ ...parts, initial: pickedDate(initial) }), kind: 'short' };
    case 'datetime':
      return { elements: dateTimePicker({ ...parts, initial: pickedTime(initial) }), kind: 'short' };
    case 'long': {
      // A filled input no longer shows its placeholder: its label stands above it.
      // The client itself puts a star behind the label of a required input.
      const own = parts.required ? labelText(field.label, ctx) : label;
      const named = initial === '' ? { placeholder: hint ?? label } : { label: own };
      return { elements: textArea({ ...parts, ...named }, place.rows ?? LONG_ROWS), kind: 'long' };
    }
    default:
      return { elements: textInput(parts), kind: 'short' };
  }
}

/** The controls of a form in their order: the label left of the control, two empty selects side by side. */
export function controlsOf(controls: Control[], { ctx, room }: Place): Element[] {
  const long = controls.filter(({ field }) => field.type === 'long').length;
  return laidOut(controls, { ctx, room, rows: long > 1 ? SHORTER_ROWS : LONG_ROWS });
}

function laidOut(controls: Control[], place: Place): Element[] {
  const [first, second, ...rest] = controls;
  if (!first) return [];
  const label = labelIn(first, place.ctx);
  const one = drawn(first, label, place);
  if (second && isBareChoice(first, one)) {
    const next = { ...second, hint: labelIn(second, place.ctx) };
    const other = drawn(next, next.hint, place);
    if (isBareChoice(second, other)) {
      const named = drawn({ ...first, hint: label }, label, place);
      return [columns([named.elements, other.elements]), ...laidOut(rest, place)];
    }
  }
  const beside = sideBySide([
    [1, lines([label], 'quiet')],
    [3, one.elements],
  ]);
  return [...(one.kind === 'long' ? one.elements : [beside]), ...laidOut(controls.slice(1), place)];
}

const labelIn = ({ field, required }: Control, ctx: CardContext): string =>
  labelOf({ label: labelText(field.label, ctx), required });

/** A chosen value does not say of which field it is; an empty select shows its label inside. */
const isBareChoice = (control: Control, { kind }: Drawn): boolean => kind === 'choice' && initialOf(control) === '';
