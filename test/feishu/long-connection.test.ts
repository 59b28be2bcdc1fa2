import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { AppError } from '../../src/domain/errors';
import type { JsonObject } from '../../src/domain/messaging';
import { LongConnection, type Schedule } from '../../src/feishu/long-connection';
import type { Receipt } from '../../src/feishu/receive-envelope';
import { FakeLongConnection } from './fake-long-connection';

let platform: FakeLongConnection;
let connection: LongConnection;
let received: JsonObject[];
let receive: (envelope: JsonObject) => Promise<Receipt>;
let logged: string[];
let upFor: number;
let waits: number[];
let check: () => void;

beforeEach(async () => {
  platform = await new FakeLongConnection().start();
  received = [];
  receive = async () => ({ body: {} });
  logged = [];
  upFor = 0;
  waits = [];
});
afterEach(async () => {
  await connection.stop(0);
  await platform.stop();
});

/** Waits before a new try pass at once and are noted; the test itself runs the watch. */
const schedule: Schedule = (run, ms) => {
  if (ms === 5000) {
    check = run;
    return () => undefined;
  }
  waits.push(ms);
  const soon = setImmediate(run);
  return () => clearImmediate(soon);
};

async function connect(more: object = {}): Promise<void> {
  connection = new LongConnection({
    appId: 'cli_a1b2c3d4e5f60718',
    appSecret: 'the-app-secret',
    domain: platform.url,
    receive: (envelope) => {
      received.push(envelope);
      platform.poke();
      return receive(envelope);
    },
    log: pino(
      { level: 'trace' },
      {
        write: (line: string) => {
          logged.push(line);
          platform.poke();
        },
      },
    ),
    random: () => 0,
    schedule,
    uptime: () => upFor,
    ...more,
  });
  connection.start();
  expect(connection.state()).toBe('connecting');
  await connected();
}

/** The first ping proves that the client listens: frames in the packet of the handshake would be lost. */
async function connected(times = 1): Promise<void> {
  await platform.until(() => platform.pings >= times && connection.state() === 'connected');
}

const envelope = (type: string, event: JsonObject = {}): JsonObject => ({
  schema: '2.0',
  header: { event_id: 'e1', event_type: type, token: '', app_id: 'cli_a1b2c3d4e5f60718', create_time: '1748000000123' },
  event,
});

describe('an event', () => {
  test('reaches the bot unchanged, also in parts and of an unknown type', async () => {
    await connect();
    const message = envelope('im.message.receive_v1', { header: 'x', token: 'y', text: '断路器跳闸'.repeat(50) });
    platform.push('m1', message, 7);
    platform.push('m2', envelope('hologram.arrived_v9', { type: 'x' }));
    const legacy = { uuid: 'u1', token: 't', type: 'event_callback', event: { type: 'p2p_chat_create' } };
    platform.push('m3', legacy);
    expect([await platform.ackOf('m1'), await platform.ackOf('m2'), await platform.ackOf('m3')]).toEqual([
      { code: 200 },
      { code: 200 },
      { code: 200 },
    ]);
    expect(received).toEqual([message, envelope('hologram.arrived_v9', { type: 'x' }), legacy]);
    expect(platform.asked).toEqual([{ AppID: 'cli_a1b2c3d4e5f60718', AppSecret: 'the-app-secret' }]);
  });

  test('that cannot be taken is acknowledged as failed, so that Feishu sends it again', async () => {
    await connect();
    receive = () => Promise.reject(new AppError('database_unreachable', 'the customer said 13800000000'));
    platform.push('m1', envelope('im.message.receive_v1'));
    expect(await platform.ackOf('m1')).toEqual({ code: 500 });
    expect(connection.state()).toBe('connected');
    expect(logged.join()).toContain('database_unreachable');
    expect(logged.join()).not.toMatch(/13800000000|the-app-secret/);
  });

  test('of a card is answered with our body, and later work follows the answer', async () => {
    await connect();
    const order: string[] = [];
    const done = new Promise<void>((resolve) => {
      receive = async () => {
        order.push('received');
        return { body: { toast: { type: 'info', content: '好' } }, sent: () => resolve(void order.push('sent')) };
      };
    });
    platform.push('m1', envelope('card.action.trigger'));
    expect(await platform.ackOf('m1')).toEqual({ code: 200, data: { toast: { type: 'info', content: '好' } } });
    await done;
    expect(order).toEqual(['received', 'sent']);
    receive = async () => ({ body: {} });
    platform.push('m2', envelope('card.action.trigger'));
    expect(await platform.ackOf('m2')).toEqual({ code: 200, data: {} });
  });
});

describe('the connection', () => {
  test('outlives busy answers, refusals and nonsense, waiting longer each time', async () => {
    platform.discovery = [
      { body: { code: 1, msg: 'busy', data: {} } },
      { body: { code: 514, msg: 'auth failed', data: {} } },
      { body: { code: 514, msg: 'auth failed', data: null } },
      { body: { code: 1000040350, msg: 'limit', data: {} } },
      { body: { code: 1000040343, msg: 'internal', data: {} } },
      { status: 502, body: 'bad gateway' },
      { body: { code: 0, msg: '', data: { URL: 'ws://127.0.0.1:1/none?a=1', ClientConfig: {} } } },
      { body: { code: 1, msg: 'busy', data: {} } },
    ];
    await connect();
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    platform.push('m1', envelope('im.message.receive_v1'));
    expect(await platform.ackOf('m1')).toEqual({ code: 200 });
  });

  test('says why it is down', async () => {
    await connect({
      schedule: (run: () => void, ms: number) => (waits.length > 0 ? () => undefined : schedule(run, ms)),
    });
    platform.discovery = [{ body: { code: 1, msg: 'busy', data: {} } }];
    platform.sockets[0]?.terminate();
    await platform.until(() => connection.state() !== 'connected');
    expect(connection.state()).toBe('the connection was dropped');
  });

  test('that drops is replaced at once, however often', async () => {
    await connect();
    for (const times of [2, 3, 4]) {
      upFor += 60_000;
      platform.sockets.at(-1)?.terminate();
      await platform.until(() => platform.sockets.length >= times);
      await connected(times);
    }
    expect(waits).toEqual([500, 500, 500]); // each connection had lived long enough
    platform.push('m1', envelope('im.message.receive_v1'));
    expect(await platform.ackOf('m1')).toEqual({ code: 200 });
    expect(received).toHaveLength(1);
  });

  test('that falls silent is replaced; one that still sends frames is not', async () => {
    await connect();
    upFor = 299_000;
    check();
    expect(connection.state()).toBe('connected');
    platform.push('m1', envelope('im.message.receive_v1'));
    await platform.ackOf('m1');
    upFor = 598_000;
    check();
    expect(connection.state()).toBe('connected');
    await platform.pong();
    upFor = 890_000;
    check();
    expect(connection.state()).toBe('connected');
    upFor = 1_200_000;
    expect([connection.state(), connection.lastFrameAgoMs()]).toEqual(['deaf', 602_000]);
    check();
    expect(connection.state()).toBe('deaf');
    await connected(2);
    expect(platform.sockets).toHaveLength(2);
  });

  test('that falls silent between short pings is replaced after two and a half of them', async () => {
    platform.pingIntervalSeconds = 5;
    await connect();
    upFor = 12_000;
    check();
    expect(connection.state()).toBe('connected');
    upFor = 13_000;
    check();
    expect(connection.state()).toBe('deaf');
    await connected(2);
    expect(platform.sockets).toHaveLength(2);
    // A pong may ask for another interval.
    platform.pingIntervalSeconds = 60;
    await platform.pong();
    upFor += 140_000;
    expect(connection.state()).toBe('connected');
    upFor += 20_000;
    expect(connection.state()).toBe('deaf');
  });

  test('that never opens is given up', async () => {
    await connect();
    platform.discovery = ['silence'];
    platform.sockets.at(-1)?.terminate();
    await platform.until(() => platform.asked.length === 2);
    upFor += 39_000;
    check();
    expect(connection.state()).toBe('the connection was dropped');
    upFor += 2000;
    check();
    expect(connection.state()).toBe('no answer while connecting');
    await connected(2);
  });
});

test('stopping waits for running events and their acknowledgements, and takes no new ones', async () => {
  await connect();
  let finish: (receipt: Receipt) => void = () => undefined;
  receive = () =>
    new Promise((resolve) => {
      finish = resolve;
    });
  platform.push('m1', envelope('card.action.trigger'));
  await platform.until(() => received.length === 1);
  const stopped = connection.stop(10_000);
  platform.push('m2', envelope('im.message.receive_v1'));
  expect(await platform.ackOf('m2')).toEqual({ code: 500 });
  finish({ body: { toast: { type: 'info', content: 'x' } } });
  await stopped;
  expect(await platform.ackOf('m1')).toMatchObject({ code: 200 });
  expect(received).toHaveLength(1);
  expect(connection.state()).toBe('stopped');
  await platform.until(() => platform.sockets.at(-1)?.readyState === 3);
  expect(waits).toEqual([]);
});
