import { accept, type Decision, type Notice } from '../../decision';
import { type IncomingMessage, person } from '../../messaging';
import type { Office } from '../../office';
import type { Org } from '../../org/org';
import { type Instant, MINUTE } from '../../time';
import { attachmentsIn, keepingOf } from '../attachments';
import { nextReminderAt } from '../clock/remind';
import type { Feedback, Source } from '../model';
import { textOf, textOfSource } from '../source-text';
import { channelIn, contactIn, customerIn } from './customer-hints';
import { newDraft } from './new-draft';
import { guess } from './prefill-rules';

/** Messages that a rep forwards within a minute of each other are one case (design §2). */
const BURST_MS = MINUTE;

/**
 * To fill a draft in takes longer the more it holds. From so many messages or characters on it is filled in for all
 * messages since the last tick at once.
 */
const LONG = { messages: 10, characters: 4_000 };

/** A draft takes in no more; then the next message opens another draft. The longest bursts of companies are shorter. */
const FULL = { messages: 500, characters: 120_000 };

/** Whether the draft holds as many messages or characters as this. */
function holds({ sources }: Pick<Feedback, 'sources'>, { messages, characters }: typeof FULL): boolean {
  return sources.length >= messages || sources.reduce((sum, one) => sum + textOfSource(one).length, 0) >= characters;
}

/** Whether later messages go into another draft, because this one has no room left. */
export const isFull = (draft: Pick<Feedback, 'sources'>): boolean => holds(draft, FULL);

/** Whether the message belongs to this draft, as one more of a burst. */
export function joins(draft: Feedback, message: IncomingMessage): boolean {
  if (draft.status !== 'draft' || draft.lastSourceAt === null) return false;
  return Math.abs(message.sentAt - draft.lastSourceAt) <= BURST_MS;
}

function sourceOf(message: IncomingMessage): Source {
  const { messageId, form, text, sentAt, inside = [], leftOut = 0, raw } = message;
  return {
    messageId,
    form,
    text: inside.length > 0 ? '' : text,
    sentAt,
    recalledAt: null,
    attachments: attachmentsIn(messageId, message.attachments),
    ...(inside.length > 0 ? { inside } : {}),
    ...(leftOut > 0 ? { leftOut } : {}),
    ...(raw === undefined ? {} : { raw }),
  };
}

type Guessed = Pick<Feedback, 'customer' | 'contact' | 'channel' | 'kind' | 'category' | 'department' | 'priority'>;

/** What the rep has corrected on the draft: another value than the rules had guessed. */
function corrected(draft: Feedback): Partial<Guessed> {
  const { values } = draft.guessedFrom;
  if (!values) return {};
  const text = textOf(draft);
  const guessed: Guessed = {
    customer: customerIn(text),
    contact: contactIn(text),
    channel: channelIn(text) ?? 'wechat',
    ...values,
    category: values.category ?? '',
  };
  const names = Object.keys(guessed) as (keyof Guessed)[];
  const changed = names.filter((name) => draft[name] && draft[name] !== guessed[name]);
  return Object.fromEntries(changed.map((name) => [name, draft[name]]));
}

/** Fills in what the rules guess from the text so far, but for what the rep has corrected; the rep fills in the rest. */
function prefill(draft: Feedback, org: Org, kept: Partial<Guessed>): Feedback {
  const guessed = guess(textOf(draft), org);
  return {
    ...draft,
    customer: guessed.customer,
    contact: guessed.contact,
    channel: guessed.channel ?? 'wechat',
    kind: guessed.kind,
    category: guessed.category ?? '',
    department: guessed.department,
    priority: guessed.priority,
    guessedFrom: guessed.guessedFrom,
    ...kept,
  };
}

/** The draft with these messages instead of its own, filled in anew. */
export function refilled(draft: Feedback, sources: Source[], org: Org): Feedback {
  return prefill({ ...withSources(draft, sources), refillAt: null }, org, corrected(draft));
}

const withSources = (draft: Feedback, sources: Source[]): Feedback => ({
  ...draft,
  sources,
  lastSourceAt: sources.at(-1)?.sentAt ?? draft.lastSourceAt,
});

/** The clock's decision about a long draft that messages have joined; null for any other record. */
export function refill(draft: Feedback, office: Office, now: Instant): Decision<Feedback> | null {
  if (draft.refillAt === null || draft.refillAt > now) return null;
  const next = timed({ ...refilled(draft, draft.sources, office.org), version: draft.version + 1 }, office, now);
  return accept(next, { at: now, actorId: null, what: 'refill' });
}

/** A new draft for messages that belonged to another draft. */
export function draftOf(repId: string, sources: Source[], office: Office, now: Instant): Feedback {
  return timed({ ...refilled(newDraft(repId, now), sources, office.org), version: 1 }, office, now);
}

/** The draft with the moment of its next reminder. */
const timed = (draft: Feedback, office: Office, now: Instant): Feedback => ({
  ...draft,
  nextReminderAt: nextReminderAt(draft, office, now),
});

/**
 * A forwarded message opens a draft (`open` null), or joins the open draft of its burst. A full draft stays as it is, and
 * the message opens another one.
 */
export function takeIn(
  message: IncomingMessage,
  open: Feedback | null,
  office: Office,
  now: Instant,
): Decision<Feedback> {
  const joined = open && !isFull(open) ? open : null;
  const draft = joined ?? newDraft(message.senderId, now);
  const source = sourceOf(message);
  const sources = [...draft.sources, source].sort((a, b) => a.sentAt - b.sentAt);
  const isLong = holds(draft, LONG);
  const grown = isLong
    ? { ...withSources(draft, sources), refillAt: Math.min(draft.refillAt ?? now, now) }
    : refilled(draft, sources, office.org);
  const next = timed({ ...grown, version: draft.version + 1 }, office, now);
  const notices = keepingOf(source.attachments);
  if (!joined) notices.unshift({ kind: 'card', wall: 'rep', to: person(message.senderId) });
  const detail = { messageId: message.messageId, form: message.form };
  const entry = { at: now, actorId: message.senderId, what: joined ? 'add_message' : 'draft', detail };
  return { ...accept(next, entry, notices), ...(isLong ? { isProvisional: true as const } : {}) };
}

/** Opens a draft for a feedback that another system hands in for a rep; the caller submits it next. */
export function openFromApi(text: string, repId: string, now: Instant): Decision<Feedback> {
  const source: Source = { messageId: null, form: 'api', text, sentAt: now, recalledAt: null, attachments: [] };
  const next = { ...newDraft(repId, now), sources: [source], version: 1 };
  const notices: Notice[] = [{ kind: 'card', wall: 'rep', to: person(repId) }];
  return accept(next, { at: now, actorId: repId, what: 'draft', detail: { form: 'api' } }, notices);
}
