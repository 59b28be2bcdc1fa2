import type { Context } from 'koa';
import { wellFormed } from '../domain/text/well-formed';
import { answerProblem } from './problem-details';
import { readBody } from './read-body';

const MAX_JSON = 256 * 1024;

/** The request's JSON of at most `maxBytes`; if there is none, answers 400, 413 or 415 itself. */
export async function readJson(
  ctx: Context,
  maxBytes = MAX_JSON,
): Promise<{ ok: true; value: unknown } | { ok: false }> {
  const refuse = (status: number, detail: string) => {
    ctx.set('Connection', 'close');
    answerProblem(ctx, status, detail);
    return { ok: false } as const;
  };
  if (!ctx.request.is('application/json')) return refuse(415, 'the body must be application/json');
  const body = await readBody(ctx.req, maxBytes);
  if (!body.ok) return refuse(body.reason === 'too_large' ? 413 : 400, 'the body could not be read');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body.bytes);
    return { ok: true, value: wellFormed(JSON.parse(text)) };
  } catch {
    return refuse(400, 'the body is not JSON');
  }
}
