import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { CUSTOMERS, PEOPLE, SAMPLE_COMPANY } from '../../../sandbox/company';
import { answerForm, app, cardWith, claim, encryptKey, group, startWorld } from './world';

const rep = PEOPLE.repLin.id;
const lead = PEOPLE.qualityLead.id;

let world: Awaited<ReturnType<typeof startWorld>>;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

describe('events', () => {
  test('are encrypted, signed, and repeated on the documented schedule', async () => {
    expect(await world.feishu.verifyUrl()).toBe(true);
    world.bot.answerNext(503, 'never', 204, 301, 500);
    const sent = await world.feishu.send(rep, { bot: true }, { type: 'text', text: '漏水' });
    for (const wait of [14_999, 1, 300_000, 3_600_000, 21_600_000, 86_400_000]) {
      world.clock.advance(wait);
      await world.feishu.deliverDue();
    }
    const [, first, ...repeats] = world.bot.received;
    expect(first?.body).toMatchObject({
      schema: '2.0',
      header: { event_type: 'im.message.receive_v1', token: 'v-token', app_id: app.appId },
      event: { sender: { sender_id: { open_id: rep } }, message: { message_id: sent.id, chat_type: 'p2p' } },
    });
    expect(repeats).toHaveLength(4);
    expect(new Set(repeats.map(({ body }) => body.header.event_id))).toEqual(new Set([first?.body.header.event_id]));
    if (!first) throw new Error('nothing came');
    const { headers, raw } = first;
    const signed = `${headers['x-lark-request-timestamp']}${headers['x-lark-request-nonce']}${encryptKey}${raw}`;
    expect(headers['x-lark-signature']).toBe(createHash('sha256').update(signed).digest('hex'));
  });

  test('wait for a bot that is about to listen, without using up an attempt, as taps do', async () => {
    let isComing = true;
    const target = { mode: 'webhook' as const, url: world.bot.url, encryptKey, verificationToken: 'v-token' };
    world.feishu.subscribe(target, () => isComing);
    await world.feishu.send(rep, { bot: true }, { type: 'text', text: '漏水' });
    const tapping = world.feishu.tap(lead, await world.shown(claim), { cmd: 'feedback.claim' });
    await world.feishu.deliverDue();
    expect([world.bot.received, world.feishu.inspector.eventsWaiting()]).toEqual([[], 1]);
    isComing = false;
    await Promise.all([world.feishu.deliverDue(), tapping]);
    expect(world.feishu.pushes()[0]?.attempts).toMatchObject([{ outcome: { ok: true } }]);
    expect(await tapping).toEqual({});
  });

  test('tell of an edited text, with the new text', async () => {
    const sent = await world.feishu.send(rep, { bot: true }, { type: 'text', text: '漏水' });
    await world.feishu.edit(rep, sent.id, '漏油');
    const { header, event } = world.bot.received.at(-1)?.body ?? {};
    expect(header.event_type).toBe('im.message.updated_v1');
    expect(event.message).toMatchObject({ message_id: sent.id, content: '{"text":"漏油"}' });
    const { data } = await world.call('GET', `/im/v1/messages/${sent.id}`);
    expect(data.items[0]).toMatchObject({ updated: true, body: { content: '{"text":"漏油"}' } });
    await expect(world.feishu.edit(lead, sent.id, 'x')).rejects.toThrow('their own');
  });

  test('carry bundles, threads, mentions and recalls as documented', async () => {
    const inner = [{ senderId: CUSTOMERS.feng.id, content: { type: 'image' as const } }];
    const children = [
      { senderId: CUSTOMERS.qian.id, content: { type: 'text' as const, text: '坏了' } },
      { senderId: CUSTOMERS.qian.id, content: { type: 'merge_forward' as const, children: inner } },
    ];
    const bundle = await world.feishu.send(rep, { bot: true }, { type: 'merge_forward', children });
    const { data } = await world.call('GET', `/im/v1/messages/${bundle.id}`);
    const [parent, text, nested, image] = data.items;
    expect(parent).toMatchObject({ msg_type: 'merge_forward', body: { content: 'Merged and Forwarded Message' } });
    expect(text).toMatchObject({ upper_message_id: bundle.id, body: { content: '{"text":"坏了"}' } });
    expect(image).toMatchObject({ upper_message_id: nested.message_id, sender: { id: CUSTOMERS.feng.id } });

    const card = (await world.send(claim)).data.message_id;
    const to = { replyTo: card, inThread: true, mentionBot: true };
    const reply = await world.feishu.send(lead, { chatId: group }, { type: 'text', text: '处理结果：换新' }, to);
    await world.feishu.recall(lead, reply.id);
    const [said, recalled] = world.bot.received.slice(-2).map(({ body }) => body);
    expect(said.event.message).toMatchObject({
      root_id: card,
      parent_id: card,
      thread_id: reply.threadId,
      content: '{"text":"@_user_1 处理结果：换新"}',
      mentions: [{ key: '@_user_1', mentioned_type: 'bot', id: { open_id: SAMPLE_COMPANY.bot.openId } }],
    });
    expect(recalled).toMatchObject({
      header: { event_type: 'im.message.recalled_v1' },
      event: { message_id: reply.id, chat_id: group, recall_type: 'message_owner' },
    });
    world.feishu.settings.groupMessages = 'mentions';
    const before = world.bot.received.length;
    await world.feishu.send(lead, { chatId: group }, { type: 'text', text: '闲聊' });
    expect(world.bot.received).toHaveLength(before);
  });
});

describe('editing', () => {
  test('one’s own text or post sends an event with the new text; mentions and pictures stay', async () => {
    const { id } = await world.feishu.send(rep, { bot: true }, { type: 'text', text: '漏水' }, { mentionBot: true });
    const rows = [[{ tag: 'text', text: '外壳开裂', style: [] }], [{ tag: 'img' }]];
    const post = await world.feishu.send(rep, { bot: true }, { type: 'post', title: '悦家超市', rows });
    await world.feishu.edit(rep, id, '漏水，地板泡了');
    await world.feishu.edit(rep, post.id, '外壳开裂\n6 台');
    const [text, rich] = world.bot.received.slice(-2).map(({ body }) => body);
    expect(text).toMatchObject({
      header: { event_type: 'im.message.updated_v1' },
      event: {
        sender: { sender_id: { open_id: rep } },
        message: { message_id: id, message_type: 'text', content: '{"text":"@_user_1 漏水，地板泡了"}' },
      },
    });
    expect(JSON.parse(rich.event.message.content)).toMatchObject({
      title: '悦家超市',
      content: [[{ text: '外壳开裂' }], [{ text: '6 台' }], [{ tag: 'img', image_key: expect.any(String) }]],
    });
    expect(world.feishu.message(id)).toMatchObject({ edits: 1, text: '@客户反馈 漏水，地板泡了' });
    const shown = (await world.call('GET', `/im/v1/messages/${id}`)).data.items[0];
    expect(shown).toMatchObject({ updated: true, body: { content: '{"text":"@_user_1 漏水，地板泡了"}' } });
  });

  test('is refused for other people’s messages, other types, and recalled messages', async () => {
    const { id } = await world.feishu.send(rep, { bot: true }, { type: 'text', text: '漏水' });
    const picture = await world.feishu.send(rep, { bot: true }, { type: 'image' });
    await expect(world.feishu.edit(lead, id, 'x')).rejects.toThrow('their own');
    await expect(world.feishu.edit(rep, picture.id, 'x')).rejects.toThrow('cannot be edited');
    await world.feishu.recall(rep, id);
    await expect(world.feishu.edit(rep, id, 'x')).rejects.toThrow('recalled');
  });
});

describe('tapping', () => {
  test('sends what a client sends, and shows the answer', async () => {
    const id = await world.shown(answerForm);
    world.bot.answerNext({ toast: { type: 'success', content: '已提交' }, card: { type: 'raw', data: claim } });
    const result = await world.feishu.tap(lead, id, {
      cmd: 'feedback.answer',
      form: { answer: '换新', until: '2026-11-05 18:00' },
    });
    expect(result).toMatchObject({ toast: { type: 'success', content: '已提交' }, card: claim });
    expect(world.bot.received.at(-1)?.body).toMatchObject({
      header: { event_type: 'card.action.trigger', create_time: expect.stringMatching(/^\d{16}$/) },
      event: {
        operator: { open_id: lead },
        token: expect.stringMatching(/^c-/),
        action: {
          tag: 'button',
          name: 'feedback.answer',
          value: { cmd: 'feedback.answer', id: 1 },
          form_value: { answer: '换新', kind: 'a', until: '2026-11-05 18:00 +0800' },
        },
        context: { open_message_id: id, open_chat_id: group },
      },
    });
    expect(world.feishu.message(id)).toMatchObject({ versions: 2, text: '[接单]' });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['nothing in a required field', {}, 'required'],
    ['an option that is not offered', { answer: 'x', kind: 'z' }, 'unknown_option'],
    ['more than fits', { answer: '123456' }, 'too_long'],
    ['a date in words', { answer: 'x', until: '明天' }, 'bad_value'],
    ['a field that is not there', { answer: 'x', reason: 'y' }, 'no_such_field'],
  ])('the client itself stops %s', async (_what, form, code) => {
    const id = await world.shown(answerForm);
    expect(await world.feishu.tap(lead, id, { label: '提交', form })).toMatchObject({ error: { code } });
    expect(world.bot.received).toEqual([]);
  });

  test.each<[string, unknown, number]>([
    ['no answer in time', 'never', 200341],
    ['a status other than 200', 500, 200671],
    ['an answer with more than toast and card', { toast: undefined, ok: true }, 200672],
    ['a toast of no kind', { toast: { type: 'loud', content: 'x' } }, 200672],
    ['text that is no JSON', 'fine', 200672],
    ['a card that Feishu does not take', { card: { type: 'raw', data: cardWith({ tag: 'hr', x: 1 }) } }, 200673],
    ['a card of 1.0', { card: { type: 'raw', data: { elements: [] } } }, 200830],
  ])('%s shows an error and leaves the card', async (_what, answer, code) => {
    const id = await world.shown(claim);
    world.bot.answerNext(answer);
    expect(await world.feishu.tap(lead, id, { cmd: 'feedback.claim' })).toMatchObject({ error: { code } });
    expect(world.feishu.message(id).versions).toBe(1);
    world.clock.advance(86_400_000);
    await world.feishu.deliverDue();
    expect(world.bot.received).toHaveLength(1);
  });

  test('a card that has just changed is tapped in the version that the person saw', async () => {
    const id = await world.shown(answerForm);
    const { versions } = world.feishu.message(id);
    await world.call('PATCH', `/im/v1/messages/${id}`, { content: JSON.stringify(claim) });
    const tap = { cmd: 'feedback.answer', form: { answer: '换新' } };
    expect(await world.feishu.tap(lead, id, tap)).toMatchObject({ error: { code: 'no_such_button' } });
    expect(await world.feishu.tap(lead, id, { ...tap, versions })).not.toHaveProperty('error');
    const action = { value: { cmd: 'feedback.answer', id: 1 }, form_value: { answer: '换新' } };
    expect(world.bot.received.at(-1)?.body).toMatchObject({ event: { action } });
  });

  test('people outside the chat cannot tap, and old cards cannot be tapped', async () => {
    const id = await world.shown(claim);
    expect(await world.feishu.tap(rep, id, { cmd: 'feedback.claim' })).toMatchObject({
      error: { code: 'not_in_chat' },
    });
    world.clock.advance(15 * 24 * 3_600_000);
    expect(await world.feishu.tap(lead, id, { cmd: 'feedback.claim' })).toMatchObject({
      error: { code: 'card_expired' },
    });
  });

  test('a card cannot be patched during a tap if the platform locks cards', async () => {
    world.feishu.settings.lockDuringTap = true;
    const id = await world.shown(claim);
    world.bot.answerNext('never');
    const tapping = world.feishu.tap(lead, id, { cmd: 'feedback.claim' });
    const patch = () => world.call('PATCH', `/im/v1/messages/${id}`, { content: JSON.stringify(answerForm) });
    const locked = await patch();
    expect([locked.code, locked.msg]).toEqual([230099, expect.stringContaining('ErrCode: 11310')]);
    await tapping;
    expect((await patch()).code).toBe(0);
  });
});

describe('the long connection’s endpoint', () => {
  const endpoint = async (appSecret: string) => {
    const body = JSON.stringify({ AppID: app.appId, AppSecret: appSecret });
    const response = await fetch(`${world.feishu.baseUrl}/callback/ws/endpoint`, { method: 'POST', body });
    return (await response.json()) as { code: number; data: { URL?: string } };
  };

  test('admits the app once per ticket, and nobody else', async () => {
    const { data } = await endpoint(app.appSecret);
    expect(data.URL).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/ws\/v2\?fpid=/);
    const opened = async () => {
      const socket = new WebSocket(data.URL ?? '');
      const what = await new Promise<string>((resolve) => {
        socket.once('open', () => resolve('open')).once('error', () => resolve('error'));
      });
      return { socket, what };
    };
    const first = await opened();
    expect([first.what, (await opened()).what]).toEqual(['open', 'error']);
    expect(world.feishu.connectionCount()).toBe(1);
    const closed = once(first.socket, 'close');
    world.feishu.dropConnections();
    await closed;
    expect((await endpoint('wrong')).code).toBe(514);
    world.feishu.settings.endpointCode = 1;
    expect((await endpoint(app.appSecret)).code).toBe(1);
  });
});
