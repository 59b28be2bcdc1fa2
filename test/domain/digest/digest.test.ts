import { describe, expect, test } from '@jest/globals';
import {
  askedOwners,
  leadDigest,
  materialOf,
  type OpenItem,
  officeDigest,
  ownDigest,
} from '../../../src/domain/digest/digest';
import { type DayFigures, dayOf, figuresOf } from '../../../src/domain/digest/figures';
import { HOUR } from '../../../src/domain/time';
import { at, ZONE } from '../feedback/fixtures';

const SLOT = at('09:00');

const item = (id: number, hours: number | null, more: Partial<OpenItem> = {}): OpenItem => ({
  ...{ workflow: 'feedback', id, dueAt: hours === null ? null : SLOT + hours * HOUR, isUrgent: false },
  ...{ isUnclaimed: false, department: 'quality', workerId: null, ownerId: 'ou_rep', asks: [] },
  ...more,
});

const material = (items: OpenItem[], days: DayFigures[] = [], drafts: Record<string, number> = {}) =>
  materialOf([{ items, drafts, figures: { ...figuresOf([]), days } }], SLOT, ZONE);

const ids = ({ rows }: { rows: { id: number }[] }) => rows.map(({ id }) => id);

describe('the office’s digest', () => {
  test('shows what is urgent, then the longest overdue, then what nobody has taken; what is in hand has time', () => {
    const items = [
      item(1, -1, { workerId: 'ou_a' }),
      item(2, -5, { asks: [{ personId: 'ou_rep', tellsCustomer: true }] }),
      item(3, 2, { isUnclaimed: true }),
      item(4, 3, { isUrgent: true }),
      item(5, 4),
      item(6, 15, { isUnclaimed: true }),
      item(7, null),
    ];
    const digest = officeDigest(material(items));
    expect(digest).toMatchObject({ open: 7, due: 5, overdue: 2, urgent: 1, unclaimed: 1, more: 2 });
    expect(ids(digest)).toEqual([4, 2, 1]);
    expect(digest.first).toEqual({ isUrgent: true, isUnclaimed: false });
    expect(digest.chased).toEqual(['ou_rep', 'ou_a']);
    expect(ids(officeDigest(material([item(5, 4), item(7, null)])))).toEqual([]);
  });

  test('compares yesterday with the same day of the week before, if anything happened then', () => {
    const day = (date: string, fresh: number) => ({ ...dayOf(date, []), new: fresh });
    const days = [day('2026-11-16', 2), day('2026-11-23', 5)];
    expect(officeDigest(material([], days))).toMatchObject({
      yesterday: { date: '2026-11-23', new: 5 },
      weekBefore: { date: '2026-11-16', new: 2 },
    });
    expect(officeDigest(material([], days.slice(1))).weekBefore).toBeNull();
    expect(officeDigest(material([])).yesterday).toEqual(dayOf('2026-11-23', []));
  });
});

test('a lead’s digest shows the due cases of the departments, and who carries how much', () => {
  const items = [
    ...[1, 2, 3].map((id) => item(id, id, { workerId: 'ou_a' })),
    item(4, 10, { workerId: 'ou_b' }),
    item(5, 11, { isUnclaimed: true }),
    item(6, 30),
    item(7, -1, { department: 'logistics' }),
    item(8, -1, { department: null }),
  ];
  const digest = leadDigest(['quality'], material(items));
  expect(digest).toMatchObject({ open: 6, due: 5, overdue: 0, unclaimed: 1, waiting: 1, more: 1 });
  expect(ids(digest)).toEqual([1, 2, 3, 4]);
  expect(digest.carries).toEqual([
    { key: 'ou_a', count: 3 },
    { key: 'ou_b', count: 1 },
  ]);
});

test('a person’s own digest shows what waits for the person, and counts the rest', () => {
  const rep = { personId: 'ou_rep', tellsCustomer: true };
  const worker = { personId: 'ou_worker', tellsCustomer: false };
  const items = [
    item(1, null, { asks: [rep] }),
    item(2, 5, { asks: [rep, worker] }),
    item(3, -1),
    item(4, 1, { ownerId: 'ou_other', asks: [worker] }),
  ];
  const all = material(items, [], { ou_rep: 2 });
  const digest = ownDigest('ou_rep', all);
  expect(digest).toMatchObject({ asked: 2, toTell: 2, elsewhere: 1, drafts: 2 });
  expect(ids(digest)).toEqual([2, 1]);
  expect(ownDigest('ou_worker', all)).toMatchObject({ asked: 2, toTell: 0, elsewhere: 0, drafts: 0 });
  expect(askedOwners(all)).toEqual(['ou_rep']);
});
