import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../../databases';
import { PEOPLE, type World } from '../../world';
import { customersOf, putCustomers, sheet, startWorld } from './world';

const HEAD = ['客户名称', '简称', '客户经理', '区域', '联系人', '电话', '合作开始日期'];
const SHEET = sheet(
  ['2026 年客户名单'],
  HEAD,
  ['恒泰建材有限公司', '恒泰', '林晓', '华东', '王工', '138 0013 8000', '2019/3/1'],
  ['东江塑业', '', '没有这个人', '', '', '', ''],
  ['', '恒通', '', '', '', '', ''],
  ['安泰药业', '恒泰', '', '', '', '', ''],
);

let world: World;
afterEach(() => world.stop());

const isDraft = ({ text }: { text: string }) => text.includes('<草稿>');

describe.each(DIALECTS)('lists that are sent as spreadsheets, on %s', (dialect) => {
  beforeEach(async () => {
    world = await startWorld(dialect);
  });

  test('a clerk sees what would change, and it changes once they say so', async () => {
    const { clerk, repLin } = world.people;
    // The bot knows by name whom it has met.
    await repLin.forwards('我的');
    await putCustomers(world, {
      key: 'C2',
      name: '东江塑业',
      rep: PEOPLE.repZhao.id,
      region: '华南',
      aliases: ['东江'],
    });
    await clerk.forwards(SHEET);
    const card = clerk.card('客户名单');
    expect(card.text).toMatch(/要导入这份客户名单吗[\s\S]*新增 1 个，更新 0 个，没有变化 1 个/);
    expect(card.text).toMatch(
      /有 2 行要改[\s\S]*第 5 行 · 名称：没有填写[\s\S]*第 6 行 · 别名：已经是“恒泰建材有限公司”的名字/,
    );
    expect(card.text).toMatch(/不认识[\s\S]*没有这个人/);
    expect(await customersOf(world)).toHaveLength(1);
    await clerk.taps(card, '确认导入');
    expect(world.again(card).text).toMatch(/客户名单已导入[\s\S]*新增 1 个/);
    const [known, made] = await customersOf(world);
    // An empty cell takes nothing away.
    expect(known).toMatchObject({ key: 'C2', rep: PEOPLE.repZhao.id, region: '华南', aliases: ['东江'] });
    expect(made).toMatchObject({
      name: '恒泰建材有限公司',
      ...{ rep: PEOPLE.repLin.id, aliases: ['恒泰'], region: '华东', active_from: '2019-03-01' },
      contacts: [{ name: '王工', phone: '138 0013 8000', post: '' }],
    });
    expect(clerk.wall().filter(isDraft)).toEqual([]);
    await clerk.forwards(SHEET);
    const again = clerk.card('要导入');
    expect(again.text).toMatch(/新增 0 个，更新 0 个，没有变化 2 个[\s\S]*没有要改的/);
    expect(again.text).not.toContain('确认导入');
  });

  test('a tap too many imports nothing twice', async () => {
    const { clerk } = world.people;
    await clerk.forwards(SHEET);
    const card = clerk.card('要导入');
    const taps = await Promise.all([clerk.taps(card, '确认导入'), clerk.taps(card, '确认导入')]);
    expect(taps.map(({ toast }) => toast?.content).sort()).toEqual(['已导入', '已经有人处理过了。'].sort());
    expect(await customersOf(world)).toHaveLength(2);
    expect(world.again(card).text).toMatch(/客户名单已导入[\s\S]*新增 2 个/);
  });

  test('it is a customer’s file if the clerk says so', async () => {
    const { clerk } = world.people;
    await clerk.forwards(SHEET);
    const card = clerk.card('要导入');
    await clerk.taps(card, '不是客户名单，作为反馈');
    expect(clerk.card('客户名单.xlsx').text).toContain('<草稿>');
    expect(await customersOf(world)).toEqual([]);
  });

  test('other files, other people’s files and files that nobody can read are customers’ files', async () => {
    const { clerk, repLin } = world.people;
    const orders = sheet(
      ['客户名称', '产品名称', '数量', '单价', '交货日期'],
      ['恒泰建材', '灯管', '3', '20', '2026-12-01'],
    );
    await repLin.forwards(SHEET);
    expect(repLin.wall().filter(isDraft)).toHaveLength(1);
    for (const [at, file] of [
      orders,
      { ...SHEET, bytes: Buffer.from('PK?') },
      { ...SHEET, name: '名单.pdf' },
    ].entries()) {
      await clerk.forwards(file);
      world.clock.advance(61_000);
      expect(clerk.wall().filter(isDraft)).toHaveLength(at + 1);
    }
    expect(clerk.wall().some(({ text }) => text.includes('要导入'))).toBe(false);
  });

  test('a file that Feishu cannot give for now is read later, and the list is offered once', async () => {
    const { clerk } = world.people;
    world.feishu.failNext(/GET .*resources/, { times: 1, code: 99991400, httpStatus: 429 });
    await clerk.forwards(SHEET);
    await world.passes('2m', '10s');
    expect(clerk.wall().filter(({ text }) => text.includes('要导入'))).toHaveLength(1);
    expect(clerk.wall().filter(isDraft)).toEqual([]);
  });
});
