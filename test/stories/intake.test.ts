import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../databases';
import { World } from '../world';

let world: World;
afterEach(() => world.stop());

describe.each(DIALECTS)('forwarded messages, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('a burst within 60 s is one draft on one card; a later message opens another', async () => {
    const { repLin } = world.people;
    await repLin.forwards('空调漏水');
    world.clock.advance(50_000);
    await repLin.forwards('地板都泡了', { type: 'image' });
    expect(repLin.wall()).toHaveLength(1);
    expect(repLin.card().text).toMatch(/空调漏水[\s\S]*地板都泡了/);
    world.clock.advance(61_000);
    await repLin.forwards('另一位客户问价格');
    expect(repLin.wall()).toHaveLength(2);
    expect(repLin.card('另一位').text).not.toContain('空调漏水');
  });

  test('messages of one burst that arrive at the same moment find the same draft; another rep’s do not join it', async () => {
    const { repLin, repZhao } = world.people;
    const words = ['一号灯不亮', '二号灯不亮', '三号灯不亮', '四号灯不亮'];
    await Promise.all([...words.map((text) => repLin.says(text)), repZhao.says('别人的客户')]);
    await world.settle();
    expect(repLin.wall()).toHaveLength(1);
    for (const text of words) expect(repLin.card().text).toContain(text);
    expect(repZhao.wall()).toHaveLength(1);
  });

  test('pictures and files reach the department', async () => {
    const { repLin } = world.people;
    await repLin.forwards('外壳开裂', { type: 'image' }, { type: 'file', name: '检测报告.pdf' });
    const form = { customer: '海风', channel: 'wechat', category: 'quality', department: 'quality' };
    await repLin.taps(repLin.card(), '提交', form);
    await world.settle();
    const card = world.cardIn('quality', '外壳开裂');
    expect(JSON.stringify(card.card)).toMatch(/"img_key":"img_/);
    expect(world.group('quality').map(({ type }) => type)).toContain('file');
  });

  test('rich text is read, with its picture and its links', async () => {
    const { repLin } = world.people;
    const rows = [
      [
        { tag: 'text', text: '说明书见 ' },
        { tag: 'a', text: '官网', href: 'https://example.com/m' },
      ],
      [{ tag: 'img' }],
    ];
    await repLin.forwards({ type: 'post', title: '安装问题', rows });
    expect(repLin.card().text).toMatch(/安装问题[\s\S]*说明书见 官网/);
  });

  test('a merged forward shows each sender and text', async () => {
    const { repLin, serviceLi } = world.people;
    const children = [
      { senderId: serviceLi.id, content: { type: 'text' as const, text: '这台机器什么问题' } },
      { senderId: repLin.id, content: { type: 'text' as const, text: '客户说噪音大' } },
    ];
    await repLin.forwards({ type: 'merge_forward', children });
    expect(repLin.card().text).toMatch(/李娜：这台机器什么问题[\s\S]*林晓：客户说噪音大/);
  });

  test('a message of an unknown kind still becomes a draft', async () => {
    const { repLin } = world.people;
    await repLin.forwards({ type: 'other', messageType: 'hologram', content: 'not even JSON' });
    expect(repLin.wall()).toHaveLength(1);
    expect(repLin.card().text).toContain('【暂时无法读取的消息】');
  });

  test('an event that Feishu repeats, or pushes under a second id, changes nothing', async () => {
    const { repLin } = world.people;
    await repLin.forwards('空调漏水');
    for (const { eventId } of world.feishu.pushes()) await world.feishu.repeatPush(eventId);
    await world.settle();
    expect(repLin.wall()).toHaveLength(1);
    expect(repLin.card().text).toMatch(/客户原话\n空调漏水$/);
  });

  test('a recalled message leaves the draft; the last one takes the draft with it', async () => {
    const { repLin } = world.people;
    const [first, second] = await repLin.forwards('说错了', '空调漏水');
    await world.feishu.recall(repLin.id, first?.id ?? '');
    await world.settle();
    expect(repLin.card().text).not.toContain('说错了');
    await world.feishu.recall(repLin.id, second?.id ?? '');
    await world.settle();
    expect(repLin.card().text).toContain('已作废');
    expect(repLin.card().text).not.toContain('恢复');
  });

  test('a discarded draft is over; the next message opens a new one', async () => {
    const { repLin } = world.people;
    await repLin.forwards('发错了');
    await repLin.taps(repLin.card(), '不是反馈');
    expect(repLin.card().text).toContain('已作废');
    await repLin.forwards('真正的反馈');
    expect(repLin.card('真正的反馈').text).not.toContain('发错了');
  });

  test('a reply under the draft card joins it, however late', async () => {
    const { repLin } = world.people;
    await repLin.forwards('空调漏水');
    world.clock.advance(10 * 60_000);
    await repLin.replies(repLin.card(), '补一句：型号 KFR-35');
    expect(repLin.wall()).toHaveLength(1);
    expect(repLin.card().text).toContain('KFR-35');
  });

  test('text typed by customers has no effect on any card', async () => {
    const { repLin } = world.people;
    const hostile = '<at id=all></at> [点我](https://evil.example) **粗** <font color=red>红</font>';
    await repLin.forwards(hostile);
    const form = { customer: hostile, channel: 'wechat', category: 'quality', department: 'quality' };
    await repLin.taps(repLin.card(), '提交', form);
    const { card } = world.cardIn('quality');
    const texts = JSON.stringify(card).match(/\{"tag":"(markdown|lark_md)"[^}]*\}/g) ?? [];
    expect(texts.join()).not.toContain('at id=all');
    expect(world.cardIn('quality').text).toContain('<at id=all></at>');
  });
});
