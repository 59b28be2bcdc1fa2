import type Router from '@koa/router';
import type { Context } from 'koa';
import type { OutsideForms, OutsidePage } from '../domain/outside-form';
import { outsideHtml } from './outside-page';
import { answerProblem } from './problem-details';
import { readBody } from './read-body';

const BODY_LIMIT = 64 * 1024;

/** The pages of people outside (design §3.7): a GET shows a form and changes nothing, a POST keeps or hands it in. */
export function mountOutsideRoutes(router: Router, forms: OutsideForms): void {
  router.get('/r/:token', async (ctx) => answer(ctx, await forms.open(ctx.params.token ?? '')));
  router.post('/r/:token', (ctx) => post(ctx, forms));
}

async function post(ctx: Context & { params: Record<string, string> }, forms: OutsideForms): Promise<void> {
  if (!ctx.is('application/x-www-form-urlencoded')) return answerProblem(ctx, 415, 'a form is needed');
  const body = await readBody(ctx.req, BODY_LIMIT);
  if (!body.ok) return answerProblem(ctx, 413, 'the form is too large');
  const { intent, ...fields } = fieldsIn(body.bytes.toString('utf8'));
  answer(ctx, await forms.answer(ctx.params.token ?? '', fields, intent === 'save' ? 'save' : 'submit'));
}

/** The fields of a form; the values of a field that comes several times are joined by commas. */
function fieldsIn(body: string): Record<string, string> {
  const fields: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(body)) {
    const before = fields[name];
    fields[name] = before === undefined ? value : `${before},${value}`;
  }
  return { ...fields };
}

function answer(ctx: Context, page: OutsidePage): void {
  ctx.status = page.kind === 'words' && !page.isThere ? 404 : 200;
  ctx.set({
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = outsideHtml(page);
}
