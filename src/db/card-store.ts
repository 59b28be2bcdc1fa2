import { In, IsNull, LessThan, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import type { Instant } from '../domain/time';
import { type Backlog, claimOf, DueRows, FREE, type Held } from './due-rows';
import { CardRow } from './engine-rows';
import type { Tx } from './transaction';

export interface PostedCard {
  workflow: string;
  recordId: number;
  wall: string;
  recipientId: string;
  chatId: string;
  messageId: string;
  threadId?: string | undefined;
  version: number;
  hash: string;
  /** Another recipient whose card on the same wall this card replaces, beside the recipient's own older card. */
  instead?: string | undefined;
}

/** Where a card hangs that another one of its record is about to replace. */
export type ReplacedCard = Pick<CardRow, 'workflow' | 'recordId' | 'wall' | 'recipientId'>;

/** If `attempts` has changed, another process began to change the card after it was read. */
export type ShownCard = Pick<CardRow, 'messageId' | 'retired' | 'attempts'>;

export class CardStore extends DueRows<CardRow> {
  constructor(tx: Tx) {
    super(tx, CardRow);
  }

  byMessage(messageId: string): Promise<CardRow | null> {
    return this.tx.findOneBy(CardRow, { messageId });
  }

  /** The newest card that begins this topic; null if none is known to. */
  byThread(threadId: string): Promise<CardRow | null> {
    return this.tx.findOne(CardRow, { where: { threadId }, order: { id: 'DESC' } });
  }

  /** Notes the topic that has grown under a card. */
  async inThread(messageId: string, threadId: string): Promise<void> {
    await this.tx.update(CardRow, { messageId, threadId: IsNull() }, { threadId });
  }

  /** The direct chat with a person, as the person's cards tell it; null if the person has none. */
  async chatWith(recipientId: string): Promise<string | null> {
    return (await this.tx.findOneBy(CardRow, { recipientId }))?.chatId ?? null;
  }

  /** Every card that can still be changed. */
  alive(): Promise<CardRow[]> {
    return this.tx.find(CardRow, { where: { dead: false }, order: { id: 'ASC' } });
  }

  /** Cards that can still be changed and were posted before `at`: the page of those with an id above `after`. */
  postedBefore(at: Instant, after: number, limit: number): Promise<CardRow[]> {
    return this.tx.find(CardRow, {
      where: { dead: false, postedAt: LessThan(at), id: MoreThan(after) },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** The newest card of a record that this group or person has, to reply under it; null if none hangs there. */
  latestWith(workflow: string, recordId: number, recipientId: string): Promise<CardRow | null> {
    const where = { workflow, recordId, recipientId, dead: false };
    return this.tx.findOne(CardRow, { where, order: { id: 'DESC' } });
  }

  /**
   * Records a posted card. Retires older cards on the same wall of the same recipient (or of `instead`) and makes them
   * due, so that they point to the new card. `inDoubt`: an earlier try may have posted an older version, so the card is
   * checked again.
   */
  async post(card: PostedCard, now: Instant, inDoubt: boolean): Promise<void> {
    const known = await this.byMessage(card.messageId);
    if (known) return;
    const { version, hash, instead, ...row } = card;
    const { workflow, recordId, wall, recipientId } = card;
    const recipients = instead === undefined ? [recipientId] : [recipientId, instead];
    const older = { workflow, recordId, wall, recipientId: In(recipients), retired: false };
    await this.tx.update(CardRow, { ...older, dead: false }, { retired: true, dueAt: now });
    await this.tx.update(CardRow, older, { retired: true });
    await this.tx.insert(CardRow, {
      ...row,
      threadId: row.threadId ?? null,
      wantedVersion: version,
      shownVersion: inDoubt ? 0 : version,
      shownHash: inDoubt ? '' : hash,
      retired: false,
      dead: false,
      postedAt: now,
      dueAt: inDoubt ? now : null,
      attempts: 0,
      puzzled: 0,
      unreachableSince: null,
    });
  }

  /** Records a card that hangs unknown beside `card`, as retired and due, so that it comes to point to that card. */
  async addRetired(card: CardRow, messageId: string, now: Instant): Promise<void> {
    const { workflow, recordId, wall, recipientId, chatId, wantedVersion, postedAt } = card;
    await this.tx.insert(CardRow, {
      ...{ workflow, recordId, wall, recipientId, chatId, messageId, wantedVersion, postedAt },
      ...{ threadId: null, shownVersion: 0, shownHash: '', retired: true, dead: false },
      ...{ dueAt: now, attempts: 0, puzzled: 0, unreachableSince: null },
    });
  }

  /**
   * Retires, and makes due, live cards beside which a newer one of their record hangs on the same wall in the same chat,
   * if that one was posted after `since`. Returns how many were retired, at most `limit`.
   */
  async retireDoubled(since: Instant, limit: number, now: Instant): Promise<number> {
    const older = await this.tx
      .createQueryBuilder(CardRow, 'newer')
      .innerJoin(
        CardRow,
        'older',
        `older.workflow = newer.workflow AND older.recordId = newer.recordId AND older.wall = newer.wall
         AND older.chatId = newer.chatId AND older.id < newer.id`,
      )
      .select('DISTINCT older.id', 'id')
      .where('newer.dead = :no AND newer.retired = :no AND newer.postedAt > :since', { no: false, since })
      .andWhere('older.dead = :no AND older.retired = :no')
      .limit(limit)
      .getRawMany<{ id: number }>();
    if (older.length === 0) return 0;
    await this.tx.update(CardRow, { id: In(older.map(({ id }) => id)) }, { retired: true, dueAt: now });
    return older.length;
  }

  /** Marks all cards of a record as behind, because the record has a new version. */
  async want(workflow: string, recordId: number, version: number, now: Instant): Promise<void> {
    await this.tx.update(CardRow, { workflow, recordId, dead: false }, { wantedVersion: version, dueAt: now });
  }

  /** Makes all cards due that can still be changed. */
  async look(now: Instant): Promise<void> {
    await this.tx.update(CardRow, { dead: false }, { dueAt: now });
  }

  /** Holds a card back for a moment, because the answer to a tap is about to change it. */
  async hold(messageId: string, until: Instant): Promise<void> {
    await this.tx.update(CardRow, { messageId, dead: false }, { dueAt: until });
  }

  /** The card on this wall of this recipient waits for the one that is about to replace it: one change instead of two. */
  async awaitReplacement(of: ReplacedCard, until: Instant): Promise<void> {
    await this.tx.update(CardRow, { ...of, retired: false, dead: false, dueAt: Not(IsNull()) }, { dueAt: until });
  }

  /**
   * Notes that the card, as it was read before, now shows `version`. The card stays due only if its record or its wall
   * has changed since. If another process changed the card at the same time, the order is unknown and the card is
   * patched once more.
   */
  async shown(card: ShownCard, version: number, hash: string, now: Instant): Promise<void> {
    const { messageId, retired, attempts } = card;
    const shown = { shownVersion: version, shownHash: hash, attempts: 0, puzzled: 0, unreachableSince: null, ...FREE };
    const { affected } = await this.tx.update(CardRow, { messageId, attempts }, shown);
    if (affected === 0) {
      const unknown = { shownHash: '', dueAt: now, attempts: () => 'attempts + 1', ...FREE };
      await this.tx.update(CardRow, { messageId, dead: false }, unknown);
      return;
    }
    // A card may show a later version than anybody asked for: one that joined messages have made meanwhile.
    const shownIsEnough = { messageId, retired, wantedVersion: LessThanOrEqual(version) };
    await this.tx.update(CardRow, shownIsEnough, { dueAt: null });
  }

  /** Makes the card due at `at`, and lets it be patched even if it shows nothing new. */
  async showAgain(messageId: string, at: Instant): Promise<void> {
    await this.tx.update(CardRow, { messageId, dead: false }, { shownHash: '', dueAt: at });
  }

  /** The cards of a record that are kept up to date: neither retired nor dead. */
  hanging(workflow: string, recordId: number): Promise<CardRow[]> {
    return this.tx.findBy(CardRow, { workflow, recordId, retired: false, dead: false });
  }

  /** Retires a card whose place another person's card has taken; the retired card then points to the new one. */
  async retire(id: number, now: Instant): Promise<void> {
    await this.tx.update(CardRow, { id }, { retired: true, dueAt: now });
  }

  /** Makes the row due later, unless another process holds it by now. */
  async postpone({ id, claim }: Held, dueAt: Instant): Promise<void> {
    await this.tx.update(CardRow, { id, claim: claimOf(claim) }, { dueAt, ...FREE });
  }

  /** Notes a failure that is tried again: when, and what counts for the next one. */
  async failed(
    { id, claim }: Held,
    dueAt: Instant,
    facts: Pick<CardRow, 'puzzled' | 'unreachableSince'>,
  ): Promise<void> {
    await this.tx.update(CardRow, { id, claim: claimOf(claim) }, { dueAt, ...facts, ...FREE });
  }

  /**
   * Cards that were given up after `since` while they were behind their record, and that no newer card has replaced:
   * they may have been given up for a refusal that has passed.
   */
  async givenUp(since: Instant): Promise<CardRow[]> {
    const dead = await this.tx.find(CardRow, {
      where: { dead: true, retired: false, postedAt: MoreThan(since) },
      order: { id: 'ASC' },
    });
    return dead.filter(({ wantedVersion, shownVersion }) => wantedVersion > shownVersion);
  }

  /** Takes up a card again that was given up. */
  async revive(id: number, now: Instant): Promise<void> {
    await this.tx.update(CardRow, { id }, { dead: false, dueAt: now, attempts: 0, puzzled: 0, unreachableSince: null });
  }

  async bury(id: number): Promise<void> {
    await this.tx.update(CardRow, { id }, { dead: true, dueAt: null, ...FREE });
  }

  /** True if the card is still its holder's: asked directly before Feishu is. */
  confirm(row: Held, leaseMs: number): Promise<boolean> {
    return this.confirmed(row, leaseMs);
  }

  /** The waiting rows, by their due moment; for the metrics. */
  backlog(): Promise<Backlog> {
    return this.backlogBy('dueAt');
  }
}
