import { describe, expect, test } from '@jest/globals';
import { workdayCalendar } from '../../src/domain/calendar';
import { addAwakeTime, endOfQuiet, endOfRest, isQuiet, nextMorning } from '../../src/domain/quiet-hours';
import { longTime, MINUTE } from '../../src/domain/time';
import { HOLIDAY_YEARS } from './holiday-years';

const ZONE = 'Asia/Shanghai';
const calendar = workdayCalendar(HOLIDAY_YEARS);
const at = (local: string) => Date.parse(`${local.replace(' ', 'T')}:00+08:00`);

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

describe('when people may be disturbed', () => {
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
});
