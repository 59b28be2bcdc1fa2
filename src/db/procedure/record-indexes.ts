import { In } from 'typeorm';
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

/** Whoever must act on the record now. */
export const askedParties = ({ asked, isOpen }: ProcedureRecord): string[] =>
  isOpen ? [...new Set(asked.map(wallOf))] : [];

/** Everybody who has to do with the record. */
export function partiesOf({ starterId, holderId, asked, deeds, parties, lines }: ProcedureRecord): string[] {
  const people = [
    starterId,
    holderId,
    ...deeds.map(({ by }) => by),
    ...lines.flatMap(({ personId }) => personId ?? []),
  ];
  const walls = [...asked.map(wallOf), ...parties.map(({ key }) => key)];
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
    const texts = parts.filter((one) => typeof one !== 'object').map((one) => String(one).slice(0, MAX_TEXT));
    return texts.filter((text) => text !== '').map((text, place) => ({ field, place, text }));
  });
}

/** Brings what queries look up to the record as it is now; rows that stay are not touched. */
export async function keepIndexes(tx: Tx, record: ProcedureRecord): Promise<void> {
  const { id: recordId } = record;
  await keepParties(tx, ProcedureAskedRow, recordId, askedParties(record));
  await keepParties(tx, ProcedurePartyRow, recordId, partiesOf(record));
  await keepValues(tx, recordId, lookedUpValues(record));
  const text = recordSearchText(record);
  const known = await tx.findOneBy(ProcedureSearchRow, { recordId });
  if (known === null) await tx.insert(ProcedureSearchRow, { recordId, text });
  else if (known.text !== text) await tx.update(ProcedureSearchRow, { recordId }, { text });
}

async function keepParties(
  tx: Tx,
  table: typeof ProcedureAskedRow | typeof ProcedurePartyRow,
  recordId: number,
  wanted: string[],
): Promise<void> {
  const known = (await tx.findBy(table, { recordId })).map(({ party }) => party);
  const gone = known.filter((party) => !wanted.includes(party));
  const added = wanted.filter((party) => !known.includes(party));
  if (gone.length > 0) await tx.delete(table, { recordId, party: In(gone) });
  if (added.length > 0)
    await tx.insert(
      table,
      added.map((party) => ({ recordId, party })),
    );
}

async function keepValues(
  tx: Tx,
  recordId: number,
  wanted: { field: string; place: number; text: string }[],
): Promise<void> {
  const known = await tx.findBy(ProcedureValueRow, { recordId });
  const isKnown = (one: { field: string; place: number; text: string }) =>
    known.some(({ field, place, text }) => field === one.field && place === one.place && text === one.text);
  const isWanted = (one: ProcedureValueRow) =>
    wanted.some(({ field, place, text }) => field === one.field && place === one.place && text === one.text);
  for (const { field, place } of known.filter((one) => !isWanted(one))) {
    await tx.delete(ProcedureValueRow, { recordId, field, place });
  }
  const added = wanted.filter((one) => !isKnown(one));
  if (added.length > 0)
    await tx.insert(
      ProcedureValueRow,
      added.map((one) => ({ recordId, ...one })),
    );
}
