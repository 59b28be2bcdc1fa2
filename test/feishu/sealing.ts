import { createCipheriv, createHash } from 'node:crypto';

/** Encrypts and signs as the platform does; written independently of the code under test. */
export interface Sealed {
  body: Buffer;
  headers: Record<string, string>;
}

export function encrypt(text: string, encryptKey: string): string {
  const iv = Buffer.alloc(16, 7);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

export function sign(body: Buffer, encryptKey: string, atMs: number, nonce = 'n1'): Record<string, string> {
  const timestamp = String(Math.floor(atMs / 1000));
  const text = Buffer.concat([Buffer.from(timestamp + nonce + encryptKey), body]);
  return {
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': createHash('sha256').update(text).digest('hex'),
  };
}

export function seal(event: unknown, encryptKey: string, atMs: number): Sealed {
  const body = Buffer.from(JSON.stringify({ encrypt: encrypt(JSON.stringify(event), encryptKey) }));
  return { body, headers: sign(body, encryptKey, atMs) };
}
