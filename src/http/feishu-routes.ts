import { finished } from 'node:stream';
import type Router from '@koa/router';
import type { Context } from 'koa';
import type { Logger } from 'pino';
import { type GatewayKeys, openEnvelope } from '../feishu/gateway';
import { CARD_CALLBACK, type Receive } from '../feishu/receive-envelope';
import { faultName } from './fault-name';
import { answerProblem } from './problem-details';
import { readBody } from './read-body';

export interface FeishuRoutesDeps {
  keys: GatewayKeys;
  receive: Receive;
  /** The real clock, by which Feishu dates signatures; the sandbox may have moved the program's own. */
  clock: { now(): number };
  log: Logger;
}

type Envelope = Parameters<Receive>[0];

const MAX_BODY = 1024 * 1024;

/** `POST /feishu/events` (design §3.2). Answers 2xx only if it took the event, or to the URL check. */
export function mountFeishuRoutes(router: Router, deps: FeishuRoutesDeps): void {
  router.post('/feishu/events', async (ctx) => {
    const body = await readBody(ctx.req, MAX_BODY);
    if (!body.ok) {
      ctx.set('Connection', 'close');
      return answerProblem(ctx, body.reason === 'too_large' ? 413 : 400, 'the body could not be read');
    }
    const opened = openEnvelope(body.bytes, ctx.req.headers, deps.keys, deps.clock.now());
    switch (opened.kind) {
      case 'fault':
        deps.log.warn({ status: opened.status, reason: opened.reason }, 'an event was refused');
        return answerProblem(ctx, opened.status, opened.reason);
      case 'challenge':
        ctx.body = { challenge: opened.challenge };
        return;
      case 'event':
        return take(ctx, opened.envelope, deps);
    }
  });
}

async function take(ctx: Context, envelope: Envelope, { receive, log }: FeishuRoutesDeps): Promise<void> {
  const type = typeOf(envelope);
  try {
    const { body, sent } = await receive(envelope);
    ctx.body = type === CARD_CALLBACK ? body : {};
    if (sent) afterAnswer(ctx, sent, log);
  } catch (error) {
    log.error({ type, error: faultName(error) }, 'an event could not be taken; Feishu will send it again');
    answerProblem(ctx, 503, 'the event could not be taken');
  }
}

/** Calls `sent` even if the caller has hung up, because some work waits for it. */
function afterAnswer(ctx: Context, sent: () => void, log: Logger): void {
  finished(ctx.res, () => {
    try {
      sent();
    } catch (error) {
      log.error({ error: faultName(error) }, 'work after an answer failed');
    }
  });
}

function typeOf({ header }: Envelope): unknown {
  return typeof header === 'object' && header !== null && !Array.isArray(header) ? header.event_type : undefined;
}
