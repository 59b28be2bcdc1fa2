import type { ListName } from '../../../cards/texts/words';
import type { Tx } from '../../db/transaction';
import type { Actor } from '../../domain/actor';
import { departmentServedBy } from '../../domain/feedback/visibility';
import type { Tap } from '../../domain/messaging';
import { parseWord } from '../../domain/words';
import type { AnswerDesk, TapReply } from '../../engine/workflow';
import { answerWord, show } from './answer-words';
import { type Asking, LISTS, listFor, readEdge } from './lists';

/** The buttons on what the bot answers: another page, one case, the word that was meant, a message taken in after all. */
export const ANSWER_TAPS = ['list', 'show', 'word', 'take'] as const;

const isList = (name: string | undefined): name is ListName =>
  (LISTS as readonly (string | undefined)[]).includes(name);

const gone: TapReply = { warning: 'card_unknown' };

/** Answers a tap on one of these, within the rights of whoever taps. */
export function answerTap(tx: Tx, type: string, tap: Tap, asking: Asking, desk: AnswerDesk): Promise<TapReply> {
  switch (type) {
    case 'list':
      return turn(tx, tap, asking);
    case 'show':
      return open(tx, tap, asking);
    case 'word':
      return meant(tx, tap, asking);
    case 'take':
      return take(tap, desk);
    default:
      return Promise.resolve(gone);
  }
}

/** Whoever tapped, and the group where the card hangs; in a group that no longer serves anybody nothing is shown. */
function tapperOf({ operatorId, chatId, fields }: Tap, { org }: Asking): Actor {
  const isInGroup = fields.in === 'group' || departmentServedBy(chatId, org) !== null;
  return { id: operatorId, chatId: isInGroup ? chatId : null };
}

/** A list belongs to the one who asked: others would find their own in its place. */
async function turn(tx: Tx, tap: Tap, asking: Asking): Promise<TapReply> {
  const { list, words = '', by, before, after } = tap.fields;
  if (!isList(list)) return gone;
  if (by !== tap.operatorId) return { warning: 'not_your_list' };
  const [earlier, later] = [readEdge(before), readEdge(after)];
  const from = earlier ? { before: earlier } : later ? { after: later } : null;
  return { card: await listFor(tx, { list, words, from }, tapperOf(tap, asking), asking) };
}

/** The case comes to the direct chat of whoever tapped, also from a list in a group. */
async function open(tx: Tx, tap: Tap, asking: Asking): Promise<TapReply> {
  const tapper = tapperOf(tap, asking);
  const inGroup = await show(tx, tap.recordId ?? 0, tapper, asking);
  if (tapper.chatId === null) return inGroup.name === 'case' ? { says: inGroup } : { warning: inGroup.name };
  const alone = await show(tx, tap.recordId ?? 0, { ...tapper, chatId: null }, asking);
  if (alone.name === 'case') return { says: alone, note: 'sent_to_you' };
  // Its card hangs in this very group: they know it, without contact details.
  return inGroup.name === 'case' ? { says: inGroup, note: 'sent_to_you' } : { warning: inGroup.name };
}

/** The word that was meant takes the place of the question; a file or a case cannot, and is sent. */
async function meant(tx: Tx, tap: Tap, asking: Asking): Promise<TapReply> {
  const word = parseWord(tap.fields.text ?? '');
  if (!word) return gone;
  if (tap.fields.by !== tap.operatorId) return { warning: 'not_your_list' };
  const said = await answerWord(tx, word, tapperOf(tap, asking), asking);
  if (said.name !== 'export' && said.name !== 'case') return { card: said };
  return {
    says: said,
    inGroup: tap.fields.in === 'group',
    card: { name: 'word_meant', params: { text: tap.fields.text ?? '' } },
  };
}

async function take({ fields }: Tap, desk: AnswerDesk): Promise<TapReply> {
  const taken = await desk.takeIn(fields.message ?? '');
  return taken ? { card: { name: 'taken_in', params: {} } } : { warning: 'message_gone' };
}
