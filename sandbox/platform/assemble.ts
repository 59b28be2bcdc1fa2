import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock';
import { ApiServer } from './api/api-server';
import { appRoutes } from './api/app-routes';
import { directoryRoutes } from './api/directory-routes';
import { messageRoutes } from './api/message-routes';
import { RateLimits } from './api/rate-limits';
import { tokenRoutes } from './api/token-routes';
import { Tokens } from './api/tokens';
import { Troubles } from './api/trouble';
import { uploadRoutes } from './api/upload-routes';
import { CardClient } from './cards/card-client';
import { type ClientConfig, DEFAULT_CLIENT_CONFIG, LongConnections } from './events/long-connection';
import { Pusher } from './events/pusher';
import { Inspector } from './inspector';
import type { Memory } from './memory';
import { MessageChanges } from './messages/message-changes';
import { Outgoing } from './messages/outgoing';
import type { Company } from './model';
import { PeopleActions } from './people/people-actions';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { Store } from './store';

/** Options of a local Feishu. */
export interface LocalFeishuOptions {
  company: Company;
  clock: Clock;
  appId: string;
  appSecret: string;
  /** Port to listen on; 0, the default, takes any free port. */
  port?: number;
  host?: string;
  settings?: Partial<Settings>;
  clientConfig?: Partial<ClientConfig>;
  /** How long a push or a callback may take, in real time; 3000 on the real platform. */
  deadlineMs?: number;
  random?: () => number;
  /** State of an earlier process to go on with. If absent, the state ends with the process. */
  memory?: Memory;
  /** Serves paths outside the API. */
  other?: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** Creates the parts of the platform and connects them. The server does not listen yet. */
export function assemble(options: LocalFeishuOptions) {
  const { company, clock, appId, appSecret, memory, random = Math.random, deadlineMs = 3000 } = options;
  const settings: Settings = { ...DEFAULT_SETTINGS, ...options.settings };
  const store = new Store(company, clock, memory);
  store.takesElement = (tag) => !settings.refusedElements.includes(tag);
  const limits = new RateLimits(clock);
  const tokens = new Tokens(clock);
  const troubles = new Troubles();
  const pusher = new Pusher(clock, { appId, tenantKey: company.tenantKey }, memory);
  const outgoing = new Outgoing({ store, limits, settings, appId, memory });
  const changes = new MessageChanges(store, limits, settings, outgoing);
  const connections = new LongConnections({
    settings,
    clientConfig: { ...DEFAULT_CLIENT_CONFIG, ...options.clientConfig },
    deadlineMs,
    random,
    admits: (id, secret) => id === appId && secret === appSecret,
    onChange: () => store.changed({ kind: 'bot' }),
  });
  const server = new ApiServer({
    routes: {
      ...tokenRoutes(tokens, { appId, appSecret }),
      ...messageRoutes({ store, outgoing, changes, settings, appId }),
      ...directoryRoutes(store, limits, settings),
      ...uploadRoutes(store),
      ...appRoutes(settings),
    },
    tokens,
    limits,
    troubles,
    settings,
    clock,
    random,
    endpoint: (body, host) => connections.endpoint(body, host),
    onCall: () => store.changed({ kind: 'call' }),
    other: options.other,
  });
  server.http.on('upgrade', (request, socket, head) => connections.upgrade(request, socket, head));
  return {
    settings,
    deadlineMs,
    store,
    tokens,
    troubles,
    pusher,
    connections,
    server,
    people: new PeopleActions(store, pusher, settings, outgoing),
    client: new CardClient(store, pusher, settings),
    inspector: new Inspector(store, pusher, server.records),
  };
}

/** The connected parts of the platform. */
export type Parts = ReturnType<typeof assemble>;
