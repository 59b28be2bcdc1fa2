import type { Logger } from 'pino';
import type { BotIdentity } from './bot-identity';
import { ClockSteps } from './clock-steps';
import type { OrgContacts } from './desk/setup/org-contacts';
import { DAY, MINUTE, SECOND } from './domain/time';
import type { Organisation } from './engine/organisation/organisation';
import type { ScopeCheck } from './engine/scope-check';
import type { SideJobs } from './engine/side-jobs';
import type { Tick } from './engine/tick';

/** Design §2 allows a reminder to be 10 s late. */
const TICK_MS = 5 * SECOND;

/**
 * After a step of more than a day, reminders wait for a minute: a clock that is plainly wrong is often put right at
 * once, and reminders of days cannot be taken back.
 */
const DOUBTED_STEP_MS = DAY;
const DOUBT_MS = MINUTE;

/** Feishu's answers to one job of a tick come within seconds, or not at all. */
const JOB_MS = 30 * SECOND;

export interface TickerParts {
  identity: Pick<BotIdentity, 'confirm'>;
  organisation: Organisation;
  tick: Tick;
  orgContacts: Pick<OrgContacts, 'lookUp'>;
  scopes: Pick<ScopeCheck, 'look'>;
  beside: Pick<SideJobs, 'begin'>;
  /** Makes the code that a person sends to become the first admin. */
  newCode: () => string;
  /** The wall clock was set by so many ms: what waits for a moment must be looked at again. */
  clockStepped: (stepMs: number) => Promise<void>;
  log: Logger;
}

/**
 * Ticks every 5 s of monotonic time, which no step of the wall clock can stop or hurry: reads the organisation, then lets
 * the engine send what is due. What asks Feishu goes on beside the ticks.
 */
export class Ticker {
  private readonly steps = new ClockSteps();
  private timer: NodeJS.Timeout | null = null;
  private running = Promise.resolve();
  private stopped = false;
  private announced: string | null = null;
  private tickedAt = performance.now();
  private doubtedUntil = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: TickerParts) {}

  start(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.run().then(() => this.start()), TICK_MS);
  }

  /** One tick; ticks never overlap. */
  run(): Promise<void> {
    this.running = this.running.then(() => this.once());
    return this.running;
  }

  /** Milliseconds since the last tick ended, or since the program started. */
  lastTickAgoMs(): number {
    return performance.now() - this.tickedAt;
  }

  /** Waits until the last tick has ended, because a tick must not outlive the database. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private async once(): Promise<void> {
    const { organisation, tick, log } = this.parts;
    await this.lookAtClock();
    await organisation
      .refresh()
      .catch((error: unknown) => log.error({ err: error }, 'the organisation could not be read'));
    this.askFeishu();
    if (performance.now() >= this.doubtedUntil) await tick.run();
    await this.announceClaim().catch((error: unknown) =>
      log.error({ err: error }, 'no code could be made for the first admin'),
    );
    this.tickedAt = performance.now();
  }

  private askFeishu(): void {
    const { identity, scopes, orgContacts, beside, log } = this.parts;
    const refused = (error: unknown) => log.error({ err: error }, 'Feishu refuses the credentials');
    beside.begin('who the bot is', JOB_MS, () => identity.confirm().catch(refused));
    beside.begin('scopes of the app', JOB_MS, () => scopes.look());
    beside.begin('departments of Feishu', JOB_MS, (signal) => orgContacts.lookUp(signal));
  }

  private async lookAtClock(): Promise<void> {
    const { clockStepped, log } = this.parts;
    const stepMs = this.steps.look();
    if (stepMs === 0) return;
    log.warn({ stepMs }, 'the wall clock was set; what waits is looked at again');
    const isDoubted = Math.abs(stepMs) > DOUBTED_STEP_MS;
    this.doubtedUntil = isDoubted ? performance.now() + DOUBT_MS : Number.NEGATIVE_INFINITY;
    await clockStepped(stepMs).catch((error: unknown) =>
      log.error({ err: error }, 'what waits could not be looked at again'),
    );
  }

  /** If there is no admin, anybody who can read the log can become one. */
  private async announceClaim(): Promise<void> {
    const { organisation, newCode, log } = this.parts;
    const code = await organisation.ensureClaim(newCode);
    if (code !== null && code !== this.announced)
      log.warn({ code }, 'nobody is admin yet: send “设置 <code>” to the bot');
    this.announced = code;
  }
}
