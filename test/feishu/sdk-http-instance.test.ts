import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { FeishuMessenger } from '../../src/feishu/feishu-messenger';
import { FakePlatform } from './fake-platform';

const SECRET = 'the-app-secret';
let platform: FakePlatform;
let now = 0;
let outcomes: string[];
let logged: string[];

beforeEach(async () => {
  platform = await new FakePlatform().start();
  now = Date.UTC(2026, 10, 23);
  outcomes = [];
  logged = [];
});
afterEach(() => platform.stop());

function messenger(more: object = {}): FeishuMessenger {
  return new FeishuMessenger({
    appId: 'cli_a1b2c3d4e5f60718',
    appSecret: SECRET,
    domain: `${platform.url}/`,
    clock: { now: () => now },
    log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
    onCall: (api, outcome) => outcomes.push(`${api} ${outcome}`),
    ...more,
  });
}

describe('the token', () => {
  let cards = 0;
  /** Each call changes another card, because one card may be changed five times a second. */
  const patch = (m: FeishuMessenger) => m.patchCard(`om_${++cards}`, {});

  test('is fetched once for 20 calls at once, and again before it ends', async () => {
    const m = messenger();
    await Promise.all(Array.from({ length: 20 }, () => patch(m)));
    expect(platform.tokensGiven).toBe(1);
    now += (7140 - 5 * 60) * 1000;
    await patch(m);
    expect(platform.tokensGiven).toBe(1);
    now += 2 * 60 * 1000;
    await Promise.all([patch(m), patch(m)]);
    expect(platform.tokensGiven).toBe(2);
    platform.tokenAnswer = () => ({ status: 502, body: 'bad gateway' });
    now += (7140 - 2 * 60) * 1000;
    await patch(m); // still valid for two minutes, so a failed renewal does no harm
    expect(platform.calls.at(-1)?.token).toBe('t-2');
  });

  test('that was revoked during 20 calls is renewed once, and all succeed', async () => {
    const m = messenger();
    await patch(m);
    platform.revoked.add('t-1');
    await Promise.all(Array.from({ length: 20 }, () => patch(m)));
    expect(platform.tokensGiven).toBe(2);
    expect(outcomes.filter((outcome) => outcome === 'message.patch ok')).toHaveLength(21);
  });

  test('that is refused even when new fails the call, not the program', async () => {
    platform.revoked = new Set(['t-1', 't-2']);
    await expect(patch(messenger())).rejects.toMatchObject({ code: 'feishu_unavailable' });
    expect(platform.calls).toHaveLength(2);
  });

  test('proves the credentials at the start', async () => {
    platform.answer = () => ({ body: { code: 0, msg: 'ok', bot: { app_name: 'Bot', open_id: 'ou_bot' } } });
    expect(await messenger().verify()).toBe('ou_bot');
    platform.tokenAnswer = () => ({ body: { code: 10014, msg: 'app secret invalid' } });
    await expect(messenger().verify()).rejects.toMatchObject({ code: 'feishu_bad_credentials' });
  });
});

describe('a call', () => {
  const patch = (more = {}) => messenger(more).patchCard('om_1', { text: 'what the customer said' });

  test('without an answer ends', async () => {
    platform.answer = () => undefined;
    await expect(patch({ timeoutMs: 50 })).rejects.toMatchObject({ code: 'feishu_unavailable' });
    platform.answer = (_, response) => {
      response.socket?.destroy();
      return undefined;
    };
    await expect(patch()).rejects.toMatchObject({ code: 'feishu_unavailable' });
  });

  test.each([
    ['HTML', { headers: { 'content-type': 'text/html' }, body: '<html>200</html>' }],
    ['half a JSON', { body: '{"code":0,' }],
    ['a redirection', { status: 302, headers: { location: '/elsewhere' }, body: '' }],
  ])('that is answered with %s has failed', async (_, answer) => {
    platform.answer = () => answer;
    await expect(patch()).rejects.toMatchObject({ code: 'feishu_unavailable' });
    expect(platform.calls).toHaveLength(1);
  });

  test('over the limit is told when to come back', async () => {
    const headers = { 'x-ogw-ratelimit-reset': '9' };
    platform.answer = () => ({
      status: 429,
      headers,
      body: { code: 99991400, msg: 'request trigger frequency limit' },
    });
    await expect(patch()).rejects.toMatchObject({ code: 'feishu_rate_limited', retryAfterMs: 9000 });
  });

  test('leaves no secret, token or message in errors and logs', async () => {
    platform.answer = () => ({ status: 400, body: { code: 230022, msg: 'what the customer said' } });
    const errors = [await patch().catch((error) => error)];
    platform.tokenAnswer = () => ({ status: 500, body: { code: 10014, msg: SECRET } });
    errors.push(await patch().catch((error) => error));
    await platform.stop();
    errors.push(await patch().catch((error) => error));
    const said = [...logged, ...errors.map((error) => `${error.stack} ${JSON.stringify(error)} ${error.cause}`)].join();
    expect(errors.map(({ code }) => code)).toEqual([
      'feishu_content_refused',
      'feishu_bad_credentials',
      'feishu_unavailable',
    ]);
    expect(said).not.toMatch(/the-app-secret|t-1\b|customer said|Bearer/);
    platform = await new FakePlatform().start();
  });
});
