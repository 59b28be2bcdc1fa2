import { digestCard } from '../../cards/desk/digest/digest-card';
import { digestRow } from '../../cards/feedback/digest-row';
import type { CardContext } from '../../cards/kit/context';
import type { Digest, LeadDigest, OfficeDigest, OwnDigest } from '../../src/domain/digest/digest';
import { type DayFigures, type DepartmentLine, dayOf, emptyLine } from '../../src/domain/digest/figures';
import { HOUR } from '../../src/domain/time';
import type { NamedCard } from './sample-cards';
import { T0 } from './samples';

export const DAY: DayFigures = {
  ...dayOf('2026-11-23', []),
  ...{ new: 5, closed: 4, timed: 4, onTime: 3, rated: 2, satisfied: 1, information: 1 },
};

/** A department with something of everything. */
export const LINE: DepartmentLine = {
  ...emptyLine({ department: 'after_sales' }),
  ...{ open: 3, overdue: 1, lately: { timed: 10, onTime: 8 }, before: { timed: 10, onTime: 9 } },
  ...{ rated: 4, satisfied: 3, heldMs: 38 * HOUR, held: 2 },
};

export const OFFICE: OfficeDigest = {
  ...{ audience: 'office', date: '2026-11-24', open: 9, due: 6, overdue: 3, urgent: 1, unclaimed: 1 },
  ...{ rows: [], first: { isUrgent: true, isUnclaimed: true }, more: 3, chased: ['ou_worker', 'ou_rep'] },
  ...{ yesterday: DAY, weekBefore: { ...DAY, new: 2 }, days: [DAY], departments: [LINE] },
  ...{ categories: [{ key: 'quality', count: 3 }], customers: [], reopened: 1, extended: 2 },
};

export const LEAD: LeadDigest = {
  ...{ audience: 'lead', date: '2026-11-24', departments: ['after_sales'], open: 4, due: 3, overdue: 0 },
  ...{ urgent: 0, unclaimed: 1, rows: [], more: 1, waiting: 1, lines: [LINE] },
  carries: [{ key: 'ou_worker', count: 3 }],
};

export const OWN: OwnDigest = {
  ...{ audience: 'own', date: '2026-11-24', asked: 3, toTell: 3, rows: [], elsewhere: 2, drafts: 1 },
};

/** A digest with three rows: a case in each of these states, whose texts are all the same. */
export function drawnDigest(digest: Digest, typed: string, ctx: CardContext) {
  const isOwn = digest.audience === 'own';
  const readerId = isOwn ? 'ou_rep' : 'ou_boss';
  const statuses = isOwn
    ? (['answered', 'waiting', 'handling'] as const)
    : (['assigned', 'handling', 'answered'] as const);
  const rows = statuses.map((status, at) =>
    digestRow(
      {
        ...{ id: at + 1, customer: typed, subject: typed, repId: 'ou_rep', status, department: 'after_sales' },
        priority: at === 0 ? 'urgent' : 'normal',
        holderId: status === 'assigned' ? null : status === 'handling' ? 'ou_worker' : 'ou_rep',
        dueAt: T0 + (at - 1) * 5 * HOUR,
        ...(isOwn && status === 'handling' ? { owesInterim: true } : {}),
      },
      { id: readerId, audience: digest.audience, isFirst: at === 0 },
      ctx,
    ),
  );
  return digestCard({ digest, rows, readerId }, ctx);
}

/** Every shape of a digest, by name; with many departments, categories and people if there is a typed text. */
export function digestsOf(ctx: CardContext, typed: string): NamedCard[] {
  const times = typed === '' ? 1 : 60;
  const many = <T>(one: (at: number) => T) => Array.from({ length: times }, (_, at) => one(at));
  const office: OfficeDigest = {
    ...OFFICE,
    departments: many((at) => (at === 3 ? { ...LINE, department: null, ofReps: true } : LINE)),
    categories: many(() => ({ key: 'quality', count: 2 })).slice(0, 5),
    customers: [{ key: typed || 'Acme', count: 2 }],
    reminders: { due: 3, onTime: 2, givenUp: 1 },
  };
  const nothing = { open: 0, due: 0, overdue: 0, urgent: 0, unclaimed: 0, more: 0 };
  const bare = { days: [], departments: [], categories: [], customers: [], weekBefore: null, reopened: 0, extended: 0 };
  const lead: LeadDigest = {
    ...LEAD,
    departments: many(() => 'after_sales'),
    carries: many(() => ({ key: 'ou_worker', count: 3 })),
  };
  return [
    ['digest', drawnDigest(office, typed, ctx)],
    ['empty digest', digestCard({ digest: { ...office, ...nothing, ...bare }, rows: [], readerId: 'ou_boss' }, ctx)],
    ['digest of a lead', drawnDigest(lead, typed, ctx)],
    [
      'empty digest of a lead',
      digestCard({ digest: { ...LEAD, ...nothing, lines: [], carries: [] }, rows: [], readerId: 'ou_lead' }, ctx),
    ],
    ['own digest', drawnDigest(OWN, typed, ctx)],
    ['empty own digest', digestCard({ digest: { ...OWN, asked: 0, drafts: 0 }, rows: [], readerId: 'ou_rep' }, ctx)],
  ];
}
