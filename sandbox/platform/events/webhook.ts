import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import * as http from 'node:http';
import * as https from 'node:https';
import type { Clock } from '../../clock';
import type { Envelope, Outcome, Transport } from './transport';

/** The bot's request URL and its keys. */
export interface WebhookTarget {
  url: string;
  /** If absent, bodies are neither encrypted nor signed. */
  encryptKey?: string;
  verificationToken: string;
}

/** Pushes to the bot's request URL, encrypted and signed. */
export class Webhook implements Transport {
  constructor(
    private readonly target: WebhookTarget,
    private readonly clock: Clock,
    private readonly settings: { signRetriesAnew: boolean },
    private readonly deadlineMs: number,
  ) {}

  deliver(envelope: Envelope, firstAt: number): Promise<Outcome> {
    const { encryptKey, verificationToken } = this.target;
    const body = { ...envelope, header: { ...envelope.header, token: verificationToken } };
    const signedAt = this.settings.signRetriesAnew ? this.clock.now() : firstAt;
    return this.post(sealEvent(body, { encryptKey, timestampMs: signedAt }), this.deadlineMs);
  }

  /** Checks the URL as the developer console does; true if the challenge came back within 1 s. */
  async verify(): Promise<boolean> {
    const challenge = randomBytes(12).toString('hex');
    const request = { type: 'url_verification', challenge, token: this.target.verificationToken };
    const { body } = sealEvent(request, { encryptKey: this.target.encryptKey, timestampMs: this.clock.now() });
    const outcome = await this.post({ body, headers: {} }, Math.min(1000, this.deadlineMs));
    return outcome.ok && (outcome.body as { challenge?: unknown } | null)?.challenge === challenge;
  }

  private post({ body, headers }: Sealed, deadlineMs: number): Promise<Outcome> {
    const { promise, resolve } = settled<Outcome>();
    const url = new URL(this.target.url);
    const { request } = url.protocol === 'https:' ? https : http;
    const type = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) };
    const options = { method: 'POST', agent: false as const, headers: { ...type, ...headers, connection: 'close' } };
    const call = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => resolve({ ok: false, why: 'unreachable' }));
      response.on('end', () => resolve(read(response.statusCode ?? 0, Buffer.concat(chunks).toString())));
    });
    const timer = setTimeout(() => {
      resolve({ ok: false, why: 'late' });
      call.destroy();
    }, deadlineMs);
    call.on('error', () => resolve({ ok: false, why: 'unreachable' }));
    call.end(body);
    return promise.finally(() => clearTimeout(timer));
  }
}

/** A push as it goes over the wire. */
export interface Sealed {
  body: string;
  headers: Record<string, string>;
}

/** Body and headers of a push; encrypted and signed if there is a key. */
export function sealEvent(event: unknown, { encryptKey, timestampMs }: { encryptKey?: string; timestampMs: number }) {
  const plain = JSON.stringify(event);
  if (!encryptKey) return { body: plain, headers: {} } satisfies Sealed;
  const body = JSON.stringify({ encrypt: encrypt(plain, encryptKey) });
  const timestamp = String(Math.floor(timestampMs / 1000));
  const nonce = randomBytes(8).toString('hex');
  const signature = createHash('sha256').update(`${timestamp}${nonce}${encryptKey}${body}`).digest('hex');
  const headers = {
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': signature,
  };
  return { body, headers } satisfies Sealed;
}

function encrypt(plain: string, encryptKey: string): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv);
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
}

function read(status: number, text: string): Outcome {
  if (status !== 200) return { ok: false, why: 'refused', status };
  try {
    return { ok: true, body: JSON.parse(text) as unknown };
  } catch {
    return { ok: true, body: undefined };
  }
}

function settled<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
