import type Router from '@koa/router';
import type { Readiness } from '../engine/readiness';

export interface HealthDeps {
  /** Whether the program can do its work, and what was checked. */
  ready: () => Promise<Readiness>;
  /** Prometheus text. */
  metrics: () => Promise<string>;
}

/** `/healthz`, `/readyz` and `/metrics` (design §3.2). */
export function mountHealth(router: Router, { ready, metrics }: HealthDeps): void {
  router.get('/healthz', (ctx) => {
    ctx.body = { status: 'ok' };
  });
  router.get('/readyz', async (ctx) => {
    const readiness = await ready();
    ctx.status = readiness.status === 'ready' ? 200 : 503;
    ctx.body = readiness;
    ctx.set('Cache-Control', 'no-store');
  });
  router.get('/metrics', async (ctx) => {
    ctx.body = await metrics();
    ctx.set('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
  });
}
