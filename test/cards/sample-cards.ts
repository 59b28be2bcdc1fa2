import { doubtfulCard } from '../../cards/desk/asking-cards';
import { helpCard, welcomeCard } from '../../cards/desk/help-card';
import { type List, listCard } from '../../cards/desk/list-card';
import { nearWordCard } from '../../cards/desk/near-word-card';
import { caseCard } from '../../cards/feedback/case-card';
import { caseRow } from '../../cards/feedback/case-line';
import { clockCard } from '../../cards/feedback/clock-card';
import { contactCard } from '../../cards/feedback/contact-card';
import { bundleLine } from '../../cards/feedback/messages/bundle-line';
import { messageCard } from '../../cards/feedback/messages/message-card';
import { namedCaseCard } from '../../cards/feedback/named-case-card';
import { renderWall } from '../../cards/feedback/wall-card';
import { SAMPLE_CLOCK } from '../../cards/gallery/clock-section';
import { type BundleLine, bundleCard } from '../../cards/kit/bundle-card';
import type { CardContext } from '../../cards/kit/context';
import { passageCard } from '../../cards/kit/passage-card';
import { bindCard } from '../../cards/setup/bind-card';
import { type Feedback, PRIORITIES } from '../../src/domain/feedback/model';
import type { CardJson, JsonObject, Recipient } from '../../src/domain/messaging';
import { HOUR } from '../../src/domain/time';
import { digestsOf } from './sample-digests';
import { registerCardsOf } from './sample-register-cards';
import { setupCardsOf } from './sample-setup-cards';
import { T0 } from './samples';

const PARAMS: JsonObject = { by: 'ou_worker', department: 'after_sales', until: T0 + 48 * HOUR, to: 'oc_a' };

const ASKS: JsonObject = { rung: 'silent', asks: true, freedAt: T0 + 5 * HOUR };

/** Who may read a message about the sample case. */
const READERS: Recipient[] = [
  { type: 'chat', id: 'oc_a' },
  ...['ou_rep', 'ou_worker', 'ou_boss', 'ou_clerk'].map((id): Recipient => ({ type: 'person', id })),
];

/** Every name of a message, as the domain calls it; `not_worded_yet` stands for a name of another program version. */
const messageCalls = ({ texts }: CardContext): [name: string, params: JsonObject][] => [
  ...Object.keys(texts.messages).map((message): [string, JsonObject] => {
    const [name = '', rung] = message.split('.');
    if (rung === undefined) return [name, {}];
    const isInterim = rung.startsWith('interim_');
    return [name, isInterim ? { rung: rung.slice('interim_'.length), duty: 'interim' } : { rung }];
  }),
  ['not_worded_yet', {}],
  ['reminder', ASKS],
];

/** Every message about the case, to each of its readers. */
export function messageCardsOf(record: Feedback, ctx: CardContext, typed = ''): NamedCard[] {
  const more = { text: typed, question: typed, info: typed, reason: typed, why: typed, instruction: typed };
  const params = typed === '' ? PARAMS : { ...PARAMS, ...more };
  const calls = [...messageCalls(ctx), ['reminder', { rung: 'due', isSettled: true }] as [string, JsonObject]];
  return calls.flatMap(([name, { isSettled, ...own }]) =>
    READERS.map((to): NamedCard => {
      const notice = { name, params: { ...params, ...own }, to, isSettled: isSettled === true };
      return [`${name} ${String(own.rung ?? '')} to ${to.id}`, messageCard(notice, record, ctx)];
    }),
  );
}

/** Sixty due cases, each asking its holder something. */
const manyDue = (record: Feedback, to: Recipient, ctx: CardContext): BundleLine[] =>
  Array.from({ length: 60 }, (_, i) =>
    bundleLine({ feedback: { ...record, id: i + 1 }, name: 'reminder', params: ASKS, to, isSettled: i % 5 === 4 }, ctx),
  );

const manySpans = () => Array.from({ length: 40 }, () => SAMPLE_CLOCK.spans).flat();

/** The middle page of a long list: one case is overdue, one has no deadline, each has a snippet. */
export function list(name: List['list'], text: string, ctx: CardContext): List {
  const cases = Array.from({ length: 8 }, (_, i) => ({
    ...{ id: i + 1, customer: text, department: 'after_sales', holderId: i % 2 ? 'ou_worker' : null },
    ...(i === 2 ? { status: 'closed' as const, dueAt: null } : { status: 'handling' as const, dueAt: T0 }),
    subject: text,
    priority: PRIORITIES[i % 3] ?? ('normal' as const),
    snippet: text,
  }));
  const rows = cases.map((item) => caseRow(item, ctx));
  const turning = { before: `${T0}.1`, after: `${T0}.8`, position: 8, total: 23, waiting: 3, urgent: 2 };
  return { list: name, words: text || 'x', by: 'ou_rep', inGroup: false, rows, urges: true, ...turning };
}

/** A card, and the name by which a failing test tells it. */
export type NamedCard = [name: string, card: CardJson];

/** Every card that the bot can draw of a record, by name. */
export function cardsOf(record: Feedback, ctx: CardContext, typed = ''): NamedCard[] {
  const walls = ['rep', 'clerk', 'manager', 'department:after_sales', 'department:quality'];
  return [
    ...walls.map((wall): NamedCard => [wall, renderWall(record, wall, ctx, { retired: false })]),
    ...walls.map((wall): NamedCard => [`${wall} retired`, renderWall(record, wall, ctx, { retired: true })]),
    ...messageCardsOf(record, ctx, typed),
    ['named case', namedCaseCard(record, { message: 'om_1', text: typed, acts: ['note', 'urge'] }, ctx)],
    ['case', caseCard(record, ctx, { audience: 'one_person' })],
    ['case with its clock', caseCard(record, ctx, { audience: 'group', clock: SAMPLE_CLOCK, mayAsk: true })],
    ['clock', clockCard({ ...SAMPLE_CLOCK, spans: manySpans(), guessedYears: [2027] }, record, ctx)],
    ['contact', contactCard(record, ctx)],
    ...READERS.map((to): NamedCard => [`bundle for ${to.id}`, bundleCard(to, manyDue(record, to, ctx), ctx)]),
    ['case for the office', caseCard(record, ctx, { audience: 'one_person', roles: ['clerk', 'manager'] })],
  ];
}

/** Draws every card that is of no record, by name. */
export function otherCardsOf(ctx: CardContext, typed = ''): NamedCard[] {
  return [
    ...digestsOf(ctx, typed),
    ['bind', bindCard({ chat: 'oc_new', chatName: typed, sources: { file: {}, gone: new Set() } }, ctx)],
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
    ...registerCardsOf(ctx, typed),
    ['passage', passageCard({ title: ctx.texts.chat.botName, lines: [typed, ctx.texts.chat.notForYou] })],
    ...(['rep', 'member', 'clerk', 'manager'] as const).map((role): NamedCard => {
      return [`help for a ${role}`, helpCard({ role, setup: true, by: 'ou_rep', inGroup: false }, ctx)];
    }),
    ['welcome', welcomeCard('ou_rep', ctx)],
    ['doubtful', doubtfulCard({ typed, takes: 'om_1' }, ctx)],
  ];
}
