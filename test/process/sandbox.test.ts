import { createServer } from 'node:net';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { GROUPS, PEOPLE } from '../../sandbox/company';
import type { Happening, Inspection } from '../../sandbox/page-contract';
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

/** The process ids of the bots that the sandbox started, from the log. */
const botPids = ({ log }: BotProcess) =>
  log
    .split('\n')
    .filter((line) => line.includes('"msg":"started"'))
    .map((line) => (JSON.parse(line) as { pid: number }).pid);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function isKilledFromThePage(folder: ProgramFolder): Promise<void> {
  const program = await folder.start();
  const page = await Page.of(program);
  await page.isRunning();
  await page.act('forward', { person: REP, samples: ['complaint'] });
  const draft = await page.card('草稿', REP);
  expect(await page.act('tap', { person: REP, messageId: draft.id, cmd: 'feedback.submit' })).not.toHaveProperty(
    'error',
  );
  const posted = await page.card('待接单', ENGINEER, GROUP);
  await page.act('tap', { person: ENGINEER, messageId: posted.id, cmd: 'feedback.claim' });

  expect(await page.act('process', { action: 'kill' })).toEqual({});
  const [killed = 0] = botPids(program);
  expect(isAlive(killed)).toBe(false);
  expect((await page.overview()).bot).toMatchObject({ state: 'stopped', connections: 0 });
  expect(await page.act('process', { action: 'kill' })).toEqual({ error: '机器人没有在运行' });
  // The bot is down: messages wait, and the clock goes on.
  expect(await page.act('clock', { advanceMs: 60_000 })).toMatchObject({ nextReminderAt: null });
  await page.act('send', { person: ENGINEER, chatId: GROUP, text: '已约客户下午上门', replyTo: posted.id });

  expect(await page.act('process', { action: 'start', locale: 'en-US' })).toEqual({});
  // The cards in the group are in the other language now.
  await page.card('In progress', ENGINEER, GROUP);
  await until(async () => (await page.overview()).bot.connections === 1);
  await page.act('clock', { advanceMs: 60_000 });
  expect((await page.overview()).bot).toMatchObject({ state: 'running', locale: 'en-US' });
  expect((await page.overview()).clock).toMatchObject({ nextReminderAt: expect.any(Number) });
  await page.card('已约客户下午上门', REP);
  const form = { answer: '更换了排水管' };
  await page.act('tap', { person: ENGINEER, messageId: posted.id, cmd: 'feedback.answer', form });
  const answered = await page.card('Answer ready', REP);
  expect(answered.id).not.toBe(draft.id);
  const told = { told_customer: '排水管已更换' };
  await page.act('tap', { person: REP, messageId: answered.id, label: 'Satisfied', form: told });
  const closed = await page.card('Closed', ENGINEER, GROUP);
  expect(closed.id).toBe(posted.id);

  const { records, calls, events } = await page.get<Inspection>(`inspect?message=${posted.id}`);
  expect(records[0]?.timeline.map(({ who }) => who)).toEqual(expect.arrayContaining(['林晓', '李娜']));
  expect(records[0]?.timeline.at(-1)?.what).toContain('Closed');
  expect(calls.map(({ method }) => method)).toEqual(expect.arrayContaining(['POST', 'PATCH']));
  const waited = events.find(({ type, attempts }) => type === 'im.message.receive_v1' && attempts.length > 1);
  expect(waited?.attempts.map(({ outcome }) => outcome)).toEqual(['unreachable', 'ok']);
}

const HALF_PAST_EIGHT_MS = 11.5 * 3_600_000;

async function tellsOfAJump(folder: ProgramFolder): Promise<void> {
  const program = await folder.start();
  const page = await Page.of(program);
  await page.isRunning();
  // Two cases of an evening: the quiet hours move both nudges to 08:00, and the group hears of them in one message.
  await page.act('clock', { until: 'next-morning' });
  await page.act('clock', { advanceMs: HALF_PAST_EIGHT_MS });
  for (let cases = 0; cases < 2; cases += 1) {
    await page.act('forward', { person: REP, samples: ['complaint'] });
    const draft = await page.card('草稿', REP);
    await page.act('tap', { person: REP, messageId: draft.id, cmd: 'feedback.submit' });
    await until(async () => !(await page.cards(REP)).some(({ text }) => text.includes('草稿')));
    await page.act('clock', { advanceMs: 120_000 });
  }
  const from = (await page.overview()).clock.now;
  await page.act('clock', { until: 'next-morning' });
  const to = (await page.overview()).clock.now;
  const happened = await page.get<Happening[]>(`happenings?from=${from}&to=${to}`);
  const [bundle] = happened.filter(({ chatId, what }) => chatId === GROUP && what === 'sent');
  expect(happened.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['2 件等着处理', '今天 2 件到期，2 件没人接']),
  );
  const { records } = await page.get<Inspection>(`inspect?message=${bundle?.messageId}`);
  expect(records.map(({ number }) => number).sort()).toEqual(['FB-1', 'FB-2']);
  expect(records.every(({ timeline }) => timeline.length > 1)).toBe(true);
}

async function endsInOrder(folder: ProgramFolder): Promise<void> {
  const program = await folder.start();
  await program.started();
  const [bot = 0] = botPids(program);
  program.signal('SIGTERM');
  expect(await program.ended).toMatchObject({ code: 0, stderr: '' });
  expect(isAlive(bot)).toBe(false);
  expect(program.log.match(/"msg":"stopped"/g)).toHaveLength(2);
}

async function takesItsBotAlong(folder: ProgramFolder): Promise<void> {
  const program = await folder.start();
  await program.started();
  const [bot = 0] = botPids(program);
  expect(isAlive(bot)).toBe(true);
  await program.kill();
  await until(() => !isAlive(bot));
}

async function hasNoPort(folder: ProgramFolder): Promise<void> {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  const { code, stderr } = await (await folder.start({ PORT: String(port) })).ended;
  other.close();
  expect(code).toBeGreaterThan(0);
  expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(`PORT ${port}`)]);
}

async function hasNoDatabase(folder: ProgramFolder): Promise<void> {
  const url = 'mysql://user:database-password@127.0.0.1:1/feedback';
  const { code, stderr } = await (await folder.start({ DATABASE_URL: url })).ended;
  expect(code).toBeGreaterThan(0);
  expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining('ECONNREFUSED')]);
}

const STORIES: [name: string, story: (folder: ProgramFolder) => Promise<void>][] = [
  [
    'the bot is killed from the page in the middle of a case and started again, and the loop goes on',
    isKilledFromThePage,
  ],
  ['what a jump of the clock brought is listed, and a bundle names its cases', tellsOfAJump],
  ['SIGTERM ends both programs, in order', endsInOrder],
  ['a sandbox that is killed takes its bot along', takesItsBotAlong],
  ['a bot whose port is taken ends the sandbox, which says why in one line', hasNoPort],
  ['a bot whose database is out of reach ends the sandbox, which says why in one line', hasNoDatabase],
];

describe('the sandbox and its bot', () => {
  beforeAll(() => buildProgram());

  test.concurrent.each(STORIES)('%s', (_name, story) => using(new ProgramFolder(), story));
});
