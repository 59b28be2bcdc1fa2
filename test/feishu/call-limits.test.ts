import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { ManualClock } from '../../sandbox/clock';
import { codeOf } from '../../src/domain/errors';
import { chat, person } from '../../src/domain/messaging';
import { CALL_LIMITS, CallLimits } from '../../src/feishu/call-limits';
import { FeishuContacts } from '../../src/feishu/feishu-contacts';
import { FeishuMessenger } from '../../src/feishu/feishu-messenger';
import type { Api } from '../../src/feishu/platform-errors';
import { grantedScopes } from '../../src/feishu/scopes';
import { FakePlatform } from './fake-platform';

const T = 1_000_000;
const SECOND = 1000;
const MINUTE = 60_000;

let clock: ManualClock;
let limits: CallLimits;
let slept: number[];
let held: Api[];

beforeEach(() => {
  clock = new ManualClock(T);
  slept = [];
  held = [];
  const sleep = async (ms: number) => {
    slept.push(ms);
    clock.advance(ms);
  };
  limits = new CallLimits({ clock, sleep, onHeld: (api) => held.push(api) });
});

/** The number of calls that are let through at this moment, and what the others are told. */
async function burst(api: Api, targets: string[]) {
  const outcomes = await Promise.allSettled(targets.map((target) => limits.admit(api, target)));
  const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  return { passed: outcomes.length - refused.length, codes: [...new Set(refused.map(codeOf))], refused };
}

const many = (count: number) => Array.from({ length: count }, (_, i) => `oc_${i}`);

describe('calls that do not wait', () => {
  test.each<[string, string[], number, string[]]>([
    ['one chat', Array(8).fill('oc_1'), 5, ['feishu_target_busy']],
    ['two chats', [...Array(8).fill('oc_1'), ...Array(8).fill('oc_2')], 10, ['feishu_target_busy']],
    ['sixty chats', many(60), 50, ['feishu_rate_limited']],
  ])('in one second, %s', async (_name, targets, passed, codes) => {
    expect(await burst('message.send', targets)).toMatchObject({ passed, codes });
    expect(slept).toEqual([]);
    expect(held).toHaveLength(targets.length - passed);
  });

  test('a chat has one limit for sending, replying and forwarding; other calls have their own', async () => {
    await burst('message.send', Array(3).fill('oc_1'));
    await burst('message.forward', ['oc_1']);
    expect((await burst('message.reply', Array(4).fill('oc_1'))).passed).toBe(1);
    expect((await burst('message.patch', Array(9).fill('oc_1'))).passed).toBe(5);
    expect((await burst('message.patch', many(60))).passed).toBe(45);
  });

  test('a refused call is told how long to wait, counts for nothing, and passes then', async () => {
    await burst('message.send', Array(5).fill('oc_1'));
    clock.advance(400);
    const { refused } = await burst('message.send', Array(100).fill('oc_1'));
    expect(refused[0]).toMatchObject({ retryAfterMs: 850, refused: null });
    expect((await burst('message.send', many(60).slice(2))).passed).toBe(45);
    clock.advance(850);
    expect((await burst('message.send', Array(8).fill('oc_1'))).passed).toBe(5);
  });

  test('no second and no minute ever holds more calls than the limit', async () => {
    const passed: number[] = [];
    for (let now = T; now < T + 2 * MINUTE; now += 10) {
      clock.set(now);
      if ((await burst('message.send', [`oc_${now % 700}`])).passed === 1) passed.push(now);
    }
    const most = (windowMs: number) =>
      Math.max(...passed.map((start) => passed.filter((at) => at >= start && at < start + windowMs).length));
    expect(most(SECOND)).toBe(50);
    expect(most(MINUTE)).toBe(1000);
  });

  test.each([
    ['an hour', 3_600_000],
    ['three days', 259_200_000],
  ])('a clock that is set back by %s holds up no call', async (_name, step) => {
    clock.set(T + step);
    await burst('message.send', many(60));
    limits.close('message.send', MINUTE);
    clock.set(T);
    for (let i = 0; i < 300; i += 1) {
      expect((await burst('message.send', [`oc_${i % 7}`])).passed).toBe(1);
      clock.advance(SECOND);
    }
  });
});

describe('calls that wait', () => {
  test('a list of many pages is read to its end, at the pace that Feishu allows', async () => {
    for (let page = 0; page < 120; page += 1) await limits.admit('department.list');
    expect(slept).toEqual([1250, 1250]);
  });

  test('a name is waited for, but no longer than anybody looks at a card', async () => {
    expect((await burst('user.get', many(60))).passed).toBe(60);
    for (let second = 0; second < 20; second += 1) {
      clock.advance(SECOND);
      await burst('user.get', many(50));
    }
    expect(await burst('user.get', ['ou_1'])).toMatchObject({ passed: 0, codes: ['feishu_rate_limited'] });
  });

  test('an API that Feishu itself closed is not asked until the moment that it named', async () => {
    limits.close('chat.members', 3000);
    const { refused } = await burst('chat.members', ['']);
    expect(refused[0]).toMatchObject({ code: 'feishu_rate_limited', retryAfterMs: 3000 });
    expect((await burst('chat.list', [''])).passed).toBe(1);
    clock.advance(3000);
    expect((await burst('chat.members', [''])).passed).toBe(1);
  });
});

describe('every call to Feishu', () => {
  let platform: FakePlatform;
  afterEach(() => platform.stop());

  /** What a test does to make the bot call each API; without a line here, a new API does not compile. */
  const CALLS: Record<Exclude<Api, 'token'>, (messenger: FeishuMessenger, n: number) => Promise<unknown>> = {
    scopes: (m) => grantedScopes(m),
    'bot.info': (m) => m.verify(),
    'message.send': (m, n) => m.send({ to: chat(`oc_${n}`), content: LINES, uuid: 'u' }),
    'message.reply': (m, n) => m.send({ to: chat(`oc_${n}`), content: LINES, uuid: 'u', replyTo: 'om_1' }),
    'message.forward': (m, n) => m.forward('om_1', person(`ou_${n}`), 'u'),
    'message.patch': (m, n) => m.patchCard(`om_${n}`, {}),
    'message.buzz': (m) => m.buzz('om_1', ['ou_1', 'ou_2']),
    'message.react': (m) => m.markRecorded('om_1'),
    'message.get': (m) => m.expandMergedForward('om_1'),
    'message.list': (m) => m.sentSince('oc_1', 0),
    'resource.get': (m) => m.keepAttachment('om_1', { kind: 'file', key: 'f', name: 'f' }),
    'image.upload': (m) => m.keepAttachment('om_1', { kind: 'image', key: 'i', name: 'i' }),
    'file.upload': (m) => m.uploadFile('f', Buffer.from('f')),
    'user.get': (m, n) => m.nameOf(`ou_${n}`),
    'chat.get': (m, n) => m.nameOf(`oc_${n}`),
    'chat.list': (m) => new FeishuContacts(m).groups(),
    'chat.members': (m, n) => new FeishuContacts(m).members(`oc_${n}`),
    'department.get': (m, n) => new FeishuContacts(m).department(`od-${n}`),
    'department.list': (m) => new FeishuContacts(m).departments(),
  };
  const LINES = { type: 'lines' as const, title: 'T', lines: ['L'] };

  test.each(Object.entries(CALLS))('%s: a burst of 60 leaves no second over the limit', async (name, ask) => {
    const api = name as Exclude<Api, 'token'>;
    platform = await new FakePlatform().start();
    const arrived: number[] = [];
    platform.answer = ({ method, path }) => {
      arrived.push(clock.now());
      if (method === 'GET' && path.includes('/resources/')) {
        return { headers: { 'content-type': 'application/octet-stream' }, body: Buffer.from('x') };
      }
      const data = { message_id: 'om_1', chat_id: 'oc_1', file_key: 'f', image_key: 'i' };
      return { body: { code: 0, msg: 'ok', data, bot: { open_id: 'ou_bot' } } };
    };
    const called: Record<string, number> = {};
    const messenger = new FeishuMessenger({
      appId: 'cli_a1b2c3d4e5f60718',
      appSecret: 'x',
      domain: platform.url,
      clock,
      log: pino({ level: 'silent' }),
      onCall: (which) => {
        called[which] = (called[which] ?? 0) + 1;
      },
      sleep: async () => undefined,
    });
    await Promise.allSettled(Array.from({ length: 60 }, (_, n) => ask(messenger, n)));
    const { token, ...others } = called;
    // What reached Feishu is what was counted, and no API was called more often than its row says.
    expect(token).toBe(1);
    expect(arrived).toHaveLength(Object.values(others).reduce((sum, count) => sum + count, 0));
    expect(others[api]).toBe(Math.min(60, CALL_LIMITS[api].perSecond));
    for (const [each, count] of Object.entries(others)) {
      expect(count).toBeLessThanOrEqual(CALL_LIMITS[each as Api].perSecond);
    }
  });
});
