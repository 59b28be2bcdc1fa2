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
  /** Another recipient whose card on the same wall this card replaces, beside the recipient's own older card. */
  instead?: string | undefined;
}

/** If `attempts` has changed, another process began to change the card after it was read. */
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

  /**
   * Notes that the card, as it was read before, now shows `version`. The card stays due only if its record or its wall
   * has changed since. If another process changed the card at the same time, the order is unknown and the card is
   * patched once more.
   */
  async shown(card: ShownCard, version: number, hash: string, now: Instant): Promise<void> {
    const { messageId, retired, attempts } = card;
    const shown = { shownVersion: version, shownHash: hash, attempts: 0, puzzled: 0, unreachableSince: null };
    const { affected } = await this.tx.update(CardRow, { messageId, attempts }, shown);
    if (affected === 0) await this.tx.update(CardRow, { messageId, dead: false }, { shownHash: '', dueAt: now });
    else await this.tx.update(CardRow, { messageId, retired, wantedVersion: version }, { dueAt: null });
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

  async postpone(id: number, dueAt: Instant): Promise<void> {
    await this.tx.update(CardRow, { id }, { dueAt });
  }

  /** Notes a failure that is tried again: when, and what counts for the next one. */
  async failed(id: number, dueAt: Instant, facts: Pick<CardRow, 'puzzled' | 'unreachableSince'>): Promise<void> {
    await this.tx.update(CardRow, { id }, { dueAt, ...facts });
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
