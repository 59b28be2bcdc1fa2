import { CardStore } from '../db/card-store';
import type { CardRow } from '../db/engine-rows';
import { OutboxStore } from '../db/outbox-store';
import type { Tx } from '../db/transaction';
import { codeOf, type ErrorCode } from '../domain/errors';
import type { CardJson, Recipient } from '../domain/messaging';
import { DAY, type Instant, MINUTE } from '../domain/time';
import type { AppRefusal } from './app-refusal';
import { hashOf } from './commands/shown-cards';
import { type Core, cardContext } from './core';
import type { Departures } from './organisation/departures';
import type { Outgoing } from './outbox/outgoing';
import { Lanes, LEASE_MS } from './queue/lanes';
import { EVERYTHING, type Pauses } from './queue/pauses';
import { afterFailure, backOffMs, heldBackMs } from './queue/retry';
import type { Known } from './workflow';

const BATCH = 50;
const LANES = 20;

/** The key under which all patching pauses: its limit is used up. */
const PATCHING = 'patching';
/** A card that was drawn without all names is drawn again then. */
const NAMES_LATER_MS = 2 * MINUTE;
/** The platform takes changes to a card for 14 days; a card of an open record is posted anew a day before that. */
const CHANGEABLE_MS = 14 * DAY;
const RENEWED_AFTER_MS = 13 * DAY;

/** Errors after which no patch will reach the card. */
const GONE: ReadonlySet<ErrorCode | null> = new Set([
  'feishu_message_gone',
  'feishu_card_too_old',
  'feishu_target_gone',
  'feishu_person_left',
  'feishu_group_lost',
  'feishu_not_allowed',
  'feishu_unreachable_now',
]);

/** Errors about what a card shows now: its next version may be taken. */
const ABOUT_CONTENTS: ReadonlySet<ErrorCode | null> = new Set([
  'feishu_content_refused',
  'feishu_too_large',
  'feishu_card_rejected',
]);

/**
 * Errors that concern this card alone, while its chat is still there: the card was deleted or is older than 14 days
 * (design §3.3).
 */
const REPLACED: ReadonlySet<ErrorCode | null> = new Set(['feishu_message_gone', 'feishu_card_too_old']);

export interface ReconcilerParts {
  core: Core;
  outgoing: Outgoing;
  pauses: Pauses;
  departures: Pick<Departures, 'left'>;
  refusal: Pick<AppRefusal, 'current'>;
}

/** Draws every card that is behind its record again, from the record as it is now, and patches it. */
export class Reconciler {
  readonly lanes: Lanes<CardRow>;

  constructor(private readonly parts: ReconcilerParts) {
    this.lanes = new Lanes({
      ...parts.core,
      storeOf: (tx: Tx) => new CardStore(tx),
      laneOf: ({ chatId }) => chatId,
      work: (card) => this.bringUpToDate(card).then(() => null),
      pools: { cards: () => true },
      places: LANES,
    });
  }

  /** If a card cannot be drawn or is refused, it is tried again later and holds up no other card of its chat. */
  private async bringUpToDate(card: CardRow): Promise<void> {
    try {
      await this.drawAndPatch(card);
    } catch (error) {
      await this.failed(card, error);
    }
  }

  private async drawAndPatch(card: CardRow): Promise<void> {
    const { core, pauses } = this.parts;
    const { inTransaction, directory, clock } = core;
    const shown = await inTransaction((tx) => core.workflows.record(tx, card));
    if (!shown) {
      return inTransaction((tx) => new CardStore(tx).bury(card.id));
    }
    const { workflow, record } = shown;
    const { nameOf, complete } = await directory.namesWithin(workflow.face.people(record, null, core.office()));
    const drawn = workflow.face.card(record, card.wall, cardContext(core, nameOf), card.retired);
    const hash = hashOf(drawn);
    if (hash !== card.shownHash) {
      const now = clock.now();
      const waitMs = pauses.waitMs([PATCHING], now);
      if (waitMs > 0) return this.putOff(card, now + waitMs);
      // A process that slept must not draw an old state over a newer one.
      if (!(await inTransaction((tx) => new CardStore(tx).confirm(card, LEASE_MS)))) return;
      await this.patch(card, drawn);
    }
    await inTransaction(async (tx) => {
      await new CardStore(tx).shown(card, record.version, hash, clock.now());
      if (!complete) await new CardStore(tx).hold(card.messageId, clock.now() + NAMES_LATER_MS);
    });
  }

  /** Posts every card anew, because the platform knows none of them (a sandbox that starts over). */
  async hangAnew(): Promise<void> {
    await this.parts.core.inTransaction(async (tx) => {
      for (const card of await new CardStore(tx).alive()) await this.bury(tx, card);
    });
  }

  /** Makes every card due, so that cards that would now look different are patched. */
  async drawAnew(): Promise<void> {
    const { inTransaction, clock } = this.parts.core;
    await inTransaction((tx) => new CardStore(tx).look(clock.now()));
  }

  /**
   * Posts cards of open records anew before the platform's 14 days end (design §3.3), while the old card can still
   * point to the new one. Cards of other records are given up.
   */
  async renew(): Promise<void> {
    const { inTransaction, clock } = this.parts.core;
    const now = clock.now();
    for (let after = 0, cards: CardRow[] = []; ; after = cards.at(-1)?.id ?? 0) {
      cards = await inTransaction((tx) => new CardStore(tx).postedBefore(now - RENEWED_AFTER_MS, after, BATCH));
      await inTransaction(async (tx) => {
        for (const card of cards) await this.renewOne(tx, card, now);
      });
      if (cards.length < BATCH) return;
    }
  }

  private async renewOne(tx: Tx, card: CardRow, now: Instant): Promise<void> {
    const shown = await this.parts.core.workflows.record(tx, card);
    const isAwaited = shown !== null && shown.record.nextReminderAt !== null;
    if (isAwaited && this.stillMatters(card, shown)) await this.postAnew(tx, card);
    else if (card.postedAt < now - CHANGEABLE_MS) await new CardStore(tx).bury(card.id);
  }

  /** Gives the card up; posts a new one if its wall still needs one. */
  private async bury(tx: Tx, card: CardRow): Promise<void> {
    await new CardStore(tx).bury(card.id);
    const shown = await this.parts.core.workflows.record(tx, card);
    if (shown && this.stillMatters(card, shown)) await this.postAnew(tx, card);
  }

  /** A card of ours is gone: it is retired, and a new one is hung while its record is open. False for another message. */
  async lost(tx: Tx, messageId: string): Promise<boolean> {
    const card = await new CardStore(tx).byMessage(messageId);
    if (!card || card.dead) return false;
    await this.bury(tx, card);
    return true;
  }

  private stillMatters(card: CardRow, { workflow, record }: Known): boolean {
    const hanging = workflow.face.walls(record, this.parts.core.office());
    return !card.retired && hanging.some(({ wall }) => wall === card.wall);
  }

  /** Posts one new card in place of this one, even if called several times. */
  private async postAnew(tx: Tx, card: CardRow): Promise<void> {
    const { clock, newId } = this.parts.core;
    const { workflow, recordId, wall, id } = card;
    const notice = { kind: 'card' as const, wall, to: recipientOf(card) };
    const posted = { workflow, recordId, notice, uuid: newId(), dedupeKey: `anew:${id}` };
    await new OutboxStore(tx).enqueue(posted, clock.now());
  }

  private async patch(card: CardRow, drawn: CardJson): Promise<void> {
    const { outgoing } = this.parts;
    try {
      await outgoing.patchCard(card.messageId, drawn);
    } catch (error) {
      if (codeOf(error) !== 'feishu_card_rejected') throw error;
      // The refused facts go out as plain lines, because the card itself stays as it was.
      const { messageId, wantedVersion } = card;
      // The same at each try, so that a crash in between does not say it twice.
      const uuid = hashOf({ messageId, wantedVersion }).slice(0, 40);
      await outgoing.sendCard({ to: recipientOf(card), uuid, replyTo: messageId }, drawn);
    }
  }

  private putOff(card: CardRow, until: Instant): Promise<void> {
    return this.parts.core.inTransaction((tx) => new CardStore(tx).giveBack([card], until));
  }

  private async failed(card: CardRow, error: unknown): Promise<void> {
    const { core, pauses, refusal } = this.parts;
    const { inTransaction, clock, random, log } = core;
    const code = codeOf(error);
    const now = clock.now();
    const heldMs = heldBackMs(error);
    if (heldMs !== null) {
      if (code === 'feishu_rate_limited') pauses.pause(PATCHING, now + heldMs);
      return this.putOff(card, now + heldMs);
    }
    const facts = { ...card, refusedSince: refusal.current()?.since ?? null };
    const next = afterFailure(error, facts, now, random());
    if (next.what === 'final' && !ABOUT_CONTENTS.has(code)) {
      log.warn({ err: error, cardId: card.id, recordId: card.recordId }, 'card can no longer be changed');
      return this.giveUp(card, code);
    }
    log.warn({ err: error, cardId: card.id, attempts: card.attempts }, 'card not patched; it will be tried again');
    if (next.what === 'final') {
      const dueAt = now + backOffMs(card.attempts, random());
      return inTransaction((tx) => new CardStore(tx).postpone(card, dueAt));
    }
    const { at, pause, puzzled, unreachableSince } = next;
    if (pause === 'all') pauses.pause(EVERYTHING, at);
    await inTransaction((tx) => new CardStore(tx).failed(card, at, { puzzled, unreachableSince }));
  }

  /** Gives the card up for good; a card that nobody understands, or that is gone alone, is replaced. */
  private async giveUp(card: CardRow, code: ErrorCode | null): Promise<void> {
    if (code === 'feishu_person_left' || code === 'feishu_group_lost') {
      await this.parts.departures.left(recipientOf(card), code);
    }
    const isReplaced = REPLACED.has(code) || !GONE.has(code);
    await this.parts.core.inTransaction((tx) => (isReplaced ? this.bury(tx, card) : new CardStore(tx).bury(card.id)));
  }

  /**
   * Takes up cards again that were given up while they were behind, and that can still be changed: earlier versions of
   * the program gave cards up when Feishu refused the app for a moment.
   */
  async revive(): Promise<void> {
    const { inTransaction, clock, log } = this.parts.core;
    const now = clock.now();
    const revived = await inTransaction(async (tx) => {
      const cards = new CardStore(tx);
      let count = 0;
      for (const card of await cards.givenUp(now - CHANGEABLE_MS)) {
        const shown = await this.parts.core.workflows.record(tx, card);
        const latest = await cards.hanging(card.workflow, card.recordId);
        const isReplaced = latest.some(
          ({ wall, recipientId }) => wall === card.wall && recipientId === card.recipientId,
        );
        if (isReplaced || !shown || !this.stillMatters(card, shown)) continue;
        await cards.revive(card.id, now);
        count += 1;
      }
      return count;
    });
    if (revived > 0) log.info({ revived }, 'cards that were given up are tried again');
  }
}

function recipientOf(card: CardRow): Recipient {
  return { type: card.recipientId.startsWith('oc_') ? 'chat' : 'person', id: card.recipientId };
}
