import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Content, MessageView } from '../../sandbox/platform';
import { DIALECTS } from '../databases';
import { type GroupName, type Player, World } from '../world';

const FORM = { customer: '海风', channel: 'wechat', category: 'after_sales', department: 'after_sales' };
const DOWNLOAD = 'GET /im/v1/messages/:message_id/resources/:file_key';

let world: World;
afterEach(() => world.stop());

/** A case in progress; returns the rep's card and the department's. */
async function handled(): Promise<{ repCard: MessageView; card: MessageView }> {
  const { repLin, serviceLi } = world.people;
  await repLin.forwards('空调漏水');
  await repLin.taps(repLin.card(), '提交', FORM);
  const card = world.cardIn('afterSales');
  await serviceLi.taps(card, '接单');
  return { repCard: repLin.caseCard('FB-1'), card };
}

async function answers(who: Player, to: MessageView, content: Content, group?: GroupName): Promise<MessageView> {
  const sent = await who.says(content, group, { replyTo: to.id });
  await world.settle();
  return sent;
}

const hasPicture = (card: MessageView) => /"img_key":"img_/.test(JSON.stringify(world.again(card).card));

describe.each(DIALECTS)('pictures and files in replies, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('of the department reach the rep, and stay with the note', async () => {
    const { repLin, serviceLi } = world.people;
    const { repCard, card } = await handled();
    await answers(serviceLi, card, { type: 'image' }, 'afterSales');
    expect(repLin.card('<有新进展>').text).toContain('【图片】');
    expect(repLin.wall().at(-1)?.type).toBe('image');
    await answers(serviceLi, card, { type: 'file', name: '维修单.pdf' }, 'afterSales');
    expect(repLin.wall().at(-1)?.type).toBe('file');
    expect(repLin.card('<有新进展>').text).toContain('【文件】维修单.pdf');
    await repLin.taps(repCard, 'feedback.show');
    await world.advances('2s');
    const whole = repLin.card('文件：维修单.pdf');
    expect(hasPicture(whole)).toBe(true);
    const withPicture: Content = { type: 'post', rows: [[{ tag: 'text', text: '阀门裂了' }], [{ tag: 'img' }]] };
    await answers(serviceLi, card, withPicture, 'afterSales');
    expect(repLin.card('阀门裂了').text).toContain('阀门裂了 【图片】');
  });

  test('of the rep reach the department, as a note and as requested information', async () => {
    const { repLin, serviceLi } = world.people;
    const { repCard, card } = await handled();
    await answers(repLin, repCard, { type: 'image' });
    expect(world.cardIn('afterSales', '客户经理补充').text).toContain('【图片】');
    expect(hasPicture(card)).toBe(true);
    await serviceLi.taps(card, 'feedback.request_info', { question: '请发购机发票' });
    await answers(repLin, repLin.card('购机发票'), { type: 'file', name: '发票.pdf' });
    expect(world.again(card).text).toMatch(/处理中[\s\S]*发票\.pdf/);
    expect(world.group('afterSales').at(-1)?.type).toBe('file');
    expect(repLin.wall().map(({ type }) => type)).not.toContain('image');
  });

  test('that Feishu does not hand out: the rep gets the department’s message itself', async () => {
    const { repLin, serviceLi } = world.people;
    const { card } = await handled();
    world.feishu.failNext(DOWNLOAD, { httpStatus: 400, code: 234043 });
    await answers(serviceLi, card, { type: 'image' }, 'afterSales');
    expect(repLin.wall().at(-1)?.type).toBe('image');
  });

  test('a file too large to keep is named and forwarded; a file that nobody may forward is asked for', async () => {
    const { repLin } = world.people;
    world.feishu.failNext(DOWNLOAD, { httpStatus: 400, code: 234037 });
    await repLin.forwards('空调漏水', { type: 'media', name: '现场.mp4', durationMs: 600_000 });
    expect(repLin.card().text).toContain('文件：现场.mp4（10:00）（超过大小限制，未存档）');
    await repLin.taps(repLin.card(), '提交', FORM);
    expect(world.group('afterSales').map(({ type }) => type)).toContain('media');

    world.clock.advance(120_000);
    world.feishu.failNext(DOWNLOAD, { httpStatus: 400, code: 234037 });
    await repLin.forwards('冰箱不制冷', { type: 'file', name: '录像.zip' });
    world.feishu.failNext('POST /im/v1/messages/:message_id/forward', { httpStatus: 400, code: 230054 });
    await repLin.taps(repLin.card('冰箱'), '提交', FORM);
    await world.advances('2s');
    expect(world.caseCard(world.group('afterSales'), 'FB-2').text).toContain('请向客户经理索取');
    expect(world.people.admin.wall()).toHaveLength(0);
  });
});
