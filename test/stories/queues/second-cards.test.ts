import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { GROUPS } from '../../../sandbox/company';
import type { FeishuConfig } from '../../../src/config/environment';
import { type CardJson, chat } from '../../../src/domain/messaging';
import { FeishuMessenger } from '../../../src/feishu/feishu-messenger';
import { DIALECTS, runStatement } from '../../databases';
import { World } from '../../world';
import { refuse } from '../platform/refuse';

const FORM = { customer: '海风公司', kind: 'complaint', category: 'after_sales', department: 'after_sales' };
const SILENT = pino({ level: 'silent' });
const LIST = 'GET /im/v1/messages';

describe.each(DIALECTS)('two cards of one case hang in one chat, on %s', (dialect) => {
  let world: World;
  beforeEach(async () => {
    world = await World.start({ dialect });
  });
  afterEach(() => world.stop());

  const cards = () => world.group('afterSales').map(({ text }) => text);

  /** The bot is down for this long. */
  const isDownFor = async (ms: number) => {
    await world.app.stop();
    world.clock.advance(ms);
    await world.startBot();
    await world.passes('2m', '30s');
  };

  test('Feishu took both, and would not tell of the first: it is found within the hour and points to the newer one', async () => {
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('客户反映空调漏水');
    world.feishu.failNext(({ body }) => body.receive_id === GROUPS.afterSales.id, { afterEffect: true, drop: true });
    const end = refuse(world.feishu, LIST, { code: 230027 });
    await repLin.taps(repLin.card(), '提交', FORM);
    await isDownFor(61 * 60_000);
    expect(cards()).toHaveLength(2);
    end();
    await world.passes('61m', '10m');
    const [older, newer] = cards();
    expect(older).toContain('请看 FB-1 的最新卡片');
    expect(newer).toContain('接单');
    const lists = () => world.feishu.calls().filter(({ api, method }) => `${method} ${api}` === LIST).length;
    const asked = lists();
    await world.passes('4h', '30m');
    expect(cards()[0]).toBe(older);
    // Feishu is asked about a chat in which something was in doubt, and not for ever.
    expect(lists() - asked).toBeLessThan(4);
    await serviceLi.taps(world.cardIn('afterSales', '空调漏水'), '接单');
    expect(world.cardIn('afterSales', '空调漏水').text).toContain('李娜');
  });

  test('both are on record as live: the next start retires the older one', async () => {
    const { repLin } = world.people;
    await repLin.forwards('客户反映空调漏水');
    await repLin.taps(repLin.card(), '提交', FORM);
    const first = world.cardIn('afterSales');
    await world.app.stop();
    const messenger = new FeishuMessenger({
      ...(world.config.feishu as FeishuConfig),
      clock: world.clock,
      log: SILENT,
    });
    const content = { type: 'card' as const, card: first.card as CardJson };
    const second = await messenger.send({ to: chat(GROUPS.afterSales.id), uuid: 'second', content });
    const same = 'workflow, recordId, wall, recipientId, chatId, wantedVersion, shownVersion, shownHash, retired, dead';
    await runStatement(
      world.config.database,
      `INSERT INTO card (${same}, messageId, postedAt, attempts) SELECT ${same}, '${second.messageId}', postedAt, 0
       FROM card WHERE messageId = '${first.id}'`,
    );
    await world.startBot();
    await world.passes('1m', '30s');
    const [older, newer] = cards();
    expect(older).toContain('请看 FB-1 的最新卡片');
    expect(newer).toContain('接单');
  });
});
