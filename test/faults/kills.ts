import { setTimeout as sleep } from 'node:timers/promises';
import type { Dialect } from '../databases';
import { Case } from './cases';
import { type Fault, type Figure, NAME_OF, type Order } from './fault';
import { FaultWorld } from './fault-world';
import { seeded, spread } from './figures';
import { isClean, judge, verdictOf } from './oracle';

const NEW_CASE_EVERY_MS = 900;
const CASES_A_KILL = 3;
const LONGEST_LIFE_MS = 3000;
/** The share of kills that hit a program which has not started yet. */
const WHILE_STARTING = 0.3;

/** The program is killed again and again at random moments, while people forward, submit, claim and answer. */
async function killAgainAndAgain(dialect: Dialect, { kills, seed, log }: Order): Promise<Figure> {
  const random = seeded(seed);
  return FaultWorld.with({ dialect, reps: CASES_A_KILL * (kills + 1) }, async (world) => {
    const cases: Case[] = [];
    const playing: Promise<void>[] = [];
    let killed = 0;
    const people = async () => {
      while (killed < kills) {
        await sleep(NEW_CASE_EVERY_MS * 2 * random());
        if (cases.length >= CASES_A_KILL * (killed + 1)) continue;
        const one = new Case(world);
        cases.push(one);
        playing.push(one.play());
      }
    };
    const coming = people();
    for (; killed < kills; killed += 1) {
      await sleep(LONGEST_LIFE_MS * random());
      await world.bot().kill();
      const isStarting = random() < WHILE_STARTING;
      const start = world.startBot().then(() => world.pushTo(0));
      if (isStarting) start.catch(() => undefined);
      else await start;
      if (killed % 25 === 24) log(`kills on ${NAME_OF[dialect]}: ${killed + 1} of ${kills}, ${cases.length} cases`);
    }
    await coming;
    await world.restartBot();
    const resting = untilDone(Promise.all(playing), () => world.isAtRest(400_000));
    await Promise.all([...playing, resting]);
    await world.isAtRest();
    const setAside = await world.adminTakesUpAgain();
    const findings = await judge(world, cases);
    const acknowledged = cases.reduce((sum, one) => sum + one.acknowledged.size, 0);
    const waits = cases.flatMap(({ acknowledged: acks, drafts }) => {
      const [ack, shown] = [acks.get('forward'), drafts[0]?.history[0]?.at];
      return ack === undefined || shown === undefined ? [] : [Math.max(0, shown - ack)];
    });
    return {
      fault: `kill -9 at random moments, ${kills} times`,
      load: `${cases.length} cases forwarded, submitted, claimed, answered; ${acknowledged} steps acknowledged`,
      database: NAME_OF[dialect],
      expected: 'nothing lost, nothing twice, no number twice; what was set aside comes back',
      seen: `${verdictOf(findings)}; ${setAside} rows set aside, and taken up again by the admin; draft after its acknowledgement ${spread(waits)}`,
      isGood: isClean(findings),
    };
  });
}

/** Repeats the work until the promise is settled. */
async function untilDone(done: Promise<unknown>, work: () => Promise<void>): Promise<void> {
  let isDone = false;
  const ends = done.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await work();
    await Promise.race([ends, sleep(1000)]);
  }
}

export const KILLS: Fault = {
  name: 'kills',
  plays: (order) => order.dialects.map((dialect) => () => killAgainAndAgain(dialect, order)),
};
