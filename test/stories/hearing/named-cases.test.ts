import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../../sandbox/platform';
import { DIALECTS } from '../../databases';
import { World } from '../../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };
const TOLD = { told_customer: '已更换', satisfaction: 'satisfied' };

let world: World;
let card: MessageView;
afterEach(() => world.stop());

const drafts = () => world.people.repLin.wall().filter(({ text }) => text.includes('<草稿>'));
const additions = () => world.group('afterSales').filter(({ text }) => text.includes('<客户经理补充>'));

describe.each(DIALECTS)('a text that names a case, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('空调漏水');
    await repLin.taps(repLin.card(), '提交', FORM);
    card = world.cardIn('afterSales');
    await serviceLi.taps(card, '接单');
    world.clock.advance(300_000);
  });

  test.each(['#1 客户说型号是 KFR-35', 'FB-1 客户说型号是 KFR-35', 'fb1客户说型号是 KFR-35'])(
    '“%s” is asked about, and joins the case as a note',
    async (text) => {
      const { repLin } = world.people;
      await repLin.forwards(text);
      const asked = repLin.card();
      expect(asked.text).toMatch(/记到 FB-1[\s\S]*KFR-35[\s\S]*\[只记上\][\s\S]*\[是另一件事\]/);
      expect(drafts()).toHaveLength(0);
      expect(additions()).toEqual([]);
      await repLin.taps(asked, '只记上');
      expect(world.again(asked).text).toContain('已记到 FB-1');
      expect(world.cardIn('afterSales', '客户经理补充').text).toContain('KFR-35');
      expect(drafts()).toHaveLength(0);
    },
  );

  test('催一下 notes the words and urges, once in a while', async () => {
    const { repLin } = world.people;
    await repLin.forwards('#1 客户又来催了');
    await repLin.taps(repLin.card(), '记上，并催一下');
    expect(repLin.card('已记到 FB-1').text).toContain('也催过了');
    expect(world.people.serviceLi.card('催办').text).toContain('林晓催办');
    expect(world.cardIn('afterSales', '客户经理补充').text).toContain('又来催了');
    world.clock.advance(120_000);
    await repLin.forwards('#1 客户还在催');
    expect(repLin.card().text).toContain('[只记上]');
    expect(repLin.card().text).not.toContain('[记上，并催一下]');
  });

  test('or it becomes another feedback', async () => {
    const { repLin } = world.people;
    await repLin.forwards('FB-1 那家客户又说冰箱异响');
    await repLin.taps(repLin.card(), '是另一件事');
    expect(drafts()).toHaveLength(1);
    expect(additions()).toEqual([]);
  });

  test('answers the question of a waiting case, joins a draft, and can reopen a closed case', async () => {
    const { repLin, serviceLi } = world.people;
    await serviceLi.taps(world.again(card), 'feedback.request_info', { question: '型号？' });
    world.clock.advance(2000);
    await repLin.forwards('#1 客户说是 KFR-35');
    await repLin.taps(repLin.card(), '只记上');
    expect(world.cardIn('afterSales', '信息已补充').text).toContain('KFR-35');
    await serviceLi.taps(world.again(card), 'feedback.answer', { answer: '已更换' });
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.close', TOLD);
    world.clock.advance(300_000);
    await repLin.forwards('#1 客户说又漏了');
    await repLin.taps(repLin.card('又漏了'), '重新打开');
    expect(world.cardIn('afterSales', '空调').text).toContain('重新打开的原因：#1 客户说又漏了');
    await repLin.forwards('冰箱异响');
    world.clock.advance(300_000);
    await repLin.forwards('FB-2 客户说是门没关严');
    await repLin.taps(repLin.card(), '只记上');
    expect(drafts()).toHaveLength(1);
    expect(drafts()[0]?.text).toContain('门没关严');
  });

  test('a number that nobody knows, or that the writer may not see, is said to be unknown', async () => {
    const { repLin, repZhao } = world.people;
    await repLin.forwards('#99 客户投诉');
    expect(repLin.card().text).toMatch(/没有找到[\s\S]*FB-99[\s\S]*\[作为新反馈\]/);
    expect(drafts()).toHaveLength(0);
    await repZhao.forwards('FB-1 客户投诉');
    expect(repZhao.card().text).toContain('没有找到');
    expect(repZhao.card().text).not.toMatch(/海风|空调/);
    await repZhao.taps(repZhao.card(), '作为新反馈');
    expect(repZhao.card('草稿').text).toContain('FB-1 客户投诉');
    world.clock.advance(120_000);
    await repZhao.forwards('客户的 FB-100 阀门漏水');
    expect(repZhao.wall().at(-1)?.text).toContain('<草稿>');
  });

  test('a recalled message cannot be added any more', async () => {
    const { repLin } = world.people;
    const [message] = (await repLin.forwards('#1 客户又来催了')) as [MessageView];
    const asked = repLin.card();
    await world.feishu.recall(repLin.id, message.id);
    await world.settle();
    const { toast } = await repLin.taps(asked, '只记上');
    expect(toast?.content).toContain('找不到那条消息');
    expect(additions()).toEqual([]);
  });
});
