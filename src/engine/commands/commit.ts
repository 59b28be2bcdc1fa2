import { CardStore } from '../../db/card-store';
import { InboxStore } from '../../db/inbox-store';
import { OutboxStore, onceKey } from '../../db/outbox-store';
import { TimelineStore } from '../../db/timeline-store';
import type { Tx } from '../../db/transaction';
import type { Accepted, Notice, RecordBase } from '../../domain/decision';
import type { Instant } from '../../domain/time';
import type { AnyWorkflow } from '../workflow';

/** Makes the ids that outgoing messages carry; random in production, counted in tests. */
export type NewId = () => string;

/**
 * Writes what was decided, inside the caller's transaction: the record, its timeline, its notices, that its cards are
 * behind, and likewise the records that came of it. Returns the record as stored; throws `stale_record` where somebody else was faster.
 */
export async function commit<R extends RecordBase>(
  tx: Tx,
  workflow: AnyWorkflow,
  decision: Accepted<R>,
  { now, newId }: { now: Instant; newId: NewId },
): Promise<R> {
  const store = workflow.store(tx);
  const isNew = decision.next.id === 0;
  const record = isNew ? ((await store.insert(decision.next)) as R) : decision.next;
  if (!isNew) await store.save(record);
  await new TimelineStore(tx).add(workflow.name, record.id, record.version, decision.entry);
  if (!isNew) await new CardStore(tx).want(workflow.name, record.id, record.version, now);
  await enqueueAll(tx, workflow.name, record.id, decision.notices, { now, newId });
  for (const { messageIds, ...opened } of decision.opens ?? []) {
    const { id } = await commit(tx, workflow, { ok: true, ...opened }, { now, newId });
    await new InboxStore(tx).moveTo(messageIds, id);
  }
  return record;
}

/** Puts notices about one record (0: about none) into the outbox. */
export async function enqueueAll(
  tx: Tx,
  workflow: string,
  recordId: number,
  notices: Notice[],
  { now, newId }: { now: Instant; newId: NewId },
): Promise<void> {
  const outbox = new OutboxStore(tx);
  for (const notice of notices) {
    await outbox.enqueue({ workflow, recordId, notice, uuid: newId(), ...specialsOf(workflow, notice) }, now);
  }
}

function specialsOf(workflow: string, notice: Notice): { held?: true; dedupeKey?: string } {
  if (notice.kind !== 'message') return {};
  const { gathers, once, to } = notice;
  return {
    ...(gathers ? { held: true as const } : {}),
    ...(once === undefined ? {} : { dedupeKey: onceKey(workflow, once, to.id) }),
  };
}
