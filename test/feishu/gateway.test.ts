import { describe, expect, test } from '@jest/globals';
import { type GatewayKeys, openEnvelope } from '../../src/feishu/gateway';
import { encrypt, seal, sign } from './sealing';

const NOW = Date.UTC(2026, 10, 23, 1);
const HOUR = 3_600_000;
const KEY = 'test key';
const keys: GatewayKeys = { encryptKey: KEY, verificationToken: 'token-1', appId: 'cli_a1b2c3d4e5f60718' };

const envelope = (header: object = {}, event: object = {}) => ({
  schema: '2.0',
  header: { event_id: 'e1', event_type: 'im.message.receive_v1', token: 'token-1', app_id: keys.appId, ...header },
  event: { text: '断路器跳闸', ...event },
});
const challenge = { type: 'url_verification', challenge: 'abc', token: 'token-1' };
const open = ({ body, headers }: { body: Buffer; headers: Record<string, string> }, with_: Partial<GatewayKeys> = {}) =>
  openEnvelope(body, headers, { ...keys, ...with_ }, NOW);
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));

describe('openEnvelope takes', () => {
  test('a signed event, and passes it on unchanged', () => {
    expect(open(seal(envelope(), KEY, NOW))).toEqual({ kind: 'event', envelope: envelope() });
  });

  test('the documented vector of the cipher', () => {
    const body = bytes({ encrypt: 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=' });
    const opened = open({ body, headers: sign(body, KEY, NOW) });
    // "hello world" is no JSON: the fault's text shows that it was decrypted.
    expect(opened).toEqual({ kind: 'fault', status: 400, reason: 'the decrypted body is not a JSON object' });
  });

  test('a signed body, however its JSON is written', () => {
    const inner = encrypt(JSON.stringify(envelope()), KEY).replaceAll('/', '\\/');
    const body = Buffer.from(`{ "encrypt" :\n"${inner}" , "n": 1.0 }`);
    expect(open({ body, headers: sign(body, KEY, NOW) })).toMatchObject({ kind: 'event' });
  });

  test('the unsigned URL check', () => {
    const { body } = seal(challenge, KEY, NOW);
    expect(open({ body, headers: {} })).toEqual({ kind: 'challenge', challenge: 'abc' });
  });

  test('an unsigned URL check only while it is small, spaces included', () => {
    const { body } = seal(challenge, KEY, NOW);
    const padded = (size: number) => Buffer.concat([body, Buffer.alloc(size - body.length, ' ')]);
    expect(open({ body: padded(4096), headers: {} })).toMatchObject({ kind: 'challenge' });
    expect(open({ body: padded(4097), headers: {} })).toMatchObject({ kind: 'fault', status: 401 });
    const long = seal({ ...challenge, challenge: 'x'.repeat(5000) }, KEY, NOW);
    expect(open({ body: long.body, headers: {} })).toMatchObject({ kind: 'fault', status: 401 });
    expect(open(long)).toMatchObject({ kind: 'challenge' });
  });

  test('an event of the old form', () => {
    const old = { ts: '1', uuid: 'u1', token: 'token-1', type: 'event_callback', event: { type: 'p2p_chat_create' } };
    expect(open(seal(old, KEY, NOW))).toEqual({ kind: 'event', envelope: old });
  });

  test('a plain event if the app has no key, by its token', () => {
    const body = bytes(envelope());
    expect(open({ body, headers: {} }, { encryptKey: null })).toMatchObject({ kind: 'event' });
    expect(open({ body, headers: {} }, { encryptKey: null, verificationToken: 'other' })).toMatchObject({
      status: 401,
    });
  });

  test('no plain event without key and token', () => {
    const body = bytes({ ...envelope(), token: '' });
    for (const none of [null, '']) {
      expect(open({ body, headers: {} }, { encryptKey: none, verificationToken: none })).toMatchObject({ status: 401 });
      expect(open(seal(envelope(), KEY, NOW), { verificationToken: none })).toMatchObject({ kind: 'event' });
    }
  });

  test.each([
    ['almost 8 hours old', NOW - 8 * HOUR + 2000],
    ['a little ahead', NOW + HOUR - 2000],
  ])('an event %s', (_, at) => {
    expect(open(seal(envelope(), KEY, at))).toMatchObject({ kind: 'event' });
  });
});

describe('openEnvelope refuses', () => {
  const sealed = seal(envelope(), KEY, NOW);
  const flipped = Buffer.from(sealed.body);
  flipped[20] = (flipped[20] as number) ^ 1;
  const withHeader = (name: string, value: string) => ({
    body: sealed.body,
    headers: { ...sealed.headers, [name]: value },
  });
  const signedBytes = (value: unknown) => ({ body: bytes(value), headers: sign(bytes(value), KEY, NOW) });

  test.each([
    ['a signature of nobody', withHeader('x-lark-signature', '0'.repeat(64)), 401],
    ['a short signature', withHeader('x-lark-signature', 'ab'), 401],
    ['a changed body', { body: flipped, headers: sealed.headers }, 401],
    ['a changed nonce', withHeader('x-lark-request-nonce', 'n2'), 401],
    ['a changed timestamp', withHeader('x-lark-request-timestamp', String(NOW / 1000 + 1)), 401],
    ['an unsigned event', { body: sealed.body, headers: {} }, 401],
    [
      'an unsigned URL check with the wrong token',
      { body: seal({ ...challenge, token: 'x' }, KEY, NOW).body, headers: {} },
      401,
    ],
    ['an unsigned body that decrypts to no JSON', { body: bytes({ encrypt: encrypt('x', KEY) }), headers: {} }, 401],
    ['an unsigned body that cannot be decrypted', { body: seal(challenge, 'other', NOW).body, headers: {} }, 401],
    ['a timestamp over 8 hours old', seal(envelope(), KEY, NOW - 8 * HOUR - 1000), 401],
    ['a timestamp over an hour ahead', seal(envelope(), KEY, NOW + HOUR + 1000), 401],
    ['a plain body, though signed', signedBytes(envelope()), 401],
    ['a plain URL check', { body: bytes(challenge), headers: {} }, 401],
    ['another key', seal(envelope(), 'other', NOW), 401],
    ['a body signed but not encrypted by us', signedBytes({ encrypt: encrypt('{}', 'other') }), 401],
    ['half a block', signedBytes({ encrypt: Buffer.alloc(40).toString('base64') }), 401],
    ['a wrong token', seal(envelope({ token: 'token-2' }), KEY, NOW), 401],
    ['no token', seal(envelope({ token: undefined }), KEY, NOW), 401],
    ['another app', seal(envelope({ app_id: 'cli_ffffffffffffffff' }), KEY, NOW), 401],
    ['an event without an id', seal(envelope({ event_id: '' }), KEY, NOW), 400],
    ['a list', { body: Buffer.from('[1]'), headers: {} }, 400],
    ['nothing', { body: Buffer.alloc(0), headers: {} }, 400],
    ['half a JSON', { body: sealed.body.subarray(0, 30), headers: sealed.headers }, 400],
    ['bytes that are not UTF-8', { body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), headers: {} }, 400],
  ])('%s', (_, request, status) => {
    expect(open(request)).toMatchObject({ kind: 'fault', status });
  });
});
