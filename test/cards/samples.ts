import { digestCard } from '../../cards/desk/digest-card';
import { type List, listCard } from '../../cards/desk/list-card';
import { nearWordCard } from '../../cards/desk/near-word-card';
import { bundleLine } from '../../cards/feedback/bundle-line';
import { caseCard } from '../../cards/feedback/case-card';
import { caseLine, caseRow } from '../../cards/feedback/case-line';
import { clockCard } from '../../cards/feedback/clock-card';
import { contactCard } from '../../cards/feedback/contact-card';
import { messageCard } from '../../cards/feedback/message-card';
import { renderWall } from '../../cards/feedback/wall-card';
import { SAMPLE_CLOCK } from '../../cards/gallery/clock-section';
import { BARE_CASE } from '../../cards/gallery/sample-case';
import { type BundleLine, bundleCard } from '../../cards/kit/bundle-card';
import type { CardContext } from '../../cards/kit/context';
import { passageCard } from '../../cards/kit/passage-card';
import { bindCard } from '../../cards/setup/bind-card';
import { type Locale, textsOf } from '../../cards/texts/texts';
import type { Digest } from '../../src/domain/digest';
import type { DigestCase } from '../../src/domain/feedback/digest';
import { type Attachment, type Feedback, type Source, STATUSES, type Status } from '../../src/domain/feedback/model';
import type { CardJson, JsonObject, MergedItem } from '../../src/domain/messaging';
import type { Org } from '../../src/domain/org/org';
import { DEFAULT_ORG } from '../../src/domain/org/settings';
import { HOUR, MINUTE } from '../../src/domain/time';
import { setupCardsOf } from './setup-samples';

/** 2026-11-23 09:30 in Shanghai. */
export const T0 = Date.parse('2026-11-23T01:30:00Z');

export const NAMES: Record<string, string> = {
  ou_rep: 'Li Si',
  ou_worker: 'Zhang San',
  ou_clerk: 'Wang Wu',
  ou_boss: 'Zhao Liu',
  ou_admin: 'Sun Qi',
};

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

export function context(locale: Locale, org: Org = ORG): CardContext {
  return { texts: textsOf(locale), org, timeZone: 'Asia/Shanghai', nameOf: (id) => NAMES[id] ?? id };
}

export const source = (text: string, more: Partial<Source> = {}): Source => ({
  messageId: 'om_1',
  form: 'text',
  text,
  sentAt: T0,
  recalledAt: null,
  attachments: [],
  ...more,
});

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

/** What each status has that the one before it had not. */
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

/** An ordinary case in one status, with what it must have gone through to be there. */
export function feedback(status: Status, more: Partial<Feedback> = {}): Feedback {
  const passed = STATUSES.slice(0, STATUSES.indexOf(status) + 1).filter(
    (one) => one === status || (status !== 'withdrawn' && status !== 'discarded'),
  );
  const submitted = status === 'draft' || status === 'discarded' ? {} : { submittedAt: T0, dueAt: T0 + 24 * HOUR };
  return Object.assign({ ...DRAFT }, submitted, ...passed.map((one) => STORY[one]), { status, customer: 'Acme' }, more);
}

/** Three hundred things said by two people, bundles in bundles. */
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

/** Fifty messages, bundles among them, with the same words in all of them. */
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

/** The same case in one status after the other says the same: made once, it is read once. */
let lastSaid: { text: string; sources: Source[] } | null = null;

/** Every text a person can type, with the same words in it. */
export function filledWith(text: string, status: Status): Feedback {
  const base = feedback(status);
  if (lastSaid?.text !== text) lastSaid = { text, sources: sourcesOf(text) };
  return {
    ...base,
    sources: lastSaid.sources,
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

/** Thirty departments and ten categories, named with the words. */
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

const PARAMS: JsonObject = { by: 'ou_worker', department: 'after_sales', until: T0 + 48 * HOUR, to: 'oc_a' };

const ASKS: JsonObject = { rung: 'silent', asks: true, freedAt: T0 + 5 * HOUR };

const MESSAGE_CALLS: [name: string, params: JsonObject][] = [
  ...['answered', 'question', 'progress', 'rep_note', 'info_provided', 'urged', 'withdrawn'].map(
    (name): [string, JsonObject] => [name, {}],
  ),
  ...['released', 'moved', 'moved_rep', 'priority_raised'].map((name): [string, JsonObject] => [name, {}]),
  ...['freed', 'freed_former', 'settled'].map((name): [string, JsonObject] => [name, {}]),
  ...['originals', 'extended', 'reopened', 'undeliverable', 'not_worded_yet'].map((name): [string, JsonObject] => [
    name,
    {},
  ]),
  ...['unclaimed', 'before', 'due', 'overdue'].map((rung): [string, JsonObject] => ['reminder', { rung }]),
  ...['before', 'due', 'overdue'].map((rung): [string, JsonObject] => ['escalation', { rung }]),
  ...['draft', 'draft_left'].map((rung): [string, JsonObject] => ['reminder', { rung }]),
  ['escalation', { rung: 'draft_left' }],
  ['adopted', {}],
  ['reminder', ASKS],
  ...['before', 'due', 'overdue'].map((rung): [string, JsonObject] => ['reminder', { rung, duty: 'interim' }]),
  ...['due', 'overdue'].map((rung): [string, JsonObject] => ['escalation', { rung, duty: 'interim' }]),
];

/** As many as a bad night brings, each asking its holder something. */
const manyDue = (record: Feedback, ctx: CardContext): BundleLine[] =>
  Array.from({ length: 60 }, (_, i) =>
    bundleLine({ feedback: { ...record, id: i + 1 }, name: 'reminder', params: ASKS, isSettled: i % 5 === 4 }, ctx),
  );

const manySpans = () => Array.from({ length: 40 }, () => SAMPLE_CLOCK.spans).flat();

export function digestCases(text: string, cases: number): DigestCase[] {
  return Array.from({ length: cases }, (_, i) => ({
    id: i + 1,
    customer: text,
    department: 'after_sales',
    holderId: i % 2 ? 'ou_worker' : null,
    status: 'handling' as const,
    dueAt: T0,
  }));
}

/** A digest card of feedback alone. */
export function digestOfCases(text: string, cases: number, ctx: CardContext): CardJson {
  return digestCard(digest(text, cases), (item) => caseLine(item as unknown as DigestCase, ctx), ctx);
}

function digest(text: string, cases: number): Digest {
  const list = digestCases(text, cases).map((item) => ({ ...item, workflow: 'feedback' }));
  return {
    date: '2026-11-24',
    newYesterday: 5,
    closedYesterday: 4,
    onTimeRate: 0.75,
    open: 9,
    dueToday: list,
    overdue: list,
    byDepartment: Array.from({ length: cases }, () => ({
      department: 'after_sales',
      open: 3,
      overdue: 1,
      closedYesterday: 2,
    })),
  };
}

/** The middle page of a long list: one case overdue, one without a deadline, each with a snippet. */
export function list(name: List['list'], text: string, ctx: CardContext): List {
  const cases = digestCases(text, 8).map((item, i) => ({
    ...item,
    ...(i === 2 ? { status: 'closed' as const, dueAt: null } : {}),
    overdue: i === 1,
    snippet: text,
  }));
  const rows = cases.map((item) => caseRow(item, ctx));
  const turning = { before: `${T0}.1`, after: `${T0}.8`, position: 8, total: 23 };
  return { list: name, words: text || 'x', by: 'ou_rep', inGroup: false, rows, ...turning };
}

/** Every card the product can draw of a record, by name. */
export function cardsOf(record: Feedback, ctx: CardContext, typed = ''): [name: string, card: CardJson][] {
  const walls = ['rep', 'clerk', 'manager', 'department:after_sales', 'department:quality'];
  const params =
    typed === '' ? PARAMS : { ...PARAMS, text: typed, question: typed, info: typed, reason: typed, why: typed };
  return [
    ...walls.map((wall): [string, CardJson] => [wall, renderWall(record, wall, ctx, { retired: false })]),
    ...walls.map((wall): [string, CardJson] => [`${wall} retired`, renderWall(record, wall, ctx, { retired: true })]),
    ...MESSAGE_CALLS.map(([name, more]): [string, CardJson] => [
      `${name} ${String(more.rung ?? '')}`,
      messageCard({ name, params: { ...params, ...more } }, record, ctx),
    ]),
    ['digest', digestOfCases(typed, typed === '' ? 2 : 60, ctx)],
    ['empty digest', digestOfCases(typed, 0, ctx)],
    ['bind', bindCard({ chat: 'oc_new', chatName: typed, sources: { file: {}, gone: new Set() } }, ctx)],
    ['case', caseCard(record, ctx, { audience: 'one_person' })],
    ['case with its clock', caseCard(record, ctx, { audience: 'group', clock: SAMPLE_CLOCK, mayAsk: true })],
    ['clock', clockCard({ ...SAMPLE_CLOCK, spans: manySpans(), guessedYears: [2027] }, record, ctx)],
    ['contact', contactCard(record, ctx)],
    ...(['chat', 'person'] as const).map((type): [string, CardJson] => [
      `bundle for a ${type}`,
      bundleCard({ type, id: 'oc_a' }, manyDue(record, ctx), ctx),
    ]),
    ['case at the desk', caseCard(record, ctx, { audience: 'one_person', roles: ['clerk', 'manager'] })],
    ['list', listCard(list('search', typed, ctx), ctx)],
    ['todo', listCard({ ...list('todo', typed, ctx), total: 8, position: 0, before: null, after: null }, ctx)],
    [
      'empty list',
      listCard({ ...list('search', typed, ctx), rows: [], total: 0, before: null, after: null, takes: 'om_1' }, ctx),
    ],
    [
      'near word',
      nearWordCard({ word: { word: 'search', words: typed }, typed, by: 'ou_rep', inGroup: false, takes: 'om_1' }, ctx),
    ],
    [
      'near word in a group',
      nearWordCard({ word: { word: 'todo' }, typed, by: 'ou_rep', inGroup: true, takes: null }, ctx),
    ],
    ...setupCardsOf(ctx, typed),
    ['passage', passageCard({ title: ctx.texts.chat.botName, lines: [typed, ctx.texts.chat.notForYou] })],
    ['help', passageCard(ctx.texts.chat.help)],
  ];
}
