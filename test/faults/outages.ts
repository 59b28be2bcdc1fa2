import { setTimeout as sleep } from 'node:timers/promises';
import type { Failure, Hold, Matcher } from '../../sandbox/platform/api/trouble';
import type { Dialect } from '../databases';
import { Case } from './cases';
import { type Fault, type Figure, NAME_OF } from './fault';
import { FaultWorld } from './fault-world';
import { seconds } from './figures';
import { isClean, judge, verdictOf } from './oracle';

const OUTAGE_MS = 30 * 60_000;
/** The clock goes so much faster during an outage: half an hour takes a minute. */
const SPEED = 30;
const CASES = 12;
const REFUSED_MS = 70_000;
/**
 * After an outage everything is there within this time: the longest wait between two tries is ten minutes, and the steps
 * that people take then cost a few seconds of real time each.
 */
const CATCHES_UP_MS = 15 * 60_000;

const APIS: [name: string, matcher: RegExp][] = [
  ['sending messages', /^POST \/im\/v1\/messages$/],
  ['replying', /^POST \/im\/v1\/messages\/[^/]+\/reply$/],
  ['patching cards', /^PATCH \/im\/v1\/messages\/[^/]+$/],
  ['reading messages', /^GET \/im\/v1\/messages(?:\/[^/]+)?$/],
  ['downloading attachments', /^GET \/im\/v1\/messages\/[^/]+\/resources\//],
  ['contacts', /^\w+ \/contact\//],
  ['chats', /^\w+ \/im\/v1\/chats/],
  ['tokens', /^POST \/auth\//],
];

/** How the API fails in each third of the outage. */
const WAYS: (Failure | 'no answer')[] = [{ httpStatus: 503, rawBody: '<html>503</html>' }, { drop: true }, 'no answer'];

/** Makes the calls of one API fail, in one way after the other, until it is over. */
class Outage {
  calls = 0;
  private way: Failure | 'no answer' | null = null;
  private hold: Hold | null = null;
  private readonly fits: Matcher;

  constructor(
    private readonly world: FaultWorld,
    matcher: RegExp,
  ) {
    this.fits = ({ method, api }) => matcher.test(`${method} ${api}`);
    const times = Number.MAX_SAFE_INTEGER;
    for (const way of WAYS) {
      const isNow: Matcher = ({ method, api }) => {
        const fails = this.way === way && matcher.test(`${method} ${api}`);
        if (fails) this.calls += 1;
        return fails;
      };
      // A call that gets no answer has no effect either.
      world.feishu.failNext(isNow, { ...(way === 'no answer' ? { drop: true } : way), times });
    }
  }

  become(way: Failure | 'no answer'): void {
    if (way === 'no answer') this.hold = this.world.feishu.hold(this.fits, 'before');
    this.way = way;
  }

  async end(): Promise<void> {
    this.hold?.release();
    // The calls that were held fail first.
    await sleep(100);
    this.way = null;
  }
}

/** People who forward texts, merged forwards and pictures, submit, claim and answer, one case after the other. */
class Office {
  readonly cases: Case[] = [];
  private readonly playing: Promise<void>[] = [];
  isDone = false;

  constructor(private readonly world: FaultWorld) {}

  async work(count: number, everyMs: number): Promise<void> {
    for (let i = 0; i < count; i += 1) {
      const one = new Case(this.world);
      this.cases.push(one);
      const content = { type: 'text' as const, text: one.words };
      const bundle = { type: 'merge_forward' as const, children: [{ senderId: one.repId, content }] };
      this.playing.push(one.play(i % 3 === 1 ? bundle : content));
      if (i % 3 === 2) await this.world.feishu.send(one.repId, { bot: true }, { type: 'image' });
      await sleep(everyMs);
    }
  }

  /** Resolves when all cases are answered, or will never be. */
  async ends(): Promise<void> {
    await Promise.all(this.playing);
    this.isDone = true;
  }
}

async function outageOf(dialect: Dialect, [name, matcher]: [string, RegExp]): Promise<Figure> {
  return FaultWorld.with({ dialect, reps: CASES }, async (world) => {
    const office = new Office(world);
    const outage = new Outage(world, matcher);
    const working = office.work(CASES, 4000);
    for (const [i, way] of WAYS.entries()) {
      outage.become(way);
      // A program that has just started has no token and knows no names and no groups.
      if (i === 0) await world.restartBot();
      await world.passes(OUTAGE_MS / WAYS.length, SPEED);
    }
    await outage.end();
    const endedAt = world.clock.now();
    await working;
    const ending = office.ends();
    while (!office.isDone) await world.passes(SPEED * 250, SPEED);
    await ending;
    const caughtUpMs = world.clock.now() - endedAt;
    await world.isAtRest();
    const findings = await judge(world, office.cases);
    const answered = office.cases.filter(({ told }) => told.length === 1).length;
    return {
      fault: `Feishu fails at ${name} for 30 min`,
      load: `${CASES} cases, ${outage.calls} calls failed`,
      database: NAME_OF[dialect],
      expected: 'all there 15 min after it, nothing final, nothing twice',
      seen: `${answered} of ${CASES} cases answered, ${seconds(caughtUpMs)} s after it; ${verdictOf(findings)}`,
      isGood: isClean(findings) && outage.calls > 0 && answered === CASES && caughtUpMs <= CATCHES_UP_MS,
    };
  });
}

/** The app as a whole is refused: it was switched off in the tenant for a moment. */
async function refusal(dialect: Dialect): Promise<Figure> {
  return FaultWorld.with({ dialect, reps: CASES }, async (world) => {
    const office = new Office(world);
    let isRefused = true;
    const failure = { httpStatus: 400, code: 99991662, msg: 'app is disabled', times: Number.MAX_SAFE_INTEGER };
    world.feishu.failNext(({ api }) => isRefused && !api.startsWith('/auth/'), failure);
    const working = office.work(CASES, 3000);
    await sleep(REFUSED_MS / 2);
    const { status } = await world.ask('/readyz');
    await sleep(REFUSED_MS / 2);
    isRefused = false;
    const endedAt = performance.now();
    await working;
    await office.ends();
    const caughtUpMs = performance.now() - endedAt;
    await world.isAtRest();
    const after = await world.ask('/readyz');
    const findings = await judge(world, office.cases);
    const answered = office.cases.filter(({ told }) => told.length === 1).length;
    return {
      fault: `the app as a whole is refused (99991662) for ${REFUSED_MS / 1000} s`,
      load: `${CASES} cases`,
      database: NAME_OF[dialect],
      expected: 'all arrives after it, nothing final, nothing twice, `/readyz` 503 meanwhile',
      seen: `${answered} of ${CASES} cases answered, ${seconds(caughtUpMs)} s after it; \`/readyz\` ${status}, afterwards ${after.status}; ${verdictOf(findings)}`,
      isGood: isClean(findings) && answered === CASES && status === 503 && after.status === 200,
    };
  });
}

export const OUTAGES: Fault = {
  name: 'outages',
  plays: ({ dialects }) =>
    dialects.flatMap((dialect) => [...APIS.map((api) => () => outageOf(dialect, api)), () => refusal(dialect)]),
};
