import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { pino } from 'pino';
import { Pump, Pumps, type Stage, waitUntil } from '../../../src/engine/queue/pump';

const log = pino({ level: 'silent' });

/** A stage whose rounds the test starts and ends. */
class Rounds {
  started = 0;
  private end: ((progress: boolean) => void) | null = null;
  private begun: (() => void) | null = null;

  readonly stage = (): Promise<boolean> => {
    this.started += 1;
    this.begun?.();
    return new Promise((resolve) => {
      this.end = resolve;
    });
  };

  async next(): Promise<void> {
    const before = this.started;
    await new Promise<void>((resolve) => {
      this.begun = resolve;
      if (this.started > before) resolve();
    });
  }

  finish(progress: boolean): void {
    this.end?.(progress);
  }
}

const never = async () => null;

const pumpOf = (run: Stage['run'], nextWaitMs: Stage['nextWaitMs'] = never) => new Pump({ run, nextWaitMs }, log);
const pumpsOf = (...runs: Stage['run'][]) =>
  new Pumps(
    runs.map((run) => ({ run, nextWaitMs: never })),
    log,
  );

describe('the pump', () => {
  test('works until nothing is left, each stage on its own', async () => {
    const left = { inbox: 3, outbox: 1 };
    const rounds: string[] = [];
    const stage = (name: keyof typeof left) => async () => {
      rounds.push(name);
      left[name] -= 1;
      return left[name] >= 0;
    };
    const pumps = pumpsOf(stage('inbox'), stage('outbox'));
    pumps.wake();
    await pumps.idle();
    expect(left.inbox).toBeLessThan(0);
    expect(left.outbox).toBeLessThan(0);
    expect(rounds.filter((name) => name === 'inbox').length).toBeGreaterThanOrEqual(4);
    expect(rounds.filter((name) => name === 'outbox').length).toBeGreaterThanOrEqual(2);
  });

  test('a wake during a round, however late, starts another round', async () => {
    const rounds = new Rounds();
    const pump = pumpOf(rounds.stage);
    const first = rounds.next();
    pump.wake();
    await first;
    const second = rounds.next();
    pump.wake();
    rounds.finish(false);
    await second;
    rounds.finish(false);
    await pump.idle();
    expect(rounds.started).toBe(2);
  });

  test('a wake while the next moment is looked up is not lost', async () => {
    let rounds = 0;
    const stage = async () => {
      rounds += 1;
      return false;
    };
    let isFirst = true;
    const nextWaitMs = async () => {
      if (isFirst) pump.wake();
      isFirst = false;
      return null;
    };
    const pump = pumpOf(stage, nextWaitMs);
    pump.wake();
    await pump.idle();
    expect(rounds).toBe(2);
  });

  test('many wakes at once are one round', async () => {
    const rounds = new Rounds();
    const pump = pumpOf(rounds.stage);
    const first = rounds.next();
    for (let i = 0; i < 10; i += 1) pump.wake();
    await first;
    rounds.finish(false);
    await pump.idle();
    expect(rounds.started).toBe(1);
  });

  test('woken inside a transaction, it works outside of it', async () => {
    const transaction = new AsyncLocalStorage<string>();
    const seen: (string | undefined)[] = [];
    const stage = async () => {
      seen.push(transaction.getStore());
      return seen.length < 2;
    };
    const pump = pumpOf(stage);
    await transaction.run('tx', async () => {
      pump.wake();
      expect(seen).toEqual([]);
    });
    await pump.idle();
    transaction.run('another', () => pump.wake());
    await pump.idle();
    expect(seen).toEqual([undefined, undefined, undefined]);
  });

  test('a stage that throws stops neither the pump nor the other stages', async () => {
    let failing = 0;
    let working = 0;
    const pumps = pumpsOf(
      async () => {
        failing += 1;
        throw new Error('database away');
      },
      async () => {
        working += 1;
        return false;
      },
    );
    pumps.wake();
    await pumps.idle();
    pumps.wake();
    await pumps.idle();
    expect([failing, working]).toEqual([2, 2]);
  });

  test('stopping waits for the running round and starts no other', async () => {
    const rounds = new Rounds();
    const pump = pumpOf(rounds.stage);
    const first = rounds.next();
    pump.wake();
    await first;
    pump.wake();
    let isStopped = false;
    const stopping = pump.stop().then(() => {
      isStopped = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isStopped).toBe(false);
    rounds.finish(true);
    await stopping;
    pump.wake();
    await pump.idle();
    expect(rounds.started).toBe(1);
  });

  test('stopping waits for the slowest stage, even if another stage has thrown', async () => {
    const slow = new Rounds();
    const failing = async () => {
      throw new Error('database away');
    };
    const pumps = pumpsOf(failing, slow.stage);
    const first = slow.next();
    pumps.wake();
    await first;
    pumps.wake();
    let isStopped = false;
    const stopping = pumps.stop().then(() => {
      isStopped = true;
    });
    for (let i = 0; i < 3; i += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(isStopped).toBe(false);
    slow.finish(false);
    await stopping;
    expect(slow.started).toBe(1);
  });

  test('the work of one stage wakes the others, even if another has thrown', async () => {
    let rounds = 0;
    const working = async () => {
      rounds += 1;
      return rounds < 3;
    };
    const failing = async () => {
      throw new Error('database away');
    };
    const pumps = pumpsOf(failing, working);
    pumps.wake();
    await pumps.idle();
    expect(rounds).toBe(3);
  });

  describe('with rows that fall due later', () => {
    beforeEach(() => {
      jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    function counting(waits: (number | null)[]) {
      let rounds = 0;
      const stage = async () => {
        rounds += 1;
        return false;
      };
      const pump = pumpOf(stage, async () => waits.shift() ?? null);
      return { pump, rounds: () => rounds };
    }

    test('it wakes by itself, once', async () => {
      const { pump, rounds } = counting([5000]);
      pump.wake();
      await pump.idle();
      await jest.advanceTimersByTimeAsync(4999);
      expect(rounds()).toBe(1);
      await jest.advanceTimersByTimeAsync(1);
      await pump.idle();
      expect(rounds()).toBe(2);
      await jest.advanceTimersByTimeAsync(60_000);
      expect(rounds()).toBe(2);
    });

    test('an earlier moment replaces a later one', async () => {
      const { pump, rounds } = counting([60_000, 1000]);
      pump.wake();
      await pump.idle();
      pump.wake();
      await pump.idle();
      await jest.advanceTimersByTimeAsync(1000);
      await pump.idle();
      expect(rounds()).toBe(3);
      await jest.advanceTimersByTimeAsync(60_000);
      expect(rounds()).toBe(3);
    });

    test('a moment far away does not overflow the timer', async () => {
      const { pump, rounds } = counting([30 * 24 * 3_600_000]);
      pump.wake();
      await pump.idle();
      await jest.advanceTimersByTimeAsync(60_000);
      expect(rounds()).toBe(1);
    });

    test('a stopped pump does not wake', async () => {
      const { pump, rounds } = counting([1000]);
      pump.wake();
      await pump.idle();
      await pump.stop();
      await jest.advanceTimersByTimeAsync(10_000);
      expect(rounds()).toBe(1);
    });
  });
});

test.each<[(number | null)[], number | null]>([
  [[], null],
  [[null, null], null],
  [[null, 1500, 1200], 200],
  [[900, 1500], 0],
])('the earliest of %j, from 1000 on', (moments, expected) => {
  expect(waitUntil(moments, 1000)).toBe(expected);
});
