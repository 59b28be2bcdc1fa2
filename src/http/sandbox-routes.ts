import type Router from '@koa/router';
import { z } from 'zod';
import { readJson } from './json';
import { answerProblem } from './problem';

const Move = z.strictObject({ offsetMs: z.number().int().min(-1e12).max(1e12) });

/** `POST /sandbox/clock` with `{ offsetMs }`: how far the program's clock is ahead of the real one. */
export function mountSandboxRoutes(router: Router, moveClock: (offsetMs: number) => void | Promise<void>): void {
  router.post('/sandbox/clock', async (ctx) => {
    const json = await readJson(ctx);
    if (!json.ok) return;
    const move = Move.safeParse(json.value);
    if (!move.success) return answerProblem(ctx, 422, 'offsetMs must be a whole number of milliseconds');
    await moveClock(move.data.offsetMs);
    ctx.body = { offsetMs: move.data.offsetMs };
  });
}
