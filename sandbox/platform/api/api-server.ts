import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../clock';
import { freshId } from '../ids';
import { isRecord, type Json } from '../json';
import type { Settings } from '../settings';
import { type ApiCall, findRoute, type Reply, type Routes } from './api-routes';
import { CallRecords, type LoggedCall } from './call-records';
import { parseMultipart } from './multipart';
import { PlatformFault, tooMany } from './platform-fault';
import type { RateLimits } from './rate-limits';
import type { Tokens } from './tokens';
import type { Failure, Troubles } from './trouble';

const MAX_BODY = 32 * 1024 * 1024;
const PREFIX = '/open-apis';
/** Seconds that callers should wait after an ordered "too many requests". */
const RESET_SECONDS = 5;
const ENDPOINT = '/callback/ws/endpoint';

interface Parts {
  routes: Routes;
  tokens: Tokens;
  limits: RateLimits;
  troubles: Troubles;
  settings: Settings;
  clock: Clock;
  random: () => number;
  endpoint: (body: Json, host: string) => Json;
  onCall: (call: LoggedCall) => void;
  /** Serves requests outside the API, such as the page. */
  other?: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

interface Answer {
  status: number;
  code: number;
  headers: Record<string, string>;
  body: Buffer | string;
  drop?: boolean;
}

/** The HTTP server of the API: finds the route, makes ordered trouble, checks token and rates, keeps the log. */
export class ApiServer {
  readonly http: Server;
  readonly log: LoggedCall[] = [];
  readonly records = new CallRecords();
  private readonly uuids = new Set<string>();

  constructor(private readonly parts: Parts) {
    this.http = createServer((request, response) => {
      this.serve(request, response).catch(() => response.destroy());
    });
  }

  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.http.once('error', reject);
      this.http.listen(port, host, resolve);
    });
    return (this.http.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.http.close(() => resolve()));
    this.http.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'POST' && url.pathname === ENDPOINT) {
      const body = jsonOf(await readBody(request));
      return send(response, jsonAnswer(this.parts.endpoint(body, request.headers.host ?? 'localhost')));
    }
    if (url.pathname.startsWith(`${PREFIX}/`)) return this.serveApi(request, response, url);
    if (this.parts.other) return this.parts.other(request, response);
    return send(response, { status: 404, code: 0, headers: {}, body: '404 page not found' });
  }

  private async serveApi(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const path = url.pathname.slice(PREFIX.length);
    const startedAt = Date.now();
    const method = request.method ?? 'GET';
    const bytes = await readBody(request);
    const type = request.headers['content-type'] ?? '';
    const form = type.startsWith('multipart/') ? parseMultipart(bytes, type) : null;
    const found = findRoute(this.parts.routes, method, path);
    const call: ApiCall = {
      method,
      path,
      api: found?.api ?? path,
      params: found?.params ?? {},
      query: url.searchParams,
      body: form ? {} : jsonOf(bytes),
      form,
    };
    const work = async () => {
      this.admit(call, request.headers.authorization);
      if (!found) throw new PlatformFault(99991404, 'no such api', 404);
      return found.handler(call);
    };
    const answer = await this.answer(call, work);
    this.record(call, answer, startedAt);
    if (answer.drop) request.socket.destroy();
    else send(response, answer);
  }

  private async answer(call: ApiCall, work: () => Promise<Reply>): Promise<Answer> {
    const { troubles, settings, random } = this.parts;
    await troubles.pass(call, 'before');
    if (settings.latencyMs > 0) await wait(settings.latencyMs);
    const failure = troubles.take(call);
    if (failure && !failure.afterEffect) return failed(failure);
    if (!failure && settings.rateLimited) return faultAnswer(tooMany(RESET_SECONDS));
    if (!failure && settings.errorRate > random()) return failed({ code: 2200, msg: 'internal error' });
    const answer = await work().then(answerOf, faultAnswer);
    await troubles.pass(call, 'after');
    return failure ? failed(failure) : answer;
  }

  private admit(call: ApiCall, authorization: string | undefined): void {
    const { tokens, limits, settings } = this.parts;
    if (call.api.startsWith('/auth/')) return;
    tokens.check(authorization);
    if (settings.limits) limits.takeApi(`${call.method} ${call.api}`);
    if (settings.monthlyQuota !== null && this.countedCalls() >= settings.monthlyQuota) {
      throw new PlatformFault(99991403, 'This month’s API call quota has been exceeded', 429);
    }
  }

  /** Number of successful calls that use up the monthly quota. Calls for tokens and contacts do not count. */
  countedCalls(): number {
    const free = (api: string) => api.startsWith('/auth/') || api.startsWith('/contact/');
    return this.log.filter(({ code, status, api }) => code === 0 && status === 200 && !free(api)).length;
  }

  private record(call: ApiCall, answer: Answer, startedAt: number): void {
    const { method, path, api, query, body, form } = call;
    const realAt = Date.now();
    const logged: LoggedCall = {
      at: this.parts.clock.now(),
      realAt,
      method,
      path,
      api,
      status: answer.drop ? 0 : answer.status,
      code: answer.code,
      durationMs: realAt - startedAt,
      repeats: this.repeats(body.uuid ?? query.get('uuid')),
    };
    this.log.push(logged);
    const asked = query.size > 0 ? { ...logged, path: `${path}?${query}` } : logged;
    this.records.add(asked, form ?? body, answer.drop ? '' : answer.body);
    this.parts.onCall(logged);
  }

  private repeats(uuid: unknown): boolean {
    if (typeof uuid !== 'string' || uuid === '') return false;
    const known = this.uuids.has(uuid);
    this.uuids.add(uuid);
    return known;
  }
}

function answerOf(reply: Reply): Answer {
  if ('file' in reply) {
    const { contentType, name, bytes } = reply.file;
    const encoded = encodeURIComponent(name);
    const disposition = `attachment; filename="${encoded}"; filename*=UTF-8''${encoded}`;
    return {
      status: 200,
      code: 0,
      headers: { 'content-type': contentType, 'content-disposition': disposition },
      body: bytes,
    };
  }
  return jsonAnswer('body' in reply ? reply.body : { code: 0, msg: 'success', data: reply.data ?? {} });
}

function faultAnswer(error: unknown): Answer {
  // A bug of the sandbox must not look like a refusal.
  if (!(error instanceof PlatformFault)) return failed({ code: 2200, msg: `internal error: ${String(error)}` });
  const { code, message, status, headers } = error;
  const log = { log_id: freshId(''), troubleshooter: '' };
  return jsonAnswer({ code, msg: message, error: log }, status, headers);
}

function failed({ httpStatus = 500, code = 5000, msg = 'internal error', headers, rawBody, drop }: Failure): Answer {
  const answer = jsonAnswer({ code, msg }, httpStatus, headers);
  return { ...answer, ...(rawBody === undefined ? {} : { body: rawBody }), drop: drop ?? false };
}

function jsonAnswer(body: Json, status = 200, headers: Record<string, string> = {}): Answer {
  const code = typeof body.code === 'number' ? body.code : 0;
  const all = { 'content-type': 'application/json; charset=utf-8', 'x-tt-logid': freshId(''), ...headers };
  return { status, code, headers: all, body: JSON.stringify(body) };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body);
}

/** Reads the body; throws if the body is larger than the platform allows. */
export async function readBody(request: IncomingMessage, max = MAX_BODY): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > max) throw new Error('body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function jsonOf(bytes: Buffer): Json {
  try {
    const parsed: unknown = JSON.parse(bytes.toString());
    return isRecord(parsed) ? parsed : {};
  } catch {
    return {};
  }
}
