import { FeedbackStore } from '../../db/feedback-store';
import type { Tx } from '../../db/transaction';
import type { Actor } from '../../domain/actor';
import type { Feedback } from '../../domain/feedback/model';
import { hangsIn, maySee, seesAll, seesContact } from '../../domain/feedback/visibility';
import type { IncomingMessage, JsonObject } from '../../domain/messaging';
import { nearWord } from '../../domain/near-words';
import { dateOf } from '../../domain/time';
import { parseWord, type Word } from '../../domain/words';
import type { Said } from '../../engine/workflow';
import { clockOf } from './clock-explanation';
import { digestFor } from './digest';
import { hasCasesIn } from './export';
import { type Asking, actsFor, listFor } from './lists';

/** Only what somebody typed can be a word: a picture with a caption, or a chat history, never is. */
const isTyped = ({ form, attachments }: IncomingMessage) =>
  (form === 'text' || form === 'post') && attachments.length === 0;

/**
 * Answers a typed word (design §3.5), and asks about a text that nearly is one; null where it is a customer's words.
 * In a group anything else that mentions the bot gets one helpful line.
 */
export async function answerMessage(
  tx: Tx,
  message: IncomingMessage,
  asker: Actor,
  asking: Asking,
  isJoining: () => Promise<boolean>,
): Promise<Said | null> {
  const said = isTyped(message) ? await answerTyped(tx, message, asker, asking, isJoining) : null;
  return said ?? (asker.chatId === null ? null : { name: 'group_hint', params: {} });
}

async function answerTyped(
  tx: Tx,
  { text, messageId }: IncomingMessage,
  asker: Actor,
  asking: Asking,
  isJoining: () => Promise<boolean>,
): Promise<Said | null> {
  const takes: JsonObject = asker.chatId === null ? { takes: messageId } : {};
  const asked = parseWord(text);
  if (asked) {
    const said = await answerWord(tx, asked, asker, asking);
    // Whoever finds nothing may have forwarded a customer's “搜索 …”.
    const isEmpty = asked.word === 'search' && said.name === 'list' && said.params.total === 0;
    return isEmpty ? { ...said, params: { ...said.params, ...takes } } : said;
  }
  const near = nearWord(text);
  // In the middle of a burst a short text is one more message of the customer's.
  if (!near || (asker.chatId === null && (await isJoining()))) return null;
  const place = { by: asker.id, inGroup: asker.chatId !== null, takes: null };
  return { name: 'near_word', params: { word: near as unknown as JsonObject, typed: text, ...place, ...takes } };
}

/** The answer to a word, whether it was typed or tapped. */
export async function answerWord(tx: Tx, asked: Word, asker: Actor, asking: Asking): Promise<Said> {
  switch (asked.word) {
    case 'help':
      return { name: 'help', params: {} };
    case 'export':
      return exported(tx, asked.month, asker, asking);
    case 'show':
      return asked.id === null ? { name: 'show_hint', params: {} } : show(tx, asked.id, asker, asking);
    case 'digest':
      return digest(tx, asker, asking);
    case 'search':
      if (asked.words === '') return { name: 'search_hint', params: {} };
      return listFor(tx, { list: 'search', words: asked.words, from: null }, asker, asking);
    default:
      return listFor(tx, { list: asked.word, words: '', from: null }, asker, asking);
  }
}

async function digest(tx: Tx, asker: Actor, { org, now, timeZone }: Asking): Promise<Said> {
  if (!seesAll(asker.id ?? '', org)) return { name: 'not_for_you', params: {} };
  if (asker.chatId !== null) return { name: 'direct_only', params: {} };
  return { name: 'digest', params: { digest: (await digestFor(tx, now, timeZone)) as unknown as JsonObject } };
}

/** The file follows: it is made when its turn to be sent comes. */
async function exported(tx: Tx, month: string | null, asker: Actor, { org, now, timeZone }: Asking): Promise<Said> {
  const personId = asker.id ?? '';
  if (asker.chatId !== null) return { name: 'direct_only', params: {} };
  if (month === '') return { name: 'not_a_month', params: {} };
  const asked = month ?? dateOf(now, timeZone).slice(0, 7);
  const name = (await hasCasesIn(tx, asked, personId, org, timeZone)) ? 'export' : 'empty_month';
  return { name, params: { month: asked, personId } };
}

/**
 * One case with its clock: all of it for whoever may see it, without contact details for who knows it from the
 * department's group.
 */
export async function show(tx: Tx, id: number, asker: Actor, asking: Asking): Promise<Said> {
  const { org, now } = asking;
  const personId = asker.id ?? '';
  const feedback = await new FeedbackStore(tx).get(id);
  // A draft is its rep's alone, and comes as the card that it is submitted on.
  if (feedback?.status === 'draft' && feedback.repId === personId && asker.chatId === null) {
    return { name: 'case', params: {}, recordId: id, wall: 'rep' };
  }
  if (!feedback || feedback.status === 'draft' || feedback.status === 'discarded') {
    return { name: 'nothing_found', params: {} };
  }
  const isTheirs = maySee(feedback, personId, org);
  if (asker.chatId !== null) {
    if (hangsIn(feedback, asker, org)) return shown(tx, feedback, asker, asking);
    return { name: isTheirs ? 'direct_only' : 'not_for_you', params: {} };
  }
  if (isTheirs) return shown(tx, feedback, asker, asking);
  const isOfGroup =
    feedback.assignedAt !== null && (await actsFor(tx, personId, now)).includes(feedback.department ?? '');
  return isOfGroup ? shown(tx, feedback, asker, asking) : { name: 'not_for_you', params: {} };
}

/** Whoever sees contact details that are not of their own customer has looked at them: that is on the record. */
async function shown(tx: Tx, feedback: Feedback, { id, chatId }: Actor, asking: Asking): Promise<Said> {
  const params = await clockOf(tx, feedback, asking, asking.now);
  const isLook = chatId === null && id !== feedback.repId && seesContact(feedback, id ?? '', asking.org);
  return { name: 'case', params, recordId: feedback.id, ...(isLook ? { command: { type: 'look' } } : {}) };
}
