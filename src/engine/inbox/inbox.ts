import type { InboxRow } from '../../db/engine-rows';
import { InboxStore } from '../../db/inbox-store';
import type { Tx } from '../../db/transaction';
import { codeOf } from '../../domain/errors';
import type { CardJson, Incoming, JsonObject, Receipt, TapAnswer } from '../../domain/messaging';
import { DAY, SECOND } from '../../domain/time';
import type { Answered, TapHandler } from '../commands/tap-handler';
import type { Core } from '../core';
import type { Desk, TapEvent } from '../desk';
import { inLanes, onLease } from '../queue/queue';
import { afterEventFailure } from '../queue/retry';
import { within } from '../time-limit';
import { GroupCommit } from './group-commit';
import type { Router } from './router';

const BATCH = 50;

/** The platform gives a callback 3 s; an answer must leave a little earlier. */
const TAP_DEADLINE_MS = 2.5 * SECOND;

/** Event ids are remembered for longer than the platform repeats a push (about 7 h; design §3.2 asks for a day). */
const REMEMBERED_FOR_MS = 7 * DAY;

export interface InboxParts {
  core: Pick<Core, 'inTransaction' | 'metrics' | 'clock' | 'random' | 'wake' | 'log'>;
  taps: Pick<TapHandler, 'tap'>;
  desk: Pick<Desk, 'tap'>;
  router: Pick<Router, 'route' | 'giveUp' | 'delayed'>;
  normalize: (envelope: JsonObject) => Incoming;
  /** The card as Feishu takes it. */
  draw: (card: CardJson) => CardJson;
  /** The toast for a tap that is still being decided when Feishu's 3 s end. */
  stillWorking: TapAnswer;
}

/**
 * Takes events from webhook and long connection: each is committed once, then acknowledged, then worked off; a tap is
 * decided at once.
 */
export class Inbox {
  private readonly arrivals: GroupCommit;

  constructor(private readonly parts: InboxParts) {
    this.arrivals = new GroupCommit(parts.core.inTransaction, parts.core.clock);
  }

  /** Throws if the database is away, so that Feishu pushes the event again. */
  async receive(envelope: JsonObject): Promise<Receipt> {
    const incoming = this.parts.normalize(envelope);
    const stop = this.parts.core.metrics.handlerSeconds.startTimer({ type: incoming.eventType });
    try {
      return incoming.kind === 'tap' ? await this.receiveTap(incoming, envelope) : await this.store(incoming, envelope);
    } catch (error) {
      this.count(incoming, 'failed');
      throw error;
    } finally {
      stop();
    }
  }

  private async store(incoming: Incoming, envelope: JsonObject): Promise<Receipt> {
    if (incoming.kind === 'ignored') {
      this.count(incoming, 'ignored');
      return { body: {} };
    }
    const messageId = incoming.kind === 'message' ? incoming.message.messageId : null;
    const { eventId, eventType } = incoming;
    const { wake } = this.parts.core;
    const received = { eventId, eventType, messageId, envelope };
    const isNew = await this.arrivals.add(received);
    this.count(incoming, isNew ? 'stored' : 'duplicate');
    if (isNew) wake();
    return { body: {} };
  }

  private async receiveTap(incoming: Extract<Incoming, { kind: 'tap' }>, envelope: JsonObject): Promise<Receipt> {
    const { stillWorking } = this.parts;
    const { log } = this.parts.core;
    const decided = this.decide({ ...incoming, envelope });
    const answered = await within(decided, TAP_DEADLINE_MS);
    if (!answered) {
      // The decision goes on after the deadline; the card is patched when it is done.
      decided.catch((error) => log.error({ err: error }, 'tap failed after its deadline'));
      this.count(incoming, 'late');
      return { body: callbackBody(stillWorking) };
    }
    this.count(incoming, 'answered');
    const sent = () => {
      answered
        .sent()
        .catch((error) => log.warn({ err: error }, 'an answered card could not be noted; it is patched again'));
    };
    const { card, ...answer } = answered.answer;
    return { body: callbackBody(card ? { ...answer, card: this.parts.draw(card) } : answer), sent };
  }

  /** The desk answers its own buttons; every other button is a record's. */
  private async decide(event: TapEvent): Promise<Answered> {
    const answer = await this.parts.desk.tap(event);
    const answered = answer ? null : await this.parts.taps.tap(event);
    return answered ?? { answer: answer ?? {}, sent: async () => {} };
  }

  /** Works off committed events: in order within a chat, chats side by side. True if it did anything. */
  async work(): Promise<boolean> {
    const { core, normalize } = this.parts;
    const lease = { ...core, storeOf: (tx: Tx) => new InboxStore(tx), limit: BATCH };
    return onLease(lease, async (rows) => {
      const items = rows.map((row) => ({ row, incoming: normalize(row.envelope) }));
      const lanes = inLanes(items, ({ incoming }) => laneOf(incoming));
      await Promise.all(
        lanes.map(async (lane) => {
          for (const { row, incoming } of lane) await this.workOff(row, incoming);
        }),
      );
      return rows.length > 0;
    });
  }

  /** Deletes events that no push can repeat any more. */
  async forget(): Promise<void> {
    const { inTransaction, clock } = this.parts.core;
    await inTransaction((tx) => new InboxStore(tx).forgetBefore(clock.now() - REMEMBERED_FOR_MS));
  }

  private async workOff(row: InboxRow, incoming: Incoming): Promise<void> {
    const { router } = this.parts;
    const begin = (tx: Tx) => new InboxStore(tx).take(row.id);
    try {
      await router.route(incoming, {
        attempts: row.attempts,
        begin,
        finish: (tx, became) => new InboxStore(tx).finish(row.id, 'done', became),
      });
    } catch (error) {
      await this.failed(row, incoming, error);
    }
  }

  private async failed(row: InboxRow, incoming: Incoming, error: unknown): Promise<void> {
    const { router } = this.parts;
    const { inTransaction, clock, random, log } = this.parts.core;
    const next = afterEventFailure(error, row, clock.now(), random());
    const code = codeOf(error);
    if (code !== 'too_early') {
      log.error({ err: error, eventId: row.eventId, attempts: row.attempts, code }, 'event not worked off');
    }
    if (next.what === 'final') {
      this.count(incoming, 'failed');
      const finish = (tx: Tx) => new InboxStore(tx).finish(row.id, 'failed', null);
      return router.giveUp(incoming, { begin: (tx) => new InboxStore(tx).take(row.id), finish });
    }
    const attempts = next.counted ? row.attempts : row.attempts - 1;
    await inTransaction((tx) => new InboxStore(tx).postponeAs(row.id, next.at, attempts));
    if (!next.counted) await router.delayed(incoming);
  }

  private count(incoming: Incoming, outcome: string): void {
    this.parts.core.metrics.events.inc({ type: incoming.eventType, outcome });
  }
}

function laneOf(incoming: Incoming): string {
  return 'message' in incoming ? incoming.message.chatId : incoming.eventId;
}

function callbackBody({ toast, card }: TapAnswer): JsonObject {
  return {
    ...(toast ? { toast: { type: toast.type, content: toast.content } } : {}),
    ...(card ? { card: { type: 'raw', data: card } } : {}),
  };
}
