import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/domain/messaging';
import type { Receipt } from '../../src/feishu/receive-envelope';
import { encrypt, seal, sign } from '../feishu/sealing';
import { raw, serve, type World } from './world';

const NOW = Date.UTC(2026, 10, 23, 1);
const KEY = 'test key';
const keys = { encryptKey: KEY, verificationToken: 'token-1', appId: 'cli_a1b2c3d4e5f60718' };
const TEXT = '断路器跳闸'.repeat(30);

let world: World;
let received: JsonObject[];
let receive: (envelope: JsonObject) => Promise<Receipt>;

beforeEach(async () => {
  received = [];
  receive = async () => ({ body: {} });
  const feishu = {
    keys,
    clock: { now: () => NOW },
    receive: (envelope: JsonObject) => {
      received.push(envelope);
      return receive(envelope);
    },
  };
  world = await serve({ feishu });
});
afterEach(() => world.server.close(0));

const envelope = (type = 'im.message.receive_v1', header: object = {}) => ({
  schema: '2.0',
  header: { event_id: 'e1', event_type: type, token: 'token-1', app_id: keys.appId, ...header },
  event: { text: TEXT },
});

async function push({ body, headers }: { body: Buffer; headers: Record<string, string> }) {
  const init = {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': 'application/json', ...headers },
  };
  const response = await fetch(`${world.url}/feishu/events`, init);
  return { status: response.status, body: await response.json(), type: response.headers.get('content-type') };
}

describe('POST /feishu/events', () => {
  test('passes an event on unchanged', async () => {
    expect(await push(seal(envelope(), KEY, NOW))).toMatchObject({ status: 200, body: {} });
    expect(received).toEqual([envelope()]);
  });

  test('answers an event with {}, and a tap on a card with the body of the answer', async () => {
    receive = async () => ({ body: { toast: { type: 'info', content: '好' } } });
    expect((await push(seal(envelope(), KEY, NOW))).body).toEqual({});
    expect(await push(seal(envelope('card.action.trigger'), KEY, NOW))).toMatchObject({
      status: 200,
      type: 'application/json; charset=utf-8',
      body: { toast: { type: 'info', content: '好' } },
    });
  });

  test('does later work after the answer has left', async () => {
    let sent: () => void = () => undefined;
    const done = new Promise<void>((resolve) => {
      sent = resolve;
    });
    receive = async () => ({ body: {}, sent });
    expect(await push(seal(envelope('card.action.trigger'), KEY, NOW))).toMatchObject({ status: 200 });
    await done;
  });

  test('answers the URL check', async () => {
    const { body } = seal({ type: 'url_verification', challenge: 'abc', token: 'token-1' }, KEY, NOW);
    expect(await push({ body, headers: {} })).toMatchObject({ status: 200, body: { challenge: 'abc' } });
    expect(received).toEqual([]);
  });

  test('reads chunks that cut characters in two, and JSON with any spacing', async () => {
    const outer = Buffer.from(`{\n "ünï": "${TEXT}",\t"encrypt" : "${encrypt(JSON.stringify(envelope()), KEY)}" }`);
    const signature = Object.entries(sign(outer, KEY, NOW)).map(([name, value]) => `${name}: ${value}\r\n`);
    const head = 'POST /feishu/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n';
    const pieces: (Buffer | string)[] = [`${head}${signature.join('')}\r\n`];
    for (let at = 0; at < outer.length; at += 101) {
      const chunk = outer.subarray(at, at + 101);
      pieces.push(Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]));
    }
    const answer = await raw(world.port, [...pieces, '0\r\n\r\n']);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(received).toEqual([envelope()]);
  });

  const good = seal(envelope(), KEY, NOW);
  test.each([
    ['a wrong signature', { ...good, headers: { ...good.headers, 'x-lark-signature': 'x' } }, 401],
    ['no signature', { ...good, headers: {} }, 401],
    ['a wrong token', seal(envelope('x', { token: 'no' }), KEY, NOW), 401],
    ['another app', seal(envelope('x', { app_id: 'cli_ffffffffffffffff' }), KEY, NOW), 401],
    ['an old timestamp', seal(envelope(), KEY, NOW - 8 * 3_600_000 - 1000), 401],
    ['a body that is not JSON', { body: Buffer.from('<xml/>'), headers: {} }, 400],
    ['an empty body', { body: Buffer.alloc(0), headers: {} }, 400],
    ['a body over 1 MiB', { body: Buffer.alloc(1024 * 1024 + 1, 0x20), headers: {} }, 413],
  ])('refuses %s and passes nothing on', async (_, request, status) => {
    const answer = await push(request);
    expect(answer).toMatchObject({ status, type: 'application/problem+json', body: { status } });
    expect(received).toEqual([]);
  });

  test('takes a body of exactly 1 MiB', async () => {
    const inner = encrypt(JSON.stringify(envelope()), KEY);
    const body = Buffer.alloc(1024 * 1024, 0x20);
    body.write(`{"encrypt":"${inner}"}`);
    expect(await push({ body, headers: sign(body, KEY, NOW) })).toMatchObject({ status: 200 });
  });

  test('refuses a body over 1 MiB that does not declare its length', async () => {
    const head = 'POST /feishu/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n';
    const chunk = `40000\r\n${' '.repeat(0x40000)}\r\n`;
    expect(await raw(world.port, [head, ...Array(6).fill(chunk), '0\r\n\r\n'])).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('outlives a sender that hangs up halfway', async () => {
    const head = 'POST /feishu/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"enc';
    const { Socket } = await import('node:net');
    await new Promise<void>((resolve) => {
      const socket = new Socket();
      socket.connect(world.port, '127.0.0.1', () => socket.write(head, () => socket.destroy()));
      socket.on('close', () => resolve());
    });
    expect(await push(good)).toMatchObject({ status: 200 });
  });

  test('answers 503 without a reason if the database is away, so that Feishu sends the event again', async () => {
    receive = () => Promise.reject(new Error('INSERT … 断路器跳闸 … ECONNREFUSED'));
    expect(await push(good)).toMatchObject({ status: 503 });
    expect(world.logged.join()).toContain('im.message.receive_v1');
    expect(world.logged.join()).not.toContain('断路器');
    receive = async () => ({ body: {} });
    expect(await push(good)).toMatchObject({ status: 200 });
  });

  test('takes no other method, and does not exist with the long connection', async () => {
    expect((await fetch(`${world.url}/feishu/events`)).status).toBe(405);
    const other = await serve();
    expect((await fetch(`${other.url}/feishu/events`, { method: 'POST', body: '{}' })).status).toBe(404);
    await other.server.close(0);
  });
});
