import { describe, expect, test } from '@jest/globals';
import { workdayCalendar } from '../../src/domain/calendar';
import { DAY, dateOf, HOUR, longTime, MINUTE } from '../../src/domain/time';
import { addTime, guessedYears, subtractTime, timeBetween, type WorkClock } from '../../src/domain/work-clock';
import { HOLIDAY_YEARS } from './holiday-years';

const ZONE = 'Asia/Shanghai';
const calendar = workdayCalendar(HOLIDAY_YEARS);
const onWorkdays: WorkClock = { mode: 'workdays', calendar, zone: ZONE };
const onWallClock: WorkClock = { mode: 'wall-clock', calendar, zone: ZONE };
const at = (local: string) => Date.parse(`${local.replace(' ', 'T')}:00+08:00`);

describe('time that counts', () => {
  const in24h = (from: string) => longTime(addTime(at(from), DAY, onWorkdays), ZONE);
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

  test('the result lies on a working day for every start and duration', () => {
    for (let from = at('2026-01-28 07:30'); from < at('2026-03-05 00:00'); from += 7 * HOUR) {
      for (const ms of [0, 30 * MINUTE, 24 * HOUR, 60 * HOUR]) {
        expect(calendar.isWorkday(dateOf(addTime(from, ms, onWorkdays), ZONE))).toBe(true);
      }
    }
  });

  test('on the wall clock every hour counts', () => {
    expect(addTime(at('2026-02-14 18:00'), DAY, onWallClock)).toBe(at('2026-02-15 18:00'));
  });

  test('a weekend on which the clocks change is skipped like any other', () => {
    const from = Date.parse('2026-03-27T12:00:00+01:00'); // the Friday before Berlin changes its clocks
    const inBerlin: WorkClock = { mode: 'workdays', calendar: workdayCalendar([]), zone: 'Europe/Berlin' };
    expect(longTime(addTime(from, DAY, inBerlin), 'Europe/Berlin')).toBe('2026-03-30 12:00');
  });
});

describe('time counted backwards, and between', () => {
  test.each([
    ['2026-11-30 09:00', 12, '2026-11-27 21:00', 'Monday morning, back over the weekend'],
    ['2026-02-24 10:00', 24, '2026-02-14 10:00', 'back over Spring Festival to a worked Saturday'],
    ['2026-11-25 09:00', 4, '2026-11-25 05:00', 'within a day'],
  ])('%s minus %d h is %s (%s)', (from, hours, expected) => {
    const back = subtractTime(at(from), hours * HOUR, onWorkdays);
    expect(longTime(back, ZONE)).toBe(expected);
    expect(addTime(back, hours * HOUR, onWorkdays)).toBe(at(from));
    expect(timeBetween(back, at(from), onWorkdays)).toBe(hours * HOUR);
  });

  test('nothing of a weekend counts, and nothing backwards', () => {
    expect(timeBetween(at('2026-11-28 00:00'), at('2026-11-30 00:00'), onWorkdays)).toBe(0);
    expect(timeBetween(at('2026-11-28 00:00'), at('2026-11-27 00:00'), onWallClock)).toBe(0);
  });

  test('the years between two moments whose days off nobody has published', () => {
    const years = (from: string, to: string) => guessedYears(at(from), at(to), onWorkdays);
    expect(years('2026-12-30 10:00', '2027-01-04 10:00')).toEqual([2027]);
    expect(years('2026-11-01 10:00', '2026-11-02 10:00')).toEqual([]);
    expect(guessedYears(at('2026-12-30 10:00'), at('2027-01-04 10:00'), onWallClock)).toEqual([]);
  });
});
