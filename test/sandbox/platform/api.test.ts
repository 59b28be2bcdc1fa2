import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { GROUPS, PEOPLE } from '../../../sandbox/company';
import { answerForm, cardWith, claim, group, plain, startWorld } from './world';

const rep = PEOPLE.repLin.id;
const lead = PEOPLE.qualityLead.id;

let world: Awaited<ReturnType<typeof startWorld>>;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

describe('tokens', () => {
  test('one token serves until half an hour is left; wrong secrets and headers have codes of their own', async () => {
    const token = world.token();
    expect(await world.login()).toBe(token);
    world.clock.advance(95 * 60_000);
    const second = await world.login();
    expect(second).not.toBe(token);
    const withFirst = () => world.call('GET', '/bot/v3/info', undefined, `Bearer ${token}`);
    expect(await withFirst()).toMatchObject({ code: 0 });
    world.clock.advance(26 * 60_000);
    expect(await withFirst()).toMatchObject({ status: 400, code: 99991663 });
    expect(await world.login('wrong')).toBeUndefined();
    expect(await world.call('GET', '/bot/v3/info', undefined, '')).toMatchObject({ code: 99991661 });
    expect(await world.call('GET', '/bot/v3/info', undefined, 'Bearer x')).toMatchObject({ code: 99991671 });
    expect(world.feishu.calls().map(({ code }) => code)).toEqual([0, 0, 0, 0, 99991663, 10014, 99991661, 99991671]);
    expect(world.feishu.countedCalls()).toBe(1);
  });
});

test('the app reads which scopes the company granted, and needs none for that', async () => {
  world.feishu.settings.missingScopes = ['im:message.urgent'];
  const { data } = await world.call('GET', '/application/v6/scopes');
  expect(data.scopes).toContainEqual({ scope_name: 'im:message.urgent', grant_status: 2, scope_type: 'tenant' });
  expect(data.scopes).toContainEqual({ scope_name: 'im:resource', grant_status: 1, scope_type: 'tenant' });
});

describe('sending', () => {
  test.each<[string, () => unknown, number]>([
    ['a card that Feishu does not take', () => world.send(cardWith({ tag: 'note' })), 230099],
    ['31 KB', () => world.send(cardWith({ tag: 'div', text: plain('长'.repeat(10_500)) })), 230025],
    ['content that is no string', () => world.send({}, { content: {} }), 230001],
    ['an unknown receiver', () => world.send(claim, { receive_id: 'oc_nobody' }), 230034],
    ['a uuid of 51 characters', () => world.send(claim, { uuid: 'x'.repeat(51) }), 230001],
    [
      'a reply to nothing',
      () => world.call('POST', '/im/v1/messages/om_x/reply', { msg_type: 'text', content: '{}' }),
      230001,
    ],
  ])('refuses %s', async (_what, ask, code) => {
    expect(await ask()).toMatchObject({ status: 400, code });
    expect(world.feishu.messages(group)).toEqual([]);
  });

  test('a refusal names the fault of the card', async () => {
    const { msg } = await world.send(cardWith({ tag: 'note' }));
    expect(msg).toMatch(/ErrCode: 200861; ErrPath: ROOT -> body -> elements -> \[0\]\(tag: note\); ErrMsg: .+; /);
  });

  test('a uuid sends once within an hour', async () => {
    const first = await world.send(claim, { uuid: 'u1' });
    world.clock.advance(3_599_999);
    expect((await world.send(claim, { uuid: 'u1' })).data.message_id).toBe(first.data.message_id);
    world.clock.advance(1);
    await world.login();
    await world.send(claim, { uuid: 'u1' });
    expect(world.feishu.messages(group)).toHaveLength(2);
  });

  test('a chat takes five sends per second, an API fifty calls', async () => {
    const codes = async (count: number, ask: (n: number) => Promise<{ code: number }>) =>
      Promise.all(Array.from({ length: count }, async (_each, n) => (await ask(n)).code));
    expect((await codes(6, () => world.send(claim))).filter((code) => code === 230020)).toHaveLength(1);
    const groups = Object.values(GROUPS);
    const many = await codes(60, (n) => world.send(claim, { receive_id: groups[n % 3]?.id }));
    expect(many.filter((code) => code === 99991400)).toHaveLength(16);
    const limited = await world.send(claim);
    expect(limited.status).toBe(429);
    expect(limited.headers.get('x-ogw-ratelimit-reset')).toBe('1');
    world.clock.advance(1000);
    expect(await world.send(claim)).toMatchObject({ code: 0 });
  });

  test('people and groups that are gone have codes of their own', async () => {
    const toRep = { receive_id: world.feishu.p2pChatOf(rep) };
    const ask = async (to = {}) => (await world.send(claim, to)).code;
    world.feishu.stopBot(rep);
    expect(await ask(toRep)).toBe(230053);
    world.feishu.resign(rep);
    expect(await ask(toRep)).toBe(230029);
    await world.feishu.removeBot(group, lead);
    expect(await ask()).toBe(230002);
    await world.feishu.addBot(group, lead);
    expect(await ask()).toBe(0);
    await world.feishu.dissolve(group);
    expect(await ask()).toBe(232009);
    expect(world.bot.received.map(({ body }) => body.header.event_type)).toEqual([
      'im.chat.member.bot.deleted_v1',
      'im.chat.member.bot.added_v1',
      'im.chat.disbanded_v1',
    ]);
  });
});

describe('changing messages', () => {
  test('the app patches its own cards for 14 days, but no recalled card', async () => {
    const id = (await world.send(claim)).data.message_id;
    const content = JSON.stringify(answerForm);
    const patch = async (of: string) => (await world.call('PATCH', `/im/v1/messages/${of}`, { content })).code;
    const burst = await Promise.all(Array.from({ length: 6 }, () => patch(id)));
    expect(burst.filter((code) => code === 230020)).toHaveLength(1);
    const theirs = await world.feishu.send(rep, { bot: true }, { type: 'text', text: '你好' });
    expect(await patch(theirs.id)).toBe(230012);
    world.clock.advance(14 * 24 * 3_600_000);
    await world.login();
    expect(await patch(id)).toBe(0);
    world.clock.advance(1);
    expect(await patch(id)).toBe(230031);
    expect(await world.call('DELETE', `/im/v1/messages/${id}`)).toMatchObject({ code: 0 });
    expect(await patch(id)).toBe(230110);
    const reply = { msg_type: 'text', content: '{"text":"x"}' };
    expect(await world.call('POST', `/im/v1/messages/${id}/reply`, reply)).toMatchObject({ code: 230011 });
  });

  test('a buzz reaches the known people and returns the unknown', async () => {
    const id = (await world.send(claim)).data.message_id;
    const buzz = () =>
      world.call('PATCH', `/im/v1/messages/${id}/urgent_app?user_id_type=open_id`, { user_id_list: [lead, rep] });
    expect(await buzz()).toMatchObject({ code: 0, data: { invalid_user_id_list: [rep] } });
    world.feishu.settings.refuseBuzz = 230023;
    expect(await buzz()).toMatchObject({ status: 400, code: 230023 });
    expect(world.feishu.message(id).urgentTo).toEqual([lead]);
  });
});

describe('ordered trouble', () => {
  test('a send can take effect although its caller sees it fail', async () => {
    world.feishu.failNext('POST /im/v1/messages', { httpStatus: 502, rawBody: '<html>', afterEffect: true });
    const path = `${world.feishu.baseUrl}/open-apis/im/v1/messages?receive_id_type=chat_id`;
    const request = { receive_id: group, msg_type: 'interactive', content: JSON.stringify(claim), uuid: 'once' };
    const headers = { authorization: `Bearer ${world.token()}` };
    const lost = await fetch(path, { method: 'POST', headers, body: JSON.stringify(request) });
    expect([lost.status, await lost.text()]).toEqual([502, '<html>']);
    world.feishu.failNext(/^POST /, { drop: true });
    await expect(fetch(path, { method: 'POST', headers, body: JSON.stringify(request) })).rejects.toThrow();
    expect(await world.send(claim, { uuid: 'once' })).toMatchObject({ code: 0 });
    expect(world.feishu.messages(group)).toHaveLength(1);
  });

  test('a call can be held until it is released', async () => {
    const hold = world.feishu.hold(({ api, body }) => api === '/im/v1/messages' && body.uuid === 'slow', 'before');
    const slow = world.send(claim, { uuid: 'slow' });
    await hold.reached;
    expect(world.feishu.messages(group)).toHaveLength(0);
    hold.release();
    expect(await slow).toMatchObject({ code: 0 });
    expect(world.feishu.messages(group)).toHaveLength(1);
  });
});
