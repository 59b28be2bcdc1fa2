import { In, LessThan, MoreThan } from 'typeorm';
import type { Instant } from '../domain/time';
import { claimDue, extendLease, nextDueAt } from './due-rows';
import { CardRow } from './engine-rows';
import type { Tx } from './transaction';

export interface PostedCard {
  workflow: string;
  recordId: number;
  wall: string;
  recipientId: string;
  chatId: string;
  messageId: string;
  version: number;
  hash: string;
  /** Whose cards on the same wall it replaces, beside its recipient's own. */
  instead?: string | undefined;
}

/** `attempts` tells whether anybody else began to change the card since it was read. */
export type ShownCard = Pick<CardRow, 'messageId' | 'retired' | 'attempts'>;

export class CardStore {
  constructor(private readonly tx: Tx) {}

  byMessage(messageId: string): Promise<CardRow | null> {
    return this.tx.findOneBy(CardRow, { messageId });
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

  /** The newest card of a record that this group or person has, to answer under it; null where none hangs there. */
  latestWith(workflow: string, recordId: number, recipientId: string): Promise<CardRow | null> {
    const where = { workflow, recordId, recipientId, dead: false };
    return this.tx.findOne(CardRow, { where, order: { id: 'DESC' } });
  }

  /**
   * Records a posted card; older ones on the same wall of the same recipient, or of whom it replaces, are retired and
   * fall due, so that they point to the new one. `inDoubt`: the post may show an older version (an earlier try went through), so it is checked.
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
      wantedVersion: version,
      shownVersion: inDoubt ? 0 : version,
      shownHash: inDoubt ? '' : hash,
      retired: false,
      dead: false,
      postedAt: now,
      dueAt: inDoubt ? now : null,
      attempts: 0,
    });
  }

  /** A record has a new version: all its cards are behind. */
  async want(workflow: string, recordId: number, version: number, now: Instant): Promise<void> {
    await this.tx.update(CardRow, { workflow, recordId, dead: false }, { wantedVersion: version, dueAt: now });
  }

  /** All cards that can still be changed fall due. */
  async look(now: Instant): Promise<void> {
    await this.tx.update(CardRow, { dead: false }, { dueAt: now });
  }

  /** Holds a card back for a moment: the answer to a tap is about to change it. */
  async hold(messageId: string, until: Instant): Promise<void> {
    await this.tx.update(CardRow, { messageId, dead: false }, { dueAt: until });
  }

  /**
   * The card, as it was read before, shows `version` now; it stays due only where the record, or what hangs beside it,
   * has moved on. Where somebody else changed it at the same time nobody knows who came last: it is patched once more.
   */
  async shown(card: ShownCard, version: number, hash: string, now: Instant): Promise<void> {
    const { messageId, retired, attempts } = card;
    const shown = { shownVersion: version, shownHash: hash, attempts: 0 };
    const { affected } = await this.tx.update(CardRow, { messageId, attempts }, shown);
    if (affected === 0) await this.tx.update(CardRow, { messageId, dead: false }, { shownHash: '', dueAt: now });
    else await this.tx.update(CardRow, { messageId, retired, wantedVersion: version }, { dueAt: null });
  }

  /** The cards of a record that hang and are kept up to date. */
  hanging(workflow: string, recordId: number): Promise<CardRow[]> {
    return this.tx.findBy(CardRow, { workflow, recordId, retired: false, dead: false });
  }

  /** Somebody else's card has taken its place: it points to that one from now on. */
  async retire(id: number, now: Instant): Promise<void> {
    await this.tx.update(CardRow, { id }, { retired: true, dueAt: now });
  }

  async postpone(id: number, dueAt: Instant): Promise<void> {
    await this.tx.update(CardRow, { id }, { dueAt });
  }

  async bury(id: number): Promise<void> {
    await this.tx.update(CardRow, { id }, { dead: true, dueAt: null });
  }

  claim(now: Instant, limit: number, leaseMs: number): Promise<CardRow[]> {
    return claimDue(this.tx, CardRow, now, { limit, leaseMs });
  }

  extendLease(ids: number[], from: Instant, to: Instant): Promise<void> {
    return extendLease(this.tx, CardRow, ids, { from, to });
  }

  nextDueAt(): Promise<Instant | null> {
    return nextDueAt(this.tx, CardRow);
  }
}
