import type { Notice } from '../decision';
import { memoize } from '../memoize';
import { textOfItems } from '../merged-forward';
import type { IncomingAttachment, Recipient } from '../messaging';
import type { ByMessage } from './commands';
import { contactIn } from './intake/customer-hints';
import type { Attachment, Feedback, Loss, Source } from './model';
import { notRecalled, textOfSource } from './source-text';

/** At most so many attachments of one message are fetched; the message itself shows the rest. */
const MAX_KEPT = 40;

/** About how many characters of one message fit on a department's card. */
const MAX_ON_CARD = 1_000;

/** A card shows so many pictures; the rest is posted under it. */
export const PICTURES_ON_CARD = 6;

/** The attachments of a message, none of them kept yet. */
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

/** The answer of a reply that has attachments and no words, in the language of the word before it. */
export function seeAttached(attachments: Pick<IncomingAttachment, 'kind'>[] = [], isEnglish = false): string {
  const arePictures = attachments.every(({ kind }) => kind === 'image');
  if (isEnglish) return arePictures ? 'See the picture.' : 'See the attachment.';
  return arePictures ? '见图片' : '见附件';
}

/** Fetches the attachments that are neither kept nor lost. */
export function keepingOf(attachments: Attachment[]): Notice[] {
  return attachments
    .filter(({ keptKey, lost }) => keptKey === null && !lost)
    .map(({ messageId, key }) => ({ kind: 'keep_attachment', messageId, key }));
}

/** Who sent an attachment; the other side is to see it. */
type From = 'rep' | 'department';

interface Held {
  from: From;
  attachments: Attachment[];
}

/** The attachments of each message of the record that was not recalled. */
function held({ sources, notes, questions }: Feedback): Held[] {
  return [
    ...notRecalled(sources).map((source) => ({ ...source, from: 'rep' as const })),
    ...notRecalled(notes).map(({ from, attachments = [] }) => ({ from, attachments })),
    ...questions
      .filter(({ infoRecalledAt }) => !infoRecalledAt)
      .map(({ infoAttachments = [] }) => ({ from: 'rep' as const, attachments: infoAttachments })),
  ];
}

/** All attachments of the record's messages that were not recalled. */
export function attachmentsOf(feedback: Feedback): Attachment[] {
  return held(feedback).flatMap(({ attachments }) => attachments);
}

/** The department's attachments that were not recalled: the rep passes them on to the customer. */
export function attachmentsOfDepartment(feedback: Feedback): Attachment[] {
  return held(feedback).flatMap(({ from, attachments }) => (from === 'department' ? attachments : []));
}

/** The attachment by its key, with its sender and the other attachments of its message; null if it is gone. */
export function heldWith(feedback: Feedback, key: string): (Held & { attachment: Attachment }) | null {
  for (const each of held(feedback)) {
    const attachment = each.attachments.find((one) => one.key === key);
    if (attachment) return { ...each, attachment };
  }
  return null;
}

/** The kept pictures that no card shows, with the side that sent them, in the order of the cards. */
export function picturesBeyondCard(feedback: Feedback): { from: From; keptKey: string }[] {
  const kept = held(feedback).flatMap(({ from, attachments }) =>
    attachments.flatMap(({ kind, keptKey }) => (kind === 'image' && keptKey !== null ? [{ from, keptKey }] : [])),
  );
  return kept.slice(PICTURES_ON_CARD);
}

/** A picture as a message of its own. */
export const pictureTo = (to: Recipient, fileKey: string): Notice => ({ kind: 'file', to, fileKey, isPicture: true });

/** The record's messages after an attachment was kept (`keptKey`) or lost (null). */
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

/** Only the message itself shows its content: the bot cannot read its form. */
function isUnreadable({ form, text, inside = [], raw }: Source): boolean {
  return raw !== undefined || form === 'folder' || (form === 'merge_forward' && inside.length === 0 && text === '');
}

/** A conversation for which no card has room. */
const isTooLong = ({ inside = [], leftOut = 0 }: Source): boolean =>
  inside.length > 0 && (leftOut > 0 || textOfItems(inside).length > MAX_ON_CARD);

/**
 * Whether a department gets the message itself, because the card cannot show all of it. A message with contact details
 * is never passed on: a group must not see them.
 */
export function isPassedOn(source: Source): boolean {
  if (source.messageId === null || source.recalledAt !== null || source.unforwardable) return false;
  const isWhole = !isUnreadable(source) && !isTooLong(source) && !source.attachments.some(({ lost }) => lost);
  return !isWhole && !holdsContact(source);
}

const holdsContact = memoize((source: Source): boolean =>
  [textOfSource(source), source.raw ?? ''].some((text) => contactIn(text) !== ''),
);

/** The customer's messages that are passed on, and one message that announces them. */
export function originals(sources: Source[], to: Recipient): Notice[] {
  const ids = sources.filter(isPassedOn).map(({ messageId }) => messageId as string);
  if (ids.length === 0) return [];
  const lead: Notice = { kind: 'message', name: 'originals', to, params: {} };
  return [lead, ...ids.map((messageId): Notice => ({ kind: 'forward', to, messageId }))];
}

/** The kept files, the pictures for which the card has no room, and the messages that are passed on. */
export function attachedFor(feedback: Feedback, to: Recipient): Notice[] {
  const files = attachmentsOf(feedback).filter(({ kind, keptKey }) => kind === 'file' && keptKey !== null);
  return [
    ...files.map((file): Notice => ({ kind: 'file', to, fileKey: file.keptKey as string })),
    ...picturesBeyondCard(feedback).map(({ keptKey }) => pictureTo(to, keptKey)),
    ...originals(feedback.sources, to),
  ];
}
