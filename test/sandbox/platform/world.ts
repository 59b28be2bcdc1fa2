import { ManualClock } from '../../../sandbox/clock';
import { GROUPS, SAMPLE_COMPANY } from '../../../sandbox/company';
import { LocalFeishu } from '../../../sandbox/platform';
import type { Memory } from '../../../sandbox/platform/memory';
import { startBotStub } from './bot-stub';

export const app = { appId: 'cli_00000000000000b1', appSecret: 'secret' };
export const encryptKey = 'test key';
export const group = GROUPS.quality.id;
export const plain = (content: string) => ({ tag: 'plain_text', content });
export const cardWith = (...elements: object[]) => ({ schema: '2.0', body: { elements } });

/** A local Feishu on a still clock, a recording webhook, and plain HTTP calls of the app. */
export async function startWorld(memory?: Memory) {
  const clock = new ManualClock(Date.parse('2026-11-02T09:00:00+08:00'));
  const feishu = await LocalFeishu.start({ ...app, company: SAMPLE_COMPANY, clock, memory, deadlineMs: 1000 });
  const bot = await startBotStub(encryptKey);
  feishu.subscribe({ mode: 'webhook', url: bot.url, encryptKey, verificationToken: 'v-token' });
  let token = '';
  const call = async (method: string, path: string, body?: unknown, bearer = `Bearer ${token}`) => {
    const response = await fetch(`${feishu.baseUrl}/open-apis${path}`, {
      method,
      headers: { authorization: bearer, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    // biome-ignore lint/suspicious/noExplicitAny: tests look into it by name
    const json = (await response.json()) as any;
    return { ...json, status: response.status, headers: response.headers, code: json.code as number };
  };
  const login = async (secret = app.appSecret): Promise<string> => {
    const path = '/auth/v3/tenant_access_token/internal';
    const { tenant_access_token } = await call('POST', path, { app_id: app.appId, app_secret: secret }, '');
    token = tenant_access_token ?? token;
    return tenant_access_token;
  };
  await login();
  /** Posts a card into the quality group, unless `to` says otherwise. */
  const send = (content: object, to: Record<string, unknown> = {}) =>
    call('POST', '/im/v1/messages?receive_id_type=chat_id', {
      receive_id: group,
      msg_type: 'interactive',
      content: JSON.stringify(content),
      ...to,
    });
  const shown = async (card: object): Promise<string> => (await send(card)).data.message_id;
  const stop = async () => {
    await feishu.stop();
    await bot.stop();
  };
  return { clock, feishu, bot, call, login, send, shown, token: () => token, stop };
}

export const claim = cardWith({
  tag: 'button',
  text: plain('接单'),
  behaviors: [{ type: 'callback', value: { cmd: 'feedback.claim', id: 1 } }],
});
export const answerForm = cardWith({
  tag: 'form',
  name: 'f',
  elements: [
    { tag: 'input', name: 'answer', required: true, max_length: 5 },
    {
      tag: 'select_static',
      name: 'kind',
      initial_index: 1,
      options: [
        { text: plain('甲'), value: 'a' },
        { text: plain('乙'), value: 'b' },
      ],
    },
    { tag: 'picker_datetime', name: 'until', placeholder: plain('何时') },
    {
      tag: 'button',
      name: 'feedback.answer',
      text: plain('提交'),
      form_action_type: 'submit',
      behaviors: [{ type: 'callback', value: { cmd: 'feedback.answer', id: 1 } }],
    },
  ],
});
