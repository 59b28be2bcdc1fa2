import { describe, expect, test } from '@jest/globals';
import type { Holiday } from '../../../src/domain/calendar';
import { knownYears, missingFrom, ownHolidays, readYear } from '../../../src/domain/org/holidays';
import { HOLIDAY_YEARS } from '../holiday-years';

const holiday = (name: string, from: string, to = from): Holiday => ({ name, from, to, makeUpDays: [] });
const FILE = { holidays: [holiday('元旦', '2026-12-31', '2027-01-02')] };
const SAID = { holidays: [holiday('春节', '2027-02-05'), holiday('春节', '2028-01-26')] };

describe('the years that are known, and where they come from', () => {
  const years = (sources: Parameters<typeof knownYears>[0]) =>
    knownYears(sources, HOLIDAY_YEARS).map(
      ({ year, source, isPublished }) => `${year} ${source}${isPublished ? '' : '?'}`,
    );

  test.each([
    [{ file: {}, said: {} }, '2027 built-in?,2026 built-in,2025 built-in,2024 built-in'],
    [{ file: {}, said: SAID }, '2028 chat,2027 chat,2026 built-in,2025 built-in,2024 built-in'],
    [{ file: FILE, said: SAID }, '2028 chat,2027 file,2026 built-in,2025 built-in,2024 built-in'],
  ])('%j', (sources, expected) => {
    expect(years(sources).join()).toBe(expected);
  });

  test('org.yaml wins a whole year', () => {
    expect(ownHolidays({ file: FILE, said: SAID }).map(({ to }) => to)).toEqual(['2027-01-02', '2028-01-26']);
  });
});

test.each([
  [[], '元旦,春节,清明节,劳动节,端午节,中秋节,国庆节'],
  [['元旦', '春节', '清明', '五一', '端午', '国庆节、中秋节'], ''],
  [['Chinese New Year', 'Tomb-Sweeping Day', 'Labor Day', 'Dragon Boat', 'Mid Autumn', 'National Day'], '元旦'],
  [["New Year's Day", 'Spring Festival', 'Qingming', 'May Day', 'Moon Festival'], '端午节,国庆节'],
])('of %j these are missing: %s', (names, expected) => {
  expect(missingFrom(names.map((name) => holiday(name, '2027-01-01'))).join()).toBe(expected);
});

test.each([
  ['2027', 2027],
  ['1999', null],
  ['20270', null],
  ['２０２７', null],
  ['', null],
])('the year %j: %s', (text, expected) => {
  expect(readYear(text)).toBe(expected);
});
