import { setTimeout as sleep } from 'node:timers/promises';
import { mask } from '../../../cards/kit/mask';
import { CardStore } from '../../db/card-store';
import type { OutboxRow } from '../../db/engine-rows';
import { OutboxStore } from '../../db/outbox-store';
import type { Tx } from '../../db/transaction';
import { PROGRAM } from '../../domain/actor';
import type { MessageNotice, Notice } from '../../domain/decision';
import { AppError } from '../../domain/errors';
import { type CardJson, type OutgoingMessage, person, type SentMessage } from '../../domain/messaging';
import { isOnTime } from '../../domain/reminder-figures';
import { SECOND } from '../../domain/time';
import type { CommandHandler } from '../commands/command-handler';
import { enqueueAll } from '../commands/commit';
import { hashOf } from '../commands/shown-cards';
import { type Core, cardContext } from '../core';
import type { Desk } from '../desk';
import type { Unreachable } from '../organisation/unreachable';
import { LEASE_MS } from '../queue/lanes';
import type { Known } from '../workflow';
import type { DoubtfulMessages } from './doubtful';
import { drawBundle, itemsOf, type NoticeItem } from './notice-items';
import type { Outgoing } from './outgoing';

type NoticeOf<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>;
type RowOf<Kind extends Notice['kind']> = OutboxRow & { notice: NoticeOf<Kind> };

/** A message as it was sent, and the record it was about (`recordId` 0: about none). */
type SentItem = { workflow: string; recordId: number; notice: MessageNotice };

export interface DeliveryParts {
  core: Core;
  commands: CommandHandler;
  outgoing: Outgoing;
  doubtful: Pick<DoubtfulMessages, 'find'>;
  desk: Pick<Desk, 'message' | 'file'>;
  unreachable: Pick<Unreachable, 'isBack'>;
}

/** A database that restarts is away for less. */
const WRITE_TRIES = 30;
const WRITE_PAUSE_MS = SECOND;

/** A card that was drawn without all names is drawn again then. */
const NAMES_LATER_MS = 30 * SECOND;

const isOf = <Kind extends Notice['kind']>(row: OutboxRow, kind: Kind): row is RowOf<Kind> => row.notice.kind === kind;

/** Sends the message of a row, and notes that it was sent. */
export class Delivery {
  constructor(private readonly parts: DeliveryParts) {}

  /** Throws `AppError` if Feishu will not do it, or not now. */
  async deliver(row: OutboxRow): Promise<void> {
    await this.send(row);
    const { notice, unreachableSince } = row;
    if (unreachableSince !== null && 'to' in notice) await this.parts.unreachable.isBack(notice.to);
  }

  private async send(row: OutboxRow): Promise<void> {
    if (isOf(row, 'bundle')) return this.bundle(row);
    if (isOf(row, 'message')) return this.message(row);
    const { inTransaction, workflows } = this.parts.core;
    const known = await inTransaction((tx) => workflows.record(tx, row));
    if (!known) return this.moot(row);
    if (isOf(row, 'card')) return this.card(row, known);
    if (isOf(row, 'file')) return this.keptFile(row, known);
    if (isOf(row, 'forward')) return this.forward(row);
    if (isOf(row, 'keep_attachment')) return this.keepAttachment(row, known);
  }

  private async card(row: RowOf<'card'>, { workflow, record }: Known): Promise<void> {
    const { core } = this.parts;
    const { notice, recordId } = row;
    const people = workflow.face.people(record, null, core.office());
    const { nameOf, complete } = await core.directory.namesWithin(people);
    const card = workflow.face.card(record, notice.wall, cardContext(core, nameOf), false);
    const sent = (await this.cardFound(row)) ?? (await this.cardSent(row, card));
    const now = core.clock.now();
    await this.written(async (tx) => {
      if (sent.asCard) {
        const { messageId, chatId, threadId } = sent;
        const { wall, to, instead } = notice;
        const place = { workflow: workflow.name, recordId, wall, recipientId: to.id, chatId, messageId, threadId };
        // A change made between drawing and posting missed this card; a change from now on waits for the lock.
        const current = await workflow.store(tx).locked(recordId);
        const drawn = { ...place, version: record.version, hash: hashOf(card), instead };
        const cards = new CardStore(tx);
        await cards.post(drawn, now, row.attempts > 1);
        if (current && current.version > record.version) {
          await cards.want(workflow.name, recordId, current.version, now);
        }
        if (!complete) await cards.hold(messageId, now + NAMES_LATER_MS);
      }
      await new OutboxStore(tx).sent(row.id, sent.messageId, now);
    });
  }

  private async cardSent(row: RowOf<'card'>, card: CardJson): Promise<SentMessage & { asCard: boolean }> {
    await this.confirm(row);
    return this.parts.outgoing.sendCard({ to: row.notice.to, uuid: row.uuid }, card);
  }

  /** The card as an earlier try brought it out: it is drawn again, because nobody knows what it shows. */
  private async cardFound(row: RowOf<'card'>): Promise<(SentMessage & { asCard: boolean }) | null> {
    const sent = await this.parts.doubtful.find(row, row.notice.to, ['interactive']);
    return sent && { ...sent, asCard: true };
  }

  private async found(row: RowOf<'message'> | RowOf<'bundle'>): Promise<string | null> {
    return (await this.parts.doubtful.find(row, row.notice.to, ['interactive', 'post', 'file']))?.messageId ?? null;
  }

  private async message(row: RowOf<'message'>): Promise<void> {
    const { core } = this.parts;
    const [item = null] = await core.inTransaction((tx) => itemsOf(tx, core.workflows, row));
    const messageId = row.messageId ?? (await this.found(row)) ?? (await this.say(row, row.notice, item));
    if (messageId === null) return this.moot(row);
    const { workflow, recordId, notice } = row;
    await this.said(row, messageId, [{ workflow, recordId, notice }]);
  }

  /**
   * Checks each message of the bundle again and drops messages that are no longer true; a single message left is sent
   * by itself.
   */
  private async bundle(row: RowOf<'bundle'>): Promise<void> {
    const { core, outgoing } = this.parts;
    const items = await core.inTransaction((tx) => itemsOf(tx, core.workflows, row));
    const office = core.office();
    const people = items.flatMap(({ workflow, record, notice }) => workflow.face.people(record, notice, office));
    const context = cardContext(core, await core.directory.names(people));
    const live = items.filter((item) => item.workflow.face.message(item, context) !== null);
    const send = async (): Promise<string | null> => {
      const [first, second] = live;
      if (!first || !second) return first ? this.say(row, first.notice, first) : null;
      await this.confirm(row);
      const { messageId } = await outgoing.sendCard(
        { to: row.notice.to, uuid: row.uuid },
        drawBundle(row.notice.to, live, context),
      );
      return messageId;
    };
    const messageId = live.length === 0 ? null : (row.messageId ?? (await this.found(row)) ?? (await send()));
    if (messageId === null) return this.moot(row);
    const sent = live.map(({ workflow, record, notice }) => ({
      workflow: workflow.name,
      recordId: record.id,
      notice,
    }));
    await this.said(row, messageId, sent);
  }

  /** After the message was sent: buzzes people, and writes directly to those whom Feishu would not buzz. */
  private async said(row: OutboxRow, messageId: string, items: SentItem[]): Promise<void> {
    const { core, outgoing } = this.parts;
    if (row.messageId === null) this.count(items);
    const buzzed = [...new Set(items.flatMap(({ notice }) => notice.buzz ?? []))];
    if (buzzed.length > 0) {
      await this.written((tx) => new OutboxStore(tx).partlySent(row.id, messageId));
      await this.confirm(row);
    }
    const isRefused = buzzed.length > 0 && !(await outgoing.buzz(messageId, buzzed));
    await this.written(async (tx) => {
      await new OutboxStore(tx).sent(row.id, messageId, core.clock.now());
      if (!isRefused) return;
      for (const { notice, ...about } of items) await enqueueAll(tx, core, about, insteadOfBuzz(notice));
    });
  }

  private count(items: SentItem[]): void {
    const { metrics, clock } = this.parts.core;
    for (const { notice } of items) {
      const rung = notice.params?.rung;
      if (typeof rung === 'string') metrics.reminders.inc({ rung });
      if (!isOnTime(notice, clock.now())) metrics.remindersLate.inc();
    }
  }

  /** Sends a message: a card, or a file made for it. Returns its id; null if the message is no longer true. */
  private async say(row: OutboxRow, notice: MessageNotice, item: NoticeItem | null): Promise<string | null> {
    const { core, outgoing, desk } = this.parts;
    const namesOf = (personIds: string[]) => core.directory.names(personIds);
    const message = { to: notice.to, uuid: row.uuid };
    const file = item === null ? await desk.file(notice, namesOf) : null;
    if (file) {
      await this.confirm(row);
      const fileKey = await outgoing.messenger.uploadFile(file.name, file.bytes);
      return (await outgoing.sendOrPlainly(message, { type: 'file', fileKey })).messageId;
    }
    const card = item ? await this.drawn(item, notice) : await desk.message(notice, namesOf);
    if (!card) return null;
    const under = item ? await this.cardUnder(item, notice.to.id) : {};
    await this.confirm(row);
    const sent = await outgoing.sendCard({ ...message, ...under }, card);
    await this.noteThread(under, sent);
    return sent.messageId;
  }

  /** The recipient's name is looked up, too, so that an admin can choose the person by name in the set-up. */
  private async drawn({ workflow, record }: Known, notice: MessageNotice): Promise<CardJson | null> {
    const { core } = this.parts;
    const recipient = notice.to.type === 'person' ? [notice.to.id] : [];
    const nameOf = await core.directory.names([...workflow.face.people(record, notice, core.office()), ...recipient]);
    return workflow.face.message({ notice, record }, cardContext(core, nameOf));
  }

  private async keptFile(row: RowOf<'file'>, known: Known): Promise<void> {
    const { outgoing } = this.parts;
    const { to, fileKey, isPicture } = row.notice;
    const message = { to, uuid: row.uuid, ...(await this.cardUnder(known, to.id)) };
    const content = isPicture ? { type: 'image' as const, imageKey: fileKey } : { type: 'file' as const, fileKey };
    await this.confirm(row);
    await this.sent(row, await outgoing.sendOrPlainly(message, content));
  }

  private async forward(row: RowOf<'forward'>): Promise<void> {
    const { messenger } = this.parts.outgoing;
    await this.confirm(row);
    await this.sent(row, await messenger.forward(row.notice.messageId, row.notice.to, row.uuid));
  }

  private async keepAttachment(row: RowOf<'keep_attachment'>, { workflow, record }: Known): Promise<void> {
    const { commands, outgoing, core } = this.parts;
    const { key, messageId } = row.notice;
    const attachment = workflow.messages?.attachment(record, key) ?? null;
    if (!attachment) return this.moot(row);
    // The group that gets the file sees its name.
    const named = { ...attachment, name: mask(attachment.name) };
    await this.confirm(row);
    const keptKey = await outgoing.messenger.keepAttachment(messageId, named);
    await this.confirm(row);
    const command = workflow.messages?.hear(record, { kind: 'kept', key, keptKey, why: null });
    await commands.execute({ workflow, recordId: record.id }, command, PROGRAM);
    await core.inTransaction((tx) => new OutboxStore(tx).sent(row.id, null, core.clock.now()));
  }

  /** The record's newest card with this recipient, to reply under it. */
  private async cardUnder({ workflow, record }: Known, recipientId: string): Promise<Pick<OutgoingMessage, 'replyTo'>> {
    const { inTransaction } = this.parts.core;
    const card = await inTransaction((tx) => new CardStore(tx).latestWith(workflow.name, record.id, recipientId));
    return card ? { replyTo: card.messageId } : {};
  }

  /** Feishu tells the topic under a card with the first reply there. */
  private async noteThread({ replyTo }: Pick<OutgoingMessage, 'replyTo'>, { threadId }: SentMessage): Promise<void> {
    if (replyTo === undefined || threadId === undefined) return;
    await this.written((tx) => new CardStore(tx).inThread(replyTo, threadId));
  }

  private async sent(row: OutboxRow, { messageId }: SentMessage): Promise<void> {
    const { clock } = this.parts.core;
    await this.written((tx) => new OutboxStore(tx).sent(row.id, messageId, clock.now()));
  }

  /** Throws `claim_lost` if another process has taken the row over: nothing stale must be sent. */
  private async confirm(row: OutboxRow): Promise<void> {
    const isOurs = await this.parts.core.inTransaction((tx) =>
      new OutboxStore(tx).confirm(row, LEASE_MS, this.parts.core.clock.now()),
    );
    if (!isOurs) throw new AppError('claim_lost', 'another process has taken the message over');
  }

  /**
   * Writes what has become of a message that Feishu took. The message is out, so a fault of the database is no fault of
   * the message: it is written until it is there, or until the process ends.
   */
  private async written(work: (tx: Tx) => Promise<void>): Promise<void> {
    const { inTransaction, log } = this.parts.core;
    for (let tries = 1; ; tries += 1) {
      try {
        return await inTransaction(work);
      } catch (error) {
        if (tries === WRITE_TRIES) throw error;
        log.warn({ err: error, tries }, 'a sent message could not be noted; it is tried again');
        await sleep(WRITE_PAUSE_MS);
      }
    }
  }

  private async moot(row: OutboxRow): Promise<void> {
    await this.parts.core.inTransaction(async (tx) => void (await new OutboxStore(tx).settle(row, 'moot')));
  }
}

/** A message to the lead whom a group's reminder could not buzz; none for people who got the message themselves. */
function insteadOfBuzz({ buzz = [], unbuzzed, ...notice }: MessageNotice): MessageNotice[] {
  if (unbuzzed === undefined) return [];
  const others = buzz.filter((id) => id !== notice.to.id);
  return others.map((id) => ({ ...notice, name: unbuzzed, to: person(id) }));
}
