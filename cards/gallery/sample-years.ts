import type { HolidayYear } from '../../src/domain/calendar';
import { readHolidayLines } from '../../src/domain/org/holiday-lines';

const linesOf = (year: number, published: boolean, lines: string): HolidayYear => {
  const read = readHolidayLines(lines, year);
  return { year, published, holidays: read.ok ? read.holidays : [] };
};

/** The years of the gallery's calendar: one with its notice, and one with the statutory days alone. */
export const SAMPLE_YEARS: HolidayYear[] = [
  linesOf(
    2026,
    true,
    `元旦 1月1日至3日，1月4日上班
春节 2月15日至23日，2月14日、2月28日上班
清明节 4月4日至6日
劳动节 5月1日至5日，5月9日上班
端午节 6月19日至21日
中秋节 9月25日至27日
国庆节 10月1日至7日，9月20日、10月10日上班`,
  ),
  linesOf(
    2027,
    false,
    `元旦 1月1日
春节 2月5日至8日
清明节 4月5日
劳动节 5月1日至2日
端午节 6月9日
中秋节 9月15日
国庆节 10月1日至3日`,
  ),
];
