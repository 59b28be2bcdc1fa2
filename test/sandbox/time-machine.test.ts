import { beforeEach, describe, expect, test } from '@jest/globals';
import { MovableClock } from '../../sandbox/clock';
import { nextMorning } from '../../sandbox/office-time';
import { STEP_MS, TimeMachine } from '../../sandbox/time-machine';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (time: string) => Date.parse(`${time}:00+08:00`);
const startedAt = at('2026-11-24T17:30');

/** A bot with reminders at these moments; it notes the times it was told. */
class FakeBot {
  heard: number[] = [];
  isAway = false;
  /** Delays each answer; none if absent. */
  patience: Promise<void> | null = null;

  constructor(
    private readonly clock: MovableClock,
    public moments: number[] = [],
  ) {}

  async nextReminder() {
    return this.isAway ? null : { nextReminderAt: this.moments.find((moment) => moment > this.clock.now()) ?? null };
  }

  async moveClock(offsetMs: number) {
    await this.patience;
    if (this.isAway) return null;
    this.heard.push(startedAt + offsetMs);
    return this.nextReminder();
  }
}

let clock: MovableClock;
let bot: FakeBot;
let machine: TimeMachine;
let step: (() => void) | null;
let pushed: number[];
beforeEach(() => {
  clock = new MovableClock(0, () => startedAt);
  bot = new FakeBot(clock);
  step = null;
  pushed = [];
  machine = new TimeMachine({
    clock,
    bot,
    timeZone: 'Asia/Shanghai',
    afterMove: async () => void pushed.push(clock.now()),
    changed: () => undefined,
    every: (_ms, run) => {
      step = run;
      return () => {
        step = null;
      };
    },
  });
});

/** One step of a fast clock and everything that follows. */
async function beat(): Promise<void> {
  step?.();
  await new Promise((resolve) => setImmediate(resolve));
}

describe('a jump', () => {
  test('stops at each reminder of the bot, and then at the platform’s due events', async () => {
    const moments = [at('2026-11-24T19:30'), at('2026-11-25T05:30')];
    bot.moments = moments;
    await machine.untilMorning();
    expect(bot.heard).toEqual([...moments, at('2026-11-25T09:00')]);
    expect(pushed).toEqual(bot.heard);
    expect(await machine.view()).toEqual({
      now: at('2026-11-25T09:00'),
      offsetMs: at('2026-11-25T09:00') - startedAt,
      rate: 1,
      nextReminderAt: null,
    });
  });

  test('does not wait for a bot that is down or always names a further moment', async () => {
    bot.isAway = true;
    await machine.advance(HOUR);
    expect(clock.now()).toBe(startedAt + HOUR);
    bot.isAway = false;
    bot.nextReminder = async () => ({ nextReminderAt: clock.now() + 1 });
    await machine.advance(HOUR);
    expect(clock.now()).toBe(startedAt + 2 * HOUR);
  });

  test.each([0, -1, Number.NaN, 61 * 24 * HOUR])('of %d ms is refused', async (ms) => {
    await expect(machine.advance(ms)).rejects.toMatchObject({ code: 'wrong_jump' });
    expect(clock.offsetMs).toBe(0);
  });

  test('to the next reminder ends just before the reminder, then at the reminder; without one it is a fault', async () => {
    const due = at('2026-11-24T19:30');
    bot.moments = [due];
    await machine.untilReminder();
    expect(clock.now()).toBe(due - 10_000);
    await machine.untilReminder();
    expect(clock.now()).toBe(due);
    await expect(machine.untilReminder()).rejects.toMatchObject({ code: 'nothing_waits' });
    bot.isAway = true;
    await expect(machine.untilReminder()).rejects.toMatchObject({ code: 'bot_away' });
  });
});

describe('a faster clock', () => {
  test('moves step by step, and stops inside a step if something is due', async () => {
    machine.setRate(3600);
    const due = startedAt + 20 * MINUTE;
    bot.moments = [due];
    await beat();
    await beat();
    const stride = STEP_MS * 3599;
    expect(bot.heard).toEqual([startedAt + stride, due, startedAt + 2 * stride]);
    machine.setRate(60);
    await beat();
    expect(clock.now()).toBe(startedAt + 2 * stride + STEP_MS * 59);
    machine.setRate(1);
    expect(step).toBeNull();
    expect(await machine.view()).toMatchObject({ rate: 1 });
  });

  test('waits for a slow bot', async () => {
    machine.setRate(60);
    let answer = () => {};
    bot.patience = new Promise((resolve) => {
      answer = resolve;
    });
    await beat();
    await beat();
    await beat();
    answer();
    bot.patience = null;
    await beat();
    expect(bot.heard).toHaveLength(1);
    expect(clock.now()).toBe(startedAt + STEP_MS * 59);
    await beat();
    expect(bot.heard).toHaveLength(2);
  });
});

test.each([
  ['2026-11-24T03:00', 'Asia/Shanghai', '2026-11-24T01:00:00Z'],
  ['2026-11-24T09:00', 'Asia/Shanghai', '2026-11-25T01:00:00Z'],
  // In this night New York's clocks go back: the next 09:00 is an hour later by UTC.
  ['2026-11-01T08:00', 'America/New_York', '2026-11-01T14:00:00Z'],
])('after %s it is next 09:00 in %s at %s', (now, zone, morning) => {
  expect(new Date(nextMorning(at(now), zone)).toISOString().replace('.000', '')).toBe(morning);
});
