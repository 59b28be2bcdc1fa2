import { Agent, request } from 'node:http';
import { Inbox } from '../src/engine/inbox/inbox';
import { normalize } from '../src/feishu/normalize';
import { createHttpServer } from '../src/http/server';
import { type Sealed, seal } from '../test/feishu/sealing';
import { type BenchDatabase, rawCommitsAround, SIDE_BY_SIDE } from './databases';
import { type Measurement, perSecond } from './measure';
import { coreAt } from './organisation';

const EVENTS = 3000;
const WARM_UP = 300;
const KEYS = { appId: 'cli_0123456789abcdef', encryptKey: 'bench-encrypt-key', verificationToken: 'bench-token' };
const NOW = Date.parse('2026-11-24T01:00:00Z');

/** A forwarded message as the platform pushes it. */
function messageEvent(i: number) {
  const content = JSON.stringify({ text: `客户：海风公司。刚装的空调漏水，地板都泡了，请尽快派人维修 ${i}` });
  return {
    schema: '2.0',
    header: {
      event_id: `event-${i}`,
      event_type: 'im.message.receive_v1',
      create_time: String(NOW),
      token: KEYS.verificationToken,
      app_id: KEYS.appId,
      tenant_key: 'tenant',
    },
    event: {
      sender: { sender_id: { open_id: `ou_${i % 50}`, union_id: `on_${i % 50}` }, sender_type: 'user' },
      message: {
        message_id: `om_${i}`,
        create_time: String(NOW),
        chat_id: `oc_${i % 50}`,
        chat_type: 'p2p',
        message_type: 'text',
        content,
      },
    },
  };
}

/**
 * Events received per second, from HTTP over signature and decryption to the commit; no event is worked off meanwhile.
 */
export async function measureReceiving(database: BenchDatabase): Promise<Measurement> {
  const core = coreAt(NOW, database.inTransaction);
  const { log, clock } = core;
  const unused = (name: string) => () => {
    throw new Error(`${name} is not part of this measurement`);
  };
  const inbox = new Inbox({
    core,
    gate: { meet: () => {}, refusal: async () => null },
    forms: { ask: unused('ask') },
    taps: { tap: unused('tap') },
    batches: { tap: async () => null },
    desk: { tap: async () => null },
    router: { route: unused('route'), delayed: unused('delayed'), giveUp: unused('giveUp') },
    normalize: (envelope) => normalize(envelope, 'ou_bot'),
    openIds: { learn: async () => false },
    draw: (card) => card,
    stillWorking: {},
    notUnderstood: {},
  });
  const feishu = { receive: inbox.receive.bind(inbox), keys: KEYS, clock };
  const server = createHttpServer({
    log,
    ready: async () => ({ status: 'ready', checks: {} }),
    metrics: async () => '',
    feishu,
  });
  const port = await server.listen(0, '127.0.0.1');
  const agent = new Agent({ keepAlive: true, maxSockets: SIDE_BY_SIDE });
  const sealed = Array.from({ length: WARM_UP + EVENTS }, (_, i) => seal(messageEvent(i), KEYS.encryptKey, NOW));
  const push = (i: number) => post(port, agent, sealed[i] as Sealed);

  await perSecond(WARM_UP, SIDE_BY_SIDE, push);
  const limit = await rawCommitsAround(database, JSON.stringify(messageEvent(0)));
  const value = await perSecond(EVENTS, SIDE_BY_SIDE, (i) => push(WARM_UP + i));
  agent.destroy();
  await server.close();
  return {
    what: 'events received (HTTP, signature, decryption, commit)',
    database: database.dialect,
    unit: '/s',
    value,
    limit: await limit(),
    limitIs: 'one raw INSERT a commit',
    note: 'the sender runs in the same process',
  };
}

function post(port: number, agent: Agent, { body, headers }: Sealed): Promise<void> {
  return new Promise((resolve, reject) => {
    const sending = request(
      { port, host: '127.0.0.1', agent, method: 'POST', path: '/feishu/events', headers },
      (answer) => {
        answer.resume();
        answer.on('end', () => {
          if (answer.statusCode === 200) resolve();
          else reject(new Error(`an event was answered ${answer.statusCode}`));
        });
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}
