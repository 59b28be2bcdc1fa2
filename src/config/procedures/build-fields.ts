import type { Choice, Column, FieldDefinition, Label } from '../../domain/procedure/definition';
import { usualLabel } from './grammar/columns';
import type { WrittenField } from './schema';

type Labels = Readonly<Record<string, Label>>;

/** In the order of the file. */
export const choicesOf = (labels: Labels = {}): Choice[] =>
  Object.entries(labels).map(([key, label]) => ({ key, label }));

/** The fields as the kit reads them, in the order of the file. */
export function fieldsOf(fields: Readonly<Record<string, WrittenField>>): Record<string, FieldDefinition> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, fieldOf(key, field)]));
}

function fieldOf(key: string, written: WrittenField): FieldDefinition {
  const { label, type, choices, columns = {}, default: given, from = null, of = null, computed = null } = written;
  return {
    ...{ key, label, type, choices: choicesOf(choices) },
    default: given === undefined ? null : plainValue(type, given),
    columns: Object.entries(columns).map(([name, column]) => columnOf(name, column)),
    ...{ from, of, isPrivate: written.private ?? false, computed },
  };
}

function columnOf(key: string, written: NonNullable<WrittenField['columns']>[string]): Column {
  const { type = 'text', label = usualLabel(key, type), choices } = written;
  return { key, label, type, ...(choices ? { choices: choicesOf(choices) } : {}) };
}

const SWITCHES = new Map([
  ['true', 'yes'],
  ['false', 'no'],
]);

/** A value as conditions, defaults and starts name it: of a `yesno` field always `yes` or `no`. */
export const plainValue = (type: FieldDefinition['type'] | undefined, value: string): string =>
  type === 'yesno' ? (SWITCHES.get(value) ?? value) : value;
