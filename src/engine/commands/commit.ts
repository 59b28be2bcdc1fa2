import { CardStore } from '../../db/card-store';
import { InboxStore } from '../../db/inbox-store';
import { OutboxStore, onceKey } from '../../db/outbox-store';
import { ProposalStore } from '../../db/registers/proposal-store';
import { TimelineStore } from '../../db/timeline-store';
import type { InTransaction, Tx } from '../../db/transaction';
import type { Accepted, Notice, Opened, RecordBase } from '../../domain/decision';
import { codeOf } from '../../domain/errors';
import { MINUTE, SECOND } from '../../domain/time';
import type { Core } from '../core';
import type { AnyWorkflow } from '../workflow';

type CommitParts = Pick<Core, 'workflows' | 'clock' | 'newId'>;

const TRIES = 5;

/** The tapped message is answered first: so long Feishu refuses other changes to it. */
const TAPPED_WAITS_MS = 6 * SECOND;

/** Runs `work` in a transaction of its own, and again from the start if somebody else wrote the record meanwhile. */
export async function untilFresh<T>(inTransaction: InTransaction, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(work);
    } catch (error) {
      if (codeOf(error) !== 'stale_record' || tries === TRIES) throw error;
    }
  }
}

/**
 * Writes a decision inside the caller's transaction: the record, its timeline, its notices, the records that it opens;
 * makes the record's cards due. `former` is the record before the decision; absent for a new one. Returns the record as
 * stored; throws `stale_record` if somebody else was faster.
 */
export async function commit<R extends RecordBase>(
  tx: Tx,
  parts: CommitParts,
  workflow: AnyWorkflow,
  decision: Accepted<R>,
  former?: R,
): Promise<R> {
  const store = workflow.store(tx);
  const isNew = decision.next.id === 0;
  const record = (await (isNew ? store.insert(decision.next) : store.save(decision.next))) as R;
  await noteNames(tx, parts, workflow, { record, former });
  await new TimelineStore(tx).add(workflow.name, record.id, record.version, decision.entry);
  if (!isNew && !decision.isProvisional) await wantCards(tx, parts, workflow, { record, notices: decision.notices });
  await enqueueAll(tx, parts, { workflow: workflow.name, recordId: record.id }, decision.notices);
  for (const opened of decision.opens ?? []) await openRecord(tx, parts, { workflow: workflow.name, ...opened });
  return record;
}

/** Proposes names that the record brings and that no register has; only if the decision changed them. */
async function noteNames(
  tx: Tx,
  { clock }: Pick<CommitParts, 'clock'>,
  workflow: AnyWorkflow,
  { record, former }: { record: RecordBase; former: RecordBase | undefined },
): Promise<void> {
  const brought = workflow.brings?.(record) ?? [];
  const before = (former && workflow.brings?.(former)) ?? [];
  if (JSON.stringify(brought) === JSON.stringify(before)) return;
  await new ProposalStore(tx).note({ workflow: workflow.name, recordId: record.id }, brought, clock.now());
}

/** A card that is to be replaced waits so long for the new one, which may not come. */
const REPLACED_WITHIN_MS = MINUTE;

/** Makes the record's cards due; those that a notice replaces only after the new card has had time to come. */
async function wantCards(
  tx: Tx,
  { clock }: Pick<CommitParts, 'clock'>,
  { name: workflow }: AnyWorkflow,
  { record, notices }: { record: RecordBase; notices: Notice[] },
): Promise<void> {
  const cards = new CardStore(tx);
  const now = clock.now();
  await cards.want(workflow, record.id, record.version, now);
  for (const notice of notices) {
    if (notice.kind !== 'card') continue;
    const replaced = { workflow, recordId: record.id, wall: notice.wall, recipientId: notice.to.id };
    await cards.awaitReplacement(replaced, now + REPLACED_WITHIN_MS);
  }
}

/** Stores a record that a decision or an answer opens, inside the caller's transaction. */
export async function openRecord(tx: Tx, parts: CommitParts, opened: Opened & { workflow: string }): Promise<void> {
  const { workflow: name, messageIds = [], ...decision } = opened;
  const workflow = parts.workflows.named(name);
  if (!workflow) throw new Error(`a record of an unknown workflow is to be opened: ${name}`);
  const { id } = await commit(tx, parts, workflow, { ok: true, ...decision });
  await new InboxStore(tx).moveTo(messageIds, { workflow: name, recordId: id });
}

/** Puts notices into the outbox; `recordId` is 0 if they are about no record. */
export async function enqueueAll(
  tx: Tx,
  { clock, newId }: Pick<CommitParts, 'clock' | 'newId'>,
  about: { workflow: string; recordId: number },
  notices: Notice[],
): Promise<void> {
  const outbox = new OutboxStore(tx);
  const now = clock.now();
  for (const notice of notices) {
    const row = { ...about, notice, uuid: newId(), ...specialsOf(about.workflow, notice) };
    await outbox.enqueue(row, now, notice.kind === 'grey' ? now + TAPPED_WAITS_MS : now);
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
