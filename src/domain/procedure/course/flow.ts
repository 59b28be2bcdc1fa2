import type { Given, Notice, Opened } from '../../decision';
import { chat, type JsonObject, person, type Recipient } from '../../messaging';
import type { Context } from '../../office';
import { departmentOf } from '../../org/org';
import { type Deed, departmentKey, type Party, type ProcedureRecord, personKey } from '../record';

/** A record on its way through a decision, with what the decision causes beside it. */
export interface Flow {
  record: ProcedureRecord;
  notices: Notice[];
  opens: Opened[];
  gives: Given[];
}

export const flowOf = (record: ProcedureRecord): Flow => ({ record, notices: [], opens: [], gives: [] });

export const withRecord = (flow: Flow, changes: Partial<ProcedureRecord>): Flow => ({
  ...flow,
  record: { ...flow.record, ...changes },
});

export const says = (flow: Flow, ...notices: Notice[]): Flow => ({ ...flow, notices: [...flow.notices, ...notices] });

/** A message about the record; people and groups hear of it once, in the order given. */
export function message(name: string, to: Recipient, params: JsonObject = {}): Extract<Notice, { kind: 'message' }> {
  return { kind: 'message', name, to, params };
}

/** The recipient behind a wall's name; null if nobody can be reached there, such as a department without a group. */
export function recipientOf(key: string, { org }: Pick<Context, 'org'>): Recipient | null {
  const [type, ...rest] = key.split(':');
  const id = rest.join(':');
  if (type === 'person') return person(id);
  const department = departmentOf(org, id);
  if (department?.chat) return chat(department.chat);
  return department?.lead ? person(department.lead) : null;
}

/** Where somebody who is asked reads of it: their own wall, or the department's. */
export const wallOf = (part: { personId: string | null; department: string | null }): string =>
  part.personId === null ? departmentKey(part.department ?? '') : personKey(part.personId);

/** The parties with this one among them, not gone. */
export function withParty(parties: readonly Party[], key: string): Party[] {
  return parties.some((one) => one.key === key)
    ? parties.map((one) => (one.key === key ? { key, goneTo: null } : one))
    : [...parties, { key, goneTo: null }];
}

/**
 * Puts a card on a wall. A party that the record comes back to gets its card anew, where it is seen; whoever acts has
 * the card before them already.
 */
export function hang(flow: Flow, key: string, context: Context): Flow {
  const { record } = flow;
  const to = recipientOf(key, context);
  const known = record.parties.some((one) => one.key === key && one.goneTo === null);
  const next = withRecord(flow, { parties: withParty(record.parties, key) });
  if (to === null || (known && key === personKey(context.actor.id ?? ''))) return next;
  return says(next, { kind: 'card', wall: key, to });
}

/** The record with one more deed of whoever acts. */
export function withDeed(
  record: ProcedureRecord,
  { now, actor }: Context,
  deed: Pick<Deed, 'what' | 'verdict' | 'insteadOf'> & { remark?: string },
): ProcedureRecord {
  const by = actor.id;
  if (by === null) return record;
  const { remark = '', ...rest } = deed;
  return { ...record, deeds: [...record.deeds, { ...rest, by, at: now, remark, round: record.round }] };
}
