import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { PEOPLE, SAMPLE_COMPANY } from '../../sandbox/company';
import { LocalFeishu } from '../../sandbox/platform';
import { createEmptyDatabase, DIALECTS, type Dialect, type TestDatabase } from '../databases';
import { APP, BotProcess, type Ended, type Env, envFor, KEYS } from './bot-process';
import { buildProgram } from './build-program';
import { query } from './process-world';
import { using } from './program-folder';
import { until } from './until';

// The machine may be busy with other programs.
jest.setTimeout(150_000);

const REP = PEOPLE.repLin.id;
const SECRETS = [APP.appSecret, KEYS.encryptKey, KEYS.verificationToken, 'database-password', 'wrong-secret'];

/** What one test needs: a local Feishu, a database, a folder for files, and bots that start with them. */
class Company {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'feedback-start-'));
  private readonly bots: BotProcess[] = [];

  private constructor(
    readonly database: TestDatabase,
    public feishu: LocalFeishu,
  ) {}

  static async open(dialect: Dialect = 'sqlite'): Promise<Company> {
    return new Company(await createEmptyDatabase(dialect), await startFeishu());
  }

  async start(env: Env = {}, cwd?: string): Promise<BotProcess> {
    return this.owned(await BotProcess.start(this.envWith(env), cwd));
  }

  /** Starts several bots in the same instant. */
  startTogether(count: number): BotProcess[] {
    return Array.from({ length: count }, () => this.owned(new BotProcess(this.envWith({}))));
  }

  /** Resolves with the output of a start that fails. */
  async failedStart(env: Env): Promise<Ended> {
    return (await this.start(env)).ended;
  }

  private envWith(env: Env): Env {
    return envFor(this.feishu.baseUrl, this.database.config, env);
  }

  private owned(bot: BotProcess): BotProcess {
    this.bots.push(bot);
    return bot;
  }

  /** Writes a file into the folder; returns its path. */
  write(name: string, text: string): string {
    const file = path.join(this.folder, name);
    writeFileSync(file, text);
    return file;
  }

  async close(): Promise<void> {
    await Promise.all(this.bots.map((bot) => bot.kill()));
    await this.feishu.stop();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const startFeishu = (port?: number) =>
  LocalFeishu.start({ company: SAMPLE_COMPANY, clock: { now: Date.now }, ...APP, port });

const atCompany = async (story: (company: Company) => Promise<void>, dialect?: Dialect) =>
  using(await Company.open(dialect), story);

/** The lines on stderr, after a check that the program ended with a fault and told no secret. */
function faultsOf({ code, stdout, stderr }: Ended): string[] {
  expect(code).toBeGreaterThan(0);
  for (const secret of SECRETS) expect(stdout + stderr).not.toContain(secret);
  return stderr.trimEnd().split('\n');
}

type Story = (company: Company) => Promise<void>;

const namesWrongVariables: Story = async (company) => {
  const wrong = { FEISHU_APP_ID: 'cli_1', FEISHU_ENCRYPT_KEY: '', PORT: 'many', BOT_LOCALE: 'fr', LOG_LEVEL: 'loud' };
  const faults = faultsOf(await company.failedStart({ ...wrong, DATABASE_URL: 'mysql://user:database-password@/' }));
  const named = ['FEISHU_APP_ID', 'FEISHU_ENCRYPT_KEY', 'PORT', 'BOT_LOCALE', 'LOG_LEVEL', 'DATABASE_URL'];
  expect(faults.map((line) => line.split(' ')[0]).sort()).toEqual(named.sort());
};

const namesFaultyLines: Story = async (company) => {
  const org = company.write('org.yaml', 'routing: sideways\ndepartments:\n  - key: after_sales\nclerks: [nobody]\n');
  const faults = faultsOf(await company.failedStart({ ORG_FILE: org }));
  expect(faults.map((line) => /^(.+): line (\d+): /.exec(line)?.slice(1))).toEqual(
    expect.arrayContaining([1, 3, 4].map((line) => [org, String(line)])),
  );
  expect(faults).toHaveLength(3);
};

const hasNoServer: Story = (company) =>
  endsWith(company, { DATABASE_URL: 'mysql://user:database-password@127.0.0.1:1/feedback' }, 'ECONNREFUSED');

const hasNoFolder: Story = (company) =>
  endsWith(company, { DATABASE_URL: `sqlite:${company.write('file', '')}/feedback.db` }, 'cannot open the database');

const isRefused: Story = (company) => endsWith(company, { FEISHU_APP_SECRET: 'wrong-secret' }, 'Feishu refused');

const hasNoPort: Story = async (company) => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  await endsWith(company, { PORT: String(port) }, `${port}`);
  other.close();
};

/** The program ends, and says why in one line. */
async function endsWith(company: Company, env: Env, words: string): Promise<void> {
  const [line, ...more] = faultsOf(await company.failedStart(env));
  expect(line).toContain(words);
  expect(more).toEqual([]);
}

const FAULTS: [name: string, story: Story][] = [
  ['wrong variables, all at once', namesWrongVariables],
  ['faults in the organisation file, with its name and their lines', namesFaultyLines],
  ['a database out of reach: a server that is not there', hasNoServer],
  ['a database out of reach: a folder that cannot be', hasNoFolder],
  ['credentials that Feishu refuses', isRefused],
  ['a port that another program has', hasNoPort],
];

const startsAnywhere: Story = async (company) => {
  const { folder } = company;
  company.write('org.yaml', 'departments: []\n');
  const bot = await company.start({ ORG_FILE: 'org.yaml', DATABASE_URL: 'sqlite:data/feedback.db' }, folder);
  const port = await bot.started();
  expect(existsSync(path.join(folder, 'data', 'feedback.db'))).toBe(true);
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
  expect(ready.status).toBe(200);
  bot.signal('SIGTERM');
  expect(await bot.ended).toMatchObject({ code: 0, stderr: '' });
};

const waitsForFeishu: Story = async (company) => {
  const domain = company.feishu.baseUrl;
  await company.feishu.stop();
  const port = await (await company.start({ FEISHU_DOMAIN: domain })).started();
  const readiness = () => fetch(`http://127.0.0.1:${port}/readyz`).then(({ status }) => status);
  expect(await readiness()).toBe(503);
  company.feishu = await startFeishu(Number(new URL(domain).port));
  await until(async () => (await readiness()) === 200, 15_000);
};

const finishesOver =
  (transport: 'webhook' | 'websocket'): Story =>
  async (company) => {
    const { feishu, database } = company;
    const bot = await company.start({ FEISHU_TRANSPORT: transport });
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
  };

const givesUp: Story = async (company) => {
  const { feishu } = company;
  const bot = await company.start();
  const port = await bot.started();
  feishu.subscribe({ mode: 'webhook', url: `http://127.0.0.1:${port}/feishu/events`, ...KEYS });
  const sending = feishu.hold(/^POST .*\/messages$/, 'before');
  await feishu.send(REP, { bot: true }, { type: 'text', text: '空调漏水' });
  await sending.reached;
  const askedAt = Date.now();
  bot.signal('SIGTERM');
  expect(await bot.ended).toMatchObject({ code: 0 });
  expect(Date.now() - askedAt).toBeLessThan(11_000);
};

const STORIES: [name: string, story: Story][] = [
  ['it starts from any working directory; relative paths are that directory’s', startsAnywhere],
  ['it starts while Feishu is away, says that it is not ready, and is ready when Feishu is back', waitsForFeishu],
  ['SIGTERM: the work in hand is finished, over webhook', finishesOver('webhook')],
  ['SIGTERM: the work in hand is finished, over websocket', finishesOver('websocket')],
  ['SIGTERM: a call that does not end is given up within 10 s', givesUp],
];

async function startTogether(company: Company, dialect: Dialect): Promise<void> {
  const several = company.startTogether(dialect === 'mysql' ? 3 : 2);
  const ports = await Promise.all(several.map((bot) => bot.started()));
  const ready = await Promise.all(ports.map((port) => fetch(`http://127.0.0.1:${port}/readyz`)));
  expect(ready.map(({ status }) => status)).toEqual(several.map(() => 200));
  const names = (await query(company.database.config, 'SELECT name FROM migrations')).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names).size).toBe(names.length);
  for (const bot of several) bot.signal('SIGTERM');
  expect((await Promise.all(several.map((bot) => bot.ended))).map(({ code }) => code)).toEqual(several.map(() => 0));
}

describe('the program', () => {
  beforeAll(() => buildProgram());

  test.concurrent.each(FAULTS)('does not start, and says why in one line a fault: %s', (_name, story) =>
    atCompany(story),
  );

  test.concurrent.each(STORIES)('%s', (_name, story) => atCompany(story));

  test.concurrent.each(DIALECTS)('several processes start together on one empty database, on %s', (dialect) =>
    atCompany((company) => startTogether(company, dialect), dialect),
  );
});
