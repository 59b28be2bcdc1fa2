import { type Feedback, numberOf } from '../../../src/domain/feedback/model';
import type { JsonObject } from '../../../src/domain/messaging';
import { button, buttonRow } from '../../kit/button';
import type { CardContext } from '../../kit/context';
import { type Element, lines } from '../../kit/elements';
import { timeText } from '../../kit/names';
import { cut } from '../../kit/plain-text';
import { NOTE_AND_URGE, NOTE_MESSAGE, TAKE_MESSAGE } from '../../kit/take-message';
import type { MessageName, Texts } from '../../texts/texts';

/** The words under a closed case become the reason for which it is reopened. */
const MAX_REASON = 500;

/** The text of a message by the notice's name: a reminder has one for each rung; null for an unknown name. */
export function messageName(name: string, params: JsonObject, { messages }: Texts): MessageName | null {
  const isMessage = (one: string): one is MessageName => Object.hasOwn(messages, one);
  if (name !== 'reminder' && name !== 'escalation') return isMessage(name) ? name : null;
  const rung = String(params.rung);
  const worded = params.duty === 'interim' ? `${name}.interim_${rung}` : `${name}.${rung}`;
  if (isMessage(worded)) return worded;
  return name === 'reminder' ? 'reminder.before' : 'escalation.overdue';
}

/** Whether a message is about an abandoned draft. */
export const isAboutDraft = ({ rung }: JsonObject): boolean => rung === 'draft' || rung === 'draft_left';

/** What a reader can do at once from a message; nothing if the message only tells. */
export function messageActs(name: string, feedback: Feedback, params: JsonObject, ctx: CardContext): Element[] {
  if (name === 'which_record') return whichRecord(feedback, params, ctx);
  if (name === 'named_record') return namedRecord(feedback, params, ctx);
  return isAboutDraft(params) ? forDraft(name, feedback, ctx) : question(feedback, params, ctx);
}

/** A word under a closed case: the customer has come back, or it is another matter. */
function whichRecord({ id, status }: Feedback, { message, text }: JsonObject, { texts }: CardContext): Element[] {
  if (status !== 'closed') return [];
  const reason = cut(String(text ?? ''), MAX_REASON) || texts.card.cameBack;
  const values = { message: String(message ?? '') };
  return [
    buttonRow([
      button({ cmd: 'feedback.reopen', id, word: texts.commands.reopen, look: 'primary', values: { reason } }),
      button({ cmd: TAKE_MESSAGE, id: 0, word: texts.card.asNew, values }),
    ]),
  ];
}

/** A text that names a case: one more word about it, or another matter. `acts`: what the writer may do about the case. */
function namedRecord(feedback: Feedback, { message, acts }: JsonObject, { texts }: CardContext): Element[] {
  const { id } = feedback;
  const may = (act: string) => Array.isArray(acts) && acts.includes(act);
  const values = { message: String(message ?? '') };
  const { noteTo, urgeToo, asNewFeedback, viewCase } = texts.nearWord;
  const number = numberOf(feedback);
  return [
    buttonRow([
      may('note')
        ? button({ cmd: NOTE_MESSAGE, id, word: noteTo(number), look: 'primary', values })
        : button({ cmd: 'feedback.show', id, word: viewCase(number) }),
      ...(may('note') && may('urge') ? [button({ cmd: NOTE_AND_URGE, id, word: urgeToo, values })] : []),
      button({ cmd: TAKE_MESSAGE, id: 0, word: asNewFeedback, values }),
    ]),
  ];
}

/** The rep can open the draft's card, which may hang far above; a clerk can take the draft over. */
function forDraft(name: string, { id, repId }: Feedback, { texts }: CardContext): Element[] {
  if (name === 'reminder') return [button({ cmd: 'feedback.show', id, word: texts.list.viewDraft })];
  return [button({ cmd: 'feedback.adopt', id, word: texts.commands.adopt, values: { rep: repId } })];
}

/** 还在处理吗？ with its two answers; nothing if the message does not ask. */
function question({ id }: Feedback, { asks, freedAt }: JsonObject, ctx: CardContext): Element[] {
  if (asks !== true) return [];
  const { clock, commands } = ctx.texts;
  const until = timeText(typeof freedAt === 'number' ? freedAt : null, ctx);
  return [
    ...lines([clock.answerBefore(until)]),
    buttonRow([
      button({ cmd: 'feedback.still_working', id, word: commands.still_working, look: 'primary' }),
      button({ cmd: 'feedback.release', id, word: commands.release }),
    ]),
  ];
}
