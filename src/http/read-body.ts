import type { IncomingMessage } from 'node:http';

export type ReadBody = { ok: true; bytes: Buffer } | { ok: false; reason: 'too_large' | 'aborted' };

/**
 * The request's bytes unchanged, because a signature covers them. Past the limit the rest is read and dropped, so that
 * the sender gets to read the refusal.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<ReadBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const refuse = () => {
      chunks.length = 0;
      request.removeListener('data', take);
      request.resume();
      resolve({ ok: false, reason: 'too_large' });
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) refuse();
      else chunks.push(chunk);
    };
    if (Number(request.headers['content-length']) > limit) {
      refuse();
      return;
    }
    request.on('data', take);
    request.once('end', () => resolve({ ok: true, bytes: Buffer.concat(chunks) }));
    request.once('error', () => resolve({ ok: false, reason: 'aborted' }));
    request.once('close', () => resolve({ ok: false, reason: 'aborted' }));
  });
}
