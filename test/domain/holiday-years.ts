import type { Holiday, HolidayYear } from '../../src/domain/calendar';

// Dates of 2024–2026: holiday-cn by NateScarlet (MIT, see LICENSE-holiday-cn), from the State Council's notices.

const holiday = (name: string, from: string, to: string, makeUpDays: string[] = []): Holiday => ({
  name,
  from,
  to,
  makeUpDays,
});

/** What the program knows of mainland China's public holidays while the notice for 2027 is not out. */
export const HOLIDAY_YEARS: HolidayYear[] = [
  {
    year: 2024,
    published: true,
    holidays: [
      holiday('元旦', '2024-01-01', '2024-01-01'),
      holiday('春节', '2024-02-10', '2024-02-17', ['2024-02-04', '2024-02-18']),
      holiday('清明节', '2024-04-04', '2024-04-06', ['2024-04-07']),
      holiday('劳动节', '2024-05-01', '2024-05-05', ['2024-04-28', '2024-05-11']),
      holiday('端午节', '2024-06-10', '2024-06-10'),
      holiday('中秋节', '2024-09-15', '2024-09-17', ['2024-09-14']),
      holiday('国庆节', '2024-10-01', '2024-10-07', ['2024-09-29', '2024-10-12']),
    ],
  },
  {
    year: 2025,
    published: true,
    holidays: [
      holiday('元旦', '2025-01-01', '2025-01-01'),
      holiday('春节', '2025-01-28', '2025-02-04', ['2025-01-26', '2025-02-08']),
      holiday('清明节', '2025-04-04', '2025-04-06'),
      holiday('劳动节', '2025-05-01', '2025-05-05', ['2025-04-27']),
      holiday('端午节', '2025-05-31', '2025-06-02'),
      holiday('国庆节、中秋节', '2025-10-01', '2025-10-08', ['2025-09-28', '2025-10-11']),
    ],
  },
  {
    year: 2026,
    published: true,
    holidays: [
      holiday('元旦', '2026-01-01', '2026-01-03', ['2026-01-04']),
      holiday('春节', '2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']),
      holiday('清明节', '2026-04-04', '2026-04-06'),
      holiday('劳动节', '2026-05-01', '2026-05-05', ['2026-05-09']),
      holiday('端午节', '2026-06-19', '2026-06-21'),
      holiday('中秋节', '2026-09-25', '2026-09-27'),
      holiday('国庆节', '2026-10-01', '2026-10-07', ['2026-09-20', '2026-10-10']),
    ],
  },
  {
    // Only the days the law itself names; bridging and make-up days come with the notice, usually in November.
    year: 2027,
    published: false,
    holidays: [
      holiday('元旦', '2027-01-01', '2027-01-01'),
      holiday('春节', '2027-02-05', '2027-02-08'),
      holiday('清明节', '2027-04-05', '2027-04-05'),
      holiday('劳动节', '2027-05-01', '2027-05-02'),
      holiday('端午节', '2027-06-09', '2027-06-09'),
      holiday('中秋节', '2027-09-15', '2027-09-15'),
      holiday('国庆节', '2027-10-01', '2027-10-03'),
    ],
  },
];
