import { describe, expect, test } from '@jest/globals';
import { inLanes } from '../../../src/engine/queue/queue';
import { RateLimits } from '../../../src/engine/queue/rate-limits';
import { backOffMs } from '../../../src/engine/queue/retry';

const T = 1_000_000;

/** The number of calls that are let through, one after the other, at one moment. */
function passes(limits: RateLimits, targets: string[], now: number): number {
  return targets.filter((target) => limits.take(target, now) === 0).length;
}

const many = (count: number) => Array.from({ length: count }, (_, i) => `oc_${i}`);

describe('limits', () => {
  test.each<[string, string[], number]>([
    ['one chat', Array(8).fill('oc_1'), 5],
    ['two chats', [...Array(8).fill('oc_1'), ...Array(8).fill('oc_2')], 10],
    ['sixty chats', many(60), 50],
  ])('in one second, %s', (_name, targets, expected) => {
    expect(passes(new RateLimits(), targets, T)).toBe(expected);
  });

  test.each([
    ['an hour', 3_600_000],
    ['three days', 259_200_000],
  ])('a clock that is set back by %s holds up no call', (_name, step) => {
    const limits = new RateLimits();
    limits.take('oc_1', T + step);
    limits.pause('', T + step + 5000);
    limits.pause('oc_2', T + step + 5000);
    for (let i = 0; i < 300; i += 1) expect(limits.take(`oc_${i % 7}`, T + i * 1000)).toBe(0);
  });

  test('a refused call is told how long to wait, and passes then', () => {
    const limits = new RateLimits();
    for (const at of [0, 100, 200, 300, 400]) expect(limits.take('oc_1', T + at)).toBe(0);
    expect(limits.take('oc_1', T + 400)).toBe(600);
    expect(limits.take('oc_1', T + 999)).toBe(1);
    expect(limits.take('oc_1', T + 1000)).toBe(0);
    expect(limits.take('oc_1', T + 1000)).toBe(100);
  });

  test('a refused call counts neither for its chat nor for the app', () => {
    const limits = new RateLimits();
    passes(limits, Array(5).fill('oc_1'), T);
    for (let i = 0; i < 100; i += 1) expect(limits.take('oc_1', T)).toBe(1000);
    expect(passes(limits, many(60).slice(2), T)).toBe(45);
  });

  test('no window of a second or a minute ever exceeds its limit', () => {
    const limits = new RateLimits();
    const passed: number[] = [];
    for (let now = T; now < T + 120_000; now += 10) if (limits.take(`oc_${now % 700}`, now) === 0) passed.push(now);
    const most = (windowMs: number) =>
      Math.max(...passed.map((start) => passed.filter((at) => at >= start && at < start + windowMs).length));
    expect(most(1000)).toBe(50);
    expect(most(60_000)).toBe(1000);
  });

  test.each<[string, string, number, number]>([
    ['that chat waits', 'oc_1', 0, 2000],
    ['it still does, a moment before', 'oc_1', 1999, 1],
    ['it goes on', 'oc_1', 2000, 0],
    ['others do not wait', 'oc_2', 0, 0],
  ])('a paused chat: %s', (_name, target, after, expected) => {
    const limits = new RateLimits();
    limits.pause('oc_1', T + 2000);
    limits.pause('oc_1', T + 500);
    limits.tidy(T + after);
    expect(limits.take(target, T + after)).toBe(expected);
  });

  test('a paused app: every chat waits, for the longer of both pauses', () => {
    const limits = new RateLimits();
    limits.pause('', T + 2000);
    limits.pause('oc_1', T + 3000);
    expect([limits.take('oc_1', T), limits.take('oc_2', T)]).toEqual([3000, 2000]);
    expect([limits.take('oc_1', T + 2000), limits.take('oc_2', T + 2000)]).toEqual([1000, 0]);
  });

  test('tidying forgets no call that still counts', () => {
    const limits = new RateLimits();
    passes(limits, Array(5).fill('oc_1'), T);
    limits.tidy(T + 999);
    expect(limits.take('oc_1', T + 999)).toBe(1);
    limits.tidy(T + 1000);
    expect(passes(limits, Array(8).fill('oc_1'), T + 1000)).toBe(5);
  });
});

test.each<[number, number, number]>([
  [1, 0.5, 1000],
  [1, 0, 500],
  [2, 0.5, 2000],
  [5, 0.5, 16_000],
  [10, 0.5, 512_000],
  [11, 0.5, 600_000],
  [1000, 0.999_999, 600_000],
  [0, 0.5, 500],
])('after attempt %d with dice at %d: %d ms', (attempt, random, expected) => {
  expect(backOffMs(attempt, random)).toBe(expected);
});

test.each<[string[], string[][]]>([
  [[], []],
  [['a1'], [['a1']]],
  [
    ['a1', 'b1', 'a2', 'c1', 'b2', 'a3'],
    [['a1', 'a2', 'a3'], ['b1', 'b2'], ['c1']],
  ],
])('lanes of %j', (items, expected) => {
  expect(inLanes(items, (item) => item[0] as string)).toEqual(expected);
});
