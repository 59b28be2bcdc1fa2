import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Content, MessageView } from '../../../sandbox/platform';
import { DIALECTS } from '../../databases';
import { timelineOf } from '../../timeline';
import { World } from '../../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };
const TOLD = { told_customer: '已更换', satisfaction: 'satisfied' };

let world: World;
let card: MessageView;
afterEach(() => world.stop());

const pictureKeys = (json: unknown) => new Set(JSON.stringify(json).match(/img_(?!key\b)[\w-]+/g) ?? []);
const repCard = () => world.people.repLin.caseCard('FB-1');
const heardByRep = () => world.people.repLin.wall().length;
const lastInGroup = () => world.group('afterSales').at(-1)?.text ?? '';

/** Rich text with pictures under the department's card. */
async function says(title: string, text: string, pictures = 1) {
  const { serviceLi } = world.people;
  const rows = [
    ...(text === '' ? [] : [[{ tag: 'text', text }]]),
    ...Array(pictures).fill([{ tag: 'img', bytes: true }]),
  ];
  const content = { type: 'post', title, rows } as unknown as Content;
  const sent = await world.feishu.send(serviceLi.id, { chatId: card.chatId }, content, { replyTo: card.id });
  await world.passes('20s', '2s');
  return sent;
}

describe.each(DIALECTS)('answers under the department’s card, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('空调漏水');
    await repLin.taps(repLin.card(), '提交', FORM);
    card = world.cardIn('afterSales');
    await serviceLi.taps(card, '接单');
    world.clock.advance(2000);
  });

  test('the pictures of an answer come to the rep, on the card that has the answer', async () => {
    const { repLin, serviceLi } = world.people;
    await says('处理结果', '已换新机，安装照片如下', 2);
    expect(repCard().text).toMatch(/有结果了[\s\S]*已换新机，安装照片如下/);
    expect(pictureKeys(repCard().content).size).toBe(2);
    expect(repCard().text).not.toContain('有一条消息已撤回');
    // The wording is for the customer, who sees no card.
    const wording = repLin.wall().filter(({ type }) => type === 'post');
    expect(wording.map(({ text }) => text)).toEqual([expect.stringMatching(/：已换新机，安装照片如下。给您/)]);
    await serviceLi.says('#1', 'afterSales', { mentionBot: true });
    await world.settle();
    expect(pictureKeys(world.group('afterSales').at(-1)?.content).size).toBe(2);
  });

  test('an answer may be a picture alone', async () => {
    await says('处理结果', '');
    expect(repCard().text).toMatch(/有结果了[\s\S]*见图片/);
    expect(pictureKeys(repCard().content).size).toBe(1);
  });

  test('a second answer takes the first one’s place, and the rep hears of it', async () => {
    const { repLin, serviceLi, serviceWang } = world.people;
    await serviceLi.replies(card, '处理结果：已换新机');
    world.clock.advance(2000);
    await serviceWang.replies(card, '处理结果：更正：只换了压缩机');
    expect(repLin.card('处理意见有更正').text).toContain('王磊作了更正');
    expect(repLin.wall().at(-1)?.text).toContain('只换了压缩机');
    expect(repCard().text).toContain('只换了压缩机');
    expect(world.again(card).text).toContain('只换了压缩机');
    expect(world.again(card).text).not.toContain('已换新机');
    const last = (await timelineOf(world, 1)).at(-1);
    expect(last).toMatchObject({ what: 'amend_answer', detail: { earlier: '已换新机' } });
    const heard = heardByRep();
    await serviceLi.replies(card, '处理结果：');
    expect(lastInGroup()).toContain('后面没有内容');
    expect(heardByRep()).toBe(heard);
  });

  test.each(['处理结果：再改', '处理结果：'])('under a finished case’s card “%s” gets a word', async (text) => {
    const { repLin, serviceLi } = world.people;
    await serviceLi.replies(card, '处理结果：已换新机');
    await repLin.taps(repCard(), 'feedback.close', TOLD);
    world.clock.advance(2000);
    const heard = heardByRep();
    await serviceLi.replies(card, text);
    expect(lastInGroup()).toMatch(/林晓已于 .* 归档|已归档/);
    await serviceLi.replies(card, '大家辛苦了');
    expect(lastInGroup()).not.toContain('辛苦');
    expect(heardByRep()).toBe(heard);
    expect(repCard().text).toContain('已换新机');
  });

  test('while the rep is asked, an answer counts, and the rep hears of it', async () => {
    const { serviceLi } = world.people;
    await serviceLi.taps(world.again(card), 'feedback.request_info', { question: '型号？' });
    world.clock.advance(2000);
    await serviceLi.replies(card, '处理结果：已换新机');
    expect(lastInGroup()).toMatch(/<待回复客户>[\s\S]*已换新机/);
    expect(repCard().text).toMatch(/<待回复客户>[\s\S]*已换新机/);
    expect(repCard().text).not.toContain('型号？');
  });

  test('an answer whose message was recalled stays, and both sides hear of it', async () => {
    const { repLin, serviceLi } = world.people;
    const reply = await serviceLi.replies(card, '处理结果：已换新机');
    world.clock.advance(2000);
    await world.feishu.recall(serviceLi.id, reply.id);
    await world.advances('8s');
    expect(repLin.card('处理意见的原消息已撤回').text).toMatch(/李娜撤回了[\s\S]*处理意见不变/);
    expect(world.cardIn('afterSales', '处理意见的原消息已撤回').text).toContain('要更正');
    expect(repCard().text).toContain('已换新机');
    await serviceLi.replies(card, '处理结果：只换了压缩机');
    expect(repLin.card('处理意见有更正')).toBeTruthy();
    expect(repCard().text).toContain('只换了压缩机');
    const heard = heardByRep();
    const talk = await serviceLi.replies(card, '顺便清洗了滤网');
    world.clock.advance(2000);
    await world.feishu.recall(serviceLi.id, talk.id);
    await world.advances('8s');
    expect(heardByRep()).toBe(heard + 1);
  });

  test('an edit of the answer’s message corrects the answer', async () => {
    const { repLin, serviceLi } = world.people;
    const reply = await serviceLi.replies(card, '处理结果：已换新机');
    world.clock.advance(2000);
    await world.feishu.edit(serviceLi.id, reply.id, '处理结果：已换压缩机');
    await world.advances('8s');
    expect(repLin.card('处理意见有更正').text).toContain('李娜作了更正');
    expect(repCard().text).toContain('已换压缩机');
  });

  test.each([
    ['zero-width spaces', '\u200b\u200b'],
    ['Braille blanks', '\u2800\u2800'],
    ['Hangul fillers', '\u3164'],
    ['tags', '\u{e0020}'],
    ['marks of copied objects', '\ufffc'],
  ])('a reply of nothing but %s is no reply', async (_name, text) => {
    const { repLin, serviceLi } = world.people;
    const heard = heardByRep();
    await serviceLi.replies(card, text);
    expect(heardByRep()).toBe(heard);
    await serviceLi.taps(world.again(card), 'feedback.request_info', { question: '型号？' });
    world.clock.advance(2000);
    await repLin.replies(repCard(), text);
    expect(repCard().text).toContain('待补充');
  });
});
