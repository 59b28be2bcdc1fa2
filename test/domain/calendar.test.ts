import { describe, expect, test } from '@jest/globals';
import { companyCalendar, type Holiday, workdayCalendar } from '../../src/domain/calendar';
import { HOLIDAY_YEARS } from './holiday-years';

const calendar = workdayCalendar(HOLIDAY_YEARS);

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

  test('the calendar tells which years are published, and a later entry for a year wins', () => {
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

test('a company enters the holidays of a year, and they replace the built-in ones at once', () => {
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

test("a New Year's Day that begins in December belongs to the next year", () => {
  const own = [{ name: '元旦', from: '2026-12-31', to: '2027-01-02', makeUpDays: ['2026-12-27'] }];
  const company = companyCalendar(HOLIDAY_YEARS, () => own);
  expect(company.isPublished(2027)).toBe(true);
  const worked = ['2026-10-01', '2026-12-27', '2026-12-31', '2027-01-04'].map((date) => company.isWorkday(date));
  expect(worked).toEqual([false, true, false, true]);
});
