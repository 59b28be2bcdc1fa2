import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import type { JsonObject } from '../domain/messaging';
import { HOUR, type Instant, SECOND } from '../domain/time';
import { asObject, asText } from './loose-json';

export interface GatewayKeys {
  /** Null or empty only if the app has none; then the token is the only proof. */
  encryptKey: string | null;
  verificationToken: string | null;
  appId: string;
}

export type RequestHeaders = Record<string, string | string[] | undefined>;

export type Opened =
  | { kind: 'challenge'; challenge: string }
  | { kind: 'event'; envelope: JsonObject }
  | { kind: 'fault'; status: 400 | 401; reason: string };

/** The platform pushes an event again for about 7 h and may keep its old signature (design §3.2). */
const MAX_AGE = 8 * HOUR;
const MAX_AHEAD = HOUR;
/** A URL check is small; a larger body without a signature is refused before it costs a decryption. */
const MAX_UNSIGNED_BYTES = 4096;

const UNSIGNED = 'the request is not signed';

const fault = (status: 400 | 401, reason: string): Opened => ({ kind: 'fault', status, reason });

/**
 * Proves that a pushed body comes from the platform, and decrypts it (design §3.2). The signature covers the raw bytes.
 * If the app has a key, a body that is not encrypted is refused, even if it is signed.
 */
export function openEnvelope(raw: Buffer, headers: RequestHeaders, keys: GatewayKeys, now: Instant): Opened {
  const outer = parseBytes(raw);
  if (!outer) return fault(400, 'the body is not a JSON object');
  const { encryptKey } = keys;
  if (!encryptKey && !keys.verificationToken) return fault(401, 'there is no key and no token to prove it with');
  if (!encryptKey) return read(outer, keys);
  if (typeof outer.encrypt !== 'string') return fault(401, 'the body is not encrypted');
  const signature = signatureFault(raw, headers, encryptKey, now);
  if (signature !== null && signature !== 'unsigned') return fault(401, signature);
  if (signature === 'unsigned' && raw.length > MAX_UNSIGNED_BYTES) return fault(401, UNSIGNED);
  const clear = decrypt(outer.encrypt, encryptKey);
  // All unsigned bodies get the same answer: telling bad padding from bad JSON would help to guess the clear text.
  if (signature === 'unsigned') return unsigned(clear, keys);
  if (!clear) return fault(401, 'the body cannot be decrypted');
  const inner = parseBytes(clear);
  return inner ? read(inner, keys) : fault(400, 'the decrypted body is not a JSON object');
}

/** The URL check is the only request without a signature. */
function unsigned(clear: Buffer | null, keys: GatewayKeys): Opened {
  const inner = clear && parseBytes(clear);
  const opened = inner && read(inner, keys);
  return opened?.kind === 'challenge' ? opened : fault(401, UNSIGNED);
}

function read(body: JsonObject, keys: GatewayKeys): Opened {
  const header = asObject(body.header);
  const token = asText(header.token) || asText(body.token);
  if (keys.verificationToken && !sameText(token, keys.verificationToken)) {
    return fault(401, 'the verification token is wrong');
  }
  if (body.type === 'url_verification') {
    if (typeof body.challenge !== 'string') return fault(400, 'the URL check has no challenge');
    return { kind: 'challenge', challenge: body.challenge };
  }
  // Not all events of the old form name the app; their signature has already proved our own key.
  const appId = asText(body.header ? header.app_id : asObject(body.event).app_id);
  if (appId !== '' && appId !== keys.appId) return fault(401, 'the event is for another app');
  if (asText(header.event_id) === '' && asText(body.uuid) === '') return fault(400, 'the event has no id');
  return { kind: 'event', envelope: body };
}

/** Null if the signature is right. */
function signatureFault(raw: Buffer, headers: RequestHeaders, encryptKey: string, now: Instant): string | null {
  const signature = headerOf(headers, 'x-lark-signature');
  if (signature === '') return 'unsigned';
  const timestamp = headerOf(headers, 'x-lark-request-timestamp');
  const expected = createHash('sha256')
    .update(timestamp + headerOf(headers, 'x-lark-request-nonce') + encryptKey)
    .update(raw)
    .digest('hex');
  if (!sameText(signature, expected)) return 'the signature is wrong';
  if (!/^\d{1,12}$/.test(timestamp)) return 'the timestamp is not a number';
  const age = now - Number(timestamp) * SECOND;
  if (age > MAX_AGE) return 'the request is more than 8 hours old';
  return age < -MAX_AHEAD ? 'the request is from the future' : null;
}

function headerOf(headers: RequestHeaders, name: string): string {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** AES-256-CBC; the key is the hash of the encrypt key, and the first block is the initialisation vector. */
function decrypt(encrypted: string, encryptKey: string): Buffer | null {
  const bytes = Buffer.from(encrypted, 'base64');
  if (bytes.length < 32 || bytes.length % 16 !== 0) return null;
  try {
    const key = createHash('sha256').update(encryptKey).digest();
    const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16));
    return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]);
  } catch {
    return null;
  }
}

function parseBytes(bytes: Buffer): JsonObject | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
  } catch {
    return null;
  }
}

/** Hashing makes the lengths equal, so that the time taken tells nothing. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
