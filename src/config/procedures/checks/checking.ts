import type { FieldType } from '../../../domain/procedure/definition';
import { unknownEntry } from '../../unknown-entry';
import type { Path } from '../../yaml-file';
import { type FieldPart, type Scope, stageKeys } from '../scope';

/** Says what is wrong with the value at a path, and the way out; the sentence follows the place. */
export type Fault = (path: Path, message: string) => void;

/** What a check looks at. */
export interface Checking {
  scope: Scope;
  fault: Fault;
  /** The names of the ladders that there are. */
  ladders: readonly string[];
}

/** Says that a name is unknown, with the one that was probably meant. */
export function unknown({ fault }: Checking, path: Path, name: string, known: readonly string[]): void {
  fault(path, `${name} ${unknownEntry(name, known)}`);
}

/** The field of this name. Null, with a fault, if there is none, or if it has another type than these. */
export function fieldAt(
  checking: Checking,
  path: Path,
  name: string | undefined,
  types?: readonly FieldType[],
  fields: ReadonlyMap<string, FieldPart> = checking.scope.fields,
): FieldPart | null {
  if (name === undefined || !checking.scope.hasFields) return null;
  const field = fields.get(name);
  if (!field) {
    const fitting = [...fields].filter(([, { type }]) => !types || !type || types.includes(type));
    unknown(
      checking,
      path,
      name,
      (fitting.length > 0 ? fitting : [...fields]).map(([key]) => key),
    );
    return null;
  }
  const { type } = field;
  if (type === undefined || !types || types.includes(type)) return field;
  checking.fault(path, `${name} is a field of type ${type}; it must be of type ${types.join(' or ')}`);
  return null;
}

/** A fault if there is no stage of this key. */
export function stageAt(checking: Checking, path: Path, key: string | undefined): void {
  if (key === undefined) return;
  const keys = stageKeys(checking.scope);
  if (!keys.includes(key)) unknown(checking, path, key, keys);
}

/** A fault if a record cannot end so. */
export function endAt(checking: Checking, path: Path, key: string | undefined): void {
  const { life, ends } = checking.scope;
  if (key === undefined || life.ends === undefined || ends.includes(key)) return;
  unknown(checking, path, key, ends);
}

/** The field types whose values are numbers. */
export const NUMBERS: readonly FieldType[] = ['number', 'money', 'rating', 'nps'];

const FIXED_VALUES: Partial<Record<FieldType, readonly string[]>> = {
  yesno: ['yes', 'no', 'true', 'false'],
  rating: ['1', '2', '3', '4', '5'],
  nps: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
};

/** The values that a field can have; null if they cannot be listed. */
export function valuesOf({ type, choices }: FieldPart): readonly string[] | null {
  if (type === 'choice' || type === 'choices') return choices ? Object.keys(choices) : null;
  return (type && FIXED_VALUES[type]) ?? null;
}

/** A fault if the field can have no such value. */
export function valueAt(checking: Checking, path: Path, field: FieldPart, value: string): void {
  const values = valuesOf(field);
  if (values && !values.includes(value)) unknown(checking, path, value, values);
  const isNumber = field.type === 'number' || field.type === 'money';
  if (isNumber && !/^-?\d{1,12}(?:\.\d{1,4})?$/.test(value)) checking.fault(path, `must be a number, as the field is`);
}
