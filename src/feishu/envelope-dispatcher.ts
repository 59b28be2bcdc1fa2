import { EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk';
import type { Logger } from 'pino';
import { codeOf } from '../domain/errors';
import type { JsonObject } from '../domain/messaging';
import { asObject, asText } from './loose-json';
import { CARD_CALLBACK, type Receive } from './receive-envelope';
import { silentLogger } from './sdk-log';

/**
 * Replaces the SDK's dispatcher, which merges header and event into one object and acknowledges unknown types. This one
 * passes every envelope to `receive` unchanged. If `receive` throws, Feishu gets a 500.
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

  /** Refuses new events and waits for running ones, for at most `withinMs` milliseconds. */
  async drain(withinMs: number): Promise<void> {
    this.draining = true;
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise((resolve) => {
      timer = setTimeout(resolve, withinMs);
    });
    await Promise.race([Promise.allSettled([...this.running]), tooLong]);
    clearTimeout(timer);
    // Acknowledgements leave after the handlers, and `sent` is called after the acknowledgements.
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
      // The SDK logs every error that it catches, so the cause is not passed on.
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
