import { setTimeout as sleep } from 'node:timers/promises';
import type { Dialect } from '../databases';
import { Case } from './cases';
import { type Fault, type Figure, NAME_OF, type Order } from './fault';
import { FaultWorld } from './fault-world';
import { quantile, seconds, spread } from './figures';
import { isClean, judge, verdictOf } from './oracle';

const EVENTS = 1000;
const WITHIN_MS = 1000;
const TAPS = 40;
const TAP_EVERY_MS = 100;
/** Feishu takes an acknowledgement, and the answer to a tap, for three seconds. */
const IN_TIME_MS = 3000;
const OVER_THE_LIMIT = new Set([99991400, 230020]);

async function timed(work: Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work;
  return performance.now() - startedAt;
}

/** A thousand reps forward something in the same second, while others tap. */
async function burstOn(dialect: Dialect, { log }: Order): Promise<Figure> {
  // The platform waits longer than Feishu, so that each answer can be measured.
  return FaultWorld.with({ dialect, reps: EVENTS + TAPS, deadlineMs: 60_000 }, async (world) => {
    const tapped = Array.from({ length: TAPS }, () => new Case(world));
    for (const one of tapped) {
      await one.forward();
      await one.isDrafted();
    }
    await world.isAtRest();
    log(`burst on ${NAME_OF[dialect]}: begins`);
    const callsBefore = world.feishu.calls().length;
    const forwarded = Array.from({ length: EVENTS }, () => new Case(world));
    const acks: Promise<number>[] = [];
    const taps: Promise<number>[] = [];
    const tapping = (async () => {
      for (const one of tapped) {
        taps.push(timed(one.tapSubmit()));
        await sleep(TAP_EVERY_MS);
      }
    })();
    const startedAt = performance.now();
    for (const [i, one] of forwarded.entries()) {
      const earlyMs = startedAt + (i * WITHIN_MS) / EVENTS - performance.now();
      if (earlyMs > 1) await sleep(earlyMs);
      acks.push(timed(one.forward()));
    }
    const offeredMs = performance.now() - startedAt;
    const ackMs = await Promise.all(acks);
    await tapping;
    const tapMs = await Promise.all(taps);
    await Promise.all(forwarded.map((one) => one.isDrafted()));
    const doneMs = performance.now() - startedAt;
    await world.isAtRest();
    const calls = world.feishu.calls().slice(callsBefore);
    const over = calls.filter(({ code }) => OVER_THE_LIMIT.has(code));
    const overAt = [...new Set(over.map(({ method, api }) => `${method} ${api}`))].join(', ');
    const findings = await judge(world, [...forwarded, ...tapped]);
    const late = ackMs.filter((ms) => ms > IN_TIME_MS).length;
    const lateTaps = tapMs.filter((ms) => ms > IN_TIME_MS).length;
    return {
      fault: `${EVENTS} events in a burst`,
      load: `offered in ${seconds(offeredMs)} s by ${EVENTS} reps, ${TAPS} taps meanwhile`,
      database: NAME_OF[dialect],
      expected: 'acknowledgements and taps ≤ 3 s, no call over Feishu’s limits',
      seen:
        `acknowledged ${spread(ackMs)}, ${late} later than 3 s; taps p50 ${seconds(quantile(tapMs, 0.5))}, max ${seconds(quantile(tapMs, 1))} s; ` +
        `all drafts after ${seconds(doneMs)} s; ${over.length} of ${calls.length} calls over the limits${overAt === '' ? '' : ` (${overAt})`}; ${verdictOf(findings)}`,
      isGood: isClean(findings) && late === 0 && lateTaps === 0 && over.length === 0,
    };
  });
}

export const BURST: Fault = {
  name: 'burst',
  plays: (order) => order.dialects.map((dialect) => () => burstOn(dialect, order)),
};
