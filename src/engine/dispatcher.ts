import type { Logger } from 'pino';
import { CardStore } from '../db/card-store';
import { OutboxStore } from '../db/outbox-store';
import type { OutboxRow } from '../db/rows';
import type { InTransaction } from '../db/transaction';
import { PROGRAM } from '../domain/actor';
import type { Notice, RecordBase } from '../domain/decision';
import { AppError, codeOf, type ErrorCode } from '../domain/errors';
import { type Clock, HOUR, MINUTE, SECOND } from '../domain/time';
import { hashOf } from './card-hash';
import type { CommandHandler } from './command-handler';
import { enqueueAll, type NewId } from './commit';
import type { Directory } from './directory';
import { inLanes } from './lanes';
import { backOffMs, type Limits } from './limits';
import type { Metrics } from './metrics';
import type { Outgoing } from './outgoing';
import type { AnyWorkflow, MessageNotice } from './workflow';

const BATCH = 100;
/** Longer than any call may take; after a crash a row is taken again this much later. */
const LEASE_MS = MINUTE;
/** An answer that nobody expects: tried this often, then given up. */
const TRIES_IF_UNKNOWN = 6;

/** The platform's word is final for this recipient or this message. */
const FINAL: ReadonlySet<ErrorCode | null> = new Set([
  'feishu_target_gone',
  'feishu_message_gone',
  'feishu_not_allowed',
  'feishu_content_refused',
  'feishu_card_rejected',
]);

type CardNotice = Extract<Notice, { kind: 'card' }>;
type FileNotice = Extract<Notice, { kind: 'file' }>;
type KeepNotice = Extract<Notice, { kind: 'keep_attachment' }>;

export interface DispatcherParts {
  inTransaction: InTransaction;
  workflows: AnyWorkflow[];
  commands: CommandHandler;
  directory: Directory;
  outgoing: Outgoing;
  limits: Limits;
  metrics: Metrics;
  clock: Clock;
  newId: NewId;
  /** In [0, 1), for jitter. */
  random: () => number;
  /** Told once a day of what cannot be delivered. */
  admins: () => string[];
  log: Logger;
}

/** Outbox → Feishu: a lane a recipient, rate limits, retries; a row left behind by a crash is simply due again. */
export class Dispatcher {
  constructor(private readonly parts: DispatcherParts) {}

  /** Sends what may be sent now. True where it did anything at all, so that there may be more. */
  async run(): Promise<boolean> {
    const { inTransaction, clock, limits } = this.parts;
    const now = clock.now();
    limits.tidy(now);
    const rows = await inTransaction((tx) => new OutboxStore(tx).claim(now, BATCH, LEASE_MS));
    const progress = await Promise.all(inLanes(rows, laneOf).map((lane) => this.runLane(lane)));
    return progress.some(Boolean);
  }

  /** One after the other: what a person is told keeps its order. */
  private async runLane(lane: OutboxRow[]): Promise<boolean> {
    let progress = false;
    for (const [i, row] of lane.entries()) {
      const now = this.parts.clock.now();
      const waitMs = this.parts.limits.take(laneOf(row), now);
      if (waitMs > 0) {
        await this.postponeAll(lane.slice(i), now + waitMs);
        return progress;
      }
      progress = true;
      try {
        await this.deliver(row);
      } catch (error) {
        const isOver = await this.failed(row, error);
        if (!isOver) {
          await this.postponeAll(lane.slice(i + 1), now + SECOND);
          return progress;
        }
      }
    }
    return progress;
  }

  private async postponeAll(rows: OutboxRow[], dueAt: number): Promise<void> {
    await this.parts.inTransaction(async (tx) => {
      for (const row of rows) await new OutboxStore(tx).postpone(row, dueAt, null, false);
    });
  }

  private async deliver(row: OutboxRow): Promise<void> {
    const workflow = this.workflowOf(row);
    const record = await this.recordOf(row);
    const { notice } = row;
    if (notice.kind === 'message') return this.deliverMessage(row, workflow, record, notice);
    if (!record) return this.settle(row, 'moot');
    if (notice.kind === 'card') return this.deliverCard(row, workflow, record, notice);
    if (notice.kind === 'file') return this.deliverFile(row, notice);
    return this.keepAttachment(row, workflow, record, notice);
  }

  private async deliverCard(row: OutboxRow, workflow: AnyWorkflow, record: RecordBase, notice: CardNotice) {
    const { directory, outgoing, inTransaction, clock } = this.parts;
    const nameOf = await directory.names(workflow.peopleIn(record));
    const card = workflow.render(record, notice.wall, { nameOf, retired: false });
    const sent = await outgoing.sendCard({ to: notice.to, uuid: row.uuid }, card);
    const now = clock.now();
    const { workflow: name, recordId } = row;
    await inTransaction(async (tx) => {
      if (sent.asCard) {
        const { messageId, chatId } = sent;
        const posted = { workflow: name, recordId, wall: notice.wall, recipientId: notice.to.id, chatId, messageId };
        const version = record.version;
        await new CardStore(tx).post({ ...posted, version, hash: hashOf(card) }, now, row.attempts > 1);
        // What happened between drawing and posting did not yet know of this card.
        const current = await workflow.store(tx).get(recordId);
        if (current && current.version > version) await new CardStore(tx).want(name, recordId, current.version, now);
      }
      await new OutboxStore(tx).sent(row.id, sent.messageId, now);
    });
  }

  private async deliverMessage(
    row: OutboxRow,
    workflow: AnyWorkflow,
    record: RecordBase | null,
    notice: MessageNotice,
  ) {
    const { directory, outgoing, inTransaction, clock, metrics } = this.parts;
    let messageId = row.messageId;
    if (messageId === null) {
      const nameOf = await directory.names(workflow.peopleIn(record, notice));
      const card = workflow.compose(notice, record, nameOf);
      if (!card) return this.settle(row, 'moot');
      const under = await this.cardOf(row, notice.to.id);
      const replyTo = under ? { replyTo: under } : {};
      const sent = await outgoing.sendCard({ to: notice.to, uuid: row.uuid, ...replyTo }, card);
      messageId = sent.messageId;
      const rung = notice.params?.rung;
      if (typeof rung === 'string') metrics.reminders.inc({ rung });
      if (notice.buzz?.length) await inTransaction((tx) => new OutboxStore(tx).partlySent(row.id, sent.messageId));
    }
    if (notice.buzz?.length) await outgoing.buzz(messageId, notice.buzz);
    const sentId = messageId;
    await inTransaction((tx) => new OutboxStore(tx).sent(row.id, sentId, clock.now()));
  }

  private async deliverFile(row: OutboxRow, notice: FileNotice): Promise<void> {
    const { outgoing, inTransaction, clock } = this.parts;
    const under = await this.cardOf(row, notice.to.id);
    const message = { to: notice.to, uuid: row.uuid, ...(under ? { replyTo: under } : {}) };
    const sent = await outgoing.sendOrPlainly(message, { type: 'file', fileKey: notice.fileKey });
    await inTransaction((tx) => new OutboxStore(tx).sent(row.id, sent.messageId, clock.now()));
  }

  private async keepAttachment(row: OutboxRow, workflow: AnyWorkflow, record: RecordBase, notice: KeepNotice) {
    const attachment = workflow.attachmentOf(record, notice.key);
    if (!attachment) return this.settle(row, 'moot');
    const keptKey = await this.parts.outgoing.messenger.keepAttachment(notice.messageId, attachment);
    await this.attachmentSettled(row, notice, keptKey);
  }

  private async attachmentSettled(row: OutboxRow, notice: KeepNotice, keptKey: string | null): Promise<void> {
    const { commands, inTransaction, clock } = this.parts;
    const workflow = this.workflowOf(row);
    await commands.execute(workflow, row.recordId, workflow.attachmentKept(notice.key, keptKey), PROGRAM);
    await inTransaction((tx) => new OutboxStore(tx).sent(row.id, null, clock.now()));
  }

  private async cardOf(row: OutboxRow, recipientId: string): Promise<string | null> {
    if (row.recordId === 0) return null;
    const { inTransaction } = this.parts;
    const card = await inTransaction((tx) => new CardStore(tx).latestWith(row.workflow, row.recordId, recipientId));
    return card?.messageId ?? null;
  }

  /** True where the row is done with; false where it will be tried again. */
  private async failed(row: OutboxRow, error: unknown): Promise<boolean> {
    const { inTransaction, clock, limits, log, random } = this.parts;
    const code = codeOf(error);
    const isPuzzling = code === null || code === 'feishu_unknown';
    const isFinal = FINAL.has(code) || (isPuzzling && row.attempts >= TRIES_IF_UNKNOWN);
    if (isFinal) {
      log.error({ err: error, outboxId: row.id, recordId: row.recordId }, 'undeliverable');
      await this.giveUp(row, error);
      return true;
    }
    const now = clock.now();
    const asked = error instanceof AppError ? error.retryAfterMs : null;
    const dueAt = now + (code === 'feishu_quota_used_up' ? HOUR : (asked ?? backOffMs(row.attempts, random())));
    if (code === 'feishu_rate_limited') limits.pause(asked === null ? laneOf(row) : '', dueAt);
    log.warn({ err: error, outboxId: row.id, attempts: row.attempts }, 'not sent; it will be tried again');
    await inTransaction((tx) => new OutboxStore(tx).postpone(row, dueAt, String(code ?? 'error')));
    return false;
  }

  /** Feishu will never take it: the next best hears of it instead, and the admins are told once (design §2). */
  private async giveUp(row: OutboxRow, error: unknown): Promise<void> {
    const { notice } = row;
    this.parts.metrics.undeliverable.inc();
    if (notice.kind === 'keep_attachment') return this.attachmentSettled(row, notice, null);
    const { inTransaction, clock, newId, admins } = this.parts;
    const now = clock.now();
    const why = codeOf(error) ?? 'error';
    const { workflow: name, recordId } = row;
    const record = await this.recordOf(row);
    const wasAboutThis = notice.kind === 'message' && notice.name === 'undeliverable';
    await inTransaction(async (tx) => {
      const outbox = new OutboxStore(tx);
      await outbox.settle(row.id, 'refused', why);
      if (wasAboutThis) return;
      const params = { to: notice.to.id, toType: notice.to.type, why };
      const tell = (recipient: MessageNotice['to']): MessageNotice => ({
        kind: 'message',
        name: 'undeliverable',
        to: recipient,
        params,
      });
      const heirs = this.workflowOf(row).nextBest(notice, record).map(tell);
      await enqueueAll(tx, name, recordId, heirs, { now, newId });
      for (const id of admins()) {
        if (heirs.some(({ to }) => to.id === id)) continue;
        const dedupeKey = `undeliverable:${notice.to.id}:${id}`;
        const told = { workflow: name, recordId, notice: tell({ type: 'person', id }), uuid: newId(), dedupeKey };
        await outbox.enqueue(told, now);
      }
    });
  }

  private async settle(row: OutboxRow, state: 'moot'): Promise<void> {
    await this.parts.inTransaction((tx) => new OutboxStore(tx).settle(row.id, state));
  }

  private async recordOf(row: OutboxRow): Promise<RecordBase | null> {
    if (row.recordId === 0) return null;
    return this.parts.inTransaction((tx) => this.workflowOf(row).store(tx).get(row.recordId));
  }

  private workflowOf(row: OutboxRow): AnyWorkflow {
    const workflow = this.parts.workflows.find(({ name }) => name === row.workflow);
    if (!workflow) throw new Error(`outbox row ${row.id} belongs to an unknown workflow`);
    return workflow;
  }
}

function laneOf(row: OutboxRow): string {
  return 'to' in row.notice ? row.notice.to.id : `attachment:${row.notice.messageId}`;
}
