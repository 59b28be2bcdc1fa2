import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Call {
  method: string;
  path: string;
  query: Record<string, string>;
  token: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
  json: Record<string, unknown>;
}

type Answer = { status?: number; headers?: Record<string, string>; body: unknown };
type Handler = (call: Call, response: ServerResponse) => Answer | Promise<Answer> | undefined;

/** A platform on the loopback that hands out numbered tokens; each test sets its other answers. */
export class FakePlatform {
  readonly calls: Call[] = [];
  tokensGiven = 0;
  revoked = new Set<string>();
  tokenAnswer: (() => Answer) | null = null;
  answer: Handler = () => ({ body: { code: 0, msg: 'ok', data: {} } });
  private readonly server = createServer((request, response) => void this.handle(request, response));
  url = '';

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '', 'http://x');
    const body = Buffer.concat(chunks);
    const isJson = request.headers['content-type']?.startsWith('application/json') && body.length > 0;
    const call: Call = {
      method: request.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      token: (request.headers.authorization ?? '').replace('Bearer ', ''),
      headers: request.headers,
      body,
      json: isJson ? JSON.parse(body.toString()) : {},
    };
    const answer = await this.answerTo(call, response);
    if (!answer) return;
    const isText = typeof answer.body === 'string' || Buffer.isBuffer(answer.body);
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(isText ? answer.body : JSON.stringify(answer.body));
  }

  private answerTo(call: Call, response: ServerResponse) {
    if (call.path.endsWith('/tenant_access_token/internal')) {
      this.tokensGiven += 1;
      return (
        this.tokenAnswer?.() ?? {
          body: { code: 0, msg: 'ok', tenant_access_token: `t-${this.tokensGiven}`, expire: 7140 },
        }
      );
    }
    this.calls.push(call);
    if (this.revoked.has(call.token)) return { status: 400, body: { code: 99991663, msg: 'Invalid access token' } };
    return this.answer(call, response);
  }
}
