// First: it counts what the program imports.
import './counted-guesses';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { EntityManager } from 'typeorm';
import { openDatabase } from '../../../src/db/data-source';
import { FeedbackJoinedRow, FeedbackRow, FeedbackSearchRow } from '../../../src/db/feedback-row';
import { FeedbackStore } from '../../../src/db/feedback-store';
import { createInTransaction, type Tx } from '../../../src/db/transaction';
import type { Feedback } from '../../../src/domain/feedback/model';
import { textOf } from '../../../src/domain/feedback/source-text';
import { DIALECTS } from '../../databases';
import { type Player, World } from '../../world';
import { guesses } from './counted-guesses';

const FORM = { customer: '海风公司', channel: 'wechat', kind: 'complaint', category: 'after_sales' };
const SENTENCE = '客户说新装的空调漏水，地板都泡了，想请人来看一看。';

/** Messages of 560 characters, each with its number. */
const messages = (count: number) =>
  Array.from({ length: count }, (_, i) => `第${i + 1}条：${SENTENCE.repeat(25)}`.slice(0, 560));

/** What one forwarding costs: calls of the rules, statements that write, and bytes written to a draft's tables. */
async function costOf(work: () => Promise<unknown>) {
  const before = guesses();
  const cost = { statements: 0, bytes: 0 };
  const spies = (['insert', 'update', 'delete'] as const).map((name) => {
    const actual = EntityManager.prototype[name] as (...args: unknown[]) => Promise<never>;
    return jest.spyOn(EntityManager.prototype, name).mockImplementation(function (this: Tx, ...args: unknown[]) {
      cost.statements += 1;
      const isOfDraft = [FeedbackRow, FeedbackSearchRow, FeedbackJoinedRow].some((table) => table === args[0]);
      if (isOfDraft) cost.bytes += Buffer.byteLength(JSON.stringify(args.at(-1)));
      return actual.apply(this, args);
    });
  });
  await work();
  for (const spy of spies) spy.mockRestore();
  return { ...cost, guesses: guesses() - before };
}

describe.each(DIALECTS)('a draft of very many messages, on %s', (dialect) => {
  let world: World;
  beforeEach(async () => {
    world = await World.start({ dialect });
  });
  afterEach(() => world.stop());

  const inDatabase = async <T>(read: (tx: Tx) => Promise<T>): Promise<T> => {
    const db = await openDatabase(world.config.database);
    try {
      return await createInTransaction(db)(read);
    } finally {
      await db.destroy();
    }
  };
  const draft = async (id = 1) => {
    const record = (await inDatabase((tx) => new FeedbackStore(tx).get(id))) as Feedback;
    const { status, priority, refillAt, sources } = record;
    return { status, priority, refillAt, count: sources.length, text: textOf(record) };
  };
  const joined = () => inDatabase((tx) => tx.count(FeedbackJoinedRow));

  test('costs four times as much for four times as many messages, and its fields are guessed once for all', async () => {
    const { repLin, repZhao } = world.people;
    const forward = (who: Player, count: number) => async () => {
      const all = messages(count);
      // A chat that is full of waiting messages rests for a second of the clock.
      while (all.length > 0) await who.forwards(...all.splice(0, 20));
      await world.passes('10s', '5s');
    };
    const few = await costOf(forward(repLin, 25));
    const many = await costOf(forward(repZhao, 100));
    expect(many.statements).toBeLessThan(5 * few.statements);
    expect(many.bytes).toBeLessThan(5 * few.bytes);
    expect(many.guesses).toBe(few.guesses);
    expect(many.guesses).toBeLessThan(12);
    expect(await draft(2)).toMatchObject({ refillAt: null, count: 100 });
    expect(await joined()).toBe(0);
  });

  test('is filled in from all its messages at the next tick, after a restart too', async () => {
    const { repLin } = world.people;
    await repLin.forwards(...messages(20), '十万火急，请马上处理');
    expect(await draft()).toMatchObject({ priority: 'normal', count: 21 });
    expect(await joined()).toBeGreaterThan(0);
    await world.restartBot();
    await world.passes('10s', '5s');
    expect(await draft()).toMatchObject({ priority: 'urgent', count: 21, refillAt: null });
    expect(await joined()).toBe(0);
    const card = repLin.card();
    expect(card.text).toMatch(/^【特急】[\s\S]*客户说到“十万火急”，已标为特急/);
    await repLin.taps(card, 'feedback.edit');
    expect(JSON.stringify(world.again(card).card)).toContain('"initial_option":"urgent"');
  });

  test('loses none of them if it is submitted, or a message is recalled or edited, before the next tick', async () => {
    const { repLin } = world.people;
    const sent = await repLin.forwards(...messages(14));
    const [last, other] = [sent.at(-1)?.id ?? '', sent.at(-2)?.id ?? ''];
    await world.feishu.recall(repLin.id, last);
    await world.settle();
    expect(await draft()).toMatchObject({ refillAt: null, count: 13 });
    await repLin.forwards('补一句：型号 KFR-35', { type: 'image' });
    expect(await joined()).toBe(0);
    await repLin.forwards('再补一句：上周买的');
    expect(await joined()).toBe(1);
    await world.feishu.edit(repLin.id, other, '改成：滴水声很大');
    await world.settle();
    await repLin.forwards('最后一句：周末有人在家');
    await repLin.taps(repLin.card(), '提交', { ...FORM, department: 'after_sales' });
    const submitted = await draft();
    expect(submitted).toMatchObject({ status: 'assigned', refillAt: null });
    for (const words of ['第1条', '滴水声很大', 'KFR-35', '上周买的', '周末有人在家'])
      expect(submitted.text).toContain(words);
    expect(submitted.text).not.toContain('第14条');
    expect(await joined()).toBe(0);
    await repLin.forwards('搜索 周末有人在家');
    expect(repLin.card('周末有人在家').text).toContain('FB-1');
  });

  test('has room for so much; its card says so, and what comes next opens another draft', async () => {
    const { repLin } = world.people;
    const long = SENTENCE.repeat(1_700);
    await repLin.forwards(long, long, long);
    await world.passes('10s', '5s');
    expect(repLin.wall()).toHaveLength(1);
    expect(repLin.card().text).toContain('已经装满');
    await repLin.forwards('还有一句', '最后一句');
    expect(repLin.wall()).toHaveLength(2);
    expect(repLin.card('还有一句').text).toContain('最后一句');
    await repLin.replies(repLin.card('已经装满'), '回在旧卡片下面');
    expect(repLin.wall()).toHaveLength(3);
    expect(repLin.card('回在旧卡片下面').text).not.toContain('已经装满');
  });
});
