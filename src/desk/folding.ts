import type { OutboxRow } from '../db/engine-rows';
import { OutboxStore } from '../db/outbox-store';
import type { Tx } from '../db/transaction';
import { type Fold, type Foldable, foldOf, foldsSince, type SaidDigest } from '../domain/digest/folding';
import type { Office } from '../domain/office';
import { HOUR, type Instant } from '../domain/time';
import { BOT } from '../engine/desk';
import type { DigestMessage } from './digest';

/** The clocks of several hosts differ by less. */
const MOST_AHEAD_MS = HOUR;

/** Null if no digest says the same. */
function foldable({ notice, createdAt }: OutboxRow): Foldable | null {
  if (notice.kind !== 'message' || notice.inDigest === undefined || notice.to.type !== 'person') return null;
  const dueAt = notice.params?.dueAt;
  if (typeof dueAt !== 'number') return null;
  return { to: notice.to.id, at: createdAt, dueAt, isPressing: notice.inDigest === 'now' };
}

/** The digests of other people's records that were said lately, by the open_id of their readers. */
async function saidSince(tx: Tx, since: Instant, now: Instant): Promise<Map<string, SaidDigest[]>> {
  const said = new Map<string, SaidDigest[]>();
  const rows = await new OutboxStore(tx).aboutRecord(BOT, 0, since, now + MOST_AHEAD_MS);
  for (const { notice, state, createdAt } of rows) {
    if (notice.kind !== 'message' || notice.name !== 'digest' || state === 'refused') continue;
    const { digest } = notice.params as unknown as DigestMessage;
    if (digest.audience === 'own') continue;
    said.set(notice.to.id, [...(said.get(notice.to.id) ?? []), { at: createdAt, date: digest.date }]);
  }
  return said;
}

/**
 * What becomes of gathered messages that a digest says as well, by the id of the row. It is derived anew at each tick, from
 * the digests that were said and those that are to come: so a restart, another process or another time of the digest
 * loses no message.
 */
export async function foldsOf(
  tx: Tx,
  rows: OutboxRow[],
  now: Instant,
  office: Office,
): Promise<ReadonlyMap<number, Fold>> {
  const found = rows.flatMap((row) => {
    const message = foldable(row);
    return message ? [{ id: row.id, message }] : [];
  });
  if (found.length === 0) return new Map();
  const since = foldsSince(Math.min(...found.map(({ message }) => message.at)));
  const said = await saidSince(tx, since, now);
  return new Map(found.map(({ id, message }) => [id, foldOf(message, said.get(message.to) ?? [], now, office)]));
}
