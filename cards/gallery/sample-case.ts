import { newDraft } from '../../src/domain/feedback/intake/new-draft';
import { type Attachment, type Feedback, type Source, STATUSES, type Status } from '../../src/domain/feedback/model';
import type { MergedItem } from '../../src/domain/messaging';
import { HOUR, MINUTE } from '../../src/domain/time';
import type { SampleWords } from './sample-words';

/** 2026-11-24 09:30 in Shanghai: when the sample case began. */
export const BEGAN = Date.parse('2026-11-24T01:30:00Z');

/** A draft without anything in it: every sample record begins with it. */
export const BARE_CASE: Feedback = {
  ...newDraft('ou_rep', 0),
  id: 12,
  version: 3,
  channel: 'wechat',
  category: 'after_sales',
  lastMove: { what: 'submit', by: 'ou_rep', at: 0 },
};

/** A forwarded message of the customer's. */
export const source = (text: string, more: Partial<Source> = {}): Source => ({
  messageId: 'om_sample',
  form: 'text',
  text,
  sentAt: BEGAN,
  recalledAt: null,
  attachments: [],
  ...more,
});

const attachment = (kind: Attachment['kind'], name: string, more: Partial<Attachment> = {}): Attachment => ({
  kind,
  key: 'key',
  name,
  messageId: 'om_sample',
  keptKey: null,
  lost: false,
  ...more,
});

/** Several messages, a minute apart. */
export const burstOf = (...sources: Source[]): Source[] =>
  sources.map((one, i) => ({ ...one, messageId: `om_sample_${i}`, sentAt: one.sentAt + i * MINUTE }));

/** A merged forward of a customer's and a colleague's messages, with a nested one in it. */
export function conversationOf(words: SampleWords): Source {
  const said = (speaker: string, text: string, minutes: number, more: Partial<MergedItem> = {}): MergedItem => ({
    by: `ou_${speaker}`,
    speaker,
    at: BEGAN - HOUR + minutes * MINUTE,
    form: 'text',
    text,
    attachments: [],
    ...more,
  });
  const colleague = words.names.ou_colleague ?? '';
  const inner = [said('', words.long, -90), said(colleague, words.question, -88), said('', words.info, -85)];
  const inside = [
    said('', words.words, 0),
    said('', '', 1, { form: 'image', attachments: ['key'] }),
    said(colleague, '', 3, { form: 'merge_forward', inside: inner }),
    said('', words.later, 4),
  ];
  return source('', {
    form: 'merge_forward',
    inside,
    leftOut: 3,
    attachments: [attachment('image', '', { lost: true })],
  });
}

/** An edited message and a recalled one. */
export function changedIn(words: SampleWords): Source[] {
  const edited = source(words.words, { earlier: [{ text: words.short, until: BEGAN + MINUTE }] });
  return burstOf(edited, source(words.later, { recalledAt: BEGAN }));
}

/** Pictures and files in every state: kept, not kept yet, lost. */
export function withFiles(words: SampleWords): Source[] {
  const [picture, file] = words.files;
  const kept = (at: number) => attachment('image', picture, { keptKey: `img_v3_sample_${at}` });
  return [
    source(words.words, { attachments: [kept(1), kept(2), kept(3), kept(4), attachment('image', picture)] }),
    source('', { form: 'file', attachments: [attachment('file', file, { keptKey: 'file_v3_sample' })] }),
    source('', { form: 'file', attachments: [attachment('file', file), attachment('file', file, { lost: true })] }),
  ];
}

/** What each status adds to the one before. */
function passagesOf(words: SampleWords): Record<Status, Partial<Feedback>> {
  const submitted = { submittedAt: BEGAN, dueAt: BEGAN + 24 * HOUR };
  const assigned = { ...submitted, department: 'after_sales', assignedAt: BEGAN };
  return {
    draft: { sources: [source(words.words)], lastSourceAt: BEGAN, createdAt: BEGAN, heldSince: BEGAN },
    triage: { ...submitted, customer: words.customer, contact: words.contact },
    review: { department: 'after_sales' },
    assigned,
    handling: { claimedBy: 'ou_worker', claimedAt: BEGAN + 25 * MINUTE, heldSince: BEGAN + 25 * MINUTE },
    waiting: {
      questions: [{ at: BEGAN + HOUR, by: 'ou_worker', question: words.question, info: null, answeredAt: null }],
    },
    answered: {
      questions: [
        { at: BEGAN + HOUR, by: 'ou_worker', question: words.question, info: words.info, answeredAt: BEGAN + 2 * HOUR },
      ],
      notes: notesOf(words),
      answer: words.answer,
      cause: words.cause,
      prevention: words.prevention,
      answeredBy: 'ou_worker',
      answeredAt: BEGAN + 7 * HOUR,
      heldSince: BEGAN + 7 * HOUR,
    },
    closed: {
      toldCustomer: words.toldCustomer,
      satisfaction: 'satisfied',
      customerWords: words.customerWords,
      goodwill: words.goodwill,
      closedBy: 'ou_rep',
      closedAt: BEGAN + 8 * HOUR,
    },
    withdrawn: { ...assigned, customer: words.customer, contact: words.contact, reason: words.withdrawn },
    discarded: {},
  };
}

/** Two notes of the department, and one of the rep's between them. */
export function notesOf({ progress }: SampleWords): Feedback['notes'] {
  const department = { from: 'department' as const, department: 'after_sales', by: 'ou_worker' };
  const [first, answer, last] = progress;
  return [
    { ...department, at: BEGAN + 40 * MINUTE, text: first },
    { from: 'rep', department: null, by: 'ou_rep', at: BEGAN + 50 * MINUTE, text: answer },
    { ...department, at: BEGAN + 6 * HOUR, text: last },
  ];
}

/** An ordinary case in one status, with the history that leads there. */
export function sampleCase(status: Status, words: SampleWords, more: Partial<Feedback> = {}): Feedback {
  const aside = status === 'withdrawn' || status === 'discarded';
  const passed = STATUSES.filter((each, at) => at <= (aside ? 0 : STATUSES.indexOf(status)) || each === status);
  const passages = passagesOf(words);
  return Object.assign({ ...BARE_CASE }, ...passed.map((each) => passages[each]), { status }, more);
}
