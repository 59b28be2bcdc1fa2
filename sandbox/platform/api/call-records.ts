import type { Json } from '../json';
import type { Form } from './multipart';

const KEPT = 2000;
const MAX_CHARACTERS = 64 * 1024;
const MESSAGE_ID = /om_[0-9a-f]{32}/g;

/** One call as the platform saw it. */
export interface LoggedCall {
  at: number;
  /** On the real clock, whatever the platform's says. */
  realAt: number;
  method: string;
  path: string;
  /** The route, e.g. `/im/v1/messages/:message_id`. */
  api: string;
  /** 0 where the connection was cut instead. */
  status: number;
  code: number;
  /** In real milliseconds. */
  durationMs: number;
  /** Whether an earlier call came with the same `uuid`. */
  repeats: boolean;
}

/** The same with its bodies, as JSON text that may be cut short; null where they hold credentials. */
export interface CallRecord extends LoggedCall {
  request: string | null;
  response: string | null;
  /** The messages that it is about. */
  messages: Set<string>;
}

/** The latest calls with what they carried, for whoever looks into them. */
export class CallRecords {
  private readonly kept: CallRecord[] = [];

  add(call: LoggedCall, request: Json | Form, response: Buffer | string): void {
    const secret = call.api.startsWith('/auth/');
    const asked = request instanceof Map ? formText(request) : JSON.stringify(request);
    const told = typeof response === 'string' ? response : JSON.stringify({ bytes: response.length });
    this.kept.push({
      ...call,
      request: secret ? null : asked.slice(0, MAX_CHARACTERS),
      response: secret ? null : told.slice(0, MAX_CHARACTERS),
      messages: secret ? new Set() : new Set([...idsIn(call.path), ...idsOfAnswer(told)]),
    });
    if (this.kept.length > KEPT) this.kept.shift();
  }

  /** Oldest first. */
  about(messageId: string): CallRecord[] {
    return this.kept.filter(({ messages }) => messages.has(messageId));
  }
}

const idsIn = (text: string) => text.match(MESSAGE_ID) ?? [];

/** The message that was answered with, and those it hangs under. */
function idsOfAnswer(text: string): string[] {
  return [...text.matchAll(/"(?:message_id|root_id|parent_id)":"(om_[0-9a-f]{32})"/g)].map(([, id = '']) => id);
}

function formText(form: Form): string {
  const shown = [...form].map(([name, bytes]) => [
    name,
    bytes.length > 200 ? `(${bytes.length} bytes)` : bytes.toString(),
  ]);
  return JSON.stringify(Object.fromEntries(shown));
}
