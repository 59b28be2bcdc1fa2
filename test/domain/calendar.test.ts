import { describe, expect, test } from '@jest/globals';
import type { Holiday } from '../../src/domain/calendar';
import {
  addAwakeTime,
  addTime,
  companyCalendar,
  endOfQuiet,
  endOfRest,
  isQuiet,
  nextMorning,
  subtractTime,
  timeBetween,
  unpublishedYears,
  workdayCalendar,
} from '../../src/domain/calendar';
import { HOLIDAY_YEARS } from '../../src/domain/holidays/cn';
import { DAY, dateOf, HOUR, longTime, MINUTE } from '../../src/domain/time';

const ZONE = 'Asia/Shanghai';
const calendar = workdayCalendar(HOLIDAY_YEARS);
const at = (local: string) => Date.parse(`${local.replace(' ', 'T')}:00+08:00`);

describe('working days', () => {
  test.each<[string, boolean, string]>([
    ['2024-02-04', true, 'a Sunday worked for Spring Festival'],
    ['2024-02-09', true, "New Year's Eve, in 2024 a working day"],
    ['2024-05-11', true, 'a Saturday worked for Labour Day'],
    ['2024-09-14', true, 'a Saturday worked for Mid-Autumn'],
    ['2025-01-26', true, 'a Sunday worked for Spring Festival'],
    ['2025-01-28', false, "New Year's Eve, off since 2025"],
    ['2025-10-08', false, 'the eighth day of a joint National Day and Mid-Autumn'],
    ['2025-10-11', true, 'a Saturday worked for National Day'],
    ['2026-01-02', false, 'a Friday off'],
    ['2026-01-04', true, 'a Sunday worked for New Year'],
    ['2026-02-14', true, 'a Saturday worked for Spring Festival'],
    ['2026-02-23', false, 'the last day of Spring Festival, a Monday'],
    ['2026-02-24', true, 'the first Tuesday after it'],
    ['2026-09-27', false, 'a plain Sunday inside a holiday'],
    ['2026-11-21', false, 'a plain Saturday'],
    ['2026-11-23', true, 'a plain Monday'],
    ['2027-02-08', false, 'statutory, though the notice is not out'],
    ['2028-10-02', true, 'nothing known: a Monday'],
    ['2028-10-01', false, 'nothing known: a Sunday'],
  ])('%s worked: %s (%s)', (date, expected) => {
    expect(calendar.isWorkday(date)).toBe(expected);
  });

  test('says for which years it knows, and takes the later word', () => {
    expect([2023, 2024, 2025, 2026, 2027, 2028].filter((year) => calendar.isPublished(year))).toEqual([
      2024, 2025, 2026,
    ]);
    const notice = {
      year: 2027,
      published: true,
      holidays: [{ name: 'x', from: '2027-03-01', to: '2027-03-02', makeUpDays: ['2027-03-06'] }],
    };
    const later = workdayCalendar([...HOLIDAY_YEARS, notice]);
    expect(later.isPublished(2027)).toBe(true);
    expect(['2027-03-01', '2027-03-03', '2027-03-06', '2027-02-08'].map(later.isWorkday)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});

test('a company names the year that is not built in, and the program takes it as it stands there', () => {
  let own: Holiday[] = [];
  const company = companyCalendar(HOLIDAY_YEARS, () => own);
  expect([company.isPublished(2027), company.isWorkday('2027-01-31')]).toEqual([false, false]);
  own = [{ name: '春节', from: '2027-02-05', to: '2027-02-11', makeUpDays: ['2027-01-31'] }];
  expect([company.isPublished(2027), company.isWorkday('2027-01-31'), company.isWorkday('2027-02-11')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(company.isWorkday('2026-10-01')).toBe(false);
});

test("a New Year's Day that begins in December belongs to the year it leads into", () => {
  const own = [{ name: '元旦', from: '2026-12-31', to: '2027-01-02', makeUpDays: ['2026-12-27'] }];
  const company = companyCalendar(HOLIDAY_YEARS, () => own);
  expect(company.isPublished(2027)).toBe(true);
  const worked = ['2026-10-01', '2026-12-27', '2026-12-31', '2027-01-04'].map((date) => company.isWorkday(date));
  expect(worked).toEqual([false, true, false, true]);
});

describe('time that counts', () => {
  const in24h = (from: string) => longTime(addTime(at(from), DAY, 'workdays', calendar, ZONE), ZONE);
  test.each([
    ['2026-11-23 15:00', '2026-11-24 15:00', 'Monday to Tuesday'],
    ['2026-11-20 15:00', '2026-11-23 15:00', 'over a weekend'],
    ['2026-11-20 00:00', '2026-11-23 00:00', 'a whole Friday ends when Monday begins'],
    ['2026-11-21 10:00', '2026-11-24 00:00', 'from a Saturday: all of Monday'],
    ['2026-02-14 18:00', '2026-02-24 18:00', 'from a worked Saturday over Spring Festival'],
    ['2026-02-27 09:00', '2026-02-28 09:00', 'Friday to a worked Saturday'],
    ['2026-02-28 09:00', '2026-03-02 09:00', 'from that Saturday over its Sunday'],
    ['2025-09-30 23:30', '2025-10-09 23:30', 'over the long National Day'],
  ])('24 working hours after %s is %s (%s)', (from, expected) => {
    expect(in24h(from)).toBe(expected);
  });

  test('lands on a working day, whatever the start and the time', () => {
    for (let from = at('2026-01-28 07:30'); from < at('2026-03-05 00:00'); from += 7 * HOUR) {
      for (const ms of [0, 30 * MINUTE, 24 * HOUR, 60 * HOUR]) {
        expect(calendar.isWorkday(dateOf(addTime(from, ms, 'workdays', calendar, ZONE), ZONE))).toBe(true);
      }
    }
  });

  test('on the wall clock every hour counts', () => {
    expect(addTime(at('2026-02-14 18:00'), DAY, 'wall-clock', calendar, ZONE)).toBe(at('2026-02-15 18:00'));
  });

  test('a weekend that changes the clocks is skipped as one', () => {
    const from = Date.parse('2026-03-27T12:00:00+01:00'); // the Friday before Berlin changes its clocks
    expect(longTime(addTime(from, DAY, 'workdays', workdayCalendar([]), 'Europe/Berlin'), 'Europe/Berlin')).toBe(
      '2026-03-30 12:00',
    );
  });
});

describe('quiet hours', () => {
  const night = { from: 22 * 60, to: 8 * 60 };
  const siesta = { from: 12 * 60, to: 14 * 60 };
  test.each([
    [night, '2026-11-23 21:59', null],
    [night, '2026-11-23 22:00', '2026-11-24 08:00'],
    [night, '2026-11-24 00:00', '2026-11-24 08:00'],
    [night, '2026-11-24 07:59', '2026-11-24 08:00'],
    [night, '2026-11-24 08:00', null],
    [siesta, '2026-11-24 12:00', '2026-11-24 14:00'],
    [siesta, '2026-11-24 14:00', null],
    [{ from: 22 * 60, to: 0 }, '2026-12-31 23:00', '2027-01-01 00:00'],
    [{ from: 60, to: 60 }, '2026-11-24 01:00', null],
    [null, '2026-11-24 03:00', null],
  ])('%j at %s: until %s', (quietHours, moment, until) => {
    expect(isQuiet(at(moment), quietHours, ZONE)).toBe(until !== null);
    expect(endOfQuiet(at(moment), quietHours, ZONE)).toBe(at(until ?? moment));
  });
});

describe('time counted backwards, and between', () => {
  test.each([
    ['2026-11-30 09:00', 12, '2026-11-27 21:00', 'Monday morning, back over the weekend'],
    ['2026-02-24 10:00', 24, '2026-02-14 10:00', 'back over Spring Festival to a worked Saturday'],
    ['2026-11-25 09:00', 4, '2026-11-25 05:00', 'within a day'],
  ])('%s minus %d h is %s (%s)', (from, hours, expected) => {
    const back = subtractTime(at(from), hours * HOUR, 'workdays', calendar, ZONE);
    expect(longTime(back, ZONE)).toBe(expected);
    expect(addTime(back, hours * HOUR, 'workdays', calendar, ZONE)).toBe(at(from));
    expect(timeBetween(back, at(from), 'workdays', calendar, ZONE)).toBe(hours * HOUR);
  });

  test('of a weekend nothing counts', () => {
    expect(timeBetween(at('2026-11-28 00:00'), at('2026-11-30 00:00'), 'workdays', calendar, ZONE)).toBe(0);
    expect(timeBetween(at('2026-11-28 00:00'), at('2026-11-27 00:00'), 'wall-clock', calendar, ZONE)).toBe(0);
  });

  const rest = { quietHours: { from: 22 * 60, to: 8 * 60 }, calendar, zone: ZONE };
  test.each([
    ['workdays', '2026-11-27 23:00', '2026-11-30 08:00'],
    ['workdays', '2026-11-28 12:00', '2026-11-30 08:00'],
    ['wall-clock', '2026-11-27 23:00', '2026-11-28 08:00'],
    ['wall-clock', '2026-11-28 12:00', '2026-11-28 12:00'],
  ] as const)('%s: who may not be disturbed at %s may be at %s', (mode, from, until) => {
    expect(longTime(endOfRest(at(from), { ...rest, mode }), ZONE)).toBe(until);
  });

  test.each([
    ['workdays', '2026-11-27 19:00', rest.quietHours, '2026-11-30 08:00'],
    ['wall-clock', '2026-11-27 19:00', rest.quietHours, '2026-11-28 08:00'],
    ['wall-clock', '2026-11-28 07:00', rest.quietHours, '2026-11-29 08:00'],
    ['workdays', '2026-11-27 19:00', null, '2026-11-30 09:30'],
  ] as const)('%s: the morning after %s with quiet hours %j is %s', (mode, from, quietHours, morning) => {
    const found = nextMorning(at(from), 9 * 60 + 30, { ...rest, quietHours, mode });
    expect(longTime(found, ZONE)).toBe(morning);
  });

  test.each([
    ['2026-11-24 10:00', 60, '2026-11-24 11:00'],
    ['2026-11-24 21:30', 60, '2026-11-25 08:30'],
    ['2026-11-24 23:30', 30, '2026-11-25 08:30'],
    ['2026-11-24 21:30', 30, '2026-11-24 22:00'],
  ])('%s and %d minutes awake is %s', (from, minutes, until) => {
    expect(longTime(addAwakeTime(at(from), minutes * MINUTE, { ...rest, mode: 'wall-clock' }), ZONE)).toBe(until);
  });

  test('the years that nobody has published between two moments', () => {
    const years = (from: string, to: string) => unpublishedYears(at(from), at(to), calendar, ZONE);
    expect(years('2026-12-30 10:00', '2027-01-04 10:00')).toEqual([2027]);
    expect(years('2026-11-01 10:00', '2026-11-02 10:00')).toEqual([]);
  });
});
