import { request } from 'node:http';
import { isRecord, type Json } from './platform/json';

const ANSWER_MS = 10_000;
const QUICK_MS = 1500;

/** Calls to the bot outside the public protocol, in sandbox mode only. Each returns null if the bot does not answer. */
export class BotLink {
  constructor(private readonly url: string) {}

  /** Moves the bot's clock; resolves after the bot has sent what was due. */
  async moveClock(offsetMs: number): Promise<{ nextReminderAt: number | null } | null> {
    return nextIn(await this.json('POST', '/sandbox/clock', ANSWER_MS, { offsetMs }));
  }

  /** Time of the bot's next reminder or digest. */
  async nextReminder(): Promise<{ nextReminderAt: number | null } | null> {
    return nextIn(await this.json('GET', '/sandbox/clock', QUICK_MS));
  }

  /** The cases that a message is about. */
  timelines(messageId: string): Promise<Json | null> {
    return this.json('GET', `/sandbox/timelines?message=${encodeURIComponent(messageId)}`, QUICK_MS);
  }

  /** All cards that the product can send. */
  async cards(locale: string): Promise<unknown> {
    const answer = await this.json('GET', `/sandbox/cards?locale=${encodeURIComponent(locale)}`, ANSWER_MS);
    return answer?.cards ?? null;
  }

  /** Size of the bot's outbox, from its metrics. */
  async outbox(): Promise<{ depth: number; oldestSeconds: number } | null> {
    const text = await this.ask('GET', '/metrics', QUICK_MS);
    const gauge = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text ?? '')?.[1] ?? Number.NaN);
    const depth = gauge('feedback_outbox_depth');
    const oldestSeconds = gauge('feedback_outbox_oldest_seconds');
    return Number.isNaN(depth) || Number.isNaN(oldestSeconds) ? null : { depth, oldestSeconds };
  }

  private async json(method: string, path: string, withinMs: number, body?: Json): Promise<Json | null> {
    const text = await this.ask(method, path, withinMs, body);
    if (text === null) return null;
    try {
      const parsed: unknown = JSON.parse(text);
      return isRecord(parsed) ? parsed : null;
    } catch {
      return null;
    }
  }

  private ask(method: string, path: string, withinMs: number, body?: Json): Promise<string | null> {
    return new Promise((resolve) => {
      const sent = body === undefined ? '' : JSON.stringify(body);
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) };
      const call = request(`${this.url}${path}`, { method, agent: false, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => resolve(null));
        response.on('close', () => resolve(null));
        response.on('end', () => resolve((response.statusCode ?? 500) < 300 ? Buffer.concat(chunks).toString() : null));
      });
      call.setTimeout(withinMs, () => call.destroy());
      call.on('error', () => resolve(null));
      call.end(sent);
    });
  }
}

function nextIn(answer: Json | null): { nextReminderAt: number | null } | null {
  if (!answer) return null;
  return { nextReminderAt: typeof answer.nextReminderAt === 'number' ? answer.nextReminderAt : null };
}
