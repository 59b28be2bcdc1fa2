import { EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk';
import type { Logger } from 'pino';
import { codeOf } from '../domain/errors';
import type { JsonObject } from '../domain/messaging';
import { asObject, asText } from './loose-json';
import { CARD_CALLBACK, type Receive } from './receive-envelope';
import { silentLogger } from './sdk-log';

/**
 * Takes the place of the SDK's dispatcher, which melts header and event into one object and acknowledges types it does
 * not know. Here every envelope reaches `receive` as it came. Throwing makes the acknowledgement a 500.
 */
export class EnvelopeDispatcher extends EventDispatcher {
  private readonly running = new Set<Promise<unknown>>();
  private draining = false;

  constructor(
    private readonly receive: Receive,
    private readonly log: Logger,
    private readonly onEnvelope: () => void,
  ) {
    super({ logger: silentLogger, loggerLevel: LoggerLevel.error });
  }

  override invoke(data: unknown): Promise<JsonObject | null> {
    const handled = this.take(data as JsonObject);
    this.running.add(handled);
    const done = () => this.running.delete(handled);
    handled.then(done, done);
    return handled;
  }

  /** Refuses what comes from now on and waits for what is in hand, at most so many milliseconds. */
  async drain(withinMs: number): Promise<void> {
    this.draining = true;
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise((resolve) => {
      timer = setTimeout(resolve, withinMs);
    });
    await Promise.race([Promise.allSettled([...this.running]), tooLong]);
    clearTimeout(timer);
    // The acknowledgements leave after the handlers, and `sent` is called after the acknowledgements.
    await new Promise((resolve) => setImmediate(resolve));
  }

  private async take(envelope: JsonObject): Promise<JsonObject | null> {
    if (this.draining) throw new Error('stopping');
    this.onEnvelope();
    const type = asText(asObject(envelope.header).event_type);
    try {
      const { body, sent } = await this.receive(envelope);
      if (sent) setImmediate(() => this.after(sent));
      return type === CARD_CALLBACK ? body : null;
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      this.log.error({ type, error: codeOf(error) ?? name }, 'an event could not be taken; Feishu will send it again');
      // The SDK logs what it catches, so the cause stays here.
      throw new Error('not taken');
    }
  }

  private after(sent: () => void): void {
    try {
      sent();
    } catch (error) {
      this.log.error({ error: codeOf(error) ?? 'unknown' }, 'work after an acknowledgement failed');
    }
  }
}
