import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Entry } from '../../../src/domain/decision';
import { type DepartmentLine, figuresOf } from '../../../src/domain/digest/figures';
import type { CaseLine } from '../../../src/domain/feedback/digest/case-lines';
import { caseFigures, timelinesFor } from '../../../src/domain/feedback/digest/figures';
import { isInformation, KINDS } from '../../../src/domain/feedback/model';
import { DAY, HOUR } from '../../../src/domain/time';
import { at, context } from '../feedback/fixtures';

const office = context('manager');
const SLOT = at('09:00');
const DAY_OF_DIGEST = { slot: SLOT, office };

const line = (id: number, more: Partial<CaseLine> = {}): CaseLine => ({
  ...{ id, status: 'handling', kind: 'complaint', category: 'quality', priority: 'normal', customer: '海风' },
  ...{ department: 'after_sales', repId: 'ou_rep', claimedBy: 'ou_worker', submittedAt: SLOT - 2 * DAY },
  ...{ dueAt: SLOT - DAY, deadlineAt: SLOT - DAY, extension: null, interimAt: null, satisfaction: null },
  ...{ closedAt: null, cycle: 1 },
  ...more,
});

const closed = (id: number, hoursAgo: number, more: Partial<CaseLine> = {}): CaseLine =>
  line(id, { status: 'closed', closedAt: SLOT - hoursAgo * HOUR, deadlineAt: SLOT, ...more });

const entry = (hoursAgo: number, what: string, to: string, department: string | null = null): Entry => ({
  at: SLOT - hoursAgo * HOUR,
  actorId: 'ou_x',
  what,
  detail: { to, department },
});

const figures = (cases: Partial<Parameters<typeof caseFigures>[0]>, timelines: [number, Entry[]][] = []) =>
  caseFigures({ open: [], closed: [], submitted: [], ...cases }, new Map(timelines), DAY_OF_DIGEST);

const named = (lines: DepartmentLine[]) => lines.map(({ department, ofReps }) => (ofReps ? 'reps' : department));

describe('the departments', () => {
  test('an overdue case counts as open where it is, and as overdue with whoever held it for the longest', () => {
    const transferred = [entry(48, 'submit', 'assigned', 'after_sales'), entry(25, 'transfer', 'assigned', 'quality')];
    const withRep = [entry(48, 'submit', 'assigned', 'quality'), entry(47, 'answer', 'answered', 'quality')];
    const { departments } = figures(
      { open: [line(1, { department: 'quality' }), line(2, { department: 'quality', status: 'answered' })] },
      [
        [1, transferred],
        [2, withRep],
      ],
    );
    expect(
      departments.map(({ department, ofReps, open, overdue }) => [ofReps ? 'reps' : department, open, overdue]),
    ).toEqual([
      ['after_sales', 0, 1],
      ['reps', 0, 1],
      ['quality', 2, 0],
    ]);
  });

  test('only a department’s own time counts, over the cases of the last thirty days', () => {
    const timeline = [
      entry(20, 'submit', 'assigned', 'after_sales'),
      entry(18, 'transfer', 'assigned', 'quality'),
      entry(12, 'request_info', 'waiting', 'quality'),
      entry(8, 'provide_info', 'handling', 'quality'),
      entry(6, 'answer', 'answered', 'quality'),
    ];
    const cases = [
      closed(1, 5, { department: 'quality', submittedAt: SLOT - 20 * HOUR }),
      closed(2, 31 * 24, { department: 'quality' }),
    ];
    const { departments } = figures({ closed: cases }, [
      [1, timeline],
      [2, timeline],
    ]);
    const hours = departments.map(({ department, heldMs, held }) => [department, heldMs / HOUR, held]);
    expect(hours).toEqual([
      ['after_sales', 2, 1],
      ['quality', 8, 1],
    ]);
    expect(departments[1]).toMatchObject({ lately: { timed: 1, onTime: 1 }, before: { timed: 1, onTime: 1 } });
  });

  test('most overdue come first, then most open; what is not routed and the reps come after departments', () => {
    const open = [
      line(1, { department: null, status: 'triage', deadlineAt: SLOT + 1 }),
      line(2, { department: 'quality', deadlineAt: SLOT + 1 }),
      line(3, { department: 'after_sales', deadlineAt: SLOT + 1 }),
      line(4, { department: 'logistics' }),
    ];
    const early = closed(5, 5, { department: 'design', deadlineAt: SLOT - 6 * HOUR });
    const { departments } = figures({ open, closed: [early] }, [[5, [entry(48, 'submit', 'answered', 'design')]]]);
    expect(named(departments)).toEqual(['logistics', 'after_sales', 'quality', null, 'design', 'reps']);
  });
});

test('the days are counted by the office’s calendar; information is counted apart', () => {
  const { days } = figures({
    submitted: [
      line(1, { submittedAt: at('00:00', '2026-11-23') }),
      line(2, { submittedAt: at('00:00', '2026-11-23') - 1 }),
      line(3, { submittedAt: at('23:59', '2026-11-23'), kind: 'market', deadlineAt: null }),
    ],
    closed: [
      closed(1, 10, { satisfaction: 'satisfied' }),
      closed(2, 11, { satisfaction: 'neutral', deadlineAt: SLOT - 12 * HOUR }),
      closed(3, 10, { kind: 'market', deadlineAt: null }),
    ],
  });
  expect(days).toHaveLength(14);
  expect(days.at(-1)).toEqual({
    ...{ date: '2026-11-23', new: 1, closed: 2, timed: 2, onTime: 1, rated: 2, satisfied: 1, information: 1 },
  });
  expect(days.at(-2)).toMatchObject({ date: '2026-11-22', new: 1, closed: 0 });
});

test('the week counts categories and customers, most first, what was reopened and what was extended', () => {
  const submitted = [
    line(1, { submittedAt: SLOT - DAY, category: 'price', customer: '' }),
    line(2, { submittedAt: SLOT - DAY, customer: '恒泰' }),
    line(3, { submittedAt: SLOT - 6 * DAY, customer: '恒泰' }),
    line(4, { submittedAt: SLOT - 8 * DAY }),
    line(5, { submittedAt: SLOT, category: 'other' }),
  ];
  const extension = { reason: '等配件', until: SLOT, by: 'ou_worker', at: SLOT - DAY };
  const reopened = entry(30, 'reopen', 'assigned', 'after_sales');
  const open = [line(1, { extension }), line(2, { cycle: 2, deadlineAt: SLOT + 1 })];
  expect(timelinesFor({ open, closed: [], submitted }, DAY_OF_DIGEST)).toEqual([1, 2]);
  expect(figures({ submitted, open }, [[2, [reopened, { ...reopened, at: SLOT - 9 * DAY }]]])).toMatchObject({
    categories: [
      { key: 'quality', count: 2 },
      { key: 'price', count: 1 },
    ],
    customers: [{ key: '恒泰', count: 2 }],
    reopened: 1,
    extended: 1,
  });
});

const anyCase = fc.record({
  department: fc.constantFrom('after_sales', 'quality', null),
  kind: fc.constantFrom(...KINDS),
  hoursAgo: fc.integer({ min: 10, max: 58 * 24 }),
  lateHours: fc.integer({ min: -30, max: 30 }),
  heldBy: fc.constantFrom('assigned', 'answered', 'triage', 'none'),
});

test('each case counts once in each column, whoever had it, and the sums of two workflows are the sums of each', () => {
  fc.assert(
    fc.property(fc.array(anyCase, { maxLength: 30 }), fc.array(anyCase, { maxLength: 30 }), (some, others) => {
      const timelines: [number, Entry[]][] = [];
      const linesOf = (all: typeof some, from: number, isOpen: boolean) =>
        all.map(({ department, kind, hoursAgo, lateHours, heldBy }, i) => {
          const id = from + i;
          if (heldBy !== 'none') timelines.push([id, [entry(hoursAgo + 40, 'submit', heldBy, department)]]);
          const end = SLOT - hoursAgo * HOUR;
          const deadlineAt = isInformation(kind) ? null : end - lateHours * HOUR;
          const submittedAt = end - 40 * HOUR;
          if (!isOpen) return closed(id, hoursAgo, { department, kind, deadlineAt, submittedAt });
          return line(id, { department, kind: 'complaint', submittedAt, deadlineAt: SLOT - lateHours * HOUR });
        });
      const open = linesOf(some, 1, true);
      const done = linesOf(others, 1000, false);
      const one = figures({ open, closed: done, submitted: open }, timelines);
      const sum = (of: (one: DepartmentLine) => number) => one.departments.reduce((total, each) => total + of(each), 0);
      const timed = done.filter(({ deadlineAt }) => deadlineAt !== null);
      const onTime = timed.filter(({ closedAt, deadlineAt }) => (closedAt ?? 0) <= (deadlineAt ?? 0));
      expect(sum((each) => each.open)).toBe(open.length);
      expect(sum((each) => each.overdue)).toBe(open.filter(({ deadlineAt }) => (deadlineAt ?? 0) <= SLOT).length);
      expect(sum((each) => each.lately.timed + each.before.timed)).toBe(timed.length);
      expect(sum((each) => each.lately.onTime + each.before.onTime)).toBe(onTime.length);
      expect(new Set(named(one.departments)).size).toBe(one.departments.length);
      const both = figuresOf([one, one]);
      expect(both.departments.map(({ open: count }) => count)).toEqual(
        one.departments.map(({ open: count }) => 2 * count),
      );
      expect(both.days.map((day) => day.new)).toEqual(one.days.map((day) => 2 * day.new));
    }),
    { numRuns: 60 },
  );
});
