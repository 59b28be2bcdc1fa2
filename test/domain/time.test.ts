import { expect, test } from '@jest/globals';
import {
  atTimeOfDay,
  clockTime,
  dateOf,
  isDate,
  longTime,
  parseDuration,
  parsePickedTime,
  parseTimeOfDay,
  shiftDate,
  shortTime,
  timeOfDayOf,
  weekdayOf,
} from '../../src/domain/time';

test.each([
  ['2026-11-23T16:05:00Z', 'Asia/Shanghai', '2026-11-24 00:05'],
  ['2026-11-23T16:05:00Z', 'Asia/Kolkata', '2026-11-23 21:35'],
  ['2026-11-23T16:05:00Z', 'Australia/Eucla', '2026-11-24 00:50'],
  ['2026-03-08T06:59:59Z', 'America/New_York', '2026-03-08 01:59'],
  ['2026-03-08T07:00:00Z', 'America/New_York', '2026-03-08 03:00'],
  ['2026-11-01T05:59:00Z', 'America/New_York', '2026-11-01 01:59'],
  ['2026-11-01T06:00:00Z', 'America/New_York', '2026-11-01 01:00'],
])('%s in %s is %s', (utc, zone, local) => {
  const at = Date.parse(utc);
  expect(longTime(at, zone)).toBe(local);
  expect(shortTime(at, zone)).toBe(local.slice(5));
  expect(dateOf(at, zone)).toBe(local.slice(0, 10));
  expect(clockTime(at, zone)).toBe(local.slice(11));
  const time = timeOfDayOf(at, zone);
  expect(time).toBe(parseTimeOfDay(local.slice(11)));
});

test.each([
  ['2026-11-23', 1, '2026-11-24', 1],
  ['2026-11-29', 2, '2026-12-01', 0],
  ['2026-12-31', 1, '2027-01-01', 4],
  ['2028-02-28', 1, '2028-02-29', 1],
  ['2027-02-28', 1, '2027-03-01', 0],
  ['2027-03-01', -1, '2027-02-28', 1],
  ['2027-01-01', -366, '2025-12-31', 5],
  ['2026-11-23', 0, '2026-11-23', 1],
])('%s and %i days are %s', (date, days, other, weekday) => {
  expect(shiftDate(date, days)).toBe(other);
  expect(weekdayOf(date)).toBe(weekday);
});

test.each([
  ['2027-02-05', true],
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2027-04-31', false],
  ['2027-13-01', false],
  ['2027-00-01', false],
  ['2027-01-00', false],
  ['0050-01-01', false],
  ['2027-2-5', false],
  ['today', false],
])('whether %s is a date: %j', (text, real) => {
  expect(isDate(text)).toBe(real);
});

test('a time of day is a moment in the office’s time zone', () => {
  expect(atTimeOfDay('2026-11-24', 9 * 60, 'Asia/Shanghai')).toBe(Date.parse('2026-11-24T01:00:00Z'));
  expect(atTimeOfDay('2026-07-01', 0, 'America/New_York')).toBe(Date.parse('2026-07-01T04:00:00Z'));
});

test.each([
  ['45s', 45_000],
  ['30m', 1_800_000],
  ['12h', 43_200_000],
  ['7d', 604_800_000],
  ['', null],
  ['1.5h', null],
  ['10', null],
  ['-1h', null],
])('the duration %j is %j ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test('a picked time carries its own offset', () => {
  expect(parsePickedTime('2026-11-24 18:00 +0800')).toBe(Date.parse('2026-11-24T10:00:00Z'));
  for (const wrong of ['2026-11-24', '2026-13-40 18:00 +0800', 'tomorrow']) expect(parsePickedTime(wrong)).toBeNull();
});

test.each([
  ['the hour that comes twice, in New York', '2026-11-01', 90, 'America/New_York', '2026-11-01T05:30:00Z'],
  ['the hour that comes twice, in Berlin', '2026-10-25', 150, 'Europe/Berlin', '2026-10-25T00:30:00Z'],
  ['the hour that is left out, in New York', '2026-03-08', 150, 'America/New_York', '2026-03-08T07:30:00Z'],
  ['the hour that is left out, in Berlin', '2026-03-29', 150, 'Europe/Berlin', '2026-03-29T01:30:00Z'],
  ['the hour after one that comes twice', '2026-11-01', 120, 'America/New_York', '2026-11-01T07:00:00Z'],
  ['a place without summer time', '2026-11-01', 90, 'Asia/Shanghai', '2026-10-31T17:30:00Z'],
])('a time of day in %s is one moment', (_what, date, time, zone, moment) => {
  expect(new Date(atTimeOfDay(date, time, zone)).toISOString()).toBe(moment.replace('Z', '.000Z'));
});

test.each([
  '2026-11-24 18:00 +0800',
  '2026-11-24 18:00:00 +0800',
  '2026-11-24 18:00 +08:00',
  '2026-11-24T18:00+08:00',
  '2026-11-24T18:00:00+0800',
  '2026-11-24T18:00:00.000+08:00',
  '2026-11-24T10:00:00Z',
  '2026-11-24 18:00',
  '2026/11/24 18:00',
  '2026/11/24 18:00 +0800',
  '1795514400',
  '1795514400000',
  '2026-11-24T18:00:00',
])('a picked time may come as %s', (text) => {
  expect(parsePickedTime(text, 'Asia/Shanghai')).toBe(Date.parse('2026-11-24T10:00:00Z'));
});

test.each(['2026-02-30 18:00 +0800', '2026-11-24 25:00', '2026-11-24 18:61 +0800', '18:00'])(
  '%s is no moment',
  (text) => {
    expect(parsePickedTime(text, 'Asia/Shanghai')).toBeNull();
  },
);
