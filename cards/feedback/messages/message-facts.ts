import { deadlineOf, owesInterim } from '../../../src/domain/feedback/clock/deadline';
import { type Attachment, answeringNote, type Feedback, numberOf } from '../../../src/domain/feedback/model';
import { beginningOf, notRecalled } from '../../../src/domain/feedback/source-text';
import type { JsonObject } from '../../../src/domain/messaging';
import { departmentOf } from '../../../src/domain/org/org';
import type { CardContext } from '../../kit/context';
import { formName, messageText } from '../../kit/message-text';
import { departmentName, personName, recipientName } from '../../kit/names';
import { oneLine } from '../../kit/plain-text';
import { distance, saidTime } from '../../kit/time-left';
import type { NoticeFacts } from '../../texts/facts';
import type { MessageName } from '../../texts/texts';
import { repsTurn, situationOf } from '../situation';

const MAX_BEGINNING = 60;
const MAX_FILE_NAME = 60;

const stringIn = (params: JsonObject, key: string): string | null => {
  const value = params[key];
  return typeof value === 'string' ? value : null;
};

const numberIn = (params: JsonObject, key: string): number | null => {
  const value = params[key];
  return typeof value === 'number' ? value : null;
};

type TextSource = (feedback: Feedback, params: JsonObject, ctx: CardContext) => string;

const reasonOf: TextSource = (feedback, params) => stringIn(params, 'reason') ?? feedback.reason;

/** Names a picture or a file without a text. */
function wordless(params: JsonObject, { texts }: CardContext): string {
  return formName(stringIn(params, 'form') ?? 'text', texts);
}

/** A note's text and the names of its files. What its writer took back is hidden: the other side reads the message. */
function noteText({ notes }: Feedback, params: JsonObject, ctx: CardContext): string {
  const [text, form] = [stringIn(params, 'text') ?? '', stringIn(params, 'form') ?? 'text'];
  const { attachments = [], recalledAt } = writtenAs(notes, 'messageId', params) ?? {};
  if (recalledAt) return ctx.texts.card.recalled('');
  const said = text === '' && attachments.length > 0 ? [] : [noteWords({ form, text }, params, ctx)];
  return [...said, ...attachments.map((one) => attachmentName(one, form, ctx))].join(' ');
}

function noteWords({ form, text }: { form: string; text: string }, params: JsonObject, ctx: CardContext): string {
  return text === '' ? wordless(params, ctx) : messageText({ form, text }, ctx.texts);
}

/** Pictures and voice messages have no name that tells anything. */
function attachmentName({ kind, name }: Attachment, form: string, { texts }: CardContext): string {
  if (kind === 'image') return texts.chat.forms.image;
  const mark = formName(form === 'audio' || form === 'media' ? form : 'file', texts);
  return form === 'audio' ? mark : `${mark}${oneLine(name, MAX_FILE_NAME)}`;
}

/** What the record holds of the message that caused a notice. */
function writtenAs<Key extends string, T extends { [key in Key]?: string }>(
  all: T[],
  key: Key,
  params: JsonObject,
): T | undefined {
  const cause = stringIn(params, 'cause');
  return cause === null ? undefined : all.find((one) => one[key] === cause);
}

function givenInfo({ questions }: Feedback, params: JsonObject, ctx: CardContext): string {
  if (writtenAs(questions, 'infoMessageId', params)?.infoRecalledAt) return ctx.texts.card.recalled('');
  return (stringIn(params, 'info') ?? questions.at(-1)?.info ?? '') || wordless(params, ctx);
}

/** The answer, and how many attachments came with it. */
function answerText(feedback: Feedback, _params: JsonObject, { texts }: CardContext): string {
  const attached = notRecalled(feedback.notes).find((note) => note === answeringNote(feedback))?.attachments ?? [];
  return attached.length > 0 ? `${feedback.answer}${texts.card.attachedTo(attached.length)}` : feedback.answer;
}

/** The beginning of the customer's text: a draft may have no other name. */
function wordsOfDraft({ sources }: Feedback, _params: JsonObject, { texts }: CardContext): string {
  const form = sources[0]?.form ?? 'text';
  return oneLine(beginningOf({ sources }), MAX_BEGINNING) || formName(form, texts);
}

/** The one typed text that a message is about: from the notice, else from the record. */
const TEXT_SOURCES: Partial<Record<MessageName, TextSource>> = {
  answered_holder: answerText,
  asked_holder: (feedback, params) => stringIn(params, 'question') ?? feedback.questions.at(-1)?.question ?? '',
  closed_rep: (feedback) => feedback.toldCustomer,
  reopened_rep: reasonOf,
  edited: (_feedback, params) => stringIn(params, 'text') ?? '',
  released_holder: (_feedback, params) => stringIn(params, 'reason') ?? '',
  transferred_holder: (feedback, params) => stringIn(params, 'reason') ?? feedback.transferReason,
  info_provided: givenInfo,
  extended: (feedback, params) => stringIn(params, 'reason') ?? feedback.extension?.reason ?? '',
  extension_asked: (feedback, params) => stringIn(params, 'reason') ?? feedback.askedExtension?.reason ?? '',
  extension_refused: (_feedback, params) => stringIn(params, 'reason') ?? '',
  withdrawn: reasonOf,
  released: (_feedback, params) => stringIn(params, 'reason') ?? '',
  moved: (feedback, params) => stringIn(params, 'reason') ?? feedback.transferReason,
  moved_rep: (feedback, params) => stringIn(params, 'reason') ?? feedback.transferReason,
  'reminder.draft': wordsOfDraft,
  'reminder.draft_left': wordsOfDraft,
  'escalation.draft_left': wordsOfDraft,
  adopted: wordsOfDraft,
  rep_left: (feedback, _params, ctx) => repsTurn(feedback, ctx),
  which_record: noteText,
  instructed: (feedback, params) => stringIn(params, 'instruction') ?? feedback.instruction,
  progress: noteText,
  rep_note: noteText,
  undeliverable: (_feedback, params, { texts }) => {
    const why = stringIn(params, 'why') ?? '';
    return texts.undeliverable[why] ?? why;
  },
};

/** The names, times and words that a notice may use. */
export function messageFacts(feedback: Feedback, params: JsonObject, ctx: CardContext): NoticeFacts {
  const { texts } = ctx;
  const { status } = feedback;
  const situation = situationOf(feedback, ctx);
  // A reminder is about its own deadline: an extended case has two.
  const dueAt = numberIn(params, 'dueAt') ?? deadlineOf(feedback);
  const key = stringIn(params, 'department');
  const isToClerks = params.department === null;
  const named = key && departmentOf(ctx.org, key) ? departmentName(key, ctx) : situation.department;
  return {
    ...situation,
    due: saidTime(dueAt, ctx),
    distance: distance(dueAt, ctx),
    department: isToClerks ? texts.holders.clerks : named,
    number: numberOf(feedback),
    asks: texts.asks[status],
    stands: texts.stands[status],
    ends: texts.ends[status],
    priority: texts.priorities[feedback.priority],
    by: personName(stringIn(params, 'by') ?? feedback.repId, ctx),
    until: saidTime(numberIn(params, 'until') ?? feedback.extension?.until ?? null, ctx),
    interimDue: owesInterim(feedback) ? saidTime(feedback.dueAt, ctx) : '',
    to: recipientName(stringIn(params, 'to') ?? '', ctx),
  };
}

/** The one typed text that a message is about; empty if there is none. */
export function typedText(message: MessageName, feedback: Feedback, params: JsonObject, ctx: CardContext): string {
  return TEXT_SOURCES[message]?.(feedback, params, ctx) ?? '';
}
