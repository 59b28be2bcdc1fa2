import { describe, expect, test } from '@jest/globals';
import { addTime, endOfQuiet, isQuiet, workdayCalendar } from '../../src/domain/calendar';
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
