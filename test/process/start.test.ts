import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { PEOPLE, SAMPLE_COMPANY } from '../../sandbox/company';
import { LocalFeishu } from '../../sandbox/platform';
import { createEmptyDatabase, DIALECTS, type TestDatabase } from '../databases';
import { APP, BotProcess, type Ended, type Env, envFor, KEYS } from './bot-process';
import { buildProgram } from './build-program';
import { query } from './process-world';
import { until } from './until';

jest.setTimeout(60_000);

const REP = PEOPLE.repLin.id;
const SECRETS = [APP.appSecret, KEYS.encryptKey, KEYS.verificationToken, 'database-password', 'wrong-secret'];

let feishu: LocalFeishu;
let folder: string;
let database: TestDatabase;
const bots: BotProcess[] = [];

beforeAll(() => buildProgram());
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'feedback-start-'));
  database = await createEmptyDatabase('sqlite');
  feishu = await LocalFeishu.start({ company: SAMPLE_COMPANY, clock: { now: Date.now }, ...APP });
});
afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.kill()));
  await feishu.stop();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

function start(env: Env = {}, cwd?: string): BotProcess {
  const bot = new BotProcess(envFor(feishu.baseUrl, database.config, env), cwd);
  bots.push(bot);
  return bot;
}

/** The lines on stderr, after making sure that the program ended with a fault and told no secret. */
function faultsOf({ code, stdout, stderr }: Ended): string[] {
  expect(code).toBeGreaterThan(0);
  for (const secret of SECRETS) expect(stdout + stderr).not.toContain(secret);
  return stderr.trimEnd().split('\n');
}

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('what keeps the program from starting is said in one line a fault', () => {
  test('wrong variables, all at once', async () => {
    const wrong = { FEISHU_APP_ID: 'cli_1', FEISHU_ENCRYPT_KEY: '', PORT: 'many', BOT_LOCALE: 'fr', LOG_LEVEL: 'loud' };
    const faults = faultsOf(await start({ ...wrong, DATABASE_URL: 'mysql://user:database-password@/' }).ended);
    const named = ['FEISHU_APP_ID', 'FEISHU_ENCRYPT_KEY', 'PORT', 'BOT_LOCALE', 'LOG_LEVEL', 'DATABASE_URL'];
    expect(faults.map((line) => line.split(' ')[0]).sort()).toEqual(named.sort());
  });

  test('faults in the organisation file, with its name and their lines', async () => {
    const org = write('org.yaml', 'routing: sideways\ndepartments:\n  - key: after_sales\nclerks: [nobody]\n');
    const faults = faultsOf(await start({ ORG_FILE: org }).ended);
    expect(faults.map((line) => /^(.+): line (\d+): /.exec(line)?.slice(1))).toEqual(
      expect.arrayContaining([1, 3, 4].map((line) => [org, String(line)])),
    );
    expect(faults).toHaveLength(3);
  });

  test.each([
    ['a server that is not there', () => 'mysql://user:database-password@127.0.0.1:1/feedback', 'ECONNREFUSED'],
    ['a folder that cannot be', () => `sqlite:${write('file', '')}/feedback.db`, 'cannot open the database'],
  ])('a database out of reach: %s', async (_what, url, says) => {
    const [line, ...more] = faultsOf(await start({ DATABASE_URL: url() }).ended);
    expect(line).toContain(says);
    expect(more).toEqual([]);
  });

  test('credentials that Feishu refuses', async () => {
    const [line, ...more] = faultsOf(await start({ FEISHU_APP_SECRET: 'wrong-secret' }).ended);
    expect(line).toContain('Feishu refused');
    expect(more).toEqual([]);
  });

  test('a port that somebody else has', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const [line, ...more] = faultsOf(await start({ PORT: String(port) }).ended);
    other.close();
    expect(line).toContain(`${port}`);
    expect(more).toEqual([]);
  });
});

test('it starts from any working directory; relative paths are that directory’s', async () => {
  write('org.yaml', 'departments: []\n');
  const bot = start({ ORG_FILE: 'org.yaml', DATABASE_URL: 'sqlite:data/feedback.db' }, folder);
  const port = await bot.started();
  expect(existsSync(path.join(folder, 'data', 'feedback.db'))).toBe(true);
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
  expect(ready.status).toBe(200);
  bot.signal('SIGTERM');
  expect(await bot.ended).toMatchObject({ code: 0, stderr: '' });
});

test('it starts while Feishu is away, says that it is not ready, and is when Feishu is back', async () => {
  const domain = feishu.baseUrl;
  await feishu.stop();
  const port = await start({ FEISHU_DOMAIN: domain }).started();
  const readiness = () => fetch(`http://127.0.0.1:${port}/readyz`).then(({ status }) => status);
  expect(await readiness()).toBe(503);
  const clock = { now: Date.now };
  feishu = await LocalFeishu.start({ company: SAMPLE_COMPANY, clock, ...APP, port: Number(new URL(domain).port) });
  await until(async () => (await readiness()) === 200, 15_000);
});

test.each(['webhook', 'websocket'] as const)('SIGTERM: what is in hand is finished, over %s', async (transport) => {
  const bot = start({ FEISHU_TRANSPORT: transport });
  const port = await bot.started();
  const url = `http://127.0.0.1:${port}/feishu/events`;
  feishu.subscribe(transport === 'webhook' ? { mode: 'webhook', url, ...KEYS } : { mode: 'websocket' });
  await until(() => transport === 'webhook' || feishu.connectionCount() > 0);
  const sending = feishu.hold(/^POST .*\/messages$/, 'after');
  await feishu.send(REP, { bot: true }, { type: 'text', text: '空调漏水' });
  await sending.reached;

  const askedAt = Date.now();
  bot.signal('SIGTERM');
  await until(() =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      () => false,
      () => true,
    ),
  );
  sending.release();
  expect(await bot.ended).toMatchObject({ code: 0, stderr: '' });
  expect(Date.now() - askedAt).toBeLessThan(10_000);

  const [{ state } = {}] = await query(database.config, 'SELECT state FROM outbox');
  expect(state).toBe('sent');
  expect(await query(database.config, 'SELECT id FROM card')).toHaveLength(1);
});

test('SIGTERM: a call that does not end is given up within 10 s', async () => {
  const bot = start();
  const port = await bot.started();
  feishu.subscribe({ mode: 'webhook', url: `http://127.0.0.1:${port}/feishu/events`, ...KEYS });
  const sending = feishu.hold(/^POST .*\/messages$/, 'before');
  await feishu.send(REP, { bot: true }, { type: 'text', text: '空调漏水' });
  await sending.reached;
  const askedAt = Date.now();
  bot.signal('SIGTERM');
  expect(await bot.ended).toMatchObject({ code: 0 });
  expect(Date.now() - askedAt).toBeLessThan(11_000);
});

test.each(DIALECTS)('several processes start together on one empty database, on %s', async (dialect) => {
  const shared = await createEmptyDatabase(dialect);
  const several = Array.from({ length: dialect === 'mysql' ? 3 : 2 }, () => {
    const bot = new BotProcess(envFor(feishu.baseUrl, shared.config));
    bots.push(bot);
    return bot;
  });
  const ports = await Promise.all(several.map((bot) => bot.started()));
  const ready = await Promise.all(ports.map((port) => fetch(`http://127.0.0.1:${port}/readyz`)));
  expect(ready.map(({ status }) => status)).toEqual(several.map(() => 200));
  const names = (await query(shared.config, 'SELECT name FROM migrations')).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names).size).toBe(names.length);
  for (const bot of several) bot.signal('SIGTERM');
  expect((await Promise.all(several.map((bot) => bot.ended))).map(({ code }) => code)).toEqual(several.map(() => 0));
  await shared.drop();
});
