import { createDecipheriv, createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  raw: string;
  // Whatever was pushed, decrypted.
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it by name
  body: any;
}

/** A request URL that records requests and gives ordered answers. */
export async function startBotStub(encryptKey: string) {
  const received: Received[] = [];
  const answers: (() => unknown)[] = [];
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const raw = Buffer.concat(chunks).toString();
    const { encrypt } = JSON.parse(raw || '{}') as { encrypt?: string };
    const body = JSON.parse(encrypt ? decrypt(encrypt, encryptKey) : raw || '{}');
    received.push({ path: request.url ?? '', headers: request.headers, raw, body });
    const answer = answers.shift()?.() ?? {};
    if (answer === 'never') return;
    if (typeof answer === 'number') response.writeHead(answer).end();
    else if (typeof answer === 'string') response.end(answer);
    else response.end(JSON.stringify(body.challenge ? { challenge: body.challenge } : answer));
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    /** Orders the next answer: an object as JSON, a number as a bare status, a text as it is, or `never`. */
    answerNext: (...next: unknown[]) => answers.push(...next.map((answer) => () => answer)),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function decrypt(encrypted: string, encryptKey: string): string {
  const bytes = Buffer.from(encrypted, 'base64');
  const key = createHash('sha256').update(encryptKey).digest();
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16));
  return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString();
}
