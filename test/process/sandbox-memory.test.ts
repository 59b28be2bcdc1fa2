import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { GROUPS, PEOPLE } from '../../sandbox/company';
import type { MessageView } from '../../sandbox/platform';
import { createEmptyDatabase, DIALECTS, type TestDatabase } from '../databases';
import { BotProcess, type Env } from './bot-process';
import { buildProgram } from './build-program';
import { Page } from './sandbox-page';
import { until } from './until';

// Several processes share the machine with whatever else it does.
jest.setTimeout(150_000);

const REP = PEOPLE.repLin.id;
const ENGINEER = PEOPLE.serviceLi.id;
const GROUP = GROUPS.afterSales.id;
const AHEAD_MS = 3_600_000;

let folder: string;
const programs: BotProcess[] = [];

beforeAll(() => buildProgram());
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'feedback-memory-'));
});
afterEach(async () => {
  await Promise.all(programs.splice(0).map((program) => program.kill()));
  rmSync(folder, { recursive: true, force: true });
});

/** `npm start` in this folder, until one can play. */
async function started(database?: TestDatabase['config']): Promise<{ program: BotProcess; page: Page }> {
  const url: Env = database?.type === 'mysql' ? { DATABASE_URL: database.url } : {};
  const program = new BotProcess({ HOST: '127.0.0.1', PORT: '0', ...url }, folder);
  programs.push(program);
  const page = await Page.of(program);
  await page.isRunning();
  return { program, page };
}

/** A case that waits for its department, an hour later. */
async function playedAt(page: Page): Promise<MessageView> {
  await page.act('forward', { person: REP, samples: ['complaint'] });
  const draft = await page.card('草稿', REP);
  await page.act('tap', { person: REP, messageId: draft.id, cmd: 'feedback.submit', form: { channel: 'wechat' } });
  const posted = await page.card('待接单', ENGINEER, GROUP);
  await page.act('clock', { advanceMs: AHEAD_MS });
  return posted;
}

const inData = (ending: RegExp) => readdirSync(path.join(folder, 'data')).filter((name) => ending.test(name));
const remove = (which: RegExp) => {
  const names = inData(which);
  expect(names).not.toEqual([]);
  for (const name of names) rmSync(path.join(folder, 'data', name));
};

describe.each(DIALECTS)('on %s', (dialect) => {
  test('killed and started again, the sandbox goes on where it was', async () => {
    const database = await createEmptyDatabase(dialect);
    const { program, page } = await started(database.config);
    const posted = await playedAt(page);
    await page.act('process', { action: 'kill' });
    await page.act('send', { person: ENGINEER, chatId: GROUP, text: '已约客户下午上门', replyTo: posted.id });
    const { run, people, clock } = await page.overview();
    await program.kill();

    const again = await started(database.config);
    const overview = await again.page.overview();
    expect(overview.run).toBe(run);
    expect(overview.clock.offsetMs).toBe(clock.offsetMs);
    expect(overview.people.map(({ chats }) => chats.map(({ id }) => id))).toEqual(
      people.map(({ chats }) => chats.map(({ id }) => id)),
    );
    // What the bot missed while it was down reaches it; nothing hangs anew.
    await again.page.card('已约客户下午上门', REP);
    await again.page.act('tap', { person: ENGINEER, messageId: posted.id, cmd: 'feedback.claim' });
    const shown = await again.page.card('处理中', ENGINEER, GROUP);
    expect(shown.id).toBe(posted.id);
    await again.page.card('处理中', REP);
    expect(await again.page.cards(ENGINEER, GROUP)).toHaveLength(1);
    expect(overview.canStartOver).toBe(dialect === 'sqlite');
    await again.program.kill();
    await database.drop();
  });
});

describe('memory and database that do not belong together', () => {
  test('a database that was deleted takes the chats with it', async () => {
    const { program, page } = await started();
    await playedAt(page);
    const { run } = await page.overview();
    await program.kill();
    remove(/^feedback\.db/);
    const again = await started();
    expect(await again.page.cards(ENGINEER, GROUP)).toEqual([]);
    const { clock, ...overview } = await again.page.overview();
    expect([clock.offsetMs, overview.run === run]).toEqual([0, false]);
  });

  test('chats that cannot be read are set aside and said to be, and open cases hang anew', async () => {
    const { program, page } = await started();
    const posted = await playedAt(page);
    await program.kill();
    remove(/\.sandbox\.db-/);
    writeFileSync(path.join(folder, 'data', 'feedback.sandbox.db'), '不是数据库');
    const again = await started();
    expect(again.program.log.match(/^本地飞书.*$/gm)).toEqual([expect.stringContaining('sandbox.db.unreadable')]);
    const hung = await again.page.card('待接单', ENGINEER, GROUP);
    expect(hung.id).not.toBe(posted.id);
    expect(await again.page.act('tap', { person: ENGINEER, messageId: hung.id, cmd: 'feedback.claim' })).toMatchObject({
      toast: { type: 'success' },
    });
  });
});

test('started over, everything is as on the first day, at the same address; a second sandbox is kept out', async () => {
  const { program, page } = await started();
  const second = new BotProcess({ HOST: '127.0.0.1', PORT: '0' }, folder);
  programs.push(second);
  await playedAt(page);
  const { run } = await page.overview();
  expect(await page.act('startOver', {})).toEqual({});
  const next = await until(async () => {
    const overview = await page.overview().catch(() => null);
    return overview?.run !== run && overview;
  });
  expect(next.clock.offsetMs).toBe(0);
  expect(next.people.flatMap(({ chats }) => chats).filter(({ lastAt }) => lastAt !== null)).toEqual([]);
  await page.isRunning();
  // Its first case is the first.
  await page.act('forward', { person: REP, samples: ['complaint'] });
  const draft = await page.card('草稿', REP);
  expect(draft.text).toContain('FB-1');
  const { code, stderr } = await second.ended;
  expect([code, stderr.trimEnd().split('\n')]).toEqual([1, [expect.stringContaining('another sandbox')]]);
  await program.kill();
  const again = await started();
  expect((await again.page.card('草稿', REP)).id).toBe(draft.id);
});
