import { describe, expect, test } from '@jest/globals';
import { workdayCalendar } from '../../../src/domain/calendar';
import { dayOfMonth, dueAtOf, rolled, shiftMonth, shiftWorkdays } from '../../../src/domain/procedure/clock/dates';
import { latestSlot, nextSlot } from '../../../src/domain/procedure/clock/recurrence';
import type { Recurrence } from '../../../src/domain/procedure/definition';
import type { Due } from '../../../src/domain/procedure/stages';
import { longTime } from '../../../src/domain/time';
import { HOLIDAY_YEARS } from '../holiday-years';
import { at, Play, shipped, ZONE } from './play';

const calendar = workdayCalendar(HOLIDAY_YEARS);
const shown = (moment: number | null) => (moment === null ? null : longTime(moment, ZONE));

describe('months', () => {
  test.each([
    ['2026-01', 1, '2026-02'],
    ['2026-12', 1, '2027-01'],
    ['2027-01', -1, '2026-12'],
    ['2026-11', 14, '2028-01'],
  ])('%s and %d is %s', (month, months, expected) => {
    expect(shiftMonth(month, months)).toBe(expected);
  });

  test.each([
    ['2026-02', 31, '2026-02-28'],
    ['2028-02', 30, '2028-02-29'],
    ['2026-04', 31, '2026-04-30'],
    ['2026-12', 31, '2026-12-31'],
    ['2026-12', 5, '2026-12-05'],
  ])('day %s of %d is %s', (month, day, expected) => {
    expect(dayOfMonth(month, day)).toBe(expected);
  });
});

describe('workdays', () => {
  test.each([
    ['2026-12-01', 1, '2026-12-02'],
    ['2026-12-04', 1, '2026-12-07'],
    // The National Day holiday ends with 2026-10-07; 2026-10-10, a Saturday, is worked for it.
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-10-09', 1, '2026-10-10'],
    ['2026-12-07', -1, '2026-12-04'],
    ['2026-12-06', 0, '2026-12-06'],
  ])('%s and %d is %s', (date, days, expected) => {
    expect(shiftWorkdays(date, days, calendar)).toBe(expected);
  });

  test('a date on a day off rolls to a workday, in the direction asked for', () => {
    expect(rolled('2026-10-25', 'previous_workday', calendar)).toBe('2026-10-23');
    expect(rolled('2026-10-25', 'next_workday', calendar)).toBe('2026-10-26');
    expect(rolled('2026-10-25', null, calendar)).toBe('2026-10-25');
  });
});

describe('a due date', () => {
  const due = (changes: Partial<Due>): Due => ({
    ...{ side: 'after', moment: { kind: 'entered' }, add: 1, unit: 'workday', roll: null, at: null, else: null },
    ...changes,
  });
  const dueFrom = (start: string, changes: Partial<Due>, values = {}) => {
    const play = new Play(start);
    const id = play.begin(shipped('task'), 'ou_manager', values);
    return shown(dueAtOf(due(changes), play.get(id), play.context('ou_manager')));
  };

  test.each<[start: string, changes: Partial<Due>, expected: string]>([
    ['2026-12-01 10:00', {}, '2026-12-02 18:00'],
    ['2026-12-01 23:30', {}, '2026-12-02 18:00'],
    ['2026-12-04 10:00', {}, '2026-12-07 18:00'],
    ['2026-12-05 10:00', {}, '2026-12-07 18:00'],
    ['2026-11-26 10:00', { add: 7, unit: 'day' }, '2026-12-03 23:59'],
    ['2026-12-01 10:00', { add: 15, unit: 'day' }, '2026-12-16 23:59'],
    ['2026-12-01 10:00', { add: 0, unit: 'day' }, '2026-12-01 23:59'],
    ['2026-12-01 10:00', { add: 4, unit: 'day', roll: 'previous_workday', at: 17 * 60 }, '2026-12-04 17:00'],
    ['2026-12-08 10:00', { side: 'before', add: 2 }, '2026-12-04 18:00'],
  ])('from %s, %j, is %s', (start, changes, expected) => {
    expect(dueFrom(start, changes)).toBe(expected);
  });

  test('is unknown while its moment is, or else another one', () => {
    const byField: Partial<Due> = { moment: { kind: 'field', field: 'until', last: false }, add: 0, unit: 'day' };
    expect(dueFrom('2026-12-01 10:00', byField)).toBeNull();
    expect(dueFrom('2026-12-01 10:00', { ...byField, else: due({ add: 10 }) })).toBe('2026-12-15 18:00');
    expect(dueFrom('2026-12-01 10:00', byField, { until: '2026-12-20' })).toBe('2026-12-20 23:59');
  });
});

describe('a recurrence', () => {
  const office = new Play('2026-12-01 10:00').context(null);
  const monthly = (day: number): Recurrence => ({ on: { unit: 'month', day }, roll: 'previous_workday', at: 9 * 60 });

  test.each<[recurrence: Recurrence, now: string, latest: string, next: string]>([
    [monthly(20), '2026-11-20 09:00', '2026-11-20 09:00', '2026-12-18 09:00'],
    [monthly(20), '2026-11-20 08:59', '2026-10-20 09:00', '2026-11-20 09:00'],
    // 2026-02-28 is a workday for the Spring Festival, 2026-01-31 a Saturday.
    [monthly(31), '2026-02-15 10:00', '2026-01-30 09:00', '2026-02-28 09:00'],
    [monthly(1), '2026-10-05 10:00', '2026-09-30 09:00', '2026-10-30 09:00'],
    [
      { on: { unit: 'year', month: 12, day: 1 }, roll: null, at: 600 },
      '2026-11-28 10:00',
      '2025-12-01 10:00',
      '2026-12-01 10:00',
    ],
    [{ on: { unit: 'week', day: 1 }, roll: null, at: 600 }, '2026-11-28 10:00', '2026-11-23 10:00', '2026-11-30 10:00'],
    [{ on: { unit: 'week', day: 7 }, roll: null, at: 600 }, '2026-11-29 10:00', '2026-11-29 10:00', '2026-12-06 10:00'],
  ])('%j at %s', (recurrence, now, latest, next) => {
    expect(shown(latestSlot(recurrence, at(now), office))).toBe(latest);
    expect(shown(nextSlot(recurrence, at(now), office))).toBe(next);
  });
});
