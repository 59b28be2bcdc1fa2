import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Tx } from '../../src/db/transaction';
import { Health, type HealthParts } from '../../src/engine/health';
import { type Measured, Metrics } from '../../src/engine/metrics';
import { Workflows } from '../../src/engine/workflow';

const NOW = 1_000_000;
const NEVER = new Promise<never>(() => undefined);

let upFor: number;
let reads: number;
let writes: number;
let read: () => Promise<unknown>;
let probeWrite: () => Promise<boolean>;
let health: Health;

const nothing = { waiting: 0, oldestAt: null, dueAt: null };
const measured: Measured = {
  inbox: nothing,
  outbox: { waiting: 2, oldestAt: NOW - 90_000, dueAt: NOW + 5000 },
  cards: nothing,
  reminders: { dueAt: NOW - 7000 },
  cases: { open: 3, overdue: 1 },
};

beforeEach(() => {
  jest.useFakeTimers();
  upFor = 0;
  reads = 0;
  writes = 0;
  read = async () => measured;
  probeWrite = async () => true;
  const parts: HealthParts = {
    core: { metrics: new Metrics(), workflows: new Workflows([]), clock: { now: () => NOW } },
    probe: {
      read: <T>(_work: (tx: Tx) => Promise<T>) => {
        reads += 1;
        return read() as Promise<T>;
      },
      probeWrite: () => {
        writes += 1;
        return probeWrite();
      },
    },
    lastTickAgoMs: () => 2000,
    feishu: () => ({
      identity: null,
      connection: null,
      lastFrameAgoMs: null,
      refusal: null,
      refusedCalls: [],
      scopes: null,
    }),
    waiting: () => ({ urgent: 1, background: 4 }),
    load: () => [{ pool: 'outbox', waiting: 2, working: 3, limit: 200 }],
    uptime: () => upFor,
  };
  health = new Health(parts);
});
afterEach(() => {
  jest.useRealTimers();
});

describe('however many ask', () => {
  test('the database is asked once a second', async () => {
    await Promise.all(Array.from({ length: 64 }, () => [health.ready(), health.metrics()]).flat());
    upFor = 999;
    await health.ready();
    await health.metrics();
    expect([reads, writes]).toEqual([1, 1]);
    upFor = 1000;
    await health.ready();
    expect([reads, writes]).toEqual([2, 2]);
  });

  test('a database that never answers is asked once, and everybody has an answer within a second', async () => {
    read = () => NEVER;
    probeWrite = () => NEVER;
    for (let second = 1; second <= 3; second += 1) {
      const asked = Array.from({ length: 64 }, () => health.ready());
      const text = health.metrics();
      await jest.advanceTimersByTimeAsync(1000);
      upFor += 5000;
      for (const readiness of await Promise.all(asked)) {
        expect(readiness).toMatchObject({ status: 'not ready', reason: 'database: does not answer' });
      }
      expect(await text).toContain('feedback_database_up 0');
    }
    expect([reads, writes]).toEqual([1, 1]);
  });
});

test('a database that refuses is asked again by the next second, and is ready once it answers', async () => {
  read = () => Promise.reject(new Error('gone'));
  expect(await health.ready()).toMatchObject({ reason: 'database: does not answer' });
  read = async () => measured;
  upFor = 1000;
  expect(await health.ready()).toMatchObject({ status: 'ready' });
});

test('the gauges show every backlog and its age', async () => {
  const text = await health.metrics();
  for (const line of [
    'feedback_outbox_depth 2',
    'feedback_outbox_oldest_seconds 90',
    'feedback_inbox_depth 0',
    'feedback_cards_oldest_seconds 0',
    'feedback_reminders_oldest_seconds 7',
    'feedback_last_tick_seconds 2',
    'feedback_clock_steps_total 0',
    'feedback_transactions_waiting{urgency="urgent"} 1',
    'feedback_in_hand{pool="outbox",state="waiting"} 2',
    'feedback_in_hand{pool="outbox",state="working"} 3',
    'feedback_in_hand_limit{pool="outbox"} 200',
    'feedback_transactions_waiting{urgency="background"} 4',
    'feedback_cases{state="overdue"} 1',
    'feedback_database_up 1',
  ]) {
    expect(text).toContain(`${line}\n`);
  }
});
