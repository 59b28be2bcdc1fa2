import type { Recipient } from '../messaging';
import type { Office } from '../office';
import { seesAll } from '../org/membership';
import { recipientOf } from './course/flow';
import type { FieldDefinition } from './definition';
import { type ProcedureRecord, personKey } from './record';

/** On which walls a card of the record hangs: with everybody to whom it ever came, and who did not hand it on. */
export function wallsOf({ parties }: ProcedureRecord, office: Office): { wall: string; to: Recipient }[] {
  return parties.flatMap(({ key, goneTo }) => {
    const to = goneTo === null ? recipientOf(key, office) : null;
    return to ? [{ wall: key, to }] : [];
  });
}

/** Whether a person has to do with the record: whoever began or holds it, was asked, or did a part of it. */
export function isInvolved(record: ProcedureRecord, personId: string): boolean {
  const { starterId, holderId, asked, deeds, parties, lines } = record;
  return (
    [starterId, holderId].includes(personId) ||
    asked.some((one) => one.personId === personId) ||
    deeds.some(({ by }) => by === personId) ||
    lines.some((line) => line.personId === personId) ||
    parties.some(({ key }) => key === personKey(personId))
  );
}

/** Whether the record holds what only few may see. */
export const isPrivate = ({ definition }: Pick<ProcedureRecord, 'definition'>): boolean =>
  Object.values(definition.fields).some((field) => field.isPrivate);

/** Whether a person may read the record: the involved and the office; of a private one, the involved alone. */
export function maySee(record: ProcedureRecord, personId: string, { org }: Pick<Office, 'org'>): boolean {
  return isInvolved(record, personId) || (seesAll(personId, org) && !isPrivate(record));
}

/** Whether a person may read a field of a record that they may see. */
export function maySeeField(field: FieldDefinition, record: ProcedureRecord, personId: string): boolean {
  return !field.isPrivate || isInvolved(record, personId);
}
