import type { Explanation } from '../../src/domain/feedback/clock/explanation';
import type { Span } from '../../src/domain/feedback/clock/spans';
import type { Status } from '../../src/domain/feedback/model';
import type { JsonObject, Recipient } from '../../src/domain/messaging';
import { HOUR, MINUTE } from '../../src/domain/time';
import { clockCard } from '../feedback/clock-card';
import { contactCard } from '../feedback/contact-card';
import { type ContactLook, looksCard } from '../feedback/looks-card';
import { type BundledCase, bundleLine } from '../feedback/messages/bundle-line';
import { messageCard } from '../feedback/messages/message-card';
import { bundleCard } from '../kit/bundle-card';
import { passageCard } from '../kit/passage-card';
import { holidaysUnpublishedCard } from '../setup/holidays-unpublished-card';
import { type Entry, type Section, title } from './entry';
import { BEGAN, sampleCase } from './sample-case';
import type { SampleOffice } from './sample-office';

const span = (from: number, to: number, more: Partial<Span>): Span => ({
  from: BEGAN + from,
  to: BEGAN + to,
  lasts: false,
  status: 'assigned',
  holder: 'department',
  department: 'after_sales',
  person: null,
  cycle: 1,
  countedMs: to - from,
  ...more,
});

const SPANS: Span[] = [
  span(0, 40 * MINUTE, {}),
  span(40 * MINUTE, 4 * HOUR, { status: 'handling', person: 'ou_worker' }),
  span(4 * HOUR, 6 * HOUR, { status: 'waiting', holder: 'rep', department: null, person: 'ou_rep' }),
  span(6 * HOUR, 9 * HOUR, { status: 'handling', person: 'ou_worker', lasts: true, countedMs: 2 * HOUR }),
];

const LOOKS: ContactLook[] = [
  { by: 'ou_worker', at: BEGAN + HOUR },
  { by: 'ou_boss', at: BEGAN + 2 * HOUR },
];

/** The explained clock of a sample case. */
export const SAMPLE_CLOCK: Explanation = {
  asOf: BEGAN + 9 * HOUR,
  startedAt: BEGAN,
  withinMs: 24 * HOUR,
  mode: 'wall-clock',
  dueAt: BEGAN + 24 * HOUR,
  deadline: BEGAN + 24 * HOUR,
  isOver: false,
  usedMs: 9 * HOUR,
  leftMs: 15 * HOUR,
  guessedYears: [],
  spans: SPANS,
  charges: [
    { holder: 'department', department: 'after_sales', ms: 6 * HOUR },
    { holder: 'rep', department: null, ms: 2 * HOUR },
  ],
  next: {
    at: BEGAN + 12 * HOUR,
    rungs: ['before', 'silent'],
    holders: [{ type: 'person', id: 'ou_worker' }],
    superiors: [{ type: 'person', id: 'ou_boss' }],
  },
};

/** The clock of the same case after it is closed. */
export const CLOSED_CLOCK: Explanation = {
  ...SAMPLE_CLOCK,
  isOver: true,
  spans: SPANS.map((each) => ({ ...each, lasts: false })),
  next: null,
};

function bundles({ ctx, words }: SampleOffice): Entry[] {
  const of = (id: number, status: Status, name: string, params: JsonObject) => ({
    feedback: {
      ...sampleCase(status, words, id === 15 ? { priority: 'urgent' } : {}),
      id,
      customer: words.customers[id % words.customers.length] ?? '',
    },
    name,
    params,
    isSettled: false,
  });
  const draw = (to: Recipient, items: Omit<BundledCase, 'to'>[], now = ctx.now) => {
    const then = { ...ctx, now };
    const lines = items.map((item) => bundleLine({ ...item, to }, then));
    return bundleCard(to, lines, then);
  };
  const asks = { rung: 'silent', asks: true, freedAt: BEGAN + 10 * HOUR };
  const group: Recipient = { type: 'chat', id: 'oc_after_sales' };
  return [
    [
      'bundle-holder',
      title('多条提醒，给经办人', 'Several reminders, to their holder'),
      draw({ type: 'person', id: 'ou_worker' }, [
        of(12, 'handling', 'reminder', asks),
        of(15, 'handling', 'reminder', { rung: 'before' }),
        of(18, 'answered', 'reminder', { rung: 'overdue' }),
      ]),
    ],
    [
      'bundle-drafts',
      title('多条提醒，有草稿', 'Several reminders, drafts among them'),
      draw({ type: 'person', id: 'ou_rep' }, [
        of(12, 'draft', 'reminder', { rung: 'draft' }),
        of(15, 'answered', 'reminder', { rung: 'before' }),
      ]),
    ],
    [
      'bundle-drafts-clerk',
      title('多份搁置的草稿，给文员', 'Several drafts that lie, to a clerk'),
      draw({ type: 'person', id: 'ou_clerk' }, [
        of(12, 'draft', 'escalation', { rung: 'draft_left' }),
        of(15, 'draft', 'escalation', { rung: 'draft_left' }),
      ]),
    ],
    [
      'bundle-group',
      title('多条提醒，在部门群', 'Several reminders, in a group'),
      draw(group, [
        of(12, 'assigned', 'reminder', { rung: 'unclaimed' }),
        of(15, 'assigned', 'freed', { rung: 'freed' }),
      ]),
    ],
    [
      'bundle-superior',
      title('多条上报，给经理', 'Several escalations'),
      draw(
        { type: 'person', id: 'ou_boss' },
        [
          of(12, 'handling', 'escalation', { rung: 'due' }),
          of(15, 'answered', 'escalation', { rung: 'overdue' }),
          of(18, 'assigned', 'escalation', { rung: 'overdue' }),
        ],
        BEGAN + 29 * HOUR,
      ),
    ],
  ];
}

function clock(office: SampleOffice): Entry[] {
  const { ctx, words } = office;
  const record = sampleCase('handling', words);
  const asks = { rung: 'before', asks: true, freedAt: BEGAN + 13 * HOUR };
  const saying = (line: string) => passageCard({ title: ctx.texts.chat.botName, lines: [line] });
  return [
    ['clock-running', title('时限说明', 'Time breakdown'), clockCard(SAMPLE_CLOCK, record, ctx)],
    [
      'clock-workdays',
      title('时限说明，按工作日', 'Time breakdown, on working days'),
      clockCard(
        { ...SAMPLE_CLOCK, mode: 'workdays', guessedYears: [2027], leftMs: -3 * HOUR, next: null },
        record,
        ctx,
      ),
    ],
    [
      'clock-asks',
      title('提醒并询问是否还在处理', 'A reminder that asks'),
      messageCard({ name: 'reminder', params: asks, to: { type: 'person', id: 'ou_worker' } }, record, ctx),
    ],
    ['contact-shown', title('联系方式', 'Contact details'), contactCard(record, ctx)],
    ['looks-none', title('还没有人查看', 'Nobody has looked'), looksCard([], record, ctx)],
    ['looks-some', title('谁查看过联系方式', 'Who has looked'), looksCard(LOOKS, record, ctx)],
    [
      'passage-which-case',
      title('回复了多条提醒', 'An answer to several reminders'),
      saying(ctx.texts.clock.whichCase),
    ],
    [
      'holidays-unpublished-admin',
      title('放假安排待录入', 'Holidays to be entered'),
      holidaysUnpublishedCard(2027, true, ctx),
    ],
    [
      'holidays-unpublished-others',
      title('放假安排待录入，给其他人', 'Holidays to be entered, to others'),
      holidaysUnpublishedCard(2027, false, ctx),
    ],
    ...bundles(office),
  ];
}

export const CLOCK_SECTION: Section = { group: title('时限', 'Time'), entries: clock };
