import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../databases';
import { timelineOf } from '../timeline';
import { World } from '../world';

const FORM = {
  customer: '海风公司 13800001111',
  contact: '13812345678',
  channel: 'wechat',
  category: 'after_sales',
  department: 'after_sales',
  note: '请加微信号 haifeng_88',
};
const SECRETS = /13812345678|13800001111|haifeng_88|wang@example\.com/;

let world: World;
afterEach(() => world.stop());

async function submitted() {
  const { repLin } = world.people;
  await repLin.forwards('空调漏水，发邮件到 wang@example.com');
  await repLin.taps(repLin.card(), '提交', FORM);
  return world.cardIn('afterSales', '空调漏水');
}

describe.each(DIALECTS)('contact details, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('no group ever reads them, no matter who typed them and where', async () => {
    const { repLin, serviceLi } = world.people;
    const card = await submitted();
    const repCard = repLin.card('空调漏水');
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, 'feedback.request_info', { question: '13812345678 打不通，还有别的号码吗？' });
    await repLin.taps(repCard, 'feedback.provide_info', { info: '打 13800001111' });
    await repLin.replies(repCard, '或者发到 wang@example.com');
    const until = '2026-11-27 18:00';
    const extended = await serviceLi.taps(card, 'feedback.extend', { reason: '等 13812345678 回电', until });
    expect(extended.toast).toMatchObject({ type: 'success' });
    await world.passes('48h', '2h');
    await serviceLi.says('#1', 'afterSales', { mentionBot: true });
    await world.settle();
    await serviceLi.says('搜索 13812345678', 'afterSales', { mentionBot: true });
    await world.settle();
    for (const { text } of world.group('afterSales')) expect(text).not.toMatch(SECRETS);
    await repLin.forwards('#1');
    expect(repLin.card('接下来').text).toMatch(/13812345678/);
  });

  test('the holder may ask for them; the look is on the timeline; a colleague is told who has the right', async () => {
    const { serviceLi, serviceWang } = world.people;
    const card = await submitted();
    await serviceLi.taps(card, '接单');
    const refused = await serviceWang.taps(card, 'feedback.reveal_contact');
    expect(refused.toast).toMatchObject({ type: 'warning', content: expect.stringContaining('李娜') });
    const told = await serviceLi.taps(card, 'feedback.reveal_contact');
    expect(told.toast).toMatchObject({ type: 'success', content: expect.stringContaining('私信') });
    expect(serviceLi.card('客户联系方式').text).toMatch(
      /13800001111[\s\S]*13812345678[\s\S]*wang@example\.com[\s\S]*haifeng_88/,
    );
    expect(serviceWang.wall()).toEqual([]);
    for (const { text } of world.group('afterSales')) expect(text).not.toMatch(SECRETS);
    const looks = (await timelineOf(world, 1)).filter(({ what }) => what === 'reveal_contact');
    expect(looks.map(({ actorId }) => actorId)).toEqual([serviceLi.id]);
  });

  test('#1 shows them to the rep and the office, and the office’s look is on the timeline; not to a lead or an admin', async () => {
    const { repLin, clerk, manager, serviceLead, admin } = world.people;
    await submitted();
    for (const player of [repLin, clerk, manager, serviceLead, admin]) await player.forwards('#1');
    for (const player of [repLin, clerk, manager]) expect(player.card('接下来').text).toMatch(/13812345678/);
    for (const player of [serviceLead, admin]) expect(player.card('接下来').text).not.toMatch(SECRETS);
    const looks = (await timelineOf(world, 1)).filter(({ what }) => what === 'look');
    expect(looks.map(({ actorId }) => actorId)).toEqual([clerk.id, manager.id]);
  });

  test('who has looked is told to the rep and the office on 查看记录; a lead and an admin are not offered it', async () => {
    const { repLin, clerk, manager, serviceLead, serviceLi, admin } = world.people;
    const card = await submitted();
    await repLin.forwards('#1');
    await repLin.taps(repLin.card('接下来'), '查看记录');
    expect(repLin.card('联系方式查看记录').text).toContain('还没有其他人');
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, 'feedback.reveal_contact');
    for (const player of [clerk, manager, serviceLead, admin]) await player.forwards('#1');
    for (const player of [repLin, clerk, manager]) {
      const told = await player.taps(player.card('接下来'), '查看记录');
      expect(told.toast).toMatchObject({ type: 'info' });
      expect(player.card('联系方式查看记录').text).toMatch(/李娜[\s\S]*刘芳[\s\S]*张伟/);
    }
    for (const player of [serviceLead, admin]) {
      expect(await player.taps(player.card('接下来'), '查看记录')).toMatchObject({ error: { code: 'no_such_button' } });
    }
  });

  test('if the company’s data-loss rules refuse them, the message says so, and nothing is lost', async () => {
    const { serviceLi } = world.people;
    const card = await submitted();
    await serviceLi.taps(card, '接单');
    world.feishu.settings.dataLossRules = true;
    await serviceLi.taps(card, 'feedback.reveal_contact');
    const shown = serviceLi.card('客户联系方式').text;
    expect(shown).toMatch(/138\*\*\*\*5678[\s\S]*数据安全规则/);
    expect(shown).not.toMatch(SECRETS);
  });
});
