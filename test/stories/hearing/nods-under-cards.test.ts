import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../../sandbox/platform';
import { DIALECTS } from '../../databases';
import { timelineOf } from '../../timeline';
import { World } from '../../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
let card: MessageView;
afterEach(() => world.stop());

const repCard = () => world.people.repLin.caseCard('FB-1');
const inGroup = () => world.group('afterSales').length;

async function asks(question: string) {
  await world.people.serviceLi.taps(world.again(card), 'feedback.request_info', { question });
  world.clock.advance(2000);
  const asked = repCard();
  expect(asked.text).toContain(question);
  return asked;
}

describe.each(DIALECTS)('nods and words under a case’s cards, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('空调漏水');
    await repLin.taps(repLin.card(), '提交', FORM);
    card = world.cardIn('afterSales');
    await serviceLi.taps(card, '接单');
    world.clock.advance(2000);
  });

  test('no nod answers the department’s question, and a word gets its own answer', async () => {
    const { repLin } = world.people;
    const question = await asks('型号？');
    const before = inGroup();
    const heard = repLin.wall().length;
    for (const nod of ['好的', '👌', '谢谢', '嗯嗯', '稍等', '收到，我问一下客户', '知道了']) {
      await repLin.replies(question, nod);
    }
    expect(repLin.wall()).toHaveLength(heard);
    for (const [word, answer] of [
      ['？', '客户经理 · 三步'],
      ['帮助', '客户经理 · 三步'],
      ['#1', '经手过程'],
      ['待办', '1 件等您办'],
    ] as const) {
      await repLin.replies(question, word);
      expect(repLin.wall().at(-1)?.text).toContain(answer);
    }
    expect(inGroup()).toBe(before);
    expect(repCard().text).toContain('待补充');
    await repLin.replies(question, 'KFR-35');
    expect(world.cardIn('afterSales', '信息已补充').text).toContain('KFR-35');
  });

  test('a yes is the answer to a question that can be answered with yes', async () => {
    const { repLin } = world.people;
    const question = await asks('客户能接受换货吗？');
    await repLin.replies(question, '好的');
    expect(repCard().text).toContain('待补充');
    await repLin.replies(question, '可以');
    expect(world.cardIn('afterSales', '信息已补充').text).toMatch(/客户经理林晓\n可以/);
  });

  test('nor do they reach the department while it works, or after its answer', async () => {
    const { repLin, serviceLi } = world.people;
    const before = inGroup();
    for (const text of ['谢谢', '好的', '帮助', '我的']) await repLin.replies(repCard(), text);
    expect(inGroup()).toBe(before);
    await repLin.replies(repCard(), '客户说今晚在家');
    expect(world.cardIn('afterSales', '客户经理补充>').text).toContain('今晚在家');
    await serviceLi.taps(world.again(card), 'feedback.answer', { answer: '已更换' });
    world.clock.advance(2000);
    const after = inGroup();
    const wording = repLin.card('回复如下：已更换');
    expect(wording.type).toBe('post');
    for (const under of [repCard(), wording]) {
      for (const text of ['收到', '👌', '#1', '在？']) await repLin.replies(under, text);
    }
    expect(inGroup()).toBe(after);
    await repLin.replies(wording, '客户还想要发票');
    expect(world.group('afterSales').at(-1)?.text).toContain('客户还想要发票');
    expect(repLin.wall().filter(({ text }) => text.includes('<草稿>'))).toEqual([]);
  });

  test('a nod under a draft is no part of it', async () => {
    const { repZhao } = world.people;
    await repZhao.forwards('窗帘褪色');
    await repZhao.replies(repZhao.card('草稿'), '好的');
    expect(repZhao.card('草稿').text).not.toContain('好的');
  });

  test('a nod of the holder is a sign of life for the case under whose message it stands, and no other', async () => {
    const { repLin, serviceLi } = world.people;
    await world.passes('1h', '30m');
    await repLin.forwards('冰箱异响');
    await repLin.taps(repLin.card(), '提交', FORM);
    await serviceLi.taps(world.cardIn('afterSales', '冰箱'), '接单');
    await world.passes('11h', '10m');
    const question = serviceLi.card('[还在处理]');
    expect(question.text).toContain('FB-1');
    const whats = async () => (await timelineOf(world, 1)).map(({ what }) => what);
    await serviceLi.forwards('#2');
    await serviceLi.replies(serviceLi.card('FB-2'), '收到');
    expect(await whats()).not.toContain('still_working');
    await serviceLi.replies(question, '收到，在处理');
    expect(await whats()).toContain('still_working');
  });

  test('a word of somebody who mentions the bot in a thread is answered there, and is no progress', async () => {
    const { repLin, serviceLi } = world.people;
    const heard = repLin.wall().length;
    await serviceLi.replies(card, '帮助', { mentions: [world.feishu.company.bot.openId] });
    expect(world.group('afterSales').at(-1)?.text).toContain('接单、回复，就两步');
    expect(repLin.wall()).toHaveLength(heard);
  });
});
