import { setTimeout as sleep } from 'node:timers/promises';
import type { Hold } from '../../sandbox/platform/api/trouble';
import type { Dialect } from '../databases';
import { until } from '../process/until';
import { Case } from './cases';
import { type Fault, type Figure, NAME_OF, type Order } from './fault';
import { FaultWorld } from './fault-world';
import { isClean, judge, verdictOf } from './oracle';

const DRAFTS = 12;
const ROUNDS = 3;
const ASLEEP_MS = 61 * 60_000;
/** Longer than a lease, so that it has ended by the database's clock, too. */
const ASLEEP_REALLY_MS = 20_000;

/** Names are asked for between the claim of a row and its sending. */
const NAMES = /^GET \/contact/;
const SEND = /^POST .*\/messages$/;
const PATCH = /^PATCH /;

/** A world in which one process is about to sleep while it has work in hand. */
class Bedroom {
  private readonly others: number[];

  constructor(
    readonly world: FaultWorld,
    processes: number,
  ) {
    this.others = Array.from({ length: processes - 1 }, (_, i) => i + 1);
  }

  /** Does `act` so that only process 0 hears of it, and stops that process at its first matching call. */
  async fallAsleep(matcher: RegExp, when: 'before' | 'after', act: () => Promise<unknown>): Promise<void> {
    const { world } = this;
    await world.sql('DELETE FROM person');
    for (const other of this.others) world.bot(other).signal('SIGSTOP');
    const hold: Hold = world.feishu.hold(matcher, when);
    const acting = act();
    await hold.reached;
    world.bot().signal('SIGSTOP');
    hold.release();
    for (const other of this.others) world.bot(other).signal('SIGCONT');
    if (this.others.length > 0) world.pushTo(1);
    await Promise.race([acting, sleep(4000)]);
  }

  async wakeUp(): Promise<void> {
    this.world.bot().signal('SIGCONT');
    // What it had in hand is sent within this time, if it is sent at all.
    await sleep(3000);
    this.world.pushTo(0);
  }
}

const forwardAll = (cases: Case[]) => Promise.all(cases.map((one) => one.forward()));
const newCases = (world: FaultWorld, count = DRAFTS) => Array.from({ length: count }, () => new Case(world));

/** When the process falls asleep: before it sends, or when Feishu has the message and its answer is on the way. */
interface Moment {
  name: string;
  at: RegExp;
  when: 'before' | 'after';
  /** Whether the reps have a card already, or hear from the bot for the first time. */
  areKnown: boolean;
}

const MOMENTS: Moment[] = [
  { name: 'between claim and send', at: NAMES, when: 'before', areKnown: false },
  { name: 'when Feishu has the message and its answer is on the way', at: SEND, when: 'after', areKnown: true },
  {
    name: 'when Feishu has the first message that a person ever gets, and its answer is on the way',
    at: SEND,
    when: 'after',
    areKnown: false,
  },
];

/** One process falls asleep with drafts in hand, the others take over, and an hour later it wakes up. */
async function withOthers({ name, at, when, areKnown }: Moment, { log }: Order): Promise<Figure> {
  const processes = 3;
  return FaultWorld.with({ dialect: 'mysql', reps: DRAFTS * ROUNDS, processes }, async (world) => {
    const room = new Bedroom(world, processes);
    const cases: Case[] = [];
    let inHand = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const earlier = newCases(world);
      if (areKnown) {
        await forwardAll(earlier);
        await world.isAtRest();
        world.clock.advance(ASLEEP_MS);
      }
      const ours = areKnown ? earlier.map(({ repId }) => new Case(world, repId)) : earlier;
      cases.push(...ours);
      await room.fallAsleep(at, when, () => forwardAll(ours));
      inHand += Number((await world.sql('SELECT COUNT(*) AS n FROM outbox WHERE claim IS NOT NULL'))[0]?.n);
      if (when === 'after') world.clock.advance(ASLEEP_MS);
      await sleep(ASLEEP_REALLY_MS);
      await Promise.all(ours.map((one) => one.isDrafted()));
      if (when === 'before') world.clock.advance(ASLEEP_MS);
      await room.wakeUp();
      await world.isAtRest();
      log(`sleeps, ${name}: round ${round + 1} of ${ROUNDS}`);
    }
    const findings = await judge(world, cases);
    return {
      fault: `SIGSTOP of one process ${name}; others take over; SIGCONT 61 min later`,
      load: `${cases.length} drafts, ${inHand} rows in hand; 3 processes`,
      database: 'MariaDB',
      expected: 'each once',
      seen: verdictOf(findings),
      isGood: isClean(findings) && inHand > 0,
    };
  });
}

/** Stopped before it patches cards; the others show how the case goes on, and then it wakes up. */
async function beforePatches(): Promise<Figure> {
  const processes = 3;
  return FaultWorld.with({ dialect: 'mysql', reps: DRAFTS, processes }, async (world) => {
    const room = new Bedroom(world, processes);
    const cases = newCases(world);
    await forwardAll(cases);
    for (const one of cases) await one.isDrafted().then(() => one.submit());
    await world.isAtRest();
    const claims = cases.map((one) => () => one.claim());
    const claiming: Promise<void>[] = [];
    await room.fallAsleep(PATCH, 'before', async () => claiming.push(...claims.map((claim) => claim())));
    const inHand = Number((await world.sql('SELECT COUNT(*) AS n FROM card WHERE claim IS NOT NULL'))[0]?.n);
    await sleep(ASLEEP_REALLY_MS);
    await Promise.all(claiming);
    for (const one of cases) await one.answer();
    world.clock.advance(ASLEEP_MS);
    const wokenAt = performance.now();
    await room.wakeUp();
    await world.isAtRest();
    const backwards = cases.flatMap(({ drafts, posted }) =>
      [...drafts, ...posted].filter(({ history }) =>
        history.some(({ at, text }) => at > wokenAt && !/待回复客户|已答复|已回复/.test(text)),
      ),
    );
    const findings = await judge(world, cases);
    return {
      fault: 'SIGSTOP before cards are patched, the case goes on elsewhere, 61 min later SIGCONT',
      load: `${cases.length} cases, ${inHand} cards in hand; 3 processes`,
      database: 'MariaDB',
      expected: 'no patch of an older state',
      seen: `${backwards.length} stale patches, ${verdictOf(findings)}`,
      isGood: isClean(findings) && inHand > 0 && backwards.length === 0,
    };
  });
}

/** Alone, as a laptop that was closed: nobody takes over. */
async function alone(dialect: Dialect): Promise<Figure> {
  return FaultWorld.with({ dialect, reps: DRAFTS }, async (world) => {
    const room = new Bedroom(world, 1);
    const cases = newCases(world);
    await room.fallAsleep(NAMES, 'before', () => forwardAll(cases));
    await sleep(60_000);
    world.clock.advance(ASLEEP_MS);
    const wokenAt = performance.now();
    await room.wakeUp();
    await until(() => world.screen.all().length > 0, 30_000);
    await world.isAtRest();
    const findings = await judge(world, cases);
    const backMs = Math.max(...cases.map(({ drafts }) => (drafts[0]?.history[0]?.at ?? 0) - wokenAt));
    return {
      fault: 'SIGSTOP for 60 s with work in hand, the clock 61 min on, SIGCONT; alone',
      load: `${cases.length} drafts`,
      database: NAME_OF[dialect],
      expected: 'each once',
      seen: `${verdictOf(findings)}; the last draft ${(backMs / 1000).toFixed(1)} s after waking`,
      isGood: isClean(findings),
    };
  });
}

export const SLEEPS: Fault = {
  name: 'sleeps',
  plays: (order) => [
    ...(order.dialects.includes('mysql')
      ? [...MOMENTS.map((moment) => () => withOthers(moment, order)), beforePatches]
      : []),
    ...(order.dialects.includes('sqlite') ? [() => alone('sqlite')] : []),
  ],
};
