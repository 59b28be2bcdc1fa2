import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../../sandbox/platform';
import { DIALECTS } from '../../databases';
import { timelineOf } from '../../timeline';
import { type Player, World } from '../../world';

const FORM = { customer: '悦家超市', channel: 'wechat', kind: 'complaint', category: 'delivery', priority: 'normal' };

let world: World;
afterEach(() => world.stop());

const last = (player: Player) => player.wall().at(-1) as MessageView;

describe.each(DIALECTS)('a second word about an open case, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('客户：悦家超市，灯管到货破损 12 支');
    await repLin.taps(repLin.card(), '提交', { ...FORM, department: 'after_sales' });
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    world.clock.advance(7_200_000);
  });

  test('is offered to join it: its words become a note, the holder is urged, the draft says where it went', async () => {
    const { repLin, serviceLi } = world.people;
    const [said] = await repLin.forwards('客户：悦家超市，又问补的灯管怎么还没到');
    const draft = last(repLin);
    expect(draft.text).toMatch(/疑似重复[\s\S]*是同一件吗[\s\S]*FB-1 · 处理中（售后部李娜）[\s\S]*灯管到货破损/);
    expect(draft.text).toMatch(/\[是同一件，并入 FB-1\]\n\[是新的，[^\]]+\]\n\[看 FB-1\]/);
    await repLin.taps(draft, '是同一件，并入 FB-1');
    expect(world.again(draft).text).toMatch(/已并入 FB-1[\s\S]*\[看 FB-1\]/);
    expect(world.caseCard(world.group('afterSales'), 'FB-1').text).toContain('灯管怎么还没到');
    expect(serviceLi.card('催办').text).toContain('林晓');
    expect((await timelineOf(world, 1)).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['submit', 'claim', 'note', 'urge']),
    );
    // The message is the case's now: recalled, it is struck out there.
    await world.feishu.recall(repLin.id, (said as MessageView).id);
    await world.settle();
    expect((await timelineOf(world, 1)).at(-1)).toMatchObject({ what: 'recall' });
    await world.passes('2h', '30m');
    expect(repLin.wall().filter(({ text }) => text.includes('FB-2') && text.includes('没有提交'))).toEqual([]);
  });

  test('or it is another matter, and is handed in as ever', async () => {
    const { repLin } = world.people;
    await repLin.forwards('客户：悦家超市，灯管型号发错了');
    const draft = last(repLin);
    await repLin.taps(draft, '看 FB-1');
    expect(repLin.caseCard('FB-1').text).toContain('在办');
    await repLin.taps(draft, 'feedback.submit', { ...FORM, department: 'after_sales' });
    expect(world.cardIn('afterSales', '型号发错').text).toContain('待接单');
  });

  test('a case that was closed meanwhile takes in nothing, and the draft stays', async () => {
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('客户：悦家超市，又问补的灯管怎么还没到');
    const draft = last(repLin);
    await serviceLi.taps(world.cardIn('afterSales'), 'feedback.answer', { answer: '已补发' });
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.close', {
      told_customer: '已补发',
      satisfaction: 'satisfied',
    });
    const { toast } = await repLin.taps(draft, 'feedback.merge');
    expect(toast).toMatchObject({ type: 'warning' });
    expect(world.again(draft).text).toContain('<草稿>');
  });

  test('other words, other customers and other reps are no question', async () => {
    const { repLin, repZhao } = world.people;
    await repLin.forwards('客户：悦家超市，发票抬头写错');
    expect(last(repLin).text).not.toContain('疑似重复');
    world.clock.advance(120_000);
    await repLin.forwards('客户：南湖酒店，灯管到货破损');
    expect(last(repLin).text).not.toContain('疑似重复');
    await repZhao.forwards('客户：悦家超市，灯管到货破损');
    expect(last(repZhao).text).not.toContain('疑似重复');
  });
});
