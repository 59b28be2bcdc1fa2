import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dialect } from '../databases';
import { impatientOrg } from '../process/impatient-org';
import { until } from '../process/until';
import { Case } from './cases';
import { type Fault, type Figure, NAME_OF, type Order } from './fault';
import { FaultWorld } from './fault-world';
import { seconds } from './figures';
import { isClean, judge, verdictOf } from './oracle';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NUDGE_MS = 10_000;
/** A reminder may be 10 s late. */
const LATE_MS = 10_000;
/** After a step of more than a day the program waits a minute before it reminds anybody. */
const DOUBT_MS = MINUTE;

const STEPS: [name: string, ms: number][] = [
  ['+5 min', 5 * MINUTE],
  ['−5 min', -5 * MINUTE],
  ['+3 h', 3 * HOUR],
  ['−3 h', -3 * HOUR],
  ['+72 h', 72 * HOUR],
  ['−72 h', -72 * HOUR],
  ['+10 d', 10 * DAY],
];

/** Asks `/healthz` again and again; the longest time without an answer, in ms. */
class Pulse {
  longestMs = 0;
  private isOver = false;
  private readonly beating: Promise<void>;

  constructor(private readonly world: FaultWorld) {
    this.beating = this.beat();
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.beating;
  }

  private async beat(): Promise<void> {
    let answeredAt = performance.now();
    while (!this.isOver) {
      const { status } = await this.world.ask('/healthz', { withinMs: 60_000 });
      const now = performance.now();
      this.longestMs = Math.max(this.longestMs, now - answeredAt);
      if (status === 200) answeredAt = now;
      await sleep(50);
    }
  }
}

/** The seconds since the last tick, as `/readyz` tells them. */
async function tickAgo(world: FaultWorld): Promise<number> {
  const { body } = await world.ask('/readyz');
  const { checks } = JSON.parse(body) as { checks: { ticks: { lastSecondsAgo: number } } };
  return checks.ticks.lastSecondsAgo;
}

/** A case that waits to be claimed, and the department's reminder of it. */
class Unclaimed {
  private readonly before: number;
  private constructor(
    private readonly world: FaultWorld,
    readonly about: Case,
  ) {
    this.before = this.count();
  }

  static async in(world: FaultWorld): Promise<Unclaimed> {
    const one = new Case(world);
    await one.forward();
    await one.isDrafted();
    await one.submit();
    return new Unclaimed(world, one);
  }

  get isReminded(): boolean {
    return this.count() > this.before;
  }

  /** After a step of days a case is overdue, and others hear of it with other words. */
  private count(): number {
    const { about, world } = this;
    const number = new RegExp(`${about.publicNumber}(?!\\d)`);
    const cards = new Set([...about.posted, ...about.drafts]);
    return world.screen.all().filter((shown) => !cards.has(shown) && number.test(shown.text)).length;
  }
}

async function stepBy(world: FaultWorld, [name, ms]: [string, number]): Promise<Figure[]> {
  const cases: Case[] = [];
  const waiting = await Unclaimed.in(world);
  const pulse = new Pulse(world);
  const steppedAt = performance.now();
  world.clock.advance(ms);
  const fresh = await Unclaimed.in(world);
  cases.push(waiting.about, fresh.about);
  const draftMs = (fresh.about.drafts[0]?.history[0]?.at ?? Number.NaN) - steppedAt;
  const submittedAt = fresh.about.acknowledged.get('submit') ?? performance.now();
  const isDoubted = Math.abs(ms) > DAY;
  const allowedMs = NUDGE_MS + LATE_MS + (isDoubted ? DOUBT_MS : 0);
  let worstTickAgo = 0;
  // A reminder that was due before the step: after a step back its moment is in the future again.
  const isThere = async () => {
    worstTickAgo = Math.max(worstTickAgo, await tickAgo(world));
    return fresh.isReminded && (ms < 0 || waiting.isReminded);
  };
  await until(isThere, allowedMs + MINUTE, () => `the reminders after ${name}`).catch(() => undefined);
  const remindedMs = performance.now() - submittedAt;
  await pulse.stop();
  await world.isAtRest();
  const findings = await judge(world, cases);
  const isThereNow = await isThere();
  return [
    {
      fault: `the wall clock is set, ${name}`,
      load: 'two cases that wait to be claimed, one from before the step',
      database: '',
      expected: `ticks go on, reminders ≤ ${(allowedMs - NUDGE_MS) / 1000} s late`,
      seen: `${isThereNow ? `reminders ${seconds(Math.max(0, remindedMs - NUDGE_MS))} s after they were due` : 'no reminder'}, a draft after ${seconds(draftMs)} s, longest without \`/healthz\` ${seconds(pulse.longestMs)} s, last tick at most ${worstTickAgo} s ago; ${verdictOf(findings)}`,
      isGood: isClean(findings) && isThereNow && remindedMs <= allowedMs + 5000,
    },
  ];
}

async function playOn(dialect: Dialect, { log }: Order): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'feedback-org-'));
  const env = { ORG_FILE: impatientOrg(folder, `${NUDGE_MS / 1000}s`) };
  try {
    return await FaultWorld.with({ dialect, reps: 4 * STEPS.length, env }, async (world) => {
      const figures: Figure[] = [];
      for (const step of STEPS) {
        figures.push(...(await stepBy(world, step)).map((figure) => ({ ...figure, database: NAME_OF[dialect] })));
        log(`clock steps on ${NAME_OF[dialect]}: ${step[0]}`);
      }
      return figures;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const CLOCK_STEPS: Fault = {
  name: 'clock-steps',
  plays: (order) => order.dialects.map((dialect) => () => playOn(dialect, order)),
};
