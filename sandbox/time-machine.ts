import type { BotLink } from './bot-link';
import type { MovableClock } from './clock';
import { nextMorning } from './office-time';
import type { ClockView } from './page-contract';
import { PlayFault } from './play-fault';

/** Real milliseconds between two steps of a fast clock. */
export const STEP_MS = 250;
/** How long before the next reminder the clock stops: time to open the right chat, but no long wait. */
const BEFORE_REMINDER_MS = 10_000;
const LONGEST_JUMP_MS = 60 * 24 * 3_600_000;
/** Most stops of one jump. A bot that always names a further moment must not block the jump. */
const MOST_STOPS = 500;

export type Rate = ClockView['rate'];

/** What the time machine moves and tells. */
export interface TimeMachineParts {
  clock: MovableClock;
  bot: Pick<BotLink, 'moveClock' | 'nextReminder'>;
  timeZone: string;
  /** Does what the platform has due at the new time, such as repeats of events. */
  afterMove: () => Promise<void>;
  /** Called when the view of the clock changes. */
  changed: () => void;
  /** Calls back repeatedly until stopped; `setInterval` outside tests. */
  every?: (ms: number, step: () => void) => () => void;
}

/**
 * Moves the sandbox's clock and the bot's clock, one move at a time. A move stops at every moment at which the bot has
 * a reminder or digest to send, so that a jump skips nothing. A bot that is down stops no move.
 */
export class TimeMachine {
  private rate: Rate = 1;
  private moving: Promise<unknown> = Promise.resolve();
  private isStepping = false;
  private stopRunning: (() => void) | null = null;

  constructor(private readonly parts: TimeMachineParts) {}

  now(): number {
    return this.parts.clock.now();
  }

  async view(): Promise<ClockView> {
    const { clock, bot } = this.parts;
    const answer = await bot.nextReminder();
    return { ...this.state(), offsetMs: clock.offsetMs, nextReminderAt: answer?.nextReminderAt ?? null };
  }

  /** Moves the clock by this many milliseconds; throws a `PlayFault` if the duration is invalid. */
  async advance(ms: number): Promise<void> {
    if (!(ms > 0 && ms <= LONGEST_JUMP_MS)) throw new PlayFault('wrong_jump');
    await this.inTurn(() => this.walk(this.parts.clock.now() + Math.round(ms)));
  }

  async untilMorning(): Promise<void> {
    const { clock, timeZone } = this.parts;
    await this.inTurn(() => this.walk(nextMorning(clock.now(), timeZone)));
  }

  /** Moves to just before the next reminder, or to the reminder itself if it is that near. */
  async untilReminder(): Promise<void> {
    const { clock, bot } = this.parts;
    await this.inTurn(async () => {
      const answer = await bot.nextReminder();
      if (!answer) throw new PlayFault('bot_away');
      if (answer.nextReminderAt === null) throw new PlayFault('nothing_waits');
      const before = answer.nextReminderAt - BEFORE_REMINDER_MS;
      await this.walk(Math.max(clock.now(), before > clock.now() ? before : answer.nextReminderAt));
    });
  }

  setRate(rate: Rate): void {
    const every = this.parts.every ?? inRealTime;
    this.stopRunning?.();
    this.stopRunning = rate === 1 ? null : every(STEP_MS, () => void this.step());
    this.rate = rate;
    this.parts.changed();
  }

  /** Tells a newly started bot the time. */
  async tellBot(): Promise<void> {
    await this.inTurn(() => this.parts.bot.moveClock(this.parts.clock.offsetMs));
  }

  stop(): void {
    this.stopRunning?.();
  }

  /** A step waits for the bot: if the bot is slow, time runs slower and nothing is skipped. */
  private async step(): Promise<void> {
    if (this.isStepping) return;
    this.isStepping = true;
    try {
      const { clock } = this.parts;
      await this.inTurn(() => this.walk(clock.now() + STEP_MS * (this.rate - 1)));
    } finally {
      this.isStepping = false;
    }
  }

  private state(): Pick<ClockView, 'now' | 'rate'> {
    return { now: this.parts.clock.now(), rate: this.rate };
  }

  private async walk(target: number): Promise<void> {
    const { clock, bot, afterMove, changed } = this.parts;
    let next = (await bot.nextReminder())?.nextReminderAt ?? null;
    for (let stops = 0; ; stops += 1) {
      const isOnTheWay = next !== null && next > clock.now() && next < target && stops < MOST_STOPS;
      const wanted = isOnTheWay && next !== null ? next : target;
      clock.advance(Math.max(0, wanted - clock.now()));
      const answer = await bot.moveClock(clock.offsetMs);
      await afterMove();
      changed();
      if (wanted === target) return;
      next = answer?.nextReminderAt ?? null;
    }
  }

  private inTurn<T>(move: () => Promise<T>): Promise<T> {
    const moved = this.moving.then(move);
    this.moving = moved.catch(() => undefined);
    return moved;
  }
}

function inRealTime(ms: number, step: () => void): () => void {
  const timer = setInterval(step, ms);
  return () => clearInterval(timer);
}
