import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Change } from './page-contract';

/** At 3600× the clock moves four times a second; so often it need not be told. */
const CLOCK_EVERY_MS = 500;

/** Tells every open page of changes as they happen, as server-sent events. */
export class ChangeStream {
  private readonly pages = new Set<ServerResponse>();
  private clockTimer: NodeJS.Timeout | null = null;

  open(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 1000\n\n');
    this.pages.add(response);
    request.on('close', () => this.pages.delete(response));
  }

  tell(change: Change): void {
    for (const page of this.pages) page.write(`data: ${JSON.stringify(change)}\n\n`);
  }

  /** The clock moved; told soon, and once for many moves. */
  tellClock(): void {
    if (this.clockTimer) return;
    this.clockTimer = setTimeout(() => {
      this.clockTimer = null;
      this.tell({ kind: 'clock' });
    }, CLOCK_EVERY_MS);
    this.clockTimer.unref();
  }

  /** Pages come back by themselves. */
  close(): void {
    if (this.clockTimer) clearTimeout(this.clockTimer);
    for (const page of this.pages) page.end();
  }
}
