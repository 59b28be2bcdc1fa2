import type { InboxRow } from '../../db/engine-rows';
import { InboxStore } from '../../db/inbox-store';
import { type Tx, urgently } from '../../db/transaction';
import { codeOf } from '../../domain/errors';
import type { CardJson, Incoming, IncomingMessage, JsonObject, Receipt, TapAnswer } from '../../domain/messaging';
import { wellFormed } from '../../domain/text/well-formed';
import { SECOND } from '../../domain/time';
import type { AskedForms } from '../commands/asked-forms';
import type { BatchTaps } from '../commands/batch-taps';
import type { Gate } from '../commands/gate';
import type { Answered, TapHandler } from '../commands/tap-handler';
import { wished } from '../commands/wished';
import type { Core } from '../core';
import type { Desk, TapEvent } from '../desk';
import type { OpenIds } from '../organisation/open-ids';
import { Lanes } from '../queue/lanes';
import type { Load } from '../queue/load';
import { afterEventFailure, heldBackMs } from '../queue/retry';
import { within } from '../time-limit';
import { GroupCommit } from './group-commit';
import { isGroupTalk } from './group-talk';
import type { Router } from './router';

const LANES = 50;

/** The platform gives a callback 3 s; an answer must leave a little earlier. */
const TAP_DEADLINE_MS = 2.5 * SECOND;

/** How long a tap waits to learn who tapped. */
const ASK_MS = 800;

export interface InboxParts {
  core: Pick<Core, 'workflows' | 'inTransaction' | 'metrics' | 'clock' | 'random' | 'newClaim' | 'wake' | 'log'>;
  gate: Pick<Gate, 'meet' | 'refusal'>;
  taps: Pick<TapHandler, 'tap'>;
  batches: Pick<BatchTaps, 'tap'>;
  forms: Pick<AskedForms, 'ask'>;
  desk: Pick<Desk, 'tap'>;
  router: Pick<Router, 'route' | 'giveUp' | 'delayed'>;
  normalize: (envelope: JsonObject) => Incoming;
  openIds: Pick<OpenIds, 'learn'>;
  /** The card as Feishu takes it. */
  draw: (card: CardJson) => CardJson;
  /** The toast for a tap that is still being decided when Feishu's 3 s end. */
  stillWorking: TapAnswer;
  /** The toast for a tap that cannot be read, or whose button nobody answers. */
  notUnderstood: TapAnswer;
}

/**
 * Takes events from webhook and long connection: each is committed once, then acknowledged, then worked off; a tap is
 * decided at once.
 */
export class Inbox {
  readonly lanes: Lanes<InboxRow>;
  private readonly arrivals: GroupCommit;
  /** Rows in hand as they were read, because the lane depends on what a row says. */
  private readonly read = new WeakMap<InboxRow, Incoming>();

  constructor(private readonly parts: InboxParts) {
    this.arrivals = new GroupCommit(parts.core.inTransaction, parts.core.clock);
    this.lanes = new Lanes({
      ...parts.core,
      storeOf: (tx: Tx) => new InboxStore(tx),
      laneOf: (row) => laneOf(this.incomingOf(row)),
      work: (row) => this.workOff(row).then(() => null),
      pools: { inbox: () => true },
      places: LANES,
    });
  }

  /** Events that wait for their commit, and rows in hand. */
  get load(): Load[] {
    return [this.arrivals.load, ...this.lanes.load];
  }

  private incomingOf(row: InboxRow): Incoming {
    const incoming = this.read.get(row) ?? this.parts.normalize(row.envelope);
    this.read.set(row, incoming);
    return incoming;
  }

  /** Throws if the database is away, so that Feishu pushes the event again. */
  async receive(pushed: JsonObject): Promise<Receipt> {
    const envelope = wellFormed(pushed);
    const read = this.parts.normalize(envelope);
    this.parts.gate.meet(read.tenant);
    const isTapByUnknown = read.kind === 'unidentified' && read.message === null;
    const asked = isTapByUnknown
      ? await within(
          this.identified(read, envelope).catch(() => read),
          ASK_MS,
        )
      : null;
    const incoming = asked ?? read;
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
    if (isGroupTalk(incoming)) {
      this.count(incoming, 'ignored');
      return { body: {} };
    }
    const { notUnderstood } = this.parts;
    const { log } = this.parts.core;
    if (incoming.kind === 'ignored') {
      this.count(incoming, 'ignored');
      if (!incoming.tapShape) return { body: {} };
      log.warn({ reason: incoming.reason, keys: incoming.tapShape }, 'a tap was not understood');
      return { body: callbackBody(notUnderstood) };
    }
    if (incoming.kind === 'unidentified') {
      this.count(incoming, 'unidentified');
      if (incoming.message === null) return { body: callbackBody(notUnderstood) };
    }
    const messageId = isMessage(incoming) ? incoming.message.messageId : null;
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
    const decided = urgently(() => this.decide({ ...incoming, envelope }));
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

  /** The desk answers its own buttons; every other button is a record's. Strangers are answered by the gate. */
  private async decide(event: TapEvent): Promise<Answered> {
    const { gate, desk, taps, batches, forms, core, notUnderstood } = this.parts;
    const barred = await gate.refusal(event);
    const { event: wish, form } = wished(event, core.workflows);
    if (form && !barred) return forms.ask(wish, form);
    const answer = barred ?? (await desk.tap(wish));
    const answered = answer ? null : ((await batches.tap(wish)) ?? (await taps.tap(wish)));
    return answered ?? { answer: answer ?? notUnderstood, sent: async () => {} };
  }

  /** Works off a committed event: in order within a chat, chats side by side. */
  private async workOff(row: InboxRow): Promise<void> {
    const incoming = this.incomingOf(row);
    const { router } = this.parts;
    const begin = (tx: Tx) => new InboxStore(tx).take(row.id);
    try {
      await router.route(await this.identified(incoming, row.envelope), {
        attempts: row.attempts,
        begin,
        finish: async (tx, became) => {
          const store = new InboxStore(tx);
          await store.finish(row.id, 'done', became);
          // What a group says beside the bot's cards is nobody's to keep.
          if (became === null && isFromGroup(incoming)) await store.forgetContents(row.id);
        },
      });
    } catch (error) {
      await this.failed(row, incoming, error);
    }
  }

  /** The event again, once Feishu has told who caused it; unchanged if it knows nobody. */
  private async identified(incoming: Incoming, envelope: JsonObject): Promise<Incoming> {
    if (incoming.kind !== 'unidentified') return incoming;
    const { openIds, normalize } = this.parts;
    return (await openIds.learn(incoming.aliases)) ? normalize(envelope) : incoming;
  }

  private async failed(row: InboxRow, incoming: Incoming, error: unknown): Promise<void> {
    const { router } = this.parts;
    const { inTransaction, clock, random, log } = this.parts.core;
    const heldMs = heldBackMs(error);
    if (heldMs !== null) return inTransaction((tx) => new InboxStore(tx).giveBack([row], clock.now() + heldMs));
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
    await inTransaction((tx) => new InboxStore(tx).postpone(row, next.at, attempts));
    if (!next.counted) await router.delayed(incoming);
  }

  private count(incoming: Incoming, outcome: string): void {
    this.parts.core.metrics.events.inc({ type: incoming.eventType, outcome });
  }
}

function laneOf(incoming: Incoming): string {
  return 'message' in incoming && incoming.message ? incoming.message.chatId : incoming.eventId;
}

const isFromGroup = (incoming: Incoming): boolean => 'message' in incoming && incoming.message?.chatType === 'group';

const isMessage = (
  incoming: Incoming,
): incoming is Extract<Incoming, { message: IncomingMessage | null }> & { message: IncomingMessage } =>
  (incoming.kind === 'message' || incoming.kind === 'unidentified') && incoming.message !== null;

function callbackBody({ toast, card }: TapAnswer): JsonObject {
  return {
    ...(toast ? { toast: { type: toast.type, content: toast.content } } : {}),
    ...(card ? { card: { type: 'raw', data: card } } : {}),
  };
}
