import type { DigestReader, LeadDigest, OfficeDigest, OwnDigest } from '../../src/domain/digest/digest';
import { type DayFigures, type DepartmentLine, dayOf, emptyLine } from '../../src/domain/digest/figures';
import type { Status } from '../../src/domain/feedback/model';
import { subjectIn } from '../../src/domain/feedback/subject';
import { HOUR, shiftDate } from '../../src/domain/time';
import { digestCard } from '../desk/digest/digest-card';
import type { Drawable } from '../desk/digest/digest-parts';
import { type DigestCase, digestRow } from '../feedback/digest-row';
import { type Entry, type Section, title } from './entry';
import type { SampleOffice } from './sample-office';

const DATE = '2026-11-24';

/** New and closed cases of fourteen days, weekends among them. */
const DAYS: [fresh: number, closed: number][] = [
  [6, 5],
  [5, 6],
  [8, 5],
  [6, 7],
  [2, 3],
  [1, 1],
  [8, 6],
  [7, 7],
  [8, 7],
  [9, 6],
  [7, 8],
  [2, 2],
  [1, 0],
  [11, 9],
];

const days: DayFigures[] = DAYS.map(([fresh, closed], at) => ({
  ...dayOf(shiftDate(DATE, at - DAYS.length), []),
  ...{ new: fresh, closed, timed: closed, onTime: Math.max(0, closed - 1), rated: closed, satisfied: closed },
}));

const yesterday: DayFigures = { ...(days.at(-1) ?? dayOf(DATE, [])), rated: 8, satisfied: 7, information: 2 };

/** A department that closed fifty cases, so many of them in time, now and before. */
const line = (department: string | null, open: number, overdue: number, onTime: [number, number]): DepartmentLine => ({
  ...emptyLine({ department }),
  ...{ open, overdue, lately: { timed: 50, onTime: onTime[0] }, before: { timed: 50, onTime: onTime[1] } },
  ...{ rated: 25, satisfied: 23, heldMs: (onTime[0] < 45 ? 19 : 9) * 50 * HOUR, held: 50 },
});

const DEPARTMENTS: DepartmentLine[] = [
  line('quality', 9, 2, [40, 43]),
  line('logistics', 6, 1, [44, 42]),
  line('after_sales', 4, 0, [48, 46]),
  { ...emptyLine({ department: null }), open: 1 },
];

const office: OfficeDigest = {
  ...{ audience: 'office', date: DATE, open: 20, due: 11, overdue: 3, urgent: 1, unclaimed: 1 },
  ...{
    rows: [],
    first: { isUrgent: true, isUnclaimed: true },
    more: 8,
    chased: ['ou_worker', 'ou_colleague', 'ou_rep'],
  },
  ...{ yesterday, weekBefore: days.at(-8) ?? null, days, departments: DEPARTMENTS },
  categories: ['quality', 'delivery', 'service', 'price'].map((key, at) => ({ key, count: [14, 8, 5, 1][at] ?? 1 })),
  customers: [],
  ...{ reopened: 1, extended: 2 },
};

/** Cases as digests list them: late and due, with each kind of holder. */
function casesOf({ ctx, words }: SampleOffice): DigestCase[] {
  const subject = subjectIn(words.words, words.customer);
  const one = (at: number, status: Status, hours: number, more: Partial<DigestCase> = {}): DigestCase => ({
    ...{ id: 31 - at, customer: words.customers[at] ?? '', subject, priority: 'normal', repId: 'ou_rep' },
    ...{ department: 'quality', holderId: null, status, dueAt: ctx.now + hours * HOUR },
    ...more,
  });
  return [
    one(0, 'assigned', -0.7, { priority: 'urgent' }),
    one(1, 'handling', -5, { holderId: 'ou_worker', department: 'logistics' }),
    one(2, 'answered', -2, { holderId: 'ou_rep' }),
    one(3, 'handling', 3, { holderId: 'ou_worker', priority: 'high' }),
    one(4, 'handling', 8, { holderId: 'ou_colleague' }),
    one(5, 'answered', 6, { holderId: 'ou_rep', priority: 'high' }),
    one(6, 'waiting', 9, { holderId: 'ou_rep' }),
    one(7, 'handling', 12, { holderId: 'ou_worker', owesInterim: true }),
    one(0, 'assigned', 3, { priority: 'urgent' }),
  ];
}

function digests(sample: SampleOffice): Entry[] {
  const { ctx, words } = sample;
  const cases = casesOf(sample);
  const drawn = <D extends OfficeDigest | LeadDigest | OwnDigest>(digest: D, shown: number[]): Drawable<D> => {
    const readerId = { office: 'ou_boss', lead: 'ou_lead', own: 'ou_rep' }[digest.audience];
    const rows = shown.flatMap((at, index) => {
      const reader: DigestReader = { id: readerId, audience: digest.audience, isFirst: index === 0 };
      const item = cases[at];
      return item ? [digestRow(item, reader, ctx)] : [];
    });
    return { digest: { ...digest, rows: shown.map((at) => ({ workflow: 'feedback', id: 31 - at })) }, rows, readerId };
  };
  const draw = (digest: OfficeDigest | LeadDigest | OwnDigest, shown: number[]) =>
    digestCard(drawn(digest, shown), ctx);
  const customers = words.customers.slice(1, 3).map((key, at) => ({ key, count: 5 - at }));
  const nothing = { due: 0, overdue: 0, urgent: 0, unclaimed: 0, more: 0 };
  const none = { categories: [], customers: [], reopened: 0, extended: 0, departments: [], weekBefore: null };
  const lead: LeadDigest = {
    ...{
      audience: 'lead',
      date: DATE,
      departments: ['quality'],
      open: 10,
      due: 4,
      overdue: 0,
      urgent: 1,
      unclaimed: 1,
    },
    ...{ rows: [], more: 0, waiting: 1, lines: DEPARTMENTS.slice(0, 1) },
    carries: ['ou_worker', 'ou_colleague'].map((key, at) => ({ key, count: 5 - at })),
  };
  const own: OwnDigest = { audience: 'own', date: DATE, asked: 2, toTell: 2, rows: [], elsewhere: 3, drafts: 1 };
  return [
    ['digest-full', title('日报', 'Digest'), draw({ ...office, customers }, [0, 1, 2])],
    [
      'digest-quiet',
      title('日报，没有超时', 'Digest, nothing late'),
      draw({ ...office, ...nothing, ...none, due: 2, more: 2, open: 17 }, []),
    ],
    [
      'digest-empty',
      title('日报，没有反馈', 'Digest, nothing'),
      draw({ ...office, ...nothing, ...none, open: 0, yesterday: dayOf(DATE, []) }, []),
    ],
    [
      'digest-admin',
      title('日报，给管理员', 'Digest, for an admin'),
      draw({ ...office, customers, reminders: { due: 31, onTime: 30, givenUp: 1 } }, [0, 1, 2]),
    ],
    ['digest-lead', title('部门主管的日报', "A lead's digest"), draw(lead, [8, 3, 4, 7])],
    [
      'digest-lead-quiet',
      title('部门主管的日报，都有人在办', "A lead's digest, all in hand"),
      draw({ ...lead, ...nothing, open: 3, waiting: 0 }, []),
    ],
    ['digest-own', title('客户经理的日报', "A rep's digest"), draw(own, [5, 2])],
    [
      'digest-own-more',
      title('客户经理的日报，还有别的事', "A rep's digest, with other duties"),
      draw({ ...own, asked: 6, toTell: 3 }, [2, 5, 6, 7]),
    ],
    [
      'digest-own-empty',
      title('个人的日报，没有待办', 'An own digest, nothing'),
      draw({ ...own, asked: 0, toTell: 0, elsewhere: 0, drafts: 0 }, []),
    ],
  ];
}

export const DIGEST_SECTION: Section = { group: title('日报', 'Digest'), entries: digests };
