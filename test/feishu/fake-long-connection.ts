import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as protobuf from 'protobufjs';
import { type WebSocket, WebSocketServer } from 'ws';

const { root } = protobuf.parse(`
  syntax = "proto2";
  message Header { required string key = 1; required string value = 2; }
  message Frame {
    required uint64 SeqID = 1; required uint64 LogID = 2; required int32 service = 3; required int32 method = 4;
    repeated Header headers = 5; optional string payloadEncoding = 6; optional string payloadType = 7;
    optional bytes payload = 8; optional string LogIDNew = 9;
  }`);
const Frame = root.lookupType('Frame');

interface FrameJson {
  service: number;
  method: number;
  headers: { key: string; value: string }[];
  payload?: Uint8Array;
}

export interface Ack {
  code: number;
  data?: unknown;
}

/** The platform's side of the long connection: discovery, pings, pushes and their acknowledgements. */
export class FakeLongConnection {
  readonly acks = new Map<string, Ack>();
  readonly asked: unknown[] = [];
  /** The answers to discovery, in turn; afterwards every client is let in. */
  discovery: ({ status?: number; body: unknown } | 'silence')[] = [];
  answersPings = true;
  pings = 0;
  sockets: WebSocket[] = [];
  pingIntervalSeconds = 120;
  private readonly http = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      this.asked.push(JSON.parse(text));
      this.poke();
      const next = this.discovery.shift() ?? { body: this.welcome() };
      if (next === 'silence') return;
      const { status = 200, body } = next;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  private readonly ws = new WebSocketServer({ server: this.http });
  private waiting: (() => void)[] = [];
  url = '';

  async start(): Promise<this> {
    this.ws.on('connection', (socket) => this.serve(socket));
    await new Promise<void>((resolve) => this.http.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    for (const client of this.ws.clients) client.terminate();
    this.ws.close();
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  /** Resolves as soon as `isSo` holds; it is checked again after every frame and connection. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Makes `until` check again, from outside. */
  poke(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const look of waiting) look();
  }

  push(messageId: string, payload: unknown, parts = 1): void {
    const bytes = Buffer.from(JSON.stringify(payload));
    const size = Math.ceil(bytes.length / parts);
    for (let seq = parts - 1; seq >= 0; seq -= 1) {
      const headers = { type: 'event', message_id: messageId, sum: String(parts), seq: String(seq), trace_id: 'x' };
      this.write(1, headers, bytes.subarray(seq * size, (seq + 1) * size));
    }
  }

  /** Resolves when the client has read a pong; pings and frames of one socket stay in order. */
  async pong(): Promise<void> {
    this.write(0, { type: 'pong' }, Buffer.from(JSON.stringify(this.config())));
    const socket = this.sockets.at(-1);
    await new Promise((resolve) => {
      socket?.once('pong', resolve);
      socket?.ping();
    });
  }

  async ackOf(messageId: string): Promise<Ack> {
    await this.until(() => this.acks.has(messageId));
    return this.acks.get(messageId) as Ack;
  }

  private welcome() {
    const port = (this.http.address() as AddressInfo).port;
    const URL = `ws://127.0.0.1:${port}/ws/v2?fpid=1&device_id=77&service_id=5`;
    return { code: 0, msg: '', data: { URL, ClientConfig: this.config() } };
  }

  private config() {
    const PingInterval = this.pingIntervalSeconds;
    return { ReconnectCount: -1, ReconnectInterval: 120, ReconnectNonce: 30, PingInterval };
  }

  private serve(socket: WebSocket): void {
    this.sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.poke());
    socket.on('message', (data: Buffer) => {
      const frame = Frame.decode(data) as unknown as FrameJson;
      const header = (name: string) => frame.headers.find(({ key }) => key === name)?.value ?? '';
      if (frame.method === 0) {
        this.pings += 1;
        if (this.answersPings) this.write(0, { type: 'pong' }, Buffer.from(JSON.stringify(this.config())));
      } else {
        const { code, data: answer } = JSON.parse(Buffer.from(frame.payload ?? []).toString());
        const decoded = answer ? { data: JSON.parse(Buffer.from(answer, 'base64').toString()) } : {};
        this.acks.set(header('message_id'), { code, ...decoded });
      }
      this.poke();
    });
  }

  private write(method: number, headers: Record<string, string>, payload: Buffer): void {
    const pairs = Object.entries(headers).map(([key, value]) => ({ key, value }));
    const frame = { SeqID: 1, LogID: 2, service: 5, method, headers: pairs, payload };
    this.sockets.at(-1)?.send(Frame.encode(Frame.create(frame)).finish());
  }
}
