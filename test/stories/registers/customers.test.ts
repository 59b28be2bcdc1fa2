import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../../sandbox/platform';
import { DIALECTS } from '../../databases';
import { PEOPLE, type World } from '../../world';
import { tapRaw } from '../rights/raw-tap';
import { call, customersOf, putCustomers, startWorld, submits } from './world';

const HENGTAI = {
  key: 'C1',
  name: '恒泰建材有限公司',
  aliases: ['恒泰'],
  rep: PEOPLE.repLin.id,
  region: '华东',
  class: 'A',
  contacts: [{ name: '王工', phone: '138 0013 8000', post: '采购' }],
};

let world: World;
afterEach(() => world.stop());

describe.each(DIALECTS)('customers, on %s', (dialect) => {
  beforeEach(async () => {
    world = await startWorld(dialect);
  });

  test('rows come over the API: twice is once, all faults are named, and nothing is half done', async () => {
    const rows = [HENGTAI, { key: 'C2', name: '东江塑业' }];
    expect(await putCustomers(world, ...rows)).toEqual({ created: 2, updated: 0, unchanged: 0 });
    expect(await putCustomers(world, ...rows)).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect(await putCustomers(world, { ...HENGTAI, region: '华南' })).toEqual({ created: 0, updated: 1, unchanged: 0 });
    const wrong = [
      { key: 'C3', name: '', active_from: '2026-02-30' },
      { key: 'C4', name: '东江塑业' },
      { key: 'C5', name: '安泰', colour: 'red' },
      { key: 'C5', name: '安泰二' },
    ];
    const refused = await call(world, 'PUT', '/api/registers/customers', wrong);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([422, 'application/problem+json']);
    const { errors } = (await refused.json()) as { errors: { pointer: string; detail: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      '#/0/name',
      '#/0/active_from',
      '#/1/name',
      '#/2/colour',
      '#/3/key',
    ]);
    expect(errors[2]?.detail).toBe('row 2: is a name or key of another entry: 东江塑业');
    expect((await customersOf(world)).map(({ key, region }) => [key, region])).toEqual([
      ['C1', '华南'],
      ['C2', ''],
    ]);
  });

  test('“客户 恒泰” is one card with contacts and cases; the name may be typed in any way', async () => {
    const { repLin, clerk } = world.people;
    await putCustomers(world, HENGTAI, { key: 'C2', name: '恒通五金' });
    await submits(world, repLin, '吊顶板开裂', '恒泰建材');
    await submits(world, repLin, '送货晚了两天', '恒泰建材王经理');
    await submits(world, repLin, '灯管不亮', '恒通五金');
    for (const typed of ['客户 恒泰', '客户：恒泰建材', '客户 恒泰建材（有限公司）', 'customer c1']) {
      await clerk.forwards(typed);
      const card = clerk.wall().at(-1);
      expect(card?.text).toMatch(
        /^恒泰建材有限公司[\s\S]*林晓[\s\S]*华东[\s\S]*王工 · 138 0013 8000 · 采购[\s\S]*2 件/,
      );
      expect(card?.text).toMatch(/送货晚了两天[\s\S]*吊顶板开裂/);
      expect(card?.text).not.toContain('灯管');
    }
  });

  test('a card shows only what its reader may see', async () => {
    const { repLin, repZhao, serviceLi } = world.people;
    await putCustomers(world, HENGTAI);
    await submits(world, repLin, '吊顶板开裂', '恒泰建材');
    await repZhao.forwards('客户 恒泰');
    const others = repZhao.wall().at(-1)?.text ?? '';
    expect(others).toMatch(/恒泰建材有限公司[\s\S]*还没有您能看的反馈/);
    expect(others).not.toMatch(/吊顶板|138 0013 8000|0013/);
    await repLin.forwards('客户 恒泰');
    expect(repLin.wall().at(-1)?.text).toMatch(/138 0013 8000[\s\S]*吊顶板开裂/);
    await serviceLi.says('客户 恒泰', 'afterSales', { mentionBot: true });
    await world.settle();
    expect(world.group('afterSales').at(-1)?.text).toContain('私聊');
    expect(world.group('afterSales').at(-1)?.text).not.toContain('恒泰');
  });

  test('only those who keep the registers change them, and only on their own cards', async () => {
    const { repLin, clerk, admin } = world.people;
    await putCustomers(world, HENGTAI, { key: 'C2', name: '恒通五金' });
    await submits(world, repLin, '吊顶板开裂', '新天地商场');
    await repLin.forwards('客户 恒泰');
    const own = repLin.card('恒泰建材');
    expect(own.text).not.toContain('合并');
    const tapped = async (by: string, { id, chatId }: MessageView, cmd: string) => {
      const values = { register: 'customers', entry: 2 };
      return JSON.stringify(await tapRaw(world, { by, chatId, messageId: id, cmd: `registers.${cmd}`, values }));
    };
    for (const cmd of ['add', 'alias', 'decline', 'merge', 'overview', 'ask_merge', 'find_alias', 'confirm']) {
      expect([cmd, await tapped(repLin.id, own, cmd)]).toEqual([cmd, expect.stringContaining('只有文员和管理员')]);
    }
    await clerk.forwards('客户');
    const copy = { ...clerk.card('名单'), chatId: world.feishu.p2pChatOf(admin.id) };
    expect(await tapped(admin.id, copy, 'decline')).toContain('转发的卡片');
    await clerk.forwards('客户');
    expect(clerk.wall().at(-1)?.text).toMatch(/共 2 个[\s\S]*等您定：1 个/);
  });

  test('more cases than fit: open ones first, and the rest by a search', async () => {
    const { repLin, serviceLi } = world.people;
    await putCustomers(world, HENGTAI);
    for (let i = 1; i <= 8; i += 1) await submits(world, repLin, `第${i}批吊顶板开裂`, '恒泰建材');
    await serviceLi.taps(world.cardIn('afterSales', '第8批'), '接单');
    await repLin.taps(repLin.caseCard('FB-7'), 'feedback.withdraw', { reason: '客户说不用了' });
    await repLin.forwards('客户 恒泰');
    const card = repLin.card('恒泰建材有限公司');
    expect(card.text.match(/FB-\d/g)).toEqual(['FB-8', 'FB-6', 'FB-5', 'FB-4', 'FB-3', 'FB-2']);
    await repLin.taps(card, '还有 2 件');
    expect(repLin.wall().at(-1)?.text).toMatch(/搜索“恒泰建材有限公司”/);
  });

  test('products and projects are looked up as well', async () => {
    const { repLin } = world.people;
    const put = (register: string, row: object) => call(world, 'PUT', `/api/registers/${register}`, [row]);
    await put('products', { key: 'P1', name: 'LED 灯管 T8', aliases: ['T8'] });
    await put('projects', { key: 'J1', name: '城南二期', active_until: '2025-12-31' });
    await repLin.forwards('产品 t8');
    expect(repLin.wall().at(-1)?.text).toMatch(/^LED 灯管 T8[\s\S]*产品 · 编号 P1[\s\S]*\[搜索相关的反馈\]/);
    await repLin.forwards('项目：城南');
    await repLin.taps(repLin.card('哪个项目'), '城南二期');
    expect(repLin.card('城南二期').text).toMatch(/项目 · 编号 J1[\s\S]*已停用[\s\S]*往来到 2025-12-31 为止/);
    await repLin.forwards('产品');
    expect(repLin.wall().at(-1)?.text).toContain('产品：灯管');
  });

  test('an unknown name brings similar ones; a customer’s message is not swallowed', async () => {
    const { repLin } = world.people;
    await putCustomers(world, HENGTAI, { key: 'C2', name: '恒泰五金' });
    await repLin.forwards('客户 恒泰家具');
    const near = repLin.card('哪个客户');
    expect(near.text).toMatch(/恒泰建材有限公司[\s\S]*恒泰五金|恒泰五金[\s\S]*恒泰建材有限公司/);
    await repLin.taps(near, '恒泰五金');
    expect(world.again(near).text).toMatch(/^恒泰五金/);
    await repLin.forwards('客户 新天地');
    expect(repLin.card('没有叫“新天地”').text).toContain('[这是客户反馈，帮我登记]');
    const drafts = () => repLin.wall().filter(({ text }) => text.includes('<草稿>')).length;
    for (const text of ['客户：空调漏水，催了两次', '客户说送来的板子裂了，要求换货', '客户 恒泰，板子裂了要换']) {
      const before = drafts();
      await repLin.forwards(text);
      world.clock.advance(61_000);
      expect([text, drafts()]).toEqual([text, before + 1]);
    }
  });

  test('a name that a case brings waits, becomes an alias, and is known from then on', async () => {
    const { repLin, clerk } = world.people;
    await putCustomers(world, HENGTAI);
    await submits(world, repLin, '吊顶板开裂', '恒泰装饰');
    await submits(world, repLin, '送货晚了两天', '恒泰装饰');
    await submits(world, repLin, '灯管不亮', '新天地商场');
    await submits(world, repLin, '开关松动', '恒泰建材');
    await clerk.forwards('客户');
    const overview = clerk.card('客户名单，共 1 个');
    expect(overview.text).toMatch(/等您定：2 个[\s\S]*“恒泰装饰”[\s\S]*2 件[\s\S]*“新天地商场”[\s\S]*1 件/);
    await clerk.taps(overview, '是谁的别名');
    expect(world.again(overview).text).toMatch(/“恒泰装饰”是谁的别名/);
    await clerk.taps(overview, '是“恒泰建材有限公司”的别名');
    expect(world.again(overview).text).toMatch(/等您定：1 个[\s\S]*“新天地商场”/);
    await clerk.taps(overview, '加入名单');
    expect(world.again(overview).text).toMatch(/共 2 个[\s\S]*没有等您定的名字/);
    await clerk.forwards('客户 恒泰装饰');
    expect(clerk.wall().at(-1)?.text).toMatch(/^恒泰建材有限公司[\s\S]*3 件/);
    await submits(world, repLin, '又裂了', '恒泰装饰');
    // What people decided survives the next synchronisation.
    await putCustomers(world, HENGTAI);
    await clerk.forwards('客户 恒泰装饰');
    expect(clerk.wall().at(-1)?.text).toMatch(/^恒泰建材有限公司[\s\S]*4 件/);
    await clerk.forwards('客户');
    expect(clerk.wall().at(-1)?.text).toContain('没有等您定的名字');
  });

  test('a declined name is never proposed again, and a case that is withdrawn proposes nothing', async () => {
    const { repLin, clerk } = world.people;
    await submits(world, repLin, '吊顶板开裂', '恒泰装饰');
    await submits(world, repLin, '灯管不亮', '新天地商场');
    await repLin.taps(repLin.caseCard('FB-2'), 'feedback.withdraw', { reason: '客户说不用了' });
    await clerk.forwards('客户');
    const overview = clerk.card('还没有客户名单');
    expect(overview.text).toMatch(/等您定：1 个/);
    await clerk.taps(overview, '不加');
    await submits(world, repLin, '又裂了', '恒泰装饰');
    await clerk.forwards('客户');
    expect(clerk.wall().at(-1)?.text).toContain('没有等您定的名字');
    expect(await customersOf(world)).toEqual([]);
  });

  test('two entries become one, and rows with the former key still find it', async () => {
    const { repLin, clerk } = world.people;
    const other = { key: 'C2', name: '恒泰装饰', contacts: [{ name: '李姐', phone: '0512-66668888', post: '' }] };
    await putCustomers(world, HENGTAI, other);
    await submits(world, repLin, '吊顶板开裂', '恒泰装饰');
    await clerk.forwards('客户 恒泰装饰');
    const card = clerk.card('恒泰装饰');
    await clerk.taps(card, '合并到另一个');
    await clerk.taps(card, 'registers.find_merge', { entry: '恒泰装饰' });
    expect(world.again(card).text).not.toContain('并到“恒泰装饰”');
    await clerk.taps(card, 'registers.find_merge', { entry: '恒泰' });
    await clerk.taps(card, '并到“恒泰建材有限公司”');
    expect(world.again(card).text).toMatch(/^恒泰建材有限公司[\s\S]*恒泰装饰[\s\S]*王工[\s\S]*李姐[\s\S]*1 件/);
    expect(await putCustomers(world, HENGTAI, other)).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect(await putCustomers(world, { ...other, aliases: ['恒泰家装'] })).toMatchObject({ created: 0, updated: 1 });
    const customers = await customersOf(world);
    expect(customers).toMatchObject([{ key: 'C1', learned_aliases: ['恒泰装饰', '恒泰家装'], former_keys: ['C2'] }]);
  });
});
