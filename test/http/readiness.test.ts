import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/db/data-source';
import type { Readiness } from '../../src/engine/readiness';
import { DIALECTS } from '../databases';
import { World } from '../world';

let world: World;
/** Milliseconds on the clock that never steps back; each answer is kept for a second of it. */
let upFor: number;
beforeEach(() => {
  upFor = 0;
});
afterEach(() => world.stop());

async function readiness(): Promise<Readiness & { httpStatus: number }> {
  upFor += 1000;
  const startedAt = performance.now();
  const answer = await fetch(`http://127.0.0.1:${world.port}/readyz`);
  const body = (await answer.json()) as Readiness;
  expect(performance.now() - startedAt).toBeLessThan(2000);
  return { httpStatus: answer.status, ...body };
}

const start = async (options: Parameters<typeof World.start>[0]) => {
  world = await World.start({ ...options, uptime: () => upFor });
};

describe.each(DIALECTS)('readiness, on %s', (dialect) => {
  test('is told with its facts', async () => {
    await start({ dialect });
    expect(await readiness()).toMatchObject({
      httpStatus: 200,
      status: 'ready',
      checks: {
        database: { answers: true, takesWrites: true },
        ticks: { ok: true, lastSecondsAgo: expect.any(Number) },
        reminders: { lateSeconds: null },
      },
    });
  });

  test('tells which scopes the app lacks before anything is refused, and stays; a grant is seen within the hour', async () => {
    await start({ dialect });
    expect(await readiness()).toMatchObject({ checks: { feishu: { ok: true, missingScopes: [] } } });
    world.feishu.settings.missingScopes = ['im:message.urgent', 'contact:user.base:readonly', 'im:message.group_msg'];
    await world.restartBot();
    expect(await readiness()).toMatchObject({
      httpStatus: 200,
      checks: {
        feishu: {
          ok: true,
          missingScopes: [
            { scope: 'im:message.urgent', need: 'buzz (加急)' },
            { scope: 'contact:user.base:readonly', need: 'names of people' },
          ],
        },
      },
    });
    world.feishu.settings.missingScopes = [];
    await world.advances('1h');
    expect(await readiness()).toMatchObject({ checks: { feishu: { missingScopes: [] } } });
    await world.advances('20h');
    expect(world.feishu.calls().filter(({ api }) => api === '/application/v6/scopes')).toHaveLength(3);
  });

  test('names the call that Feishu refuses for lack of a scope, and stays while messages go out', async () => {
    await start({ dialect });
    const msg = 'Access denied. One of [contact:user.base:readonly] is required.';
    world.feishu.failNext(/^GET \/contact/, { httpStatus: 400, code: 99991672, msg, times: 50 });
    await world.people.repLin.forwards('空调漏水');
    expect(await readiness()).toMatchObject({
      httpStatus: 200,
      checks: { feishu: { ok: true, refusedCalls: [{ api: 'user.get', scopes: ['contact:user.base:readonly'] }] } },
    });
  });

  test('is lost while reminders are due that nobody sends', async () => {
    await start({ dialect });
    const { repLin } = world.people;
    await repLin.forwards('空调漏水');
    world.clock.advance(3 * 3_600_000);
    expect(await readiness()).toMatchObject({ httpStatus: 503, reason: expect.stringMatching(/^reminders: .* late$/) });
    await world.noticesTime();
    expect(await readiness()).toMatchObject({ httpStatus: 200 });
  });

  test('is lost while somebody keeps the database from writing', async () => {
    await start({ dialect });
    const other = await openDatabase(world.config.database);
    const runner = other.createQueryRunner();
    if (dialect === 'sqlite') await runner.query('BEGIN IMMEDIATE');
    else await runner.query('LOCK TABLES mutex READ');
    expect(await readiness()).toMatchObject({
      httpStatus: 503,
      reason: 'database: takes no writes',
      checks: { database: { ok: false, answers: true } },
    });
    await runner.query(dialect === 'sqlite' ? 'ROLLBACK' : 'UNLOCK TABLES');
    await runner.release();
    await other.destroy();
    while ((await readiness()).httpStatus !== 200) await new Promise((resolve) => setImmediate(resolve));
  });
});

test('readiness over the long connection tells when Feishu was last heard', async () => {
  await start({ dialect: 'sqlite', transport: 'websocket' });
  expect(await readiness()).toMatchObject({
    httpStatus: 200,
    checks: { feishu: { ok: true, connection: 'connected', lastFrameSecondsAgo: expect.any(Number) } },
  });
});
