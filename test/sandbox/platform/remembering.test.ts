import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CUSTOMERS, GROUPS, PEOPLE } from '../../../sandbox/company';
import type { Content, LocalFeishu } from '../../../sandbox/platform';
import { MemoryFiles } from '../memory-folder';
import { answerForm, cardWith, claim, group, plain, startWorld } from './world';

const rep = PEOPLE.repLin.id;
const lead = PEOPLE.qualityLead.id;
const member = PEOPLE.qualitySun.id;
const text = (words: string): Content => ({ type: 'text', text: words });

let files: MemoryFiles;
let world: Awaited<ReturnType<typeof startWorld>>;
const next: (typeof world)[] = [];
beforeEach(async () => {
  files = new MemoryFiles();
  world = await startWorld(files.open());
});
afterEach(async () => {
  await Promise.all([world, ...next.splice(0)].map((each) => each.stop()));
  files.remove();
});

/** A platform as it starts after this one was killed. */
async function restarted() {
  const other = await startWorld(files.afterKill());
  other.clock.set(world.clock.now());
  next.push(other);
  return other;
}

/** Everything that people and the app can see of a platform. */
function seenOf(feishu: LocalFeishu) {
  const chats = feishu.company.people.flatMap(({ id }) => feishu.chatsOf(id));
  const ids = [...new Set([...chats.map(({ id }) => id), ...Object.values(GROUPS).map(({ id }) => id)])];
  return {
    chats,
    messages: ids.map((id) => feishu.messages(id)),
    lines: ids.map((id) => [feishu.inspector.refusals(id), feishu.inspector.chatEvents(id)]),
    waiting: feishu.pushes().filter(({ dueAt }) => dueAt !== null),
  };
}

test('a killed platform comes back in the same state', async () => {
  const { feishu, call, send, shown, bot } = world;
  const image = Buffer.from('89504e470d0a1a0a00', 'hex');
  const forwarded = await feishu.send(rep, { bot: true }, { type: 'image', bytes: image });
  await feishu.send(rep, { bot: true }, { type: 'file', name: '清单.xlsx', bytes: Buffer.from('x') });
  const written = await feishu.send(rep, { bot: true }, text('漏水'));
  await feishu.edit(rep, written.id, '漏油');
  await feishu.recall(rep, (await feishu.send(rep, { bot: true }, text('发错了'))).id);
  const inner: Content = {
    type: 'merge_forward',
    children: [{ senderId: CUSTOMERS.feng.id, content: { type: 'image' } }],
  };
  const children = [
    { senderId: CUSTOMERS.qian.id, content: text('坏了'), at: 5 },
    { senderId: CUSTOMERS.qian.id, content: inner },
  ];
  const bundle = await feishu.send(rep, { bot: true }, { type: 'merge_forward', children });
  await call('POST', `/im/v1/messages/${bundle.id}/forward?receive_id_type=chat_id`, { receive_id: group });
  const card = await shown(claim);
  await call('PATCH', `/im/v1/messages/${card}`, { content: JSON.stringify(answerForm) });
  await call('PATCH', `/im/v1/messages/${card}/urgent_app?user_id_type=open_id`, { user_id_list: [lead] });
  await call('POST', `/im/v1/messages/${written.id}/reactions`, { reaction_type: { emoji_type: 'OK' } });
  await feishu.send(lead, { chatId: group }, text('已约上门'), { replyTo: card, inThread: true, mentionBot: true });
  world.clock.advance(2000);
  const said = await send({ text: '收到' }, { msg_type: 'text' });
  await call('PUT', `/im/v1/messages/${said.data.message_id}`, { msg_type: 'text', content: '{"text":"已收到"}' });
  await call('DELETE', `/im/v1/messages/${await shown(claim)}`);
  expect((await send(cardWith({ tag: 'no_such_tag' }))).code).toBe(230099);
  bot.answerNext({ card: { type: 'raw', data: cardWith({ tag: 'markdown', content: '已接单' }) } });
  world.clock.advance(2000);
  const tapped = await shown(claim);
  await feishu.tap(lead, tapped, { cmd: 'feedback.claim' });
  await feishu.removeBot(GROUPS.logistics.id, PEOPLE.logisticsLead.id);
  await feishu.addBot(GROUPS.logistics.id, PEOPLE.logisticsLead.id);
  await feishu.removeBot(GROUPS.logistics.id, PEOPLE.logisticsLead.id);
  await feishu.dissolve(GROUPS.afterSales.id);
  await feishu.leaveCompany(member);
  feishu.stopBot(lead);
  feishu.stopBot(lead, false);
  feishu.addGroup({ id: 'oc_new', name: '新群', ownerId: lead, members: [lead], mayMentionAll: false });
  bot.answerNext(500);
  await feishu.send(rep, { bot: true }, text('机器人不在'));

  const other = await restarted();
  const before = seenOf(feishu);
  expect(before.waiting).not.toEqual([]);
  expect(seenOf(other.feishu)).toEqual(before);
  for (const key of forwarded.resources) expect(other.feishu.file(key)).toEqual(feishu.file(key));
  expect(other.feishu.message(card)).toMatchObject({ card: answerForm, versions: 2, urgentTo: [lead] });
  // A second kill before any change makes no difference.
  expect(seenOf((await restarted()).feishu)).toEqual(before);
});

describe('a platform that was killed', () => {
  test('keeps its cards: they are tapped and patched under the same ids', async () => {
    const card = await world.shown(claim);
    const { feishu, call, bot } = await restarted();
    bot.answerNext({ toast: { type: 'success', content: '已接单' } });
    expect(await feishu.tap(lead, card, { cmd: 'feedback.claim' })).toEqual({
      toast: { type: 'success', content: '已接单' },
    });
    expect(bot.received.at(-1)?.body.event.context.open_message_id).toBe(card);
    const patched = cardWith({ tag: 'div', text: plain('处理中') });
    expect(await call('PATCH', `/im/v1/messages/${card}`, { content: JSON.stringify(patched) })).toMatchObject({
      code: 0,
    });
    expect(feishu.cardText(card)).toBe('处理中');
  });

  test('shows a message once if a killed app sends it again within the hour', async () => {
    const first = await world.send(claim, { uuid: 'once' });
    const other = await restarted();
    expect((await other.send(claim, { uuid: 'once' })).data.message_id).toBe(first.data.message_id);
    other.clock.advance(3_600_000);
    await other.login();
    expect((await other.send(claim, { uuid: 'once' })).data.message_id).not.toBe(first.data.message_id);
  });

  test('pushes undelivered events with the same id, and forgets them once delivered', async () => {
    world.bot.answerNext(500);
    await world.feishu.send(rep, { bot: true }, text('漏水'));
    const lost = world.bot.received.at(-1)?.body.header.event_id;
    const { feishu, bot, clock } = await restarted();
    clock.advance(15_000);
    await feishu.deliverDue();
    expect(bot.received.map(({ body }) => body.header.event_id)).toEqual([lost]);
    world.clock.advance(15_000);
    await world.feishu.deliverDue();
    expect((await restarted()).feishu.inspector.eventsWaiting()).toBe(0);
  });

  test('pushes at once the event that was being delivered', async () => {
    world.bot.answerNext('never');
    const sending = world.feishu.send(rep, { bot: true }, text('漏水'));
    await Promise.resolve();
    const { feishu, bot } = await restarted();
    await feishu.deliverDue();
    expect(bot.received.map(({ body }) => body.header.event_type)).toEqual(['im.message.receive_v1']);
    await sending;
  });

  test('still knows unreachable people and chats without the bot', async () => {
    await world.feishu.leaveCompany(member);
    await world.feishu.dissolve(GROUPS.afterSales.id);
    await world.feishu.removeBot(GROUPS.logistics.id, PEOPLE.logisticsLead.id);
    const { call, send } = await restarted();
    const codeTo = async (receive_id: string) => (await send(claim, { receive_id })).code;
    const toMember = await call('POST', '/im/v1/messages?receive_id_type=open_id', {
      receive_id: member,
      msg_type: 'text',
      content: '{"text":"在吗"}',
    });
    expect(toMember.code).toBe(230029);
    expect(await codeTo(GROUPS.afterSales.id)).toBe(232009);
    expect(await codeTo(GROUPS.logistics.id)).toBe(230002);
    const { data } = await call('GET', `/contact/v3/users/${member}`);
    expect(data.user.status.is_resigned).toBe(true);
  });

  test('keeps uploads, which can be sent and fetched', async () => {
    const form = new FormData();
    form.set('file_type', 'stream');
    form.set('file_name', '日报.xlsx');
    form.set('file', new Blob([Buffer.from([1, 2, 0, 3])]));
    const headers = { authorization: `Bearer ${world.token()}` };
    const upload = await fetch(`${world.feishu.baseUrl}/open-apis/im/v1/files`, {
      method: 'POST',
      headers,
      body: form,
    });
    const { data } = (await upload.json()) as { data: { file_key: string } };
    const { send, feishu } = await restarted();
    const content = JSON.stringify(data);
    expect(await send({}, { msg_type: 'file', content })).toMatchObject({ code: 0 });
    expect(feishu.file(data.file_key)?.bytes).toEqual(Buffer.from([1, 2, 0, 3]));
  });
});
