import { createHash, timingSafeEqual } from 'node:crypto';
import type Router from '@koa/router';
import type { Context, Middleware, Next } from 'koa';
import type { ZodError, z } from 'zod';
import type { FeedbackApi, NewFeedback } from '../domain/feedback/api';
import type { ApiFault } from '../domain/feedback/api-faults';
import { detailJson, ListQuery, NewFeedbackBody, pointerTo, problemsOf, summaryJson } from './api-schema';
import { answerProblem, type FieldProblem } from './problem-details';
import { readJson } from './read-json';

/** What is wrong, in words, where the name of the fault alone would not say it. */
const DETAILS: Partial<Record<string, string>> = {
  unknown_category: 'is no category of the company',
  unknown_department: 'is no department of the company',
  unknown_person: 'is nobody whom Feishu knows by this open_id',
  unknown_status: 'is no status',
  not_a_cursor: 'is not the next_cursor of a page',
};

/** Visible ASCII only, so that the key fits its column unchanged. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,128}$/;

/** The API for other systems (design §3.6), for holders of a token. Faults are RFC 9457 problem details. */
export function mountApi(router: Router, api: FeedbackApi, onlyHolders: Middleware): void {
  router.post('/api/feedback', onlyHolders, (ctx) => create(ctx, api));
  router.get('/api/feedback', onlyHolders, (ctx) => list(ctx, api));
  router.get('/api/feedback/:id', onlyHolders, (ctx) => get(ctx, api, ctx.params.id ?? ''));
}

/** Lets only requests pass that carry one of these tokens. */
export function holdersOf(tokens: string[]): Middleware {
  const digests = tokens.map(digest);
  return (ctx: Context, next: Next) => {
    if (isHolder(ctx.get('Authorization'), digests)) return next();
    ctx.set('WWW-Authenticate', 'Bearer');
    answerProblem(ctx, 401, 'a bearer token is needed');
  };
}

async function create(ctx: Context, api: FeedbackApi): Promise<void> {
  const json = await readJson(ctx);
  if (!json.ok) return;
  const key = ctx.get('Idempotency-Key');
  if (!IDEMPOTENCY_KEY.test(key)) {
    return answerProblem(ctx, 400, 'the header Idempotency-Key is needed: 1 to 128 visible ASCII characters');
  }
  const body = NewFeedbackBody.safeParse(json.value);
  if (!body.success)
    return answerProblem(
      ctx,
      422,
      'the body does not describe a feedback',
      await allProblems(json.value, body.error, api),
    );
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
      return answerProblem(ctx, 422, 'some fields cannot be accepted', problemsIn(creation.faults));
    }
  }
}

/** The problems of shape, and those that the rules find in the other fields. */
async function allProblems(value: unknown, error: ZodError, api: FeedbackApi): Promise<FieldProblem[]> {
  const shape = problemsOf(error);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return shape;
  const isOdd = (name: string) => shape.some(({ pointer }) => pointer === pointerTo([name]));
  const texts = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const { rep, text, ...fields } = Object.fromEntries(texts.filter(([name]) => !isOdd(name)));
  const whole = { ...(rep === undefined ? {} : { rep }), ...(text === undefined ? {} : { text }) };
  const faults = (await api.faultsIn?.({ fields, ...whole })) ?? [];
  return [...shape, ...problemsIn(faults).filter(({ pointer }) => shape.every((one) => one.pointer !== pointer))];
}

function problemsIn(faults: ApiFault[], prefix?: string): FieldProblem[] {
  return faults.map(({ field, fault }) => ({ pointer: pointerTo([field], prefix), detail: DETAILS[fault] ?? fault }));
}

function toInput({ text, rep, ...rest }: z.infer<typeof NewFeedbackBody>) {
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
  const page = await api.list(query.data);
  if ('faults' in page) {
    return answerProblem(ctx, 422, 'the query cannot be answered', problemsIn(page.faults, '#/query'));
  }
  const { items, nextCursor } = page;
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
