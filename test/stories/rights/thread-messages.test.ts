import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../../sandbox/platform';
import { DIALECTS } from '../../databases';
import { timelineOf } from '../../timeline';
import { PEOPLE, World } from '../../world';
import { pushMessage } from '../hearing/raw-message';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
let card: MessageView;
afterEach(() => world.stop());

const historyOf = async () => (await timelineOf(world, 1)).map(({ what }) => what);
const groupTexts = () => world.group('afterSales').map(({ text }) => text);

describe.each(DIALECTS)('who is heard in a thread, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('空调漏水');
    await repLin.taps(repLin.card(), '提交', FORM);
    card = world.cardIn('afterSales');
    await serviceLi.taps(card, '接单');
    world.clock.advance(2000);
  });

  test.each(['处理结果：假的', '接单', '在查了'])('“%s” of somebody of another tenant does nothing', async (text) => {
    const history = await historyOf();
    const [said, heard] = [groupTexts(), world.people.repLin.wall().length];
    for (const senderId of ['ou_foreign', PEOPLE.serviceLi.id]) {
      await pushMessage(world, { chatId: card.chatId, senderId, parentId: card.id, tenant: 'other', text });
    }
    expect(await historyOf()).toEqual(history);
    expect(groupTexts()).toEqual(said);
    expect(world.people.repLin.wall()).toHaveLength(heard);
  });

  test('nor does a direct message of another tenant open a draft', async () => {
    const { repLin } = world.people;
    const heard = repLin.wall().length;
    const { tenantKey } = world.feishu.company;
    await world.app.receive({
      schema: '2.0',
      header: { event_id: 'foreign-direct', event_type: 'im.message.receive_v1', tenant_key: tenantKey },
      event: {
        sender: { sender_id: { open_id: repLin.id }, sender_type: 'user', tenant_key: 'other' },
        message: {
          message_id: 'om_foreign_direct',
          chat_id: world.feishu.p2pChatOf(repLin.id),
          chat_type: 'p2p',
          create_time: String(world.clock.now()),
          message_type: 'text',
          content: JSON.stringify({ text: '冰箱异响' }),
        },
      },
    });
    await world.settle();
    expect(repLin.wall()).toHaveLength(heard);
  });

  test('somebody outside the group gets one line, and changes nothing', async () => {
    const history = await historyOf();
    const before = groupTexts();
    const senderId = PEOPLE.qualitySun.id;
    await pushMessage(world, { chatId: card.chatId, senderId, parentId: card.id, text: '处理结果：假的' });
    await pushMessage(world, { chatId: card.chatId, senderId, parentId: 'om_of_somebody', text: '中午吃什么' });
    expect(await historyOf()).toEqual(history);
    expect(groupTexts().slice(before.length)).toEqual([expect.stringMatching(/只有“.*”群的成员可以操作/)]);
  });

  test('a member is heard, also while Feishu does not tell the members', async () => {
    const { serviceLi, repLin } = world.people;
    world.feishu.failNext(/members/, { times: 20 });
    await world.restartBot();
    await pushMessage(world, {
      chatId: card.chatId,
      senderId: serviceLi.id,
      parentId: card.id,
      text: '处理结果：已换',
    });
    expect(repLin.caseCard('FB-1').text).toMatch(/<待回复客户>[\s\S]*已换/);
  });
});
