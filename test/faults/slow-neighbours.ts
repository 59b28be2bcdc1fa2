import { setTimeout as sleep } from 'node:timers/promises';
import type { Matcher } from '../../sandbox/platform/api/trouble';
import type { Dialect } from '../databases';
import { Case } from './cases';
import { type Fault, type Figure, NAME_OF } from './fault';
import { FaultWorld } from './fault-world';
import { quantile, spread } from './figures';
import { isClean, judge, verdictOf } from './oracle';

const OTHERS = 20;
const OTHER_EVERY_MS = 500;
const LASTS_MS = 45_000;
const GOAL_MS = 3000;

/** One slow thing; `of` is the person whose message meets it. */
interface Slow {
  name: string;
  matcher: (personId: string) => Matcher;
  /** How long each call takes. */
  callMs: number;
  message: (world: FaultWorld, personId: string) => Promise<unknown>;
}

const says = (world: FaultWorld, personId: string) =>
  world.feishu.send(personId, { bot: true }, { type: 'text', text: '客户说阀门漏水' });

const SLOW: Slow[] = [
  {
    name: 'an attachment takes 45 s',
    matcher: () => 'GET /im/v1/messages/:message_id/resources/:file_key',
    callMs: LASTS_MS,
    message: async (world, personId) => {
      await says(world, personId);
      await world.feishu.send(personId, { bot: true }, { type: 'image' });
    },
  },
  {
    name: 'a merged forward hangs',
    matcher: () => 'GET /im/v1/messages/:message_id',
    callMs: LASTS_MS,
    message: (world, personId) =>
      world.feishu.send(
        personId,
        { bot: true },
        {
          type: 'merge_forward',
          children: [{ senderId: personId, content: { type: 'text', text: '客户说阀门漏水' } }],
        },
      ),
  },
  { name: 'the contact API hangs', matcher: () => /^GET \/contact/, callMs: LASTS_MS, message: says },
  {
    name: 'a chat takes 9 s a call',
    matcher:
      (personId) =>
      ({ body }) =>
        body.receive_id === personId,
    callMs: 9000,
    message: async (world, personId) => {
      for (let i = 0; i < 5; i += 1) await says(world, personId);
    },
  },
];

/** Lets each matching call wait for so long, until stopped; `stop` returns how many waits there were. */
function slowDown(world: FaultWorld, matcher: Matcher, callMs: number): () => number {
  let isOver = false;
  let waits = 0;
  let release = () => {};
  void (async () => {
    while (!isOver) {
      const hold = world.feishu.hold(matcher, 'before');
      release = () => hold.release();
      await hold.reached;
      waits += 1;
      await sleep(callMs);
      hold.release();
    }
  })();
  return () => {
    isOver = true;
    release();
    return waits;
  };
}

async function beside(dialect: Dialect, { name, matcher, callMs, message }: Slow): Promise<Figure> {
  return FaultWorld.with({ dialect, reps: OTHERS + 1 }, async (world) => {
    const slowOne = world.freshRep();
    const stop = slowDown(world, matcher(slowOne), callMs);
    await message(world, slowOne);
    const cases: Case[] = [];
    const waits: number[] = [];
    const drafting: Promise<void>[] = [];
    for (let i = 0; i < OTHERS; i += 1) {
      const one = new Case(world);
      cases.push(one);
      const startedAt = performance.now();
      await one.forward();
      drafting.push(one.isDrafted().then(() => void waits.push((one.drafts[0]?.history[0]?.at ?? 0) - startedAt)));
      await sleep(OTHER_EVERY_MS);
    }
    await Promise.all(drafting);
    const met = stop();
    await world.isAtRest();
    const findings = await judge(world, cases);
    const hasItsOwn = world.screen.all().some(({ chatId }) => chatId === world.feishu.p2pChatOf(slowOne));
    return {
      fault: name,
      load: `${OTHERS} other reps, one each ${OTHER_EVERY_MS / 1000} s`,
      database: NAME_OF[dialect],
      expected: 'drafts of the others p95 ≤ 3 s',
      seen: `drafts ${spread(waits, 0.95)}; ${verdictOf(findings)}${hasItsOwn ? '' : '; the slow one never got its draft'}`,
      isGood: isClean(findings) && met > 0 && hasItsOwn && quantile(waits, 0.95) <= GOAL_MS,
    };
  });
}

export const SLOW_NEIGHBOURS: Fault = {
  name: 'slow-neighbours',
  plays: ({ dialects }) => dialects.flatMap((dialect) => SLOW.map((slow) => () => beside(dialect, slow))),
};
