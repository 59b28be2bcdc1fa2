import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket, WebSocketServer } from 'ws';
import { freshId } from '../ids';
import type { Json } from '../json';
import type { Settings } from '../settings';
import { CONTROL, DATA, decodeFrame, encodeFrame, type Frame, headerOf } from './frames';
import type { Envelope, Outcome, Transport } from './transport';

const MAX_CONNECTIONS = 50;
/** A client loses frames that arrive together with the answer to the handshake. */
const SETTLE_MS = 10;
const SERVICE_ID = 33554678;

/** Client settings in seconds; `ReconnectCount` -1 means no limit. */
export interface ClientConfig {
  ReconnectCount: number;
  ReconnectInterval: number;
  ReconnectNonce: number;
  PingInterval: number;
}

/** Client settings of the real platform. */
export const DEFAULT_CLIENT_CONFIG: ClientConfig = {
  ReconnectCount: -1,
  ReconnectInterval: 120,
  ReconnectNonce: 30,
  PingInterval: 120,
};

interface Connection {
  socket: WebSocket;
  ready: Promise<void>;
}

interface Options {
  settings: Settings;
  clientConfig: ClientConfig;
  deadlineMs: number;
  random: () => number;
  /** Called when a connection opens or closes. */
  onChange?: () => void;
  /** Whether these are the app's credentials. */
  admits: (appId: unknown, appSecret: unknown) => boolean;
}

/** The platform's side of the long connection: endpoint, ping and pong, pushes and their acknowledgements. */
export class LongConnections implements Transport {
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly connections = new Set<Connection>();
  private readonly tickets = new Set<string>();
  private readonly pending = new Map<string, (outcome: Outcome) => void>();

  constructor(private readonly options: Options) {}

  get count(): number {
    return this.connections.size;
  }

  /** Answers `POST /callback/ws/endpoint`. `host` is the host that the client called. */
  endpoint({ AppID, AppSecret }: Json, host: string): Json {
    const { settings, clientConfig, admits } = this.options;
    const refuse = (code: number, msg: string) => ({ code, msg, data: {} });
    if (settings.endpointCode !== 0) return refuse(settings.endpointCode, 'system busy');
    if (!admits(AppID, AppSecret)) return refuse(514, 'app id or app secret is wrong');
    if (this.connections.size >= MAX_CONNECTIONS) return refuse(1000040350, 'the number of connections is exceeded');
    const ticket = randomUUID();
    this.tickets.add(ticket);
    // The SDK loses `device_id` or `service_id` if it is the first parameter.
    const query = `fpid=493&aid=552564&device_id=1&access_key=local&service_id=${SERVICE_ID}&ticket=${ticket}`;
    return { code: 0, msg: '', data: { URL: `ws://${host}/ws/v2?${query}`, ClientConfig: clientConfig } };
  }

  /** Accepts an upgrade request. A ticket opens one connection. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname !== '/ws/v2' || !this.tickets.delete(url.searchParams.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    this.server.handleUpgrade(request, socket, head, (opened) => this.accept(opened));
  }

  async deliver(envelope: Envelope): Promise<Outcome> {
    const connection = this.pick();
    if (!connection) return { ok: false, why: 'unreachable' };
    await connection.ready;
    const messageId = freshId('');
    const outcome = new Promise<Outcome>((resolve) => this.pending.set(messageId, resolve));
    const timer = setTimeout(() => this.settle(messageId, { ok: false, why: 'late' }), this.options.deadlineMs);
    const payload = Buffer.from(JSON.stringify({ ...envelope, header: { ...envelope.header, token: '' } }));
    const pieces = cut(payload, this.options.settings.fragments);
    for (const [seq, piece] of pieces.entries()) {
      connection.socket.send(encodeFrame(dataFrame(messageId, pieces.length, seq, piece)));
    }
    return outcome.finally(() => clearTimeout(timer));
  }

  /** Cuts all connections without a close frame, as a network failure does. */
  dropAll(): void {
    for (const { socket } of this.connections) socket.terminate();
  }

  close(): void {
    this.dropAll();
    for (const id of this.pending.keys()) this.settle(id, { ok: false, why: 'unreachable' });
    this.server.close();
  }

  private pick(): Connection | undefined {
    const open = [...this.connections].filter(({ socket }) => socket.readyState === WebSocket.OPEN);
    return open[Math.floor(this.options.random() * open.length)];
  }

  private accept(socket: WebSocket): void {
    const connection: Connection = { socket, ready: wait(SETTLE_MS) };
    this.connections.add(connection);
    this.options.onChange?.();
    socket.on('close', () => {
      this.connections.delete(connection);
      this.options.onChange?.();
    });
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => {
      try {
        this.receive(socket, decodeFrame(data as Buffer));
      } catch {
        socket.terminate();
      }
    });
  }

  private receive(socket: WebSocket, frame: Frame): void {
    const type = headerOf(frame, 'type');
    if (frame.method === CONTROL && type === 'ping') {
      const payload = Buffer.from(JSON.stringify(this.options.clientConfig));
      socket.send(encodeFrame({ ...frame, headers: [{ key: 'type', value: 'pong' }], payload }));
    } else if (frame.method === DATA) {
      this.settle(headerOf(frame, 'message_id') ?? '', readAck(frame));
    }
  }

  private settle(messageId: string, outcome: Outcome): void {
    this.pending.get(messageId)?.(outcome);
    this.pending.delete(messageId);
  }
}

function dataFrame(messageId: string, sum: number, seq: number, payload: Buffer): Frame {
  const words = { type: 'event', message_id: messageId, sum, seq, trace_id: freshId(''), timestamp: Date.now() };
  const headers = Object.entries(words).map(([key, value]) => ({ key, value: String(value) }));
  return { SeqID: 1, LogID: 1, service: SERVICE_ID, method: DATA, headers, payload };
}

function cut(payload: Buffer, pieces: number): Buffer[] {
  const size = Math.ceil(payload.length / Math.max(1, pieces));
  return Array.from({ length: Math.ceil(payload.length / size) }, (_, n) => payload.subarray(n * size, (n + 1) * size));
}

function readAck(frame: Frame): Outcome {
  try {
    const ack = JSON.parse(Buffer.from(frame.payload ?? []).toString()) as { code?: number; data?: string };
    if (ack.code !== 200) return { ok: false, why: 'refused', status: ack.code };
    const body = ack.data ? (JSON.parse(Buffer.from(ack.data, 'base64').toString()) as unknown) : undefined;
    return { ok: true, body };
  } catch {
    return { ok: false, why: 'malformed' };
  }
}
