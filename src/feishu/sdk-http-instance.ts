import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { defaultHttpInstance, type HttpInstance } from '@larksuiteoapi/node-sdk';
import { SECOND } from '../domain/time';
import { asObject, asText, type Loose } from './loose-json';
import type { ResponseHeaders } from './platform-errors';
import type { TenantToken } from './tenant-token';

/** A call as the SDK describes it; a few more fields pass through its `request`. */
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

/** The platform answered with an error. */
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

/** No readable answer came back. Holds nothing of the request, because the request holds a token. */
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
/** The codes for a token that is invalid, expired or of the wrong app. */
const STALE_TOKEN = [99991663, 99991664, 99991665, 234002];

/** One HTTP exchange through the SDK's own client, limited in time and size; redirects are not followed. */
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

/** A GET has no body. An upload is a form whose files have names: without a name the platform reads a text field. */
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
 * The HTTP client for the SDK. Resolves with the platform's answer, or with its bytes for `arraybuffer`; throws
 * `FeishuRefusal` or `TransportFault`. A revoked token is renewed once.
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

/** The HTTP client for opening the long connection: that call needs no token, and the SDK reads its codes. */
export function plainInstance(exchange: Exchange): HttpInstance {
  return onlyRequest(async (config) => parsed(await exchange(config)));
}

/** Calls without a token and returns the JSON; throws `FeishuRefusal` or `TransportFault`. */
export async function callPlain(exchange: Exchange, config: CallConfig): Promise<Loose> {
  return asObject(unwrap(await exchange(config), config));
}

/** While its token cache is off, the SDK uses only `request`. */
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

/** Both a refused download and a downloaded file may be JSON: only a refusal has a code. */
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
