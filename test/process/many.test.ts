import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { GROUPS, PEOPLE, SAMPLE_COMPANY } from '../../sandbox/company';
import { LocalFeishu, type MessageView, type Person } from '../../sandbox/platform';
import { createEmptyDatabase, type TestDatabase } from '../databases';
import { describeOnMysql } from '../on-mysql';
import { APP, BotProcess, envFor } from './bot-process';
import { buildProgram } from './build-program';
import { impatientOrg } from './impatient-org';
import { isAtRest, query } from './process-world';
import { until } from './until';

jest.setTimeout(120_000);

const PROCESSES = 3;
const REPS: Person[] = Array.from({ length: 10 }, (_, i) => ({ id: `ou_many_rep_${i}`, name: `客户经理${i}` }));
/** The messages that one rep forwards in a row. */
const BURST = (i: number) => [`第${i}单空调漏水，请派人维修`, `地址是海滨路${i}号`, `客户${i}下午在家`];
const DEPARTMENTS = [
  { key: 'after_sales', category: 'after_sales', group: GROUPS.afterSales.id },
  { key: 'quality', category: 'quality', group: GROUPS.quality.id },
  { key: 'logistics', category: 'delivery', group: GROUPS.logistics.id },
] as const;
const departmentOf = (i: number) => DEPARTMENTS[i % DEPARTMENTS.length] as (typeof DEPARTMENTS)[number];

let folder: string;
let feishu: LocalFeishu;
let database: TestDatabase;
let bots: BotProcess[];

const fromBot = (chatId: string): MessageView[] =>
  feishu.messages(chatId).filter(({ sender }) => sender.type === 'app');
const wallOf = (personId: string) => fromBot(feishu.p2pChatOf(personId));

// Several processes can share a database only on a server.
describeOnMysql('three processes on one database, each with a long connection', () => {
  beforeAll(async () => {
    await buildProgram();
    folder = mkdtempSync(path.join(tmpdir(), 'feedback-many-'));
    database = await createEmptyDatabase('mysql');
    let turn = 0;
    const company = { ...SAMPLE_COMPANY, people: [...SAMPLE_COMPANY.people, ...REPS] };
    feishu = await LocalFeishu.start({
      company,
      clock: { now: Date.now },
      ...APP,
      // The platform pushes to one connection after the other.
      random: () => (turn++ % PROCESSES) / PROCESSES,
    });
    feishu.subscribe({ mode: 'websocket' });
    const more = { FEISHU_TRANSPORT: 'websocket', ORG_FILE: impatientOrg(folder, '8s') };
    bots = Array.from({ length: PROCESSES }, () => new BotProcess(envFor(feishu.baseUrl, database.config, more)));
    await Promise.all(bots.map((bot) => bot.started()));
    await until(() => feishu.connectionCount() === PROCESSES);
  });
  afterAll(async () => {
    await Promise.all(bots.map((bot) => bot.kill()));
    await feishu.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a burst of messages becomes one draft, though several processes get them', async () => {
    const sends = REPS.flatMap(({ id }, i) =>
      BURST(i).map((text) => feishu.send(id, { bot: true }, { type: 'text', text })),
    );
    await Promise.all(sends);
    const isWhole = ({ id }: Person, i: number) => BURST(i).every((words) => wallOf(id)[0]?.text.includes(words));
    await until(() => REPS.every(isWhole), 40_000);
    await isAtRest(database.config);
    expect(REPS.map(({ id }) => wallOf(id).length)).toEqual(REPS.map(() => 1));
    expect(await query(database.config, 'SELECT id FROM feedback')).toHaveLength(REPS.length);
  });

  test('a submission tapped several times posts one department card, and one reminder is sent for it', async () => {
    await Promise.all(REPS.map(({ id }) => feishu.tap(id, wallOf(id)[0]?.id as string, { cmd: 'feedback.edit' })));
    const taps = REPS.flatMap(({ id }, i) => {
      const { key, category } = departmentOf(i);
      const form = { customer: `客户${i}`, channel: 'wechat', category, department: key };
      const tap = () => feishu.tap(id, wallOf(id)[0]?.id as string, { cmd: 'feedback.submit', form });
      return [tap(), tap()];
    });
    await Promise.all(taps);
    const inGroups = () => DEPARTMENTS.flatMap(({ group }) => fromBot(group));
    // Only the card quotes the customer.
    const isCard = ({ text }: MessageView) => text.includes('客户原话');
    const cards = () => inGroups().filter(isCard);
    // One message may name several cases of a group.
    const reminders = () => inGroups().filter((message) => !isCard(message));
    const numbersIn = ({ text }: MessageView) => [...new Set(text.match(/FB-\d+/g))];
    await until(() => reminders().flatMap(numbersIn).length >= REPS.length, 60_000);
    await isAtRest(database.config);

    const expected = REPS.map((_, i) => `FB-${i + 1}`).sort();
    expect(cards().flatMap(numbersIn).sort()).toEqual(expected);
    expect(reminders().flatMap(numbersIn).sort()).toEqual(expected);
  });

  test('the digest of a day goes to each manager once', async () => {
    const managers = [PEOPLE.manager.id, PEOPLE.generalManager.id];
    const counts = () => managers.map((id) => wallOf(id).length);
    await until(async () => (await query(database.config, 'SELECT job FROM period')).length > 0);
    // All processes tick at the same second, so each new day is a race between them.
    for (const days of [1, 2, 3]) {
      await query(database.config, 'UPDATE period SET slot = slot - 86400000');
      await until(() => counts().every((count) => count >= days), 20_000);
    }
    await isAtRest(database.config);
    expect(counts()).toEqual([3, 3]);
  });
});
