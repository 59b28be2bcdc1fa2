import { type Ask, stepOf } from '../../../src/domain/procedure/asks';
import { type FieldDefinition, stageOf } from '../../../src/domain/procedure/definition';
import type { Deed, ProcedureRecord, Reader } from '../../../src/domain/procedure/record';
import type { FormField } from '../../../src/domain/procedure/stages';
import type { View } from '../record-frame';
import { displayValue, isBlankValue } from '../words/values';

/** What people type; everything else is a key, a number, a name, or counted. */
const TYPED = new Set<FieldDefinition['type']>([
  'text',
  'long',
  'customer',
  'product',
  'project',
  'outside',
  'records',
]);

const holds = (form: FormField[], key: string): boolean => form.some(({ field }) => field === key);

/** Whether whoever did this filled the field in, or decided on the record. */
function reaches(record: ProcedureRecord, { what, verdict }: Deed, key: string): boolean {
  const [stageKey = '', step] = what.split('.', 2);
  const stage = stageOf(record.definition, stageKey);
  if (stage?.kind === 'fill') return holds(stage.form, key);
  return stage?.kind === 'approve' && step !== undefined && verdict !== 'read' && stepOf(record, stage, step) !== null;
}

/**
 * Whether this reader may see the value of a field. A private one is only for whoever fills it in and whoever decides on the
 * record: never for a group.
 */
export function maySeeField(
  record: ProcedureRecord,
  field: Pick<FieldDefinition, 'key' | 'isPrivate'>,
  reader: Reader | null,
  ask: Ask | null,
): boolean {
  if (!field.isPrivate) return true;
  if (reader?.type !== 'person') return false;
  if (ask?.kind === 'approve' || (ask?.kind === 'fill' && holds(ask.form, field.key))) return true;
  return record.deeds.some((deed) => deed.by === reader.id && reaches(record, deed, field.key));
}

/** The fields of a form, in its order; a field that the definition does not have is passed over. */
export function fieldsOf({ definition }: ProcedureRecord, keys: string[]): FieldDefinition[] {
  return keys.flatMap((key) => definition.fields[key] ?? []);
}

/** The fields that hold something which the reader may see, in the order of the definition. */
export function filledFields({ record, reader, ask }: View): FieldDefinition[] {
  return Object.values(record.definition.fields).filter(
    (field) => !isBlankValue(record.values[field.key]) && maySeeField(record, field, reader, ask),
  );
}

/** A value on a card: masked for a group if somebody typed it, and cut to so many code points. */
export function shownValue({ record, ctx, typed }: View, field: FieldDefinition, max?: number): string {
  const value = displayValue(field, record.values[field.key], ctx);
  return TYPED.has(field.type) ? typed(value, max) : value;
}
