import { BARE_CASE } from '../../cards/gallery/sample-case';
import type { CardContext } from '../../cards/kit/context';
import { type Locale, textsOf } from '../../cards/texts/texts';
import { type Attachment, type Feedback, type Source, STATUSES, type Status } from '../../src/domain/feedback/model';
import type { MergedItem } from '../../src/domain/messaging';
import type { Org } from '../../src/domain/org/org';
import { DEFAULT_ORG } from '../../src/domain/org/settings';
import { HOUR, MINUTE } from '../../src/domain/time';

/** 2026-11-23 09:30 in Shanghai. */
export const T0 = Date.parse('2026-11-23T01:30:00Z');

/** The sample people. */
export const NAMES: Record<string, string> = {
  ou_rep: 'Li Si',
  ou_worker: 'Zhang San',
  ou_clerk: 'Wang Wu',
  ou_boss: 'Zhao Liu',
  ou_admin: 'Sun Qi',
};

/** The sample office: two departments, a clerk, a manager, an admin. */
export const ORG: Org = {
  ...DEFAULT_ORG,
  departments: [
    { key: 'after_sales', name: 'After-sales', chat: 'oc_a', lead: null, categories: ['after_sales'], keywords: [] },
    { key: 'quality', name: 'Quality', chat: 'oc_q', lead: null, categories: ['quality'], keywords: [] },
  ],
  clerks: ['ou_clerk'],
  managers: ['ou_boss'],
  admins: ['ou_admin'],
  sla: { ...DEFAULT_ORG.sla, quietHours: null },
};

/** What cards are drawn with, in one language. */
export function context(locale: Locale, org: Org = ORG): CardContext {
  return {
    now: T0 + 2 * HOUR,
    texts: textsOf(locale),
    org,
    timeZone: 'Asia/Shanghai',
    nameOf: (id) => NAMES[id] ?? id,
  };
}

/** A forwarded message. */
export const source = (text: string, more: Partial<Source> = {}): Source => ({
  messageId: 'om_1',
  form: 'text',
  text,
  sentAt: T0,
  recalledAt: null,
  attachments: [],
  ...more,
});

/** A picture or a file of a message. */
export const attachment = (kind: Attachment['kind'], more: Partial<Attachment> = {}): Attachment => ({
  kind,
  key: 'key',
  name: 'photo.jpg',
  messageId: 'om_1',
  keptKey: null,
  lost: false,
  ...more,
});

const DRAFT: Feedback = {
  ...BARE_CASE,
  sources: [source('The machine is broken again.')],
  lastSourceAt: T0,
  createdAt: T0,
  heldSince: T0,
  lastMove: { what: 'submit', by: 'ou_rep', at: T0 },
};

/** What each status adds to the one before. */
const STORY: Record<Status, Partial<Feedback>> = {
  draft: {},
  triage: {},
  review: { department: 'after_sales' },
  assigned: { department: 'after_sales', assignedAt: T0 },
  handling: { claimedBy: 'ou_worker', claimedAt: T0 + 30 * MINUTE },
  waiting: { questions: [{ at: T0 + HOUR, by: 'ou_worker', question: 'Which model?', info: null, answeredAt: null }] },
  answered: {
    questions: [],
    answer: 'We replace it tomorrow.',
    cause: 'Bad bearing.',
    prevention: 'New supplier.',
    answeredBy: 'ou_worker',
    answeredAt: T0 + 2 * HOUR,
  },
  closed: {
    toldCustomer: 'It will be replaced.',
    satisfaction: 'satisfied',
    customerWords: 'Thanks.',
    closedBy: 'ou_rep',
    closedAt: T0 + 3 * HOUR,
  },
  withdrawn: { department: 'after_sales', assignedAt: T0 },
  discarded: {},
};

/** An ordinary case in one status, with the history that leads there. */
export function feedback(status: Status, more: Partial<Feedback> = {}): Feedback {
  const passed = STATUSES.slice(0, STATUSES.indexOf(status) + 1).filter(
    (one) => one === status || (status !== 'withdrawn' && status !== 'discarded'),
  );
  const submitted = status === 'draft' || status === 'discarded' ? {} : { submittedAt: T0, dueAt: T0 + 24 * HOUR };
  return Object.assign({ ...DRAFT }, submitted, ...passed.map((one) => STORY[one]), { status, customer: 'Acme' }, more);
}

/** A hundred messages of two people on each level of nested merged forwards. */
export function conversation(text: string, depth: number): MergedItem[] {
  const items = Array.from({ length: 100 }, (_, i) => ({
    by: i % 2 ? 'ou_rep' : 'ou_customer',
    speaker: i % 2 ? text : '',
    at: T0 + i * MINUTE,
    form: 'text',
    text,
    attachments: [],
  }));
  if (depth === 1) return items;
  return [...items, { ...items[0], form: 'merge_forward', inside: conversation(text, depth - 1) } as MergedItem];
}

/** Fifty messages, merged forwards among them, all with the same text. */
function sourcesOf(text: string): Source[] {
  const inside = conversation(text, 3);
  return Array.from({ length: 50 }, (_, i) =>
    source(text, {
      messageId: `om_${i}`,
      ...(i % 5 === 4 ? { inside, leftOut: 3 } : {}),
      ...(i % 5 === 3 ? { earlier: [{ text, until: T0 }] } : {}),
      recalledAt: i % 7 === 6 ? T0 : null,
      attachments: [
        attachment('image', { name: text, keptKey: i % 3 === 0 ? 'img_v3_kept' : null, lost: i % 3 === 1 }),
        attachment('file', { name: text, keptKey: i % 3 === 0 ? 'file_v3_kept' : null, lost: i % 3 === 1 }),
      ],
    }),
  );
}

/** The messages of the last text: tests draw the same case in one status after the other. */
let lastSources: { text: string; sources: Source[] } | null = null;

/** A case whose every typed text is the same. */
export function filledWith(text: string, status: Status): Feedback {
  const base = feedback(status);
  if (lastSources?.text !== text) lastSources = { text, sources: sourcesOf(text) };
  return {
    ...base,
    sources: lastSources.sources,
    customer: text,
    contact: text,
    note: text,
    priority: 'urgent',
    overdue: true,
    cycle: 3,
    guessedFrom: { kind: [text], category: [text, text], department: [text], priority: [text] },
    instruction: text,
    instructedBy: 'ou_boss',
    instructedAt: T0,
    transferReason: text,
    transferredFrom: 'quality',
    questions: Array.from({ length: 20 }, () => ({
      at: T0,
      by: 'ou_worker',
      question: text,
      info: text,
      answeredAt: T0,
    })),
    notes: Array.from({ length: 100 }, (_, i) => ({
      at: T0 + i * MINUTE,
      by: i % 2 ? 'ou_worker' : 'ou_rep',
      from: i % 2 ? ('department' as const) : ('rep' as const),
      department: i % 2 ? 'after_sales' : null,
      text,
    })),
    extension: { reason: text, until: T0 + 48 * HOUR, by: 'ou_worker', at: T0 },
    interimReply: text,
    answer: text,
    cause: text,
    prevention: text,
    toldCustomer: text,
    customerWords: text,
    goodwill: text,
    reason: text,
  };
}

/** An office with thirty departments and ten categories of this name. */
export function orgNamed(text: string): Org {
  return {
    ...ORG,
    departments: Array.from({ length: 30 }, (_, i) => ({
      key: i === 0 ? 'after_sales' : `department_${i}`,
      name: text || `Department ${i}`,
      chat: `oc_${i}`,
      lead: null,
      categories: [],
      keywords: [],
    })),
    categories: Array.from({ length: 10 }, (_, i) => ({ key: i === 0 ? 'after_sales' : `c${i}`, name: text || null })),
  };
}
