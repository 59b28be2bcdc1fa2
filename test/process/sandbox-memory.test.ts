import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { GROUPS, PEOPLE } from '../../sandbox/company';
import type { MessageView } from '../../sandbox/platform';
import { createEmptyDatabase, DIALECTS, type Dialect, type TestDatabase } from '../databases';
import type { BotProcess } from './bot-process';
import { buildProgram } from './build-program';
import { ProgramFolder, using } from './program-folder';
import { Page } from './sandbox-page';
import { until } from './until';

// The machine may be busy with other programs.
jest.setTimeout(150_000);

const REP = PEOPLE.repLin.id;
const ENGINEER = PEOPLE.serviceLi.id;
const GROUP = GROUPS.afterSales.id;
const AHEAD_MS = 3_600_000;

/** A folder in which sandboxes run one after the other. */
class Place extends ProgramFolder {
  /** Runs `npm start` in this folder, until the page can be played. */
  async started(database?: TestDatabase['config']): Promise<{ program: BotProcess; page: Page }> {
    const program = await this.start(database?.type === 'mysql' ? { DATABASE_URL: database.url } : {});
    const page = await Page.of(program);
    await page.isRunning();
    return { program, page };
  }

  /** Removes the files in `data` with this ending; there must be some. */
  remove(ending: RegExp): void {
    const data = path.join(this.path, 'data');
    const names = readdirSync(data).filter((name) => ending.test(name));
    expect(names).not.toEqual([]);
    for (const name of names) rmSync(path.join(data, name));
  }
}

const inPlace = (play: (place: Place) => Promise<void>) => using(new Place(), play);

/** Plays until a case waits for its department, then moves the clock an hour on; returns the department's card. */
async function playedAt(page: Page): Promise<MessageView> {
  await page.act('forward', { person: REP, samples: ['complaint'] });
  const draft = await page.card('草稿', REP);
  await page.act('tap', { person: REP, messageId: draft.id, cmd: 'feedback.submit', form: { channel: 'wechat' } });
  const posted = await page.card('待接单', ENGINEER, GROUP);
  await page.act('clock', { advanceMs: AHEAD_MS });
  return posted;
}

async function goesOnWhereItWas(place: Place, dialect: Dialect, database: TestDatabase): Promise<void> {
  const { program, page } = await place.started(database.config);
  const posted = await playedAt(page);
  await page.act('process', { action: 'kill' });
  await page.act('send', { person: ENGINEER, chatId: GROUP, text: '已约客户下午上门', replyTo: posted.id });
  const { run, people, clock } = await page.overview();
  await program.kill();

  const again = await place.started(database.config);
  const overview = await again.page.overview();
  expect(overview.run).toBe(run);
  expect(overview.clock.offsetMs).toBe(clock.offsetMs);
  expect(overview.people.map(({ chats }) => chats.map(({ id }) => id))).toEqual(
    people.map(({ chats }) => chats.map(({ id }) => id)),
  );
  // The bot gets the message that it missed while it was down; no card is posted again.
  await again.page.card('已约客户下午上门', REP);
  await again.page.act('tap', { person: ENGINEER, messageId: posted.id, cmd: 'feedback.claim' });
  const shown = await again.page.card('处理中', ENGINEER, GROUP);
  expect(shown.id).toBe(posted.id);
  await again.page.card('处理中', REP);
  expect(await again.page.cards(ENGINEER, GROUP)).toHaveLength(1);
  expect(overview.canStartOver).toBe(dialect === 'sqlite');
  await again.program.kill();
}

async function losesItsDatabase(place: Place): Promise<void> {
  const { program, page } = await place.started();
  await playedAt(page);
  const { run } = await page.overview();
  await program.kill();
  place.remove(/^feedback\.db/);
  const again = await place.started();
  expect(await again.page.cards(ENGINEER, GROUP)).toEqual([]);
  const { clock, ...overview } = await again.page.overview();
  expect([clock.offsetMs, overview.run === run]).toEqual([0, false]);
}

async function losesItsChats(place: Place): Promise<void> {
  const { program, page } = await place.started();
  const posted = await playedAt(page);
  await program.kill();
  place.remove(/\.sandbox\.db-/);
  writeFileSync(path.join(place.path, 'data', 'feedback.sandbox.db'), '不是数据库');
  const again = await place.started();
  expect(again.program.log.match(/^本地飞书.*$/gm)).toEqual([expect.stringContaining('sandbox.db.unreadable')]);
  const hung = await again.page.card('待接单', ENGINEER, GROUP);
  expect(hung.id).not.toBe(posted.id);
  expect(await again.page.act('tap', { person: ENGINEER, messageId: hung.id, cmd: 'feedback.claim' })).toMatchObject({
    toast: { type: 'success' },
  });
}

async function startsOver(place: Place): Promise<void> {
  const { program, page } = await place.started();
  const second = await place.start();
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
  await page.act('forward', { person: REP, samples: ['complaint'] });
  const draft = await page.card('草稿', REP);
  expect(draft.text).toContain('FB-1');
  const { code, stderr } = await second.ended;
  expect([code, stderr.trimEnd().split('\n')]).toEqual([1, [expect.stringContaining('another sandbox')]]);
  await program.kill();
  const again = await place.started();
  expect((await again.page.card('草稿', REP)).id).toBe(draft.id);
}

// Side by side: each sandbox mostly waits for events to be sent again.
describe('the memory of the sandbox', () => {
  beforeAll(() => buildProgram());

  test.concurrent.each(DIALECTS)(
    'killed and started again on %s, the sandbox goes on where it was',
    async (dialect) => {
      const database = await createEmptyDatabase(dialect);
      await inPlace((place) => goesOnWhereItWas(place, dialect, database));
      await database.drop();
    },
  );

  test.concurrent('a database that was deleted takes the chats with it', () => inPlace(losesItsDatabase));

  test.concurrent('chats that cannot be read are set aside, which the log says, and open cases are posted again', () =>
    inPlace(losesItsChats));

  test.concurrent('started over, everything is as on the first day, at the same address; a second sandbox is kept out', () =>
    inPlace(startsOver));
});
