import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Router from '@koa/router';
import Koa, { type Context, type Next } from 'koa';
import type { Logger } from 'pino';
import type { FeedbackApi } from '../domain/feedback/api';
import type { OutsideForms } from '../domain/outside-form';
import type { RegistersApi } from '../domain/registers/api';
import { holdersOf, mountApi } from './api-routes';
import { faultName } from './fault-name';
import { type FeishuRoutesDeps, mountFeishuRoutes } from './feishu-routes';
import { type HealthDeps, mountHealth } from './health-routes';
import { mountOutsideRoutes } from './outside-routes';
import { answerProblem } from './problem-details';
import { mountRegisters } from './register-routes';
import { mountSandboxRoutes, type SandboxSeam } from './sandbox-routes';

export interface HttpDeps extends HealthDeps {
  log: Logger;
  /** In webhook mode only. */
  feishu?: Omit<FeishuRoutesDeps, 'log'>;
  /** Only if tokens are configured. */
  api?: { feedback: FeedbackApi; registers?: RegistersApi; tokens: string[] };
  /** The forms of people outside; absent: no procedure has any. */
  outside?: OutsideForms;
  /** In sandbox mode only. */
  sandbox?: SandboxSeam;
}

export interface HttpServer {
  /** Resolves with the port: the one asked for, or a free one for 0. Rejects if the port cannot be used. */
  listen(port: number, host: string): Promise<number>;
  /** Accepts no new connections and lets requests end, for at most `withinMs` milliseconds (10 s). */
  close(withinMs?: number): Promise<void>;
}

/** Serves the routes of design §3.2 and §3.6; routes without their dependency are not mounted and answer 404. */
export function createHttpServer(deps: HttpDeps): HttpServer {
  const { log, feishu, api, outside, sandbox } = deps;
  const state = { closing: false };
  const router = new Router();
  mountHealth(router, deps);
  if (feishu) mountFeishuRoutes(router, { ...feishu, log });
  if (api && api.tokens.length > 0) {
    const onlyHolders = holdersOf(api.tokens);
    mountApi(router, api.feedback, onlyHolders);
    if (api.registers) mountRegisters(router, api.registers, onlyHolders);
  }
  if (outside) mountOutsideRoutes(router, outside);
  if (sandbox) mountSandboxRoutes(router, sandbox);
  const app = new Koa();
  app.on('error', (error: unknown) => log.debug({ error: faultName(error) }, 'a connection failed'));
  app.use((ctx, next) => guard(ctx, next, log, state));
  app.use(router.routes());
  app.use(router.allowedMethods());
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response));
  // The three bounds on a request do not touch an idle connection, which lives longer than a load balancer's 60 s.
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.maxHeadersCount = 100;
  server.keepAliveTimeout = 75_000;
  return {
    listen: (port, host) => listen(server, port, host),
    close: (withinMs = 10_000) => {
      state.closing = true;
      return close(server, withinMs);
    },
  };
}

/**
 * Answers a thrown error with a 500 that tells nothing of it; closes kept-alive connections while the server closes.
 */
async function guard(ctx: Context, next: Next, log: Logger, state: { closing: boolean }): Promise<void> {
  try {
    await next();
    if (ctx.status === 404 && ctx.body == null) answerProblem(ctx, 404, 'there is nothing here');
    if (ctx.status === 405 || ctx.status === 501) answerProblem(ctx, ctx.status, 'this path does not take this method');
  } catch (error) {
    log.error({ path: ctx.path, error: faultName(error) }, 'a request failed');
    answerProblem(ctx, 500, 'the request failed');
  }
  if (state.closing) ctx.set('Connection', 'close');
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server, withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), withinMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
