import { afterEach, expect, test } from '@jest/globals';
import type { Readiness } from '../../src/engine/readiness';
import type { HttpDeps } from '../../src/http/server';
import { serve, type World } from './world';

let world: World;
afterEach(() => world.server.close(0));

async function start(deps: Partial<HttpDeps> = {}): Promise<void> {
  world = await serve(deps);
}

test('health, readiness and metrics', async () => {
  const readiness: Readiness = { status: 'not ready', reason: 'ticks: none yet', checks: { ticks: { ok: false } } };
  await start({ ready: async () => readiness, metrics: async () => 'events_total 1\n' });
  expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
  const notReady = await fetch(`${world.url}/readyz`);
  expect([notReady.status, await notReady.json()]).toEqual([503, readiness]);
  readiness.status = 'ready';
  expect((await fetch(`${world.url}/readyz`)).status).toBe(200);
  const metrics = await fetch(`${world.url}/metrics`);
  expect([metrics.headers.get('content-type'), await metrics.text()]).toEqual([
    'text/plain; version=0.0.4; charset=utf-8',
    'events_total 1\n',
  ]);
});

test('routes without their dependency answer 404; a failing handler tells nothing', async () => {
  await start({ metrics: () => Promise.reject(new Error('customer text')) });
  for (const path of ['/', '/api/feedback', '/sandbox/clock', '/feishu/events']) {
    expect((await fetch(`${world.url}${path}`, { method: 'POST' })).status).toBe(404);
  }
  const failed = await fetch(`${world.url}/metrics`);
  expect([failed.status, await failed.text()]).toEqual([500, expect.not.stringContaining('customer')]);
  expect(world.logged.join()).not.toContain('customer');
});

test('the sandbox moves the clock, reads the next due moment, the timelines of cases and every card', async () => {
  const moves: number[] = [];
  const sandbox = {
    moveClock: async (offsetMs: number) => void moves.push(offsetMs),
    clock: async () => ({ offsetMs: moves.at(-1) ?? 0, nextReminderAt: 12 }),
    timelines: async (message: string) => (message === 'om_1' ? [{ number: 'FB-1', timeline: [] }] : []),
    cards: (locale: string) => [{ id: 'draft-bare', title: locale }],
  };
  await start({ sandbox });
  const post = (body: unknown) => {
    const headers = { 'content-type': 'application/json' };
    return fetch(`${world.url}/sandbox/clock`, { method: 'POST', headers, body: JSON.stringify(body) });
  };
  const answer = { offsetMs: 43_200_000, nextReminderAt: 12 };
  expect(await (await post({ offsetMs: 43_200_000 })).json()).toEqual(answer);
  expect(await (await fetch(`${world.url}/sandbox/clock`)).json()).toEqual(answer);
  const timelines = (message: string) => fetch(`${world.url}/sandbox/timelines?message=${message}`);
  expect(await (await timelines('om_1')).json()).toEqual({ records: [{ number: 'FB-1', timeline: [] }] });
  expect((await timelines('om_2')).status).toBe(404);
  const cards = await (await fetch(`${world.url}/sandbox/cards?locale=en-US`)).json();
  expect(cards).toEqual({ cards: [{ id: 'draft-bare', title: 'en-US' }] });
  for (const wrong of [{}, { offsetMs: '1' }, { offsetMs: 1.5 }, { offsetMs: 1, x: 1 }, null]) {
    expect((await post(wrong)).status).toBe(422);
  }
  expect(moves).toEqual([43_200_000]);
});

test('an idle connection is kept for longer than a load balancer keeps it', async () => {
  await start();
  const answer = await fetch(`${world.url}/healthz`);
  expect(answer.headers.get('keep-alive')).toBe('timeout=75');
});

test('closing lets a request end and takes no more', async () => {
  let finish: (text: string) => void = () => undefined;
  let entered: () => void = () => undefined;
  const inside = new Promise<void>((resolve) => {
    entered = resolve;
  });
  const metrics = () => {
    entered();
    return new Promise<string>((resolve) => {
      finish = resolve;
    });
  };
  await start({ metrics });
  const pending = fetch(`${world.url}/metrics`);
  await inside;
  const closed = world.server.close();
  await expect(fetch(`${world.url}/healthz`)).rejects.toThrow();
  finish('x 1\n');
  const answer = await pending;
  expect([answer.headers.get('connection'), await answer.text()]).toEqual(['close', 'x 1\n']);
  await closed;
});

test('closing does not wait for ever', async () => {
  let pending: Promise<unknown> = Promise.resolve();
  await new Promise<void>((entered) => {
    const metrics = () => {
      entered();
      return new Promise<string>(() => undefined);
    };
    void start({ metrics }).then(() => {
      pending = fetch(`${world.url}/metrics`).catch(() => 'cut off');
    });
  });
  await world.server.close(20);
  expect(await pending).toBe('cut off');
});

test('a port in use rejects', async () => {
  await start();
  const other = await serve();
  await expect(other.server.listen(world.port, '127.0.0.1')).rejects.toThrow();
  await other.server.close(0);
});
