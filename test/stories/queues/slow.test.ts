import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PEOPLE } from '../../../sandbox/company';
import type { Content } from '../../../sandbox/platform';
import { openDatabase } from '../../../src/db/data-source';
import { DIALECTS } from '../../databases';
import { GROUPS, World } from '../../world';

const REP = PEOPLE.repLin.id;
const MERGED: Content = {
  type: 'merge_forward',
  children: [{ senderId: PEOPLE.repLin.id, content: { type: 'text', text: '空调漏水' } }],
};

describe.each(DIALECTS)('while something is slow, on %s', (dialect) => {
  let world: World;
  beforeEach(async () => {
    world = await World.start({ dialect });
  });
  afterEach(() => world.stop());

  /** The pieces of a pool that are worked on, as the metrics tell. */
  const working = async (pool: string) => {
    const text = await (await fetch(`http://127.0.0.1:${world.port}/metrics`)).text();
    return Number(new RegExp(`feedback_in_hand\\{pool="${pool}",state="working"\\} (\\d+)`).exec(text)?.[1]);
  };

  /** The draft in another rep's direct chat; the bot is not at rest meanwhile. */
  const otherDraft = async () => {
    const chat = world.feishu.p2pChatOf(PEOPLE.repZhao.id);
    let found = world.fromBot(chat)[0];
    for (let tries = 0; tries < 500 && !found; tries += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (tries % 10 === 9) await new Promise((resolve) => setTimeout(resolve, 5));
      found = world.fromBot(chat)[0];
    }
    return found?.text;
  };

  test.each<[string, string, Parameters<World['feishu']['hold']>[0], string | Content]>([
    ['an attachment', 'attachments', 'GET /im/v1/messages/:message_id/resources/:file_key', { type: 'image' }],
    ['a merged forward', 'inbox', /^GET \/im\/v1\/messages\/[^/]+$/, MERGED],
    ['a chat', 'outbox', ({ body }) => body?.receive_id === REP, '客户说阀门漏水'],
  ])('%s holds up nobody else, and shows in %s', async (_what, pool, matcher, content) => {
    const hold = world.feishu.hold(matcher, 'before');
    await world.people.repLin.says(content);
    await hold.reached;
    await world.people.repZhao.says('客户说水泵不转，请尽快处理');
    expect(await otherDraft()).toContain('水泵不转');
    expect(await working(pool)).toBeGreaterThan(0);
    hold.release();
    await world.settle();
    expect(world.people.repLin.wall()).not.toEqual([]);
  });

  test('the contact API: what is said goes out without names, and the card is drawn with the name later', async () => {
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('客户反映空调漏水');
    const hold = world.feishu.hold(/^GET .*\/contact\/v3\/users/, 'before');
    await repLin.taps(repLin.card(), '提交', { customer: '海风公司', kind: 'complaint', category: 'after_sales' });
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    expect(repLin.card().text).toContain('有人');
    hold.release();
    await world.passes('5m', '1m');
    expect(repLin.card().text).not.toContain('有人');
    expect(repLin.card().text).toContain('李娜');
  });

  test('contacts that hang: the clock goes on, and a reminder that falls due meanwhile is sent', async () => {
    await linked();
    const { repLin } = world.people;
    await repLin.forwards('客户反映空调漏水');
    await repLin.taps(repLin.card('提交'), '提交', {
      customer: '海风公司',
      kind: 'complaint',
      category: 'after_sales',
    });
    const hold = world.feishu.hold(/^GET \/(contact\/v3\/departments|im\/v1\/chats|bot)/, 'before');
    world.clock.advance(24 * 3_600_000);
    const ticks = [world.app.tick()];
    await hold.reached;
    world.clock.advance(5000);
    ticks.push(world.app.tick(), world.app.tick());
    expect(await soon(Promise.all(ticks))).toBe('done');
    await sentTo(GROUPS.afterSales.id, '到时限了');
    expect(world.feishu.calls().filter(({ api }) => api.startsWith('/contact/v3/departments'))).toHaveLength(1);
    hold.release();
    await world.settle();
    expect(world.feishu.calls().filter(({ api }) => api.startsWith('/contact/v3/departments'))).toHaveLength(2);
  });

  /** The department takes lead and group from Feishu's contacts. */
  async function linked() {
    const departments = world.org.departments.map(({ chat, lead, ...rest }) =>
      rest.key === 'after_sales'
        ? { ...rest, feishuDepartment: String(GROUPS.afterSales.department?.id) }
        : { ...rest, chat, lead },
    );
    world.orgFile = { ...world.org, departments } as never;
    await world.restartBot();
  }

  /** Whether the work is done within two seconds of real time. */
  const soon = (work: Promise<unknown>) =>
    Promise.race([work.then(() => 'done'), new Promise((resolve) => setTimeout(resolve, 2000, 'late'))]);

  async function sentTo(chatId: string, words: string) {
    for (let tries = 0; tries < 400; tries += 1) {
      if (world.fromBot(chatId).some(({ text }) => text.includes(words))) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`nothing was sent with “${words}”`);
  }

  test('a message that another process has taken over meanwhile is not sent', async () => {
    const { repLin } = world.people;
    const hold = world.feishu.hold(/^GET .*\/contact\/v3\/users/, 'before');
    await repLin.says('客户反映空调漏水');
    await hold.reached;
    const db = await openDatabase(world.config.database);
    // Another process holds the row, as after a sleep of this one.
    await db.query("UPDATE outbox SET claim = 'elsewhere' WHERE claim IS NOT NULL");
    hold.release();
    await world.settle();
    expect(repLin.wall()).toEqual([]);
    await db.query('UPDATE outbox SET claimedUntil = 1');
    await db.destroy();
    await world.noticesTime();
    expect(repLin.wall()).toHaveLength(1);
  });

  describe('what made the program die three times is set aside', () => {
    const poisoned = async (attempts: number) => {
      const db = await openDatabase(world.config.database);
      const envelope = `'{"header":{"event_type":"im.message.receive_v1"}}'`;
      const columns = 'eventId, eventType, envelope, receivedAt, dueAt, attempts, state, unfinished';
      const values = `'poison', 'im.message.receive_v1', ${envelope}, 1, 1, ${attempts}, 'waiting', 3`;
      await db.query(`INSERT INTO inbox (${columns}) VALUES (${values})`);
      await world.people.repLin.forwards('客户反映空调漏水');
      await world.noticesTime();
      const state = async () => (await db.query("SELECT state FROM inbox WHERE eventId = 'poison'"))[0].state;
      return { state, close: () => db.destroy() };
    };
    const heard = () => world.people.admin.wall().map(({ text }) => text);

    test('the admins hear it, the rest goes on, and ten minutes later it is tried alone', async () => {
      const { state, close } = await poisoned(3);
      expect(world.people.repLin.card().text).toContain('空调漏水');
      expect(heard()).toEqual([expect.stringContaining('先放到一边')]);
      await world.passes('9m', '1m');
      expect(await state()).toBe('waiting');
      await world.passes('2m', '1m');
      expect(await state()).toBe('done');
      expect(heard()).toHaveLength(1);
      await close();
    });

    test('one that goes on killing stays aside', async () => {
      const { state, close } = await poisoned(5);
      expect(await state()).toBe('set_aside');
      expect(heard()).toHaveLength(1);
      await close();
    });
  });
});
