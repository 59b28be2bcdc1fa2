import type { Json } from '../json';
import type { Form } from './multipart';

const KEPT = 2000;
const MAX_CHARACTERS = 64 * 1024;
const MESSAGE_ID = /om_[0-9a-f]{32}/g;

/** One API call as the platform saw it. */
export interface LoggedCall {
  at: number;
  /** Time on the real clock, not on the platform's clock. */
  realAt: number;
  method: string;
  path: string;
  /** The route, e.g. `/im/v1/messages/:message_id`. */
  api: string;
  /** HTTP status; 0 if the connection was cut. */
  status: number;
  code: number;
  /** Duration in real milliseconds. */
  durationMs: number;
  /** Whether an earlier call came with the same `uuid`. */
  repeats: boolean;
}

/** A call with its bodies: JSON text, possibly cut short; null if a body holds credentials. */
export interface CallRecord extends LoggedCall {
  request: string | null;
  response: string | null;
  /** Ids of the messages that the call concerns. */
  messages: Set<string>;
}

/** The latest calls with their bodies, for the inspector. */
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

/** Ids of the message in the answer and of the messages above it. */
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
