import { wallOf } from '../../domain/procedure/course/flow';
import type { FieldType } from '../../domain/procedure/definition';
import { OUTSIDE } from '../../domain/procedure/moves/outside';
import { type ProcedureRecord, personKey } from '../../domain/procedure/record';
import { recordSearchText } from '../../domain/procedure/search';
import type { Tx } from '../transaction';
import { ProcedureAskedRow, ProcedurePartyRow, ProcedureSearchRow, ProcedureValueRow } from './procedure-row';

/** Types whose values are looked up: short and telling ones. */
const LOOKED_UP: ReadonlySet<FieldType> = new Set<FieldType>([
  ...(['text', 'date', 'month', 'choice', 'choices', 'yesno', 'person', 'people'] as const),
  ...(['department', 'category', 'customer', 'product', 'project'] as const),
]);

const MAX_TEXT = 128;

/** A value as it is looked up: its first characters, none of them cut in half. */
export const lookedUpText = (value: unknown): string => [...String(value)].slice(0, MAX_TEXT).join('').trimEnd();

/** Whoever must act on the record now: do its stage, answer its question, or agree to a later date. */
export function askedParties({ asked, isOpen, question, extension }: ProcedureRecord): string[] {
  if (!isOpen) return [];
  const people = [question?.to, extension?.waitsFor].filter((id) => typeof id === 'string');
  return [...new Set([...asked.map(wallOf), ...people.map(personKey)])];
}

/** Everybody who has to do with the record. */
export function partiesOf(record: ProcedureRecord): string[] {
  const { starterId, holderId, deeds, parties, lines } = record;
  const people = [
    starterId,
    holderId,
    ...deeds.map(({ by }) => by),
    ...lines.flatMap(({ personId }) => personId ?? []),
  ];
  const walls = [...askedParties(record), ...parties.map(({ key }) => key)];
  return [...new Set([...people.filter((id) => id !== OUTSIDE && id !== '').map(personKey), ...walls])];
}

/** The values of the record that are looked up: each field's parts as text. */
export function lookedUpValues({
  definition,
  values,
}: ProcedureRecord): { field: string; place: number; text: string }[] {
  return Object.entries(values).flatMap(([field, value]) => {
    const type = definition.fields[field]?.type;
    if (type === undefined || !LOOKED_UP.has(type)) return [];
    const parts = Array.isArray(value) ? value : [value];
    const texts = parts.filter((one) => typeof one !== 'object').map(lookedUpText);
    return texts.filter((text) => text !== '').map((text, place) => ({ field, place, text }));
  });
}

/** Brings what queries look up to the record as it is now; rows that stay are not touched. */
export async function keepIndexes(tx: Tx, record: ProcedureRecord): Promise<void> {
  const { id: recordId, isOpen } = record;
  await keepRows(tx, ProcedureAskedRow, { recordId, wanted: askedParties(record).map((party) => ({ party })) });
  await keepRows(tx, ProcedurePartyRow, { recordId, wanted: partiesOf(record).map((party) => ({ party, isOpen })) });
  await keepRows(tx, ProcedureValueRow, { recordId, wanted: lookedUpValues(record) });
  const text = recordSearchText(record);
  const known = await tx.findOneBy(ProcedureSearchRow, { recordId });
  if (known === null) await tx.insert(ProcedureSearchRow, { recordId, text });
  else if (known.text !== text) await tx.update(ProcedureSearchRow, { recordId }, { text });
}

type IndexRow = ProcedureAskedRow | ProcedurePartyRow | ProcedureValueRow;

/** Leaves the wanted rows of the record in the table, and no others. */
async function keepRows<R extends IndexRow>(
  tx: Tx,
  table: new () => R,
  { recordId, wanted }: { recordId: number; wanted: Omit<R, 'recordId'>[] },
): Promise<void> {
  const nameOf = (row: object): string => JSON.stringify(Object.entries({ ...row, recordId }).sort());
  const known = await tx.find<IndexRow>(table, { where: { recordId } });
  const [stored, kept] = [new Set(known.map(nameOf)), new Set(wanted.map(nameOf))];
  const gone = known.filter((row) => !kept.has(nameOf(row)));
  const added = wanted.filter((row) => !stored.has(nameOf(row)));
  for (const row of gone) await tx.delete(table, row as object);
  if (added.length > 0) await tx.insert<IndexRow>(table, added.map((row) => ({ ...row, recordId })) as never);
}
