import type Router from '@koa/router';

export interface HealthDeps {
  /** Null if database and Feishu are usable, else the reason. */
  ready: () => Promise<string | null>;
  /** Prometheus text. */
  metrics: () => Promise<string>;
}

/** `/healthz`, `/readyz` and `/metrics` (design §3.2). */
export function mountHealth(router: Router, { ready, metrics }: HealthDeps): void {
  router.get('/healthz', (ctx) => {
    ctx.body = { status: 'ok' };
  });
  router.get('/readyz', async (ctx) => {
    const reason = await ready().catch((error: unknown) => (error instanceof Error ? error.name : 'unknown'));
    ctx.status = reason === null ? 200 : 503;
    ctx.body = reason === null ? { status: 'ready' } : { status: 'not ready', reason };
  });
  router.get('/metrics', async (ctx) => {
    ctx.body = await metrics();
    ctx.set('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
  });
}
