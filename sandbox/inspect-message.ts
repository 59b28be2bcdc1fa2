import type { BotLink } from './bot-link';
import type { CallLine, EventLine, Inspection, TimelineLine } from './page-contract';
import type { LocalFeishu } from './platform';
import type { CallRecord } from './platform/api/call-records';
import type { Push } from './platform/events/pusher';
import type { Outcome } from './platform/events/transport';
import { isRecord, type Json, listed } from './platform/json';

/** Collects all about a message: JSON, events, calls, and the cases that it is about. */
export async function inspect(feishu: LocalFeishu, bot: BotLink, messageId: string): Promise<Inspection> {
  const { inspector } = feishu;
  return {
    message: inspector.message(messageId),
    card: feishu.message(messageId).card,
    events: inspector.events(messageId).map(eventLine),
    calls: inspector.calls(messageId).map(callLine),
    records: readRecords(await bot.timelines(messageId)),
  };
}

function eventLine({ eventType, envelope, attempts }: Push): EventLine {
  return {
    at: Number(envelope.header.create_time.slice(0, 13)),
    type: eventType,
    attempts: attempts.map(({ at, outcome }) => ({ at, outcome: outcomeWord(outcome) })),
    // The token of a tap lets its holder change the card, so it is hidden.
    body: 'token' in envelope.event ? { ...envelope, event: { ...envelope.event, token: '***' } } : envelope,
  };
}

function outcomeWord(outcome: Outcome): string {
  if (outcome.ok) return 'ok';
  return outcome.status === undefined ? outcome.why : `${outcome.why} ${outcome.status}`;
}

function callLine({ at, method, path, status, code, durationMs, request, response }: CallRecord): CallLine {
  return { at, method, path, status, code, durationMs, request: parsed(request), response: parsed(response) };
}

/** The parsed text, or the text itself if it is cut short. */
function parsed(text: string | null): unknown {
  if (text === null || text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return `${text} …`;
  }
}

function readRecords(answer: Json | null): Inspection['records'] {
  const records = listed(answer?.records).filter(isRecord);
  return records.map(({ number, timeline }) => ({
    number: String(number),
    timeline: listed(timeline)
      .filter(isRecord)
      .map(({ at, who, what }): TimelineLine => ({ at: Number(at), who: String(who), what: String(what) })),
  }));
}
