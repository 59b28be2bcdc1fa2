import { mask } from '../../../cards/kit/mask';
import { CardStore } from '../../db/card-store';
import type { OutboxRow } from '../../db/engine-rows';
import { OutboxStore } from '../../db/outbox-store';
import { PersonStore } from '../../db/person-store';
import { PROGRAM } from '../../domain/actor';
import type { MessageNotice, Notice } from '../../domain/decision';
import type { OutgoingMessage, Recipient, SentMessage } from '../../domain/messaging';
import { isOnTime } from '../../domain/reminder-figures';
import { DAY } from '../../domain/time';
import type { CommandHandler } from '../commands/command-handler';
import { type Core, cardContext } from '../core';
import type { Desk } from '../desk';
import type { Unreachable } from '../organisation/unreachable';
import { isPassing } from '../queue/retry';
import type { Known } from '../workflow';
import { Buzzes, type SentItem } from './buzzes';
import { CardPosts } from './card-posts';
import type { DoubtfulMessages } from './doubtful';
import { confirm, written } from './held-row';
import { contextFor, drawBundle, drawnNotice, itemsOf, type NoticeItem } from './notice-items';
import type { Outgoing } from './outgoing';
import { SpokenMessages } from './spoken-messages';

type NoticeOf<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>;
type RowOf<Kind extends Notice['kind']> = OutboxRow & { notice: NoticeOf<Kind> };

type MessageItem = SentItem & { notice: MessageNotice };

export interface DeliveryParts {
  core: Core;
  commands: CommandHandler;
  outgoing: Outgoing;
  doubtful: DoubtfulMessages;
  desk: Pick<Desk, 'message' | 'file'>;
  unreachable: Pick<Unreachable, 'isBack'>;
}

const isOf = <Kind extends Notice['kind']>(row: OutboxRow, kind: Kind): row is RowOf<Kind> => row.notice.kind === kind;

/** Sends the message of a row, and notes that it was sent. */
export class Delivery {
  private readonly posts: CardPosts;
  private readonly buzzes: Buzzes;
  private readonly spoken: SpokenMessages;

  constructor(private readonly parts: DeliveryParts) {
    this.posts = new CardPosts(parts);
    this.buzzes = new Buzzes(parts);
    this.spoken = new SpokenMessages(parts);
  }

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
    if (isOf(row, 'mark_recorded')) return this.mark(row);
    if (isOf(row, 'redraw')) return this.spoken.redraw(row, row.notice, known);
    if (isOf(row, 'grey')) return this.spoken.grey(row, row.notice, known);
    if (isOf(row, 'keep_attachment')) return this.keepAttachment(row, known);
    if (isOf(row, 'read_again')) return this.readAgain(row, known);
  }

  /** A card that hangs already, from before a crash, is only buzzed. */
  private async card(row: RowOf<'card'>, known: Known): Promise<void> {
    const { core } = this.parts;
    const { workflow, recordId, notice } = row;
    const isBuzzed = (notice.buzz ?? []).length > 0;
    let hung = row.messageId;
    if (hung === null) {
      await this.posts.hang(notice, known, row, async (tx, { messageId }) => {
        hung = messageId;
        const outbox = new OutboxStore(tx);
        await (isBuzzed ? outbox.partlySent(row.id, messageId) : outbox.sent(row.id, messageId, core.clock.now()));
      });
    }
    if (isBuzzed && hung !== null) await this.buzzes.after(row, hung, [{ workflow, recordId, notice }]);
  }

  private async found(row: RowOf<'message'> | RowOf<'bundle'>): Promise<string | null> {
    return (await this.parts.doubtful.findMessage(row, row.notice.to))?.messageId ?? null;
  }

  private async message(row: RowOf<'message'>): Promise<void> {
    const { core } = this.parts;
    if (row.messageId === null && (await this.isMuted(row.notice.to, [row.notice]))) return this.moot(row);
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
    const all = await core.inTransaction((tx) => itemsOf(tx, core.workflows, row));
    const notices = all.map(({ notice }) => notice);
    const isMuted = row.messageId === null && (await this.isMuted(row.notice.to, notices));
    const items = isMuted ? all.filter(({ notice }) => !notice.mayBeMuted) : all;
    const office = core.office();
    const people = items.flatMap(({ workflow, record, notice }) => workflow.face.people(record, notice, office));
    const context = cardContext(core, await core.directory.names(people));
    const live = items.filter((item) => item.workflow.face.message(item, context) !== null);
    const send = async (): Promise<string | null> => {
      const [first, second] = live;
      if (!first || !second) return first ? this.say(row, first.notice, first) : null;
      const card = drawBundle(row.notice.to, live, context);
      await confirm(core, row, card);
      return (await outgoing.sendCard({ to: row.notice.to, uuid: row.uuid }, card)).messageId;
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

  /** Whether the recipient has muted such messages for today; what is muted stands in the next digest. */
  private async isMuted(to: Recipient, notices: MessageNotice[]): Promise<boolean> {
    if (!notices.some(({ mayBeMuted }) => mayBeMuted)) return false;
    const { inTransaction, clock } = this.parts.core;
    return inTransaction((tx) => new PersonStore(tx).isMuted(to.id, clock.now()));
  }

  private async said(row: OutboxRow, messageId: string, items: MessageItem[]): Promise<void> {
    if (row.messageId === null) this.count(items);
    await this.buzzes.after(row, messageId, items);
  }

  private count(items: MessageItem[]): void {
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
      await confirm(core, row);
      const fileKey = await outgoing.messenger.uploadFile(file.name, file.bytes);
      // Feishu lists a file by its name, its key or both.
      await confirm(core, row, [{ file_key: fileKey }, { file_key: fileKey, file_name: file.name }]);
      return (await outgoing.sendOrPlainly(message, { type: 'file', fileKey })).messageId;
    }
    const words = item ? await this.worded(item, notice) : undefined;
    if (words === null) return null;
    if (words !== undefined) return this.sayWords(row, notice, words);
    const card = item ? await drawnNotice(core, item, notice) : await desk.message(notice, namesOf);
    if (!card) return null;
    if (item && notice.to.type === 'chat') await this.posts.hangFirst(item, notice.to, row);
    const under = item && isReply(notice) ? await this.cardUnder(item, notice.to.id) : {};
    await confirm(core, row, card);
    const sent = await outgoing.sendCard({ ...message, ...under }, card);
    await this.noteThread(under, sent);
    return sent.messageId;
  }

  private async sayWords(row: OutboxRow, { to }: MessageNotice, words: string): Promise<string> {
    const lines = words.split('\n');
    await confirm(
      this.parts.core,
      row,
      lines.map((text) => ({ text })),
    );
    const { messageId } = await this.parts.outgoing.sendLines({ to, uuid: row.uuid }, lines);
    return messageId;
  }

  private async worded({ workflow, record }: Known, notice: MessageNotice): Promise<string | null | undefined> {
    if (!workflow.face.words) return undefined;
    return workflow.face.words({ notice, record }, await contextFor(this.parts.core, { workflow, record }, notice));
  }

  private async keptFile(row: RowOf<'file'>, known: Known): Promise<void> {
    const { outgoing } = this.parts;
    const { to, fileKey, isPicture } = row.notice;
    // A group must see a file that is not about its card's pictures: it stands by itself.
    const under = isPicture || to.type === 'person' ? await this.cardUnder(known, to.id) : {};
    const message = { to, uuid: row.uuid, ...under };
    const content = isPicture ? { type: 'image' as const, imageKey: fileKey } : { type: 'file' as const, fileKey };
    await confirm(this.parts.core, row);
    await this.sent(row, await outgoing.sendOrPlainly(message, content));
  }

  private async forward(row: RowOf<'forward'>): Promise<void> {
    const { messenger } = this.parts.outgoing;
    await confirm(this.parts.core, row);
    await this.sent(row, await messenger.forward(row.notice.messageId, row.notice.to, row.uuid));
  }

  /** The writer looks for the mark within minutes: one that is a day late is left out. */
  private async mark(row: RowOf<'mark_recorded'>): Promise<void> {
    const { core, outgoing } = this.parts;
    if (core.clock.now() - row.createdAt > DAY) return this.moot(row);
    await confirm(core, row);
    const isThere = await outgoing.markRecorded(row.notice.messageId);
    await written(core, async (tx) => {
      const outbox = new OutboxStore(tx);
      if (isThere) await outbox.sent(row.id, null, core.clock.now());
      else await outbox.settle(row, 'refused');
    });
  }

  private async keepAttachment(row: RowOf<'keep_attachment'>, { workflow, record }: Known): Promise<void> {
    const { commands, outgoing, core } = this.parts;
    const { key, messageId } = row.notice;
    const attachment = workflow.messages?.attachment(record, key) ?? null;
    if (!attachment) return this.moot(row);
    // The group that gets the file sees its name.
    const named = { ...attachment, name: mask(attachment.name) };
    await confirm(this.parts.core, row);
    const keptKey = await outgoing.messenger.keepAttachment(messageId, named);
    await confirm(this.parts.core, row);
    const command = workflow.messages?.hear(record, { kind: 'kept', key, keptKey, why: null });
    await commands.execute({ workflow, recordId: record.id }, command, PROGRAM);
    await core.inTransaction((tx) => new OutboxStore(tx).sent(row.id, null, core.clock.now()));
  }

  /** Tells the record of an edit; a message that Feishu does not give stays as it is. */
  private async readAgain(row: RowOf<'read_again'>, { workflow, record }: Known): Promise<void> {
    const { commands, outgoing, core } = this.parts;
    const { messageId } = row.notice;
    await confirm(core, row);
    const fresh = await outgoing.messenger.readMessage(messageId).catch((error: unknown) => {
      if (isPassing(error)) throw error;
      return null;
    });
    if (!fresh?.isEdited) return this.moot(row);
    const event = { kind: 'edited' as const, message: { ...fresh, messageId }, at: core.clock.now() };
    const command = workflow.messages?.hear(record, event);
    if (command) await commands.execute({ workflow, recordId: record.id }, command, PROGRAM);
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
    await written(this.parts.core, (tx) => new CardStore(tx).inThread(replyTo, threadId));
  }

  private async sent(row: OutboxRow, { messageId }: SentMessage): Promise<void> {
    const { clock } = this.parts.core;
    await written(this.parts.core, (tx) => new OutboxStore(tx).sent(row.id, messageId, clock.now()));
  }

  private async moot(row: OutboxRow): Promise<void> {
    await this.parts.core.inTransaction((tx) => new OutboxStore(tx).settle(row, 'moot'));
  }
}

/**
 * A reply sinks into the card's thread as soon as somebody opens one, and then only the thread's followers hear of it: in a
 * group only progress is a reply.
 */
const isReply = ({ to, aside }: MessageNotice): boolean => to.type === 'person' || aside === true;
