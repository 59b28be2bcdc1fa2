import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../clock';
import { freshId } from '../ids';
import type { Json } from '../json';
import { type Memory, NO_MEMORY } from '../memory';
import type { Envelope, Outcome, Transport } from './transport';

/** Delays before the repeats of a failed delivery; after the last, the event is given up. */
export const RETRY_AFTER_MS = [15_000, 5 * 60_000, 3_600_000, 6 * 3_600_000] as const;

const CALLBACKS_KEPT = 500;
/** Real time that a tap waits for a bot that is about to listen. */
const COMES_WITHIN_MS = 15_000;
const LOOK_AGAIN_MS = 50;

/** One event with its deliveries. */
export interface Push {
  eventId: string;
  eventType: string;
  envelope: Envelope;
  attempts: { at: number; outcome: Outcome }[];
  /** Time of the next attempt, epoch ms; null once the event was delivered or given up. */
  dueAt: number | null;
}

/** Delivers events at least once and callbacks at most once. */
export class Pusher {
  readonly pushes: Push[] = [];
  /** The latest callbacks. A callback is never repeated. */
  readonly callbacks: Push[] = [];
  /** Null until there is a subscription; until then nothing is pushed. */
  transport: Transport | null = null;
  /** Whether the bot is about to listen. If so, a failed delivery counts as no attempt. */
  isComing: () => boolean = () => false;

  constructor(
    private readonly clock: Clock,
    private readonly identity: { appId: string; tenantKey: string },
    private readonly memory: Memory = NO_MEMORY,
  ) {
    // An event that was being delivered when the platform ended is delivered again.
    this.pushes.push(...memory.recall('push').map(({ value }) => ({ ...value, dueAt: value.dueAt ?? 0 })));
  }

  /** Resolves when the first attempt has settled. */
  async push(eventType: string, event: Json): Promise<void> {
    if (!this.transport) return;
    const envelope = this.envelope(eventType, event, String(this.clock.now()));
    const push: Push = { eventId: envelope.header.event_id, eventType, envelope, attempts: [], dueAt: null };
    this.pushes.push(push);
    this.memory.keep('push', push.eventId, () => push);
    await this.attempt(push);
  }

  /** Delivers a callback once, without repeats. */
  async call(eventType: string, event: Json): Promise<Outcome> {
    if (!this.transport) return { ok: false, why: 'unreachable' };
    for (let left = COMES_WITHIN_MS; this.isComing() && left > 0; left -= LOOK_AGAIN_MS) await wait(LOOK_AGAIN_MS);
    const at = this.clock.now();
    const envelope = this.envelope(eventType, event, `${at}000`);
    const outcome = await this.transport.deliver(envelope, at);
    const attempts = [{ at, outcome }];
    this.callbacks.push({ eventId: envelope.header.event_id, eventType, envelope, attempts, dueAt: null });
    if (this.callbacks.length > CALLBACKS_KEPT) this.callbacks.shift();
    return outcome;
  }

  /** Repeats the events that are due on the platform's clock. */
  async deliverDue(): Promise<void> {
    if (this.isComing()) return;
    const now = this.clock.now();
    const due = this.pushes.filter(({ dueAt }) => dueAt !== null && dueAt <= now);
    await Promise.all(due.map((push) => this.attempt(push)));
  }

  /** Delivers an event again although it was delivered, as the platform may. */
  async repeat(eventId: string): Promise<void> {
    const push = this.pushes.find((each) => each.eventId === eventId);
    if (!push) throw new Error(`no event ${eventId}`);
    await this.attempt(push);
  }

  private async attempt(push: Push): Promise<void> {
    if (!this.transport) return;
    const at = this.clock.now();
    if (this.isComing()) {
      push.dueAt = at;
      return;
    }
    push.dueAt = null;
    const outcome = await this.transport.deliver(push.envelope, push.attempts[0]?.at ?? at);
    push.attempts.push({ at, outcome });
    const delay = RETRY_AFTER_MS[push.attempts.length - 1];
    push.dueAt = outcome.ok || delay === undefined ? null : this.clock.now() + delay;
    if (push.dueAt === null) this.memory.forget('push', push.eventId);
    else this.memory.keep('push', push.eventId, () => push);
  }

  private envelope(eventType: string, event: Json, createTime: string): Envelope {
    const { appId, tenantKey } = this.identity;
    const header = { event_id: freshId(''), event_type: eventType, create_time: createTime };
    return { schema: '2.0', header: { ...header, app_id: appId, tenant_key: tenantKey }, event };
  }
}
