import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { pino } from 'pino';
import { DAY, HOUR, MINUTE, SECOND } from '../src/domain/time';
import { Ticker, type TickerParts } from '../src/ticker';

const START = Date.parse('2026-11-24T09:00:00+08:00');

let ticks: number[];
let steps: number[];
let lines: string[];
let ticker: Ticker;

const now = () => Math.round(performance.now());
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
/** Sets the wall clock; monotonic time goes on. */
const step = (ms: number) => jest.setSystemTime(Date.now() + ms);

beforeEach(() => {
  jest.useFakeTimers({ now: START });
  ticks = [];
  steps = [];
  lines = [];
  const nothing = async () => null;
  ticker = new Ticker({
    identity: { confirm: nothing },
    organisation: { refresh: nothing, ensureClaim: nothing },
    tick: { run: async () => void ticks.push(now()) },
    orgContacts: { lookUp: nothing },
    scopes: { look: nothing },
    beside: { begin: (_name: string, _ms: number, job: () => Promise<unknown>) => void job() },
    newCode: () => 'code',
    clockStepped: async (ms: number) => void steps.push(ms),
    log: pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) }),
  } as unknown as TickerParts);
  ticker.start();
});
afterEach(async () => {
  await ticker.stop();
  jest.useRealTimers();
});

test('ticks every five seconds', async () => {
  const from = now();
  await pass(20 * SECOND);
  expect(ticks.map((at) => at - from)).toEqual([5000, 10_000, 15_000, 20_000]);
  expect(steps).toEqual([]);
});

test.each([
  ['forward by two hours', 2 * HOUR],
  ['back by three hours', -3 * HOUR],
  ['back by a minute', -MINUTE],
])('goes on as before when the clock is set %s, once with a word and a look at what waits', async (_what, ms) => {
  await pass(10 * SECOND);
  ticks = [];
  step(ms);
  await pass(MINUTE);
  expect(ticks).toHaveLength(12);
  expect(steps).toEqual([ms]);
  expect(lines.map((line) => JSON.parse(line).stepMs)).toEqual([ms]);
});

test('makes up for no slot when the clock is set forward by weeks', async () => {
  step(30 * DAY);
  await pass(10 * MINUTE);
  expect(ticks.length).toBeLessThanOrEqual(120);
  expect(ticks.length).toBeGreaterThanOrEqual(108);
  expect(lines).toHaveLength(1);
});

test('a clock that is days ahead for twenty seconds and then put right reminds nobody meanwhile', async () => {
  await pass(10 * SECOND);
  ticks = [];
  step(3 * DAY);
  await pass(20 * SECOND);
  expect(ticks).toEqual([]);
  step(-3 * DAY);
  await pass(2 * MINUTE);
  expect(ticks.length).toBeGreaterThan(10);
  expect(steps).toEqual([3 * DAY, -3 * DAY]);
});

test('small corrections are no step', async () => {
  for (let i = 0; i < 10; i += 1) {
    step(500);
    await pass(5 * SECOND);
  }
  expect(steps).toEqual([]);
});

test('tells how long ago it ticked', async () => {
  await pass(8 * SECOND);
  expect(Math.round(ticker.lastTickAgoMs())).toBe(3000);
});
