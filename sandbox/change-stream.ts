import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Change } from './page-contract';

/**
 * Real milliseconds between two news of the clock. At 3600× the clock moves four times a second, too often for pages.
 */
const CLOCK_EVERY_MS = 500;

/** Sends changes to all open pages as server-sent events. */
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

  /** Tells pages soon that the clock moved; many moves become one event. */
  tellClock(): void {
    if (this.clockTimer) return;
    this.clockTimer = setTimeout(() => {
      this.clockTimer = null;
      this.tell({ kind: 'clock' });
    }, CLOCK_EVERY_MS);
    this.clockTimer.unref();
  }

  /** Closes all streams. Pages connect again by themselves. */
  close(): void {
    if (this.clockTimer) clearTimeout(this.clockTimer);
    for (const page of this.pages) page.end();
  }
}
