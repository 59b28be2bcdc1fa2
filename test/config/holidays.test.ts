import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { holidayYears } from '../../src/config/holidays';
import { statutoryYear } from '../../src/config/statutory-days';
import { missingFrom } from '../../src/domain/org/holidays';
import { HOLIDAY_YEARS } from '../domain/holiday-years';

const [y2024, y2025, y2026, y2027] = HOLIDAY_YEARS;

describe("the package's public holidays", () => {
  test.each([y2024, y2025, y2026])('$year is what the notice announced', (expected) => {
    expect(holidayYears().find(({ year }) => year === expected?.year)).toEqual(expected);
  });

  test('every year names every festival', () => {
    expect(holidayYears().map(({ holidays }) => missingFrom(holidays))).toEqual(holidayYears().map(() => []));
  });

  test('the years follow each other, and the last has no notice yet', () => {
    const years = holidayYears();
    expect(years.map(({ year }) => year)).toEqual(years.map((_, i) => 2024 + i));
    expect(years.map(({ published }) => published)).toEqual(years.map((_, i) => i < years.length - 1));
  });

  test('a new year of the package is known, and the year after it has its statutory days', () => {
    const holidays = { '2026-12-31': "New Year's Day,元旦,1", '2027-01-01': "New Year's Day,元旦,1" };
    const workdays = { '2027-01-09': "New Year's Day,元旦,1" };
    expect(holidayYears({ holidays, workdays })).toMatchObject([
      {
        year: 2027,
        published: true,
        holidays: [{ name: '元旦', from: '2026-12-31', to: '2027-01-01', makeUpDays: ['2027-01-09'] }],
      },
      { year: 2028, published: false },
    ]);
  });
});

describe('the statutory days', () => {
  test('are those of a year without a notice', () => {
    expect(statutoryYear(2027)).toEqual(y2027);
  });

  test.each(['America/Los_Angeles', 'UTC', 'Pacific/Kiritimati'])('are the same on a machine in %s', (zone) => {
    const file = path.join(__dirname, '..', '..', 'src', 'config', 'statutory-days.ts');
    const program = `console.log(JSON.stringify(require(${JSON.stringify(file)}).statutoryYear(2030)))`;
    const env = { ...process.env, TZ: zone };
    const printed = execFileSync(process.execPath, ['--import', 'tsx', '-e', program], { env, encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual(statutoryYear(2030));
    expect(statutoryYear(2030).holidays[1]).toMatchObject({ name: '春节', from: '2030-02-02', to: '2030-02-05' });
  });
});
