import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { GROUPS } from '../../../sandbox/company';
import type { MessageView } from '../../../sandbox/platform';
import type { FeishuConfig } from '../../../src/config/environment';
import { chat } from '../../../src/domain/messaging';
import { parseDuration } from '../../../src/domain/time';
import { FeishuMessenger } from '../../../src/feishu/feishu-messenger';
import { DIALECTS, runStatement } from '../../databases';
import { World } from '../../world';

const SILENT = pino({ level: 'silent' });
const FORM = { customer: '海风公司', kind: 'complaint', category: 'after_sales' };
const LOST = { afterEffect: true, drop: true };

describe.each(DIALECTS)('Feishu took a message and its answer was lost, on %s', (dialect) => {
  let world: World;
  beforeEach(async () => {
    world = await World.start({ dialect });
  });
  afterEach(() => world.stop());

  /** The bot is down for this long, with the message in doubt. */
  const isDownFor = async (duration: string) => {
    await world.app.stop();
    world.clock.advance(parseDuration(duration) ?? 0);
    await world.startBot();
    await world.passes('2m', '30s');
  };

  /** Feishu forgets uuids that are older than an hour with the next message that it takes. */
  const forgetUuids = async () => {
    const messenger = new FeishuMessenger({
      ...(world.config.feishu as FeishuConfig),
      clock: world.clock,
      log: SILENT,
    });
    await messenger.send({
      to: chat(GROUPS.quality.id),
      uuid: 'other',
      content: { type: 'lines', title: '', lines: ['早'] },
    });
  };

  /** Only the department's card quotes the customer. */
  const cardsInGroup = () => world.group('afterSales').filter(({ text }) => text.includes('客户原话'));

  // Feishu remembers a message's uuid for an hour.
  test.each(['10m', '61m', '7h'])('and the bot was down for %s: the group has one card, and it lives', async (down) => {
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('客户反映空调漏水');
    world.feishu.failNext(({ body }) => body?.receive_id === GROUPS.afterSales.id, LOST);
    await repLin.taps(repLin.card(), '提交', FORM);
    await isDownFor(down);
    expect(cardsInGroup()).toHaveLength(1);
    await serviceLi.taps(cardsInGroup()[0] as MessageView, '接单');
    await world.passes('1m', '10s');
    expect(cardsInGroup()).toMatchObject([{ text: expect.stringContaining('李娜') }]);
  });

  test('and it was the first that this person ever got: the draft is shown once', async () => {
    const { repLin } = world.people;
    world.feishu.failNext(({ api, method }) => method === 'POST' && api.includes('/im/v1/messages'), LOST);
    await repLin.forwards('客户反映空调漏水');
    await isDownFor('3h');
    const drafts = repLin.wall().filter(({ text }) => text.includes('FB-1 · 还没有提交'));
    expect(drafts).toHaveLength(1);
    const done = await repLin.taps(drafts[0] as MessageView, '提交', FORM);
    expect(done.toast).toMatchObject({ type: 'success' });
  });

  test('and the bot was down for hours: a direct message is not said twice', async () => {
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('客户反映空调漏水');
    await repLin.taps(repLin.card(), '提交', FORM);
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    const before = repLin.wall().length;
    // The rep's card hangs anew, and the wording for the customer follows.
    const isMessage = ({ api, method }: { api: string; method: string }) =>
      method === 'POST' && api.includes('/im/v1/messages');
    world.feishu.failNext(isMessage, { ...LOST, times: 2 });
    await serviceLi.taps(world.cardIn('afterSales'), '提交处理意见', { answer: '换新' });
    await isDownFor('3h');
    const said = repLin.wall().slice(before);
    expect(said.filter(({ text }) => text.includes('换新')).map(({ type }) => type)).toEqual(['interactive', 'post']);
  });

  test.each([
    ['cards', 'interactive'],
    ['wordings for the customer', 'post'],
  ])('of two %s in doubt one had arrived: each is said once, and none passes for the other', async (_what, type) => {
    const { repLin, serviceLi } = world.people;
    for (const words of ['空调漏水', '遥控器失灵']) {
      await repLin.forwards(words);
      await repLin.taps(repLin.card(words), '提交', { ...FORM, department: 'after_sales' });
      await serviceLi.taps(world.cardIn('afterSales', words), '接单');
    }
    const before = repLin.wall().length;
    const isSent: (words: string) => Parameters<typeof world.feishu.failNext>[0] =
      (words) =>
      ({ method, body }) =>
        method === 'POST' && body.msg_type === type && `${body.content}`.includes(words);
    world.feishu.failNext(isSent('上门维修'), { drop: true });
    await serviceLi.taps(world.cardIn('afterSales', '空调漏水'), '提交处理意见', { answer: '上门维修' });
    world.feishu.failNext(isSent('寄新的遥控器'), LOST);
    await serviceLi.taps(world.cardIn('afterSales', '遥控器失灵'), '提交处理意见', { answer: '寄新的遥控器' });
    await isDownFor('3h');
    const said = repLin.wall().slice(before);
    for (const words of ['上门维修', '寄新的遥控器']) {
      expect(said.filter((one) => one.type === type && one.text.includes(words))).toHaveLength(1);
    }
  });

  test.each(['-2h', '-40m'])(
    'and the wall clock was set by %s meanwhile: the group still has one card',
    async (step) => {
      const { repLin } = world.people;
      await repLin.forwards('客户反映空调漏水');
      world.feishu.failNext(({ body }) => body?.receive_id === GROUPS.afterSales.id, LOST);
      await repLin.taps(repLin.card(), '提交', FORM);
      await world.app.stop();
      // Feishu forgets the uuid; the database's clock goes on, while the bot's clock is put back.
      const isDown = parseDuration('61m') ?? 0;
      world.clock.advance(isDown);
      await forgetUuids();
      world.clock.advance(-(parseDuration(step.slice(1)) ?? 0));
      await runStatement(world.config.database, `UPDATE outbox SET doubtSince = doubtSince - ${isDown}`);
      await world.startBot();
      await world.passes('3h', '10m');
      expect(cardsInGroup()).toHaveLength(1);
    },
  );
});
