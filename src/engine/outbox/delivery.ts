import { mask } from '../../../cards/kit/mask';
import { CardStore } from '../../db/card-store';
import { OutboxStore } from '../../db/outbox-store';
import type { OutboxRow } from '../../db/rows';
import type { InTransaction } from '../../db/transaction';
import { PROGRAM } from '../../domain/actor';
import type { BundledNotice, Notice, RecordBase } from '../../domain/decision';
import type { ErrorCode } from '../../domain/errors';
import type { CardJson, SentMessage } from '../../domain/messaging';
import type { Clock } from '../../domain/time';
import { hashOf } from '../cards/card-hash';
import type { CommandHandler } from '../commands/command-handler';
import { enqueueAll, type NewId } from '../commands/commit';
import type { Directory } from '../directory';
import type { Metrics } from '../metrics';
import type { AnyWorkflow, MessageNotice } from '../workflow';
import type { Outgoing } from './outgoing';
import { aboutOf } from './records-of-notice';

type CardNotice = Extract<Notice, { kind: 'card' }>;
type FileNotice = Extract<Notice, { kind: 'file' }>;
type ForwardNotice = Extract<Notice, { kind: 'forward' }>;
type BundleNotice = Extract<Notice, { kind: 'bundle' }>;
type KeepNotice = Extract<Notice, { kind: 'keep_attachment' }>;

export interface DeliveryParts {
  inTransaction: InTransaction;
  workflows: AnyWorkflow[];
  commands: CommandHandler;
  directory: Directory;
  outgoing: Outgoing;
  /** Draws what is about the organisation; null for what is about a record. */
  aboutOrg: (notice: MessageNotice) => Promise<CardJson | null>;
  metrics: Metrics;
  clock: Clock;
  newId: NewId;
}

/** A message that is on its way: under which uuid, and about which record. */
type Saying = Pick<OutboxRow, 'uuid' | 'workflow' | 'recordId'>;

/** What each kind of notice means on the platform, and what is written down once it is done. */
export class Delivery {
  constructor(private readonly parts: DeliveryParts) {}

  /** Does what the row's notice asks; throws `AppError` where the platform will not, or not now. */
  async deliver(row: OutboxRow): Promise<void> {
    const workflow = this.workflowOf(row);
    const { notice } = row;
    if (notice.kind === 'bundle') return this.deliverBundle(row, workflow, notice);
    const record = await this.recordOf(row);
    if (notice.kind === 'message') return this.deliverMessage(row, workflow, record, notice);
    if (!record) return this.settle(row, 'moot');
    if (notice.kind === 'card') return this.deliverCard(row, workflow, record, notice);
    if (notice.kind === 'file') return this.deliverFile(row, notice);
    if (notice.kind === 'forward') return this.deliverForward(row, notice);
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
        // What happened between drawing and posting did not yet know of this card; what happens now waits for it.
        const current = await workflow.store(tx).locked(recordId);
        const drawn = { ...posted, version, hash: hashOf(card), instead: notice.instead };
        await new CardStore(tx).post(drawn, now, row.attempts > 1);
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
    let messageId = row.messageId;
    if (messageId === null) {
      const sent = await this.say(row, workflow, record, notice);
      if (!sent) return this.settle(row, 'moot');
      messageId = sent.messageId;
    }
    await this.said(row, workflow, messageId, [{ recordId: row.recordId, notice }]);
  }

  /** Each of its messages is looked at again: one that is no longer true drops out, one alone is what it would be. */
  private async deliverBundle(row: OutboxRow, workflow: AnyWorkflow, bundle: BundleNotice): Promise<void> {
    const { inTransaction, directory, outgoing } = this.parts;
    const about = await inTransaction((tx) => aboutOf(tx, workflow, row));
    const nameOf = await directory.names(about.flatMap(({ notice, record }) => workflow.peopleIn(record, notice)));
    const live = about.filter(({ notice, record }) => workflow.compose(notice, record, nameOf) !== null);
    const [first] = live;
    if (!first) return this.settle(row, 'moot');
    let { messageId } = row;
    if (messageId === null) {
      const saying = { uuid: row.uuid, workflow: row.workflow, recordId: first.record.id };
      const sent =
        live.length === 1 || !workflow.bundle
          ? await this.say(saying, workflow, first.record, first.notice)
          : await outgoing.sendCard({ to: bundle.to, uuid: row.uuid }, workflow.bundle(bundle.to, live, nameOf));
      if (!sent) return this.settle(row, 'moot');
      messageId = sent.messageId;
    }
    const items = live.map(({ notice, record }) => ({ recordId: record.id, notice }));
    await this.said(row, workflow, messageId, items);
  }

  /** The message is there; those it asks for are buzzed, and whom the platform will not buzz is written to instead. */
  private async said(row: OutboxRow, workflow: AnyWorkflow, messageId: string, items: BundledNotice[]): Promise<void> {
    const { outgoing, inTransaction, clock, metrics, newId } = this.parts;
    if (row.messageId === null) {
      for (const { notice } of items) {
        const rung = notice.params?.rung;
        if (typeof rung === 'string') metrics.reminders.inc({ rung });
      }
    }
    const buzzed = [...new Set(items.flatMap(({ notice }) => notice.buzz ?? []))];
    if (buzzed.length > 0) await inTransaction((tx) => new OutboxStore(tx).partlySent(row.id, messageId));
    const isRefused = buzzed.length > 0 && !(await outgoing.buzz(messageId, buzzed));
    const now = clock.now();
    await inTransaction(async (tx) => {
      await new OutboxStore(tx).sent(row.id, messageId, now);
      if (!isRefused) return;
      for (const { recordId, notice } of items) {
        const instead = (notice.buzz ?? []).flatMap((id) => workflow.unbuzzed?.(notice, id) ?? []);
        await enqueueAll(tx, workflow.name, recordId, instead, { now, newId });
      }
    });
  }

  /** A message is a card, or a file made for the occasion; null where it is no longer true. */
  private async say(
    saying: Saying,
    workflow: AnyWorkflow,
    record: RecordBase | null,
    notice: MessageNotice,
  ): Promise<SentMessage | null> {
    const { outgoing, inTransaction, directory } = this.parts;
    const namesOf = (personIds: string[]) => directory.names(personIds);
    const message = { to: notice.to, uuid: saying.uuid };
    const file = await workflow.fileFor?.(notice, { inTransaction, namesOf });
    if (file) {
      const fileKey = await outgoing.messenger.uploadFile(file.name, file.bytes);
      return outgoing.sendOrPlainly(message, { type: 'file', fileKey });
    }
    // Whom the bot talks to is known by name from then on, and can be chosen in the setup.
    const spokenTo = notice.to.type === 'person' ? [notice.to.id] : [];
    const card =
      (await this.parts.aboutOrg(notice)) ??
      workflow.compose(notice, record, await namesOf([...workflow.peopleIn(record, notice), ...spokenTo]));
    if (!card) return null;
    const under = await this.cardOf(saying, notice.to.id);
    return outgoing.sendCard(under ? { ...message, replyTo: under } : message, card);
  }

  private async deliverFile(row: OutboxRow, notice: FileNotice): Promise<void> {
    const { outgoing, inTransaction, clock } = this.parts;
    const under = await this.cardOf(row, notice.to.id);
    const message = { to: notice.to, uuid: row.uuid, ...(under ? { replyTo: under } : {}) };
    const sent = await outgoing.sendOrPlainly(message, { type: 'file', fileKey: notice.fileKey });
    await inTransaction((tx) => new OutboxStore(tx).sent(row.id, sent.messageId, clock.now()));
  }

  private async deliverForward(row: OutboxRow, notice: ForwardNotice): Promise<void> {
    const { outgoing, inTransaction, clock } = this.parts;
    const { messageId } = await outgoing.messenger.forward(notice.messageId, notice.to, row.uuid);
    await inTransaction((tx) => new OutboxStore(tx).sent(row.id, messageId, clock.now()));
  }

  /** The platform lets nobody pass the message on: the record says so, and its cards with it. */
  async forwardRefused(row: OutboxRow, notice: ForwardNotice, why: string): Promise<void> {
    const { commands, inTransaction } = this.parts;
    const workflow = this.workflowOf(row);
    await commands.execute(workflow, row.recordId, workflow.forwardRefused(notice.messageId), PROGRAM);
    await inTransaction((tx) => new OutboxStore(tx).settle(row.id, 'refused', why));
  }

  private async keepAttachment(row: OutboxRow, workflow: AnyWorkflow, record: RecordBase, notice: KeepNotice) {
    const attachment = workflow.attachmentOf(record, notice.key);
    if (!attachment) return this.settle(row, 'moot');
    const keptKey = await this.parts.outgoing.messenger.keepAttachment(notice.messageId, {
      ...attachment,
      // A file's name is shown in the group it is handed to.
      name: mask(attachment.name),
    });
    await this.attachmentSettled(row, notice, keptKey, null);
  }

  /** The attachment is ours now, or lost (null). */
  async attachmentSettled(
    row: OutboxRow,
    notice: KeepNotice,
    keptKey: string | null,
    why: ErrorCode | null,
  ): Promise<void> {
    const { commands, inTransaction, clock } = this.parts;
    const workflow = this.workflowOf(row);
    await commands.execute(workflow, row.recordId, workflow.attachmentKept(notice.key, keptKey, why), PROGRAM);
    await inTransaction((tx) => new OutboxStore(tx).sent(row.id, null, clock.now()));
  }

  private async cardOf(row: Saying, recipientId: string): Promise<string | null> {
    if (row.recordId === 0) return null;
    const { inTransaction } = this.parts;
    const card = await inTransaction((tx) => new CardStore(tx).latestWith(row.workflow, row.recordId, recipientId));
    return card?.messageId ?? null;
  }

  async recordOf(row: OutboxRow): Promise<RecordBase | null> {
    if (row.recordId === 0) return null;
    return this.parts.inTransaction((tx) => this.workflowOf(row).store(tx).get(row.recordId));
  }

  /** What the row was to say, of which record: several where it is a bundle. */
  async itemsOf(row: OutboxRow): Promise<{ notice: Notice; record: RecordBase | null }[]> {
    const { inTransaction } = this.parts;
    if (row.notice.kind === 'bundle') return inTransaction((tx) => aboutOf(tx, this.workflowOf(row), row));
    return [{ notice: row.notice, record: await this.recordOf(row) }];
  }

  workflowOf(row: OutboxRow): AnyWorkflow {
    const workflow = this.parts.workflows.find(({ name }) => name === row.workflow);
    if (!workflow) throw new Error(`outbox row ${row.id} belongs to an unknown workflow`);
    return workflow;
  }

  private async settle(row: OutboxRow, state: 'moot'): Promise<void> {
    await this.parts.inTransaction((tx) => new OutboxStore(tx).settle(row.id, state));
  }
}
