import { createHash, timingSafeEqual } from 'node:crypto';
import type Router from '@koa/router';
import type { Context, Next } from 'koa';
import type { FeedbackApi, NewFeedback } from '../domain/feedback/api';
import { detailJson, ListQuery, NewFeedbackBody, pointerTo, problemsOf, summaryJson } from './api-schema';
import { answerProblem } from './problem-details';
import { readJson } from './read-json';

/** Visible ASCII only, so that the key fits its column unchanged. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,128}$/;

/** The API for other systems (design §3.6), for holders of a token. Faults are RFC 9457 problem details. */
export function mountApi(router: Router, api: FeedbackApi, tokens: string[]): void {
  const digests = tokens.map(digest);
  const onlyHolders = (ctx: Context, next: Next) => {
    if (isHolder(ctx.get('Authorization'), digests)) return next();
    ctx.set('WWW-Authenticate', 'Bearer');
    answerProblem(ctx, 401, 'a bearer token is needed');
  };
  router.post('/api/feedback', onlyHolders, (ctx) => create(ctx, api));
  router.get('/api/feedback', onlyHolders, (ctx) => list(ctx, api));
  router.get('/api/feedback/:id', onlyHolders, (ctx) => get(ctx, api, ctx.params.id ?? ''));
}

async function create(ctx: Context, api: FeedbackApi): Promise<void> {
  const json = await readJson(ctx);
  if (!json.ok) return;
  const key = ctx.get('Idempotency-Key');
  if (!IDEMPOTENCY_KEY.test(key)) {
    return answerProblem(ctx, 400, 'the header Idempotency-Key is needed: 1 to 128 visible ASCII characters');
  }
  const body = NewFeedbackBody.safeParse(json.value);
  if (!body.success) return answerProblem(ctx, 422, 'the body does not describe a feedback', problemsOf(body.error));
  const creation = await api.create(toInput(body.data), key);
  switch (creation.outcome) {
    case 'created':
      ctx.status = 201;
      ctx.set('Location', `/api/feedback/${creation.feedback.id}`);
      ctx.body = summaryJson(creation.feedback);
      return;
    case 'conflict':
      return answerProblem(ctx, 409, 'this Idempotency-Key came with another body before');
    case 'invalid': {
      const errors = creation.faults.map(({ field, fault }) => ({ pointer: pointerTo([field]), detail: fault }));
      return answerProblem(ctx, 422, 'some fields cannot be accepted', errors);
    }
  }
}

function toInput({ text, rep, ...rest }: { text: string; rep: string } & Record<string, string | undefined>) {
  const filled = Object.entries(rest).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { fields: Object.fromEntries(filled), text, rep } satisfies NewFeedback;
}

async function get(ctx: Context, api: FeedbackApi, id: string): Promise<void> {
  const feedback = /^[1-9]\d{0,9}$/.test(id) ? await api.get(Number(id)) : null;
  if (!feedback) return answerProblem(ctx, 404, 'there is no such feedback');
  ctx.body = detailJson(feedback);
}

async function list(ctx: Context, api: FeedbackApi): Promise<void> {
  const query = ListQuery.safeParse({ ...ctx.query });
  if (!query.success) {
    return answerProblem(ctx, 422, 'the query cannot be understood', problemsOf(query.error, '#/query'));
  }
  const { items, nextCursor } = await api.list(query.data);
  ctx.body = { items: items.map(detailJson), next_cursor: nextCursor };
}

/** Compares with every token in full, so that the time taken tells nothing about them. */
function isHolder(authorization: string, digests: Buffer[]): boolean {
  const offered = digest(/^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '');
  return digests.reduce((found, known) => timingSafeEqual(known, offered) || found, false);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
