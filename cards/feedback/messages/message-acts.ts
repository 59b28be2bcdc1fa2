import type { JsonObject } from '../../../src/domain/messaging';
import { button } from '../../kit/button';
import { CANCEL } from '../../kit/callback';
import { type Element, lines } from '../../kit/elements';
import { timeText } from '../../kit/names';
import { actRow, menu } from '../../kit/parts/acts';
import { cut } from '../../kit/plain-text';
import { TAKE_MESSAGE } from '../../kit/take-message';
import type { MessageName, Texts } from '../../texts/texts';
import type { View } from '../case-frame';
import { commandButton } from '../command-form';
import { ask, type Offer, readerActs, show } from './reader-acts';

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

/** A notice about which more is known than its reader and the state of its case. */
type Special = (view: View, params: JsonObject) => Element[];

const SPECIAL: Record<string, Special> = {
  which_record: whichRecord,
  adopted: ({ feedback, texts }) => actRow([button({ cmd: CANCEL, id: feedback.id, word: texts.acts.understood })]),
  extension_asked: extensionAsked,
  // The message came out of the group, and its reader acts as one of it.
  freed_former: claimAgain,
  released_holder: claimAgain,
};

/** What a reader can do at once from a message: at least look at the case. */
export function messageActs(name: string, params: JsonObject, offer: Offer): Element[] {
  const { view } = offer;
  const special = SPECIAL[name];
  if (special && Object.hasOwn(SPECIAL, name)) return special(view, params);
  if (view.feedback.status === 'draft') return forDraft(offer);
  if (params.asks === true) return question(view, params);
  return readerActs(offer);
}

/** A word under a closed case: the customer has come back, or it is another matter. */
function whichRecord(view: View, { message, text }: JsonObject): Element[] {
  const { feedback, texts } = view;
  if (feedback.status !== 'closed') return actRow([show(view)]);
  const { id } = feedback;
  const reason = cut(String(text ?? ''), MAX_REASON) || texts.card.cameBack;
  const values = { message: String(message ?? '') };
  return actRow([
    button({ cmd: 'feedback.reopen', id, word: texts.commands.reopen, look: 'primary', values: { reason } }),
    button({ cmd: TAKE_MESSAGE, id: 0, word: texts.card.asNew, values }),
  ]);
}

/** The rep can open the draft's card, which may hang far above; a clerk can take the draft over. */
function forDraft({ view, to }: Offer): Element[] {
  const { feedback, texts } = view;
  const { id, repId } = feedback;
  if (to.id === repId) {
    const open = button({ cmd: 'feedback.show', id, word: texts.list.viewDraft, look: 'primary' });
    return actRow([open, commandButton(view, 'discard')]);
  }
  return actRow([
    button({ cmd: 'feedback.adopt', id, word: texts.commands.adopt, look: 'primary', values: { rep: repId } }),
  ]);
}

/** 还在处理吗？ with its answers. */
function question(view: View, { freedAt }: JsonObject): Element[] {
  const { feedback, ctx, texts } = view;
  const until = timeText(typeof freedAt === 'number' ? freedAt : null, ctx);
  const more = menu({ cmd: 'feedback.ask', id: feedback.id }, [
    { act: 'extend', word: texts.rowActs.extend },
    { act: 'show', word: texts.rowActs.show },
  ]);
  return [
    ...lines([texts.clock.answerBefore(until)]),
    ...actRow(
      [
        commandButton(view, 'still_working', { look: 'primary' }),
        ask(view, 'answer', texts.acts.wholeAnswer),
        commandButton(view, 'release'),
      ],
      more,
    ),
  ];
}

function extensionAsked(view: View): Element[] {
  const { texts, feedback } = view;
  if (feedback.askedExtension === null) return actRow([show(view)]);
  return actRow([
    commandButton(view, 'grant_extension', { look: 'primary', word: texts.acts.agree }),
    ask(view, 'refuse_extension', texts.acts.disagree),
    show(view),
  ]);
}

function claimAgain(view: View): Element[] {
  if (view.feedback.status !== 'assigned') return actRow([show(view)]);
  return actRow([commandButton(view, 'claim', { look: 'primary' }), show(view)]);
}
