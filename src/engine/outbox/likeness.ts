import { createHash } from 'node:crypto';
import type { Json, JsonObject, Traits } from '../../domain/messaging';

/** The keys under which Feishu keeps what people read: of a card in either schema, of a post, and of what a GET returns. */
const READ_KEYS: ReadonlySet<string> = new Set(['content', 'text', 'title']);

/** Feishu wraps some cards: the card as it was sent is then a JSON text under one of these keys. */
const WRAPPED_KEYS: ReadonlySet<string> = new Set(['user_dsl', 'json_card']);

/** Two drawings of one record's card share more than this part of their lines; a card and a reminder share less. */
const CARD_SHARE = 0.5;

/**
 * What can be compared of a message that was sent and one that Feishu lists. Feishu reorders and completes the JSON of a
 * card, so styles and structure are no proof; letters, digits and the records that the buttons name come back as they were.
 */
export function traitsOf(content: Json): Traits {
  const records = new Set<string>();
  const lines = new Set<string>();
  collect(content, records, lines);
  return { records: [...records].sort(), lines: [...lines] };
}

/**
 * True if `found` is the message that was sent. All that can be read must have been sent, because a message that is taken
 * for another one is never said: to say a message twice does less harm. Feishu may leave lines out, but a message with
 * less than half of them proves nothing.
 */
export function isSameMessage(sent: Traits, found: Traits): boolean {
  const shared = sharedLines(sent, found);
  const isAll = shared > 0 && shared === found.lines.length && shared * 2 >= sent.lines.length;
  return isAll && (found.records.length === 0 || found.records.join() === sent.records.join());
}

/**
 * True if `found` is a card of the same record in any state: somebody may have tapped it meanwhile. If it belongs to
 * another wall of the record, nothing is lost, because an adopted card is drawn again and the other wall gets its own;
 * while a second card beside the first would stay alive for ever.
 */
export function isSameCard(sent: Traits, found: Traits): boolean {
  if (isSameMessage(sent, found)) return true;
  if (found.records.length === 0 || found.records.join() !== sent.records.join()) return false;
  return sharedLines(sent, found) > CARD_SHARE * Math.min(found.lines.length, sent.lines.length);
}

function sharedLines(sent: Traits, found: Traits): number {
  const known = new Set(sent.lines);
  return found.lines.filter((line) => known.has(line)).length;
}

function collect(json: Json | undefined, records: Set<string>, lines: Set<string>): void {
  if (Array.isArray(json)) for (const each of json) collect(each, records, lines);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return;
  const record = recordOf(json);
  if (record !== null) records.add(record);
  if (typeof json.file_key === 'string') addLine(lines, json.file_name ?? json.file_key);
  for (const [key, value] of Object.entries(json)) {
    if (WRAPPED_KEYS.has(key)) collect(parsed(value), records, lines);
    else if (READ_KEYS.has(key) && typeof value === 'string')
      for (const line of value.split('\n')) addLine(lines, line);
    else collect(value, records, lines);
  }
}

/** `feedback.12` from the value of a button. */
function recordOf({ cmd, id }: JsonObject): string | null {
  if (typeof cmd !== 'string' || typeof id !== 'number' || id <= 0) return null;
  return `${cmd.slice(0, cmd.indexOf('.'))}.${id}`;
}

function addLine(lines: Set<string>, line: Json | undefined): void {
  // Feishu returns marked up lines without their markup.
  const letters = String(line ?? '')
    .replace(/<[^<>]{0,200}>/g, '')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '');
  if (letters !== '') lines.add(createHash('sha256').update(letters).digest('base64url').slice(0, 10));
}

function parsed(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
