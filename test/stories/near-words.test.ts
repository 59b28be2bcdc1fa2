import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../databases';
import { World } from '../world';

let world: World;
afterEach(() => world.stop());

describe.each(DIALECTS)('a text that is nearly a word, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('is asked about; a tap on the meant word shows its answer in place of the question', async () => {
    const { repLin } = world.people;
    await repLin.forwards('代办');
    expect(repLin.wall()).toHaveLength(1);
    expect(repLin.card().text).toMatch(/代办[\s\S]*您是想发送“待办”吗/);
    await repLin.taps(repLin.card(), '发送“待办”');
    expect(repLin.wall()).toHaveLength(1);
    expect(repLin.card().text).toContain('目前没有等您办的');
  });

  test('and so is a word in other characters of the same sound: no draft, nobody is chased', async () => {
    const { repLin } = world.people;
    for (const [typed, meant] of Object.entries({
      帮住: '帮助',
      我得: '我的',
      逾其: '逾期',
      日抱: '日报',
      搜锁: '搜索',
    })) {
      await repLin.forwards(typed);
      expect(repLin.card().text).toContain(`您是想发送“${meant}”吗`);
    }
    world.clock.advance(2000);
    await repLin.forwards('设制');
    expect(repLin.card().text).toContain('您是想发送“设置”吗');
    expect(repLin.wall().filter(({ text }) => text.includes('草稿'))).toEqual([]);
  });

  test('or becomes feedback after all, once, with the words that were sent', async () => {
    const { repLin } = world.people;
    const [sent] = await repLin.forwards('超时');
    const question = repLin.card();
    await repLin.taps(question, '作为客户反馈');
    expect(world.again(question).text).toContain('已作为客户反馈收下');
    const draft = repLin.card('草稿');
    expect(draft.text).toContain('超时');
    expect(repLin.wall()).toHaveLength(2);
    await world.feishu.recall(repLin.id, sent?.id ?? '');
    await world.settle();
    expect(world.again(draft).text).toContain('已作废');
  });

  test('a message that its sender recalled is no longer taken in', async () => {
    const { repLin } = world.people;
    const [sent] = await repLin.forwards('超时');
    await world.feishu.recall(repLin.id, sent?.id ?? '');
    await world.settle();
    expect((await repLin.taps(repLin.card(), '作为客户反馈')).toast?.content).toContain('请重新转发');
    expect(repLin.wall()).toHaveLength(1);
  });

  test('two taps at the same moment make one draft', async () => {
    const { repLin } = world.people;
    await repLin.forwards('超时');
    const question = repLin.card();
    await Promise.all([1, 2].map(() => world.feishu.tap(repLin.id, question.id, { cmd: 'feedback.from_text' })));
    await world.settle();
    expect(repLin.wall().filter(({ text }) => text.includes('<草稿>'))).toHaveLength(1);
  });

  test('in the middle of a burst it is one more message of the customer', async () => {
    const { repLin } = world.people;
    await repLin.forwards('空调昨天装的', '超时');
    expect(repLin.wall()).toHaveLength(1);
    expect(repLin.card().text).toMatch(/空调昨天装的[\s\S]*超时/);
  });

  test('a message with a picture, or a merged forward, is never a word', async () => {
    const { repLin } = world.people;
    const children = [{ senderId: repLin.id, content: { type: 'text' as const, text: '帮助' } }];
    await repLin.forwards({ type: 'merge_forward', children });
    expect(repLin.card().text).toContain('草稿');
  });

  test('a word without its argument says so; an empty search may have been a customer’s words', async () => {
    const { repLin } = world.people;
    await repLin.forwards('搜索');
    expect(repLin.card().text).toContain('搜索 漏水');
    await repLin.forwards('#');
    expect(repLin.card().text).toContain('请写明编号');
    await repLin.forwards('#99');
    expect(repLin.card().text).toContain('没有找到');
    await repLin.forwards('搜索 功能用不了');
    await repLin.taps(repLin.card(), '作为客户反馈');
    expect(repLin.card('草稿').text).toContain('搜索 功能用不了');
    world.clock.advance(2000);
    await repLin.forwards('导出 2026-02');
    expect(repLin.card().text).toContain('2026-02 没有您可以查看的反馈');
  });

  test('in a group only the word is offered, and the answer comes there', async () => {
    const { serviceLi, serviceWang } = world.people;
    await serviceLi.says('bangzhu', 'afterSales', { mentionBot: true });
    await world.settle();
    const question = world.cardIn('afterSales');
    expect(question.text).not.toContain('作为客户反馈');
    expect((await serviceWang.taps(question, '发送“帮助”')).toast).toMatchObject({ type: 'warning' });
    await serviceLi.taps(question, '发送“帮助”');
    expect(world.again(question).text).toContain('接单、回复，就两步');
  });

  test('a mention of the bot under a finished case’s card is answered, too', async () => {
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('空调漏水');
    const form = { customer: '海风', channel: 'wechat', category: 'after_sales', department: 'after_sales' };
    await repLin.taps(repLin.card(), '提交', form);
    const posted = world.cardIn('afterSales', '空调漏水');
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.withdraw', { reason: '重复' });
    const said = world.group('afterSales').length;
    await serviceLi.replies(posted, '这个还要处理吗', { mentionBot: true });
    expect(world.group('afterSales')).toHaveLength(said + 1);
    await serviceLi.replies(posted, '哦，撤回了');
    expect(world.group('afterSales')).toHaveLength(said + 1);
  });
});
