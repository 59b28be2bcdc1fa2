import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { defaultHttpInstance, type HttpInstance } from '@larksuiteoapi/node-sdk';
import { SECOND } from '../domain/time';
import { asObject, asText, type Loose } from './loose-json';
import type { ResponseHeaders } from './platform-errors';
import type { TenantToken } from './tenant-token';

/** What the SDK asks for; a few more fields pass through its `request`. */
export interface CallConfig {
  url?: string;
  method?: string;
  headers?: Record<string, unknown>;
  params?: unknown;
  data?: unknown;
  responseType?: string;
  timeout?: number;
  maxContentLength?: number;
  $return_headers?: boolean;
}

/** The platform answered, and not with success. */
export class FeishuRefusal extends Error {
  override readonly name = 'FeishuRefusal';
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: ResponseHeaders,
  ) {
    super(`HTTP ${status}`);
  }
}

/** No answer that can be read came back. Carries nothing of the request, which holds a token. */
export class TransportFault extends Error {
  override readonly name = 'TransportFault';
  constructor(readonly reason: 'timeout' | 'too_large' | 'network') {
    super(`transport: ${reason}`);
  }
}

interface Answer {
  status: number;
  headers: ResponseHeaders;
  body: Buffer;
}

export type Exchange = (config: CallConfig) => Promise<Answer>;

const TIMEOUT = 10 * SECOND;
const MAX_ANSWER = 8 * 1024 * 1024;
const MAX_SOCKETS = 50;
/** tenant and app token invalid or expired */
const STALE_TOKEN = [99991663, 99991664];

/** One HTTP exchange through the client that comes with the SDK: bounded in time and size, redirects not followed. */
export function createExchange(baseUrl: string, timeoutMs = TIMEOUT): Exchange {
  const options = { keepAlive: true, maxSockets: MAX_SOCKETS };
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(baseUrl).hostname);
  const axios = defaultHttpInstance.create({
    httpAgent: new HttpAgent(options),
    httpsAgent: new HttpsAgent(options),
    maxRedirects: 0,
    validateStatus: () => true,
    ...(isLoopback ? { proxy: false as const } : {}),
  });
  return async ({ responseType: _, $return_headers: __, ...config }) => {
    const limit = config.timeout ?? timeoutMs;
    try {
      const { status, headers, data } = await axios.request<Buffer>({
        maxContentLength: MAX_ANSWER,
        ...prepared(config),
        responseType: 'arraybuffer',
        timeout: limit,
        signal: AbortSignal.timeout(limit),
      });
      return { status, headers: { ...headers }, body: data };
    } catch (error) {
      throw new TransportFault(reasonOf(error));
    }
  };
}

function reasonOf(error: unknown): TransportFault['reason'] {
  const { code, message } = asObject(error);
  if (asText(message).includes('maxContentLength')) return 'too_large';
  return code === 'ECONNABORTED' || code === 'ETIMEDOUT' || code === 'ERR_CANCELED' ? 'timeout' : 'network';
}

/** A GET has no body, and an upload is a form whose files have names: without one the platform sees a text field. */
function prepared(config: CallConfig): CallConfig & { headers: Record<string, string> } {
  const { 'Content-Type': type, ...headers } = (config.headers ?? {}) as Record<string, string>;
  if (config.method?.toUpperCase() === 'GET') return { ...config, headers, data: undefined };
  if (type !== 'multipart/form-data') {
    return { ...config, headers: { ...headers, 'Content-Type': type ?? 'application/json; charset=utf-8' } };
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(asObject(config.data))) {
    if (Buffer.isBuffer(value)) form.append(name, new Blob([new Uint8Array(value)]), 'upload');
    else form.append(name, String(value));
  }
  return { ...config, headers, data: form };
}

/**
 * What the SDK's client calls through. Resolves with the platform's answer, or its bytes where asked for as
 * `arraybuffer`; throws `FeishuRefusal` or `TransportFault`. A token that was revoked is renewed, once.
 */
export function authorizedInstance(exchange: Exchange, tokens: TenantToken): HttpInstance {
  const once = async (config: CallConfig, token: string) => {
    const headers = { ...config.headers, Authorization: `Bearer ${token}` };
    return unwrap(await exchange({ ...config, headers }), config);
  };
  return onlyRequest(async (config) => {
    const token = await tokens.get();
    try {
      return await once(config, token);
    } catch (error) {
      if (!(error instanceof FeishuRefusal) || !STALE_TOKEN.includes(Number(asObject(error.body).code))) throw error;
      tokens.drop(token);
      return once(config, await tokens.get());
    }
  });
}

/** For the long connection's way in, which needs no token and whose codes the SDK reads itself. */
export function plainInstance(exchange: Exchange): HttpInstance {
  return onlyRequest(async (config) => parsed(await exchange(config)));
}

/** The JSON of a call that needs no token; throws like the others. */
export async function callPlain(exchange: Exchange, config: CallConfig): Promise<Loose> {
  return asObject(unwrap(await exchange(config), config));
}

/** The SDK uses nothing else of an instance while its token cache is off. */
function onlyRequest(request: (config: CallConfig) => Promise<unknown>): HttpInstance {
  return { request } as unknown as HttpInstance;
}

function unwrap(answer: Answer, config: CallConfig): unknown {
  const { status, headers, body } = answer;
  if (config.responseType === 'arraybuffer' && isFile(answer)) return { data: body, headers };
  const json = parsed(answer);
  if (status >= 300 || asObject(json).code !== 0) throw new FeishuRefusal(status, json, headers);
  return config.$return_headers ? { data: json, headers } : json;
}

/** A refused download comes as JSON, and so may the file itself: only a refusal has a code. */
function isFile(answer: Answer): boolean {
  if (answer.status >= 300) return false;
  if (!asText(answer.headers['content-type']).includes('application/json')) return true;
  const { code, msg } = asObject(parsed(answer));
  return answer.headers['content-disposition'] !== undefined || typeof code !== 'number' || typeof msg !== 'string';
}

function parsed(answer: Answer): unknown {
  try {
    return JSON.parse(answer.body.toString('utf8'));
  } catch {
    return null;
  }
}
