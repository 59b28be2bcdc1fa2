import type Router from '@koa/router';
import type { Context, Next } from 'koa';
import { z } from 'zod';
import { answerProblem } from './problem-details';
import { readJson } from './read-json';

const Move = z.strictObject({ offsetMs: z.number().int().min(-1e12).max(1e12) });
const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;

/** The controls that the program offers to a sandbox beside the public protocol; none exists outside sandbox mode. */
export interface SandboxSeam {
  /**
   * Sets how far the program's clock is ahead of the real one. Resolves when everything that became due has been said.
   */
  moveClock(offsetMs: number): Promise<void>;
  clock(): Promise<{ offsetMs: number; nextReminderAt: number | null }>;
  /** The timelines of the records that a message is about; empty if it is about none. */
  timelines(messageId: string): Promise<object[]>;
  /** Every card of the product, drawn from sample records. */
  cards(locale: 'zh-CN' | 'en-US'): object[];
}

/**
 * `GET` and `POST /sandbox/clock`, `GET /sandbox/timelines?message=`, `GET /sandbox/cards?locale=`: for this machine
 * only.
 */
export function mountSandboxRoutes(router: Router, seam: SandboxSeam): void {
  router.get('/sandbox/clock', onlyLocal, async (ctx) => {
    ctx.body = await seam.clock();
  });
  router.post('/sandbox/clock', onlyLocal, async (ctx) => {
    const json = await readJson(ctx);
    if (!json.ok) return;
    const move = Move.safeParse(json.value);
    if (!move.success) return answerProblem(ctx, 422, 'offsetMs must be a whole number of milliseconds');
    await seam.moveClock(move.data.offsetMs);
    ctx.body = await seam.clock();
  });
  router.get('/sandbox/timelines', onlyLocal, async (ctx) => {
    const { message } = ctx.query;
    const records = typeof message === 'string' && message !== '' ? await seam.timelines(message) : [];
    if (records.length === 0) return answerProblem(ctx, 404, 'this message is about no record');
    ctx.body = { records };
  });
  router.get('/sandbox/cards', onlyLocal, (ctx) => {
    ctx.body = { cards: seam.cards(ctx.query.locale === 'en-US' ? 'en-US' : 'zh-CN') };
  });
}

/** The port may be reachable from other machines, but the sandbox is played on this one. */
async function onlyLocal(ctx: Context, next: Next): Promise<void> {
  if (LOOPBACK.test(ctx.req.socket.remoteAddress ?? '')) await next();
  else answerProblem(ctx, 403, 'only for the machine itself');
}
