import type { Notice } from '../decision';
import { memoize } from '../memoize';
import { textOfItems } from '../merged-forward';
import type { IncomingAttachment, Recipient } from '../messaging';
import type { ByMessage } from './commands';
import { contactIn } from './intake/customer-hints';
import type { Attachment, Feedback, Loss, Source } from './model';
import { textOfSource } from './source-text';

/** So many of one message are fetched; whoever needs more of an album looks at the message itself. */
const MAX_KEPT = 40;

/** About what a department's card shows of one text beside its forms. */
const MAX_ON_CARD = 1_000;

/** What a message brought along, none of it ours yet. */
export function attachmentsIn(messageId: string, attachments: IncomingAttachment[]): Attachment[] {
  const unique = [...new Map(attachments.map((attachment) => [attachment.key, attachment])).values()];
  return unique.map((attachment, i) => {
    const isKept = i < MAX_KEPT;
    return { ...attachment, messageId, keptKey: null, lost: !isKept, ...(isKept ? {} : { why: 'too_many' as const }) };
  });
}

/** The attachments of the message that a command came in; none for a tap on a card. */
export function attachmentsBy({ messageId, attachments = [] }: Partial<ByMessage>): Attachment[] {
  return messageId === undefined ? [] : attachmentsIn(messageId, attachments);
}

/** Fetches the attachments that are neither kept nor lost. */
export function keepingOf(attachments: Attachment[]): Notice[] {
  return attachments
    .filter(({ keptKey, lost }) => keptKey === null && !lost)
    .map(({ messageId, key }) => ({ kind: 'keep_attachment', messageId, key }));
}

/** Who sent an attachment, and so who is to be shown it: the department, or the rep. */
type From = 'rep' | 'department';

interface Held {
  from: From;
  attachments: Attachment[];
}

/** The messages of the record that still stand, with what came along. */
function held({ sources, notes, questions }: Feedback): Held[] {
  return [
    ...sources.filter(({ recalledAt }) => recalledAt === null).map((source) => ({ ...source, from: 'rep' as const })),
    ...notes.filter(({ recalledAt }) => !recalledAt).map(({ from, attachments = [] }) => ({ from, attachments })),
    ...questions
      .filter(({ infoRecalledAt }) => !infoRecalledAt)
      .map(({ infoAttachments = [] }) => ({ from: 'rep' as const, attachments: infoAttachments })),
  ];
}

/** Everything attached to messages of the record that were not recalled. */
export function attachmentsOf(feedback: Feedback): Attachment[] {
  return held(feedback).flatMap(({ attachments }) => attachments);
}

/** The attachment by its key, with who sent it and what else came with that message; null where it is gone. */
export function heldWith(feedback: Feedback, key: string): (Held & { attachment: Attachment }) | null {
  for (const each of held(feedback)) {
    const attachment = each.attachments.find((one) => one.key === key);
    if (attachment) return { ...each, attachment };
  }
  return null;
}

/** The record with an attachment that is ours now, or lost. */
export function settled(
  { sources, notes, questions }: Feedback,
  key: string,
  keptKey: string | null,
  why: Loss | null,
): Partial<Feedback> {
  const settle = (attachment: Attachment): Attachment => {
    if (attachment.key !== key) return attachment;
    const { why: _before, ...rest } = attachment;
    return { ...rest, keptKey, lost: keptKey === null, ...(keptKey === null && why ? { why } : {}) };
  };
  const concerns = (attachments: Attachment[] = []) => attachments.some((one) => one.key === key);
  return {
    sources: sources.map((source) => ({ ...source, attachments: source.attachments.map(settle) })),
    notes: notes.map((note) =>
      concerns(note.attachments) ? { ...note, attachments: note.attachments?.map(settle) } : note,
    ),
    questions: questions.map((question) =>
      concerns(question.infoAttachments)
        ? { ...question, infoAttachments: question.infoAttachments?.map(settle) }
        : question,
    ),
  };
}

/** Of a form without words of its own that can be read: only the message itself shows what it is. */
function isUnreadable({ form, text, inside = [], raw }: Source): boolean {
  return raw !== undefined || form === 'folder' || (form === 'merge_forward' && inside.length === 0 && text === '');
}

/** A conversation that no card has room for. */
const isTooLong = ({ inside = [], leftOut = 0 }: Source): boolean =>
  inside.length > 0 && (leftOut > 0 || textOfItems(inside).length > MAX_ON_CARD);

/**
 * Whether a department gets the message itself, since record or card do not hold all of it. Never where contact details
 * are in it, which a group is not to see.
 */
export function isPassedOn(source: Source): boolean {
  if (source.messageId === null || source.recalledAt !== null || source.unforwardable) return false;
  const isWhole = !isUnreadable(source) && !isTooLong(source) && !source.attachments.some(({ lost }) => lost);
  return !isWhole && !holdsContact(source);
}

const holdsContact = memoize((source: Source): boolean =>
  [textOfSource(source), source.raw ?? ''].some((text) => contactIn(text) !== ''),
);

/** A word under the card, and the customer's messages as they are. */
export function originals(sources: Source[], to: Recipient): Notice[] {
  const ids = sources.filter(isPassedOn).map(({ messageId }) => messageId as string);
  if (ids.length === 0) return [];
  const lead: Notice = { kind: 'message', name: 'originals', to, params: {} };
  return [lead, ...ids.map((messageId): Notice => ({ kind: 'forward', to, messageId }))];
}

/** The files that no card can show, and the messages that nothing else can. */
export function attachedFor(feedback: Feedback, to: Recipient): Notice[] {
  const files = attachmentsOf(feedback).filter(({ kind, keptKey }) => kind === 'file' && keptKey !== null);
  return [
    ...files.map((file): Notice => ({ kind: 'file', to, fileKey: file.keptKey as string })),
    ...originals(feedback.sources, to),
  ];
}
