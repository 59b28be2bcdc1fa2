import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { ChangeStream } from './change-stream';
import { type PageParts, pageApi } from './page-api';

/** Folder of the built page: beside the built server, or in `dist` if the sources run. */
const BUILT_PAGE =
  extname(__filename) === '.js' ? join(__dirname, 'page') : join(__dirname, '..', 'dist', 'sandbox', 'page');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** HTML files by address. */
const PAGES: Record<string, string> = { '/': 'index.html', '/cards': 'cards.html' };
const ASSET = /^\/[a-z][a-z0-9-]*\.(?:html|css|mjs|js|svg)$/i;
const SECURITY = {
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** Serves the built page (`assets`) and its API to browsers on this machine only. */
export function pageServer(parts: PageParts, stream: ChangeStream, assets = BUILT_PAGE) {
  const api = pageApi(parts);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const end = (status: number, type: string, body: string | Buffer) => {
      response.writeHead(status, { ...SECURITY, 'content-type': type }).end(body);
    };
    if (!isLocal(request)) return end(403, 'text/plain', 'only for browsers on this machine');
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET' && url.pathname === '/sandbox/stream') {
      return stream.open(request, response);
    }
    if (request.method === 'GET' && url.pathname.startsWith('/sandbox/files/')) {
      const file = parts.feishu.file(url.pathname.slice('/sandbox/files/'.length));
      if (!file) return end(404, 'text/plain', 'no such file');
      // The browser must never open uploaded bytes as a page of this origin.
      const shown = file.contentType.startsWith('image/') && !file.contentType.includes('svg');
      response.setHeader('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`);
      return end(200, shown ? file.contentType : 'application/octet-stream', file.bytes);
    }
    if (request.method === 'GET' && (url.pathname in PAGES || ASSET.test(url.pathname))) {
      const name = PAGES[url.pathname] ?? url.pathname.slice(1);
      const bytes = await readFile(join(assets, name)).catch(() => null);
      return bytes ? end(200, TYPES[extname(name)] ?? 'text/plain', bytes) : end(404, 'text/plain', 'not found');
    }
    if (request.method === 'POST' && request.headers['content-type']?.split(';')[0] !== 'application/json') {
      return end(415, 'text/plain', 'only application/json');
    }
    const answer = await api(request, url);
    if (answer) return end(answer.status, 'application/json; charset=utf-8', JSON.stringify(answer.body));
    return end(404, 'text/plain', 'not found');
  };
}

/** Whether a request comes from this machine's own page: no foreign host name (DNS rebinding), no other site. */
function isLocal({ headers }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  if (!/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host)) return false;
  return headers.origin === undefined || headers.origin === `http://${host}`;
}
