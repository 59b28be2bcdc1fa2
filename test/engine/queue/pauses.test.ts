import { describe, expect, test } from '@jest/globals';
import { EVERYTHING, Pauses } from '../../../src/engine/queue/pauses';
import { inLanes } from '../../../src/engine/queue/queue';
import { backOffMs } from '../../../src/engine/queue/retry';

const T = 1_000_000;

describe('pauses', () => {
  test.each<[string, string, number, number]>([
    ['that chat waits', 'oc_1', 0, 2000],
    ['it still does, a moment before', 'oc_1', 1999, 1],
    ['it goes on', 'oc_1', 2000, 0],
    ['others do not wait', 'oc_2', 0, 0],
  ])('a paused chat: %s', (_name, target, after, expected) => {
    const pauses = new Pauses();
    pauses.pause('oc_1', T + 2000);
    pauses.pause('oc_1', T + 500);
    pauses.tidy(T + after);
    expect(pauses.waitMs([target], T + after)).toBe(expected);
  });

  test('a paused app: every chat waits, for the longer of both pauses', () => {
    const pauses = new Pauses();
    pauses.pause(EVERYTHING, T + 2000);
    pauses.pause('oc_1', T + 3000);
    expect([pauses.waitMs(['oc_1'], T), pauses.waitMs(['oc_2'], T)]).toEqual([3000, 2000]);
    expect([pauses.waitMs(['oc_1'], T + 2000), pauses.waitMs(['oc_2'], T + 2000)]).toEqual([1000, 0]);
  });

  test('a clock that is set back ends all pauses', () => {
    const pauses = new Pauses();
    pauses.pause('oc_1', T + 3_605_000);
    expect(pauses.waitMs(['oc_1'], T + 3_600_000)).toBe(5000);
    expect(pauses.waitMs(['oc_1'], T)).toBe(0);
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
