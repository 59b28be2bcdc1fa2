import { connect } from 'node:net';
import { pino } from 'pino';
import { createHttpServer, type HttpDeps, type HttpServer } from '../../src/http/server';

export interface World {
  url: string;
  port: number;
  server: HttpServer;
  logged: string[];
}

/** The program's HTTP side on a free loopback port; missing parts are healthy and empty. */
export async function serve(deps: Partial<HttpDeps> = {}): Promise<World> {
  const logged: string[] = [];
  const server = createHttpServer({
    log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
    ready: async () => ({ status: 'ready', checks: {} }),
    metrics: async () => '',
    ...deps,
  });
  const port = await server.listen(0, '127.0.0.1');
  return { url: `http://127.0.0.1:${port}`, port, server, logged };
}

/** Writes bytes to the port, each piece in a packet of its own; resolves with everything that came back. */
export function raw(port: number, pieces: (Buffer | string)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      answer += text;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
    const next = () => {
      const piece = pieces.shift();
      if (piece !== undefined) socket.write(piece, () => setImmediate(next));
    };
    socket.on('connect', next);
  });
}
