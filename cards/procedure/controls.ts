import { shiftMonth } from '../../src/domain/procedure/clock/dates';
import type { FieldDefinition } from '../../src/domain/procedure/definition';
import type { Value, Values } from '../../src/domain/procedure/record';
import type { FormField as AskedField } from '../../src/domain/procedure/stages';
import { dateOf, longTime } from '../../src/domain/time';
import { categoryOptions, departmentOptions } from '../kit/choices';
import type { CardContext } from '../kit/context';
import type { Option } from '../kit/form-elements';
import type { FieldInput, FormField } from '../kit/record-form';
import type { View } from './frame';
import { labelText } from './labels';

/** A form with more people to choose from is slow on a phone; whoever is missing is named in a reply. */
const MAX_PEOPLE = 80;
/** Months that a select offers around this one. */
const MONTHS = [-2, -1, 0, 1, 2, 3, 4, 5, 6];

/** Types that no input takes: their values come by a reply under the card. */
const BY_REPLY: ReadonlySet<string> = new Set(['rows', 'files', 'records']);

export const isByReply = ({ type }: FieldDefinition): boolean => BY_REPLY.has(type);

/** Everybody whom the bot knows to be of the company. */
export function knownPeople(
  { org, groupMembers }: Pick<CardContext, 'org' | 'groupMembers'>,
  also: string[] = [],
): string[] {
  const leads = org.departments.flatMap(({ lead }) => lead ?? []);
  const members = org.departments.flatMap(({ chat }) => (chat === null ? [] : [...(groupMembers?.get(chat) ?? [])]));
  const holders = Object.values(org.positions ?? {}).flat();
  return [...new Set([...also, ...leads, ...members, ...org.clerks, ...org.managers, ...holders, ...org.admins])].slice(
    0,
    MAX_PEOPLE,
  );
}

const asList = (value: Value | undefined): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

function months({ now, timeZone }: CardContext): Option[] {
  const month = dateOf(now, timeZone).slice(0, 7);
  return MONTHS.map((count) => shiftMonth(month, count)).map((value) => ({ value, text: value }));
}

/** The value as the control begins with it. */
function initialOf({ type }: FieldDefinition, value: Value | undefined, { timeZone }: CardContext): string {
  if (value === undefined || Array.isArray(value)) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return type === 'datetime' && typeof value === 'number' ? longTime(value, timeZone) : String(value);
}

function inputOf(field: FieldDefinition, value: Value | undefined, { ctx, room }: View): FieldInput {
  const { procedure } = ctx.texts;
  const choices = field.choices.map(({ key, label }) => ({ value: key, text: labelText(label, ctx) }));
  const initial = initialOf(field, value, ctx);
  switch (field.type) {
    case 'long':
      return 'text';
    case 'date':
      return 'date';
    case 'datetime':
      return 'time';
    case 'month':
      return months(ctx);
    case 'choice':
      return choices;
    case 'choices':
      return { several: choices, selected: asList(value) };
    case 'yesno':
      return [
        { value: 'yes', text: procedure.yes },
        { value: 'no', text: procedure.no },
      ];
    case 'rating':
      return procedure.ratings.map((text, index) => ({ value: String(index + 1), text })).reverse();
    case 'nps':
      return Array.from({ length: 11 }, (_, at) => ({ value: String(at), text: String(at) }));
    case 'person':
      return { people: knownPeople(ctx, initial === '' ? [] : [initial]), selected: [], several: false };
    case 'people':
      return { people: knownPeople(ctx, asList(value)), selected: asList(value), several: true };
    case 'department':
      return departmentOptions({ ctx, room }, initial);
    case 'category':
      return categoryOptions({ ctx, room }, initial);
    default:
      return 'line';
  }
}

/** A field of a definition as a field of a form; null for one that no input takes. */
export function controlFor(field: FieldDefinition, asked: AskedField, values: Values, view: View): FormField | null {
  if (field.computed || isByReply(field)) return null;
  const label = labelText(field.label, view.ctx);
  const value = values[field.key];
  return {
    name: field.key,
    label,
    placeholder: label,
    required: asked.required,
    initial: initialOf(field, value, view.ctx),
    as: inputOf(field, value, view),
  };
}

/** The controls of a form's fields, in its order. */
export function controlsFor(
  form: readonly AskedField[],
  fields: Readonly<Record<string, FieldDefinition>>,
  values: Values,
  view: View,
): FormField[] {
  return form.flatMap((asked) => {
    const field = fields[asked.field];
    const control = field && controlFor(field, asked, values, view);
    return control ? [control] : [];
  });
}
