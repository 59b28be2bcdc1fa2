import { getLunarDate } from 'chinese-days';
import type { Holiday, HolidayYear } from '../domain/calendar';
import type { Statutory } from '../domain/org/holidays';
import { shiftDate } from '../domain/time';

/**
 * The days off that the law itself names (in force since 2025), for a year whose notice is not out. Bridging days and
 * make-up days are still to come.
 */
export function statutoryYear(year: number): HolidayYear {
  const springFestival = lunarDate(year, 1, 1);
  const holidays = [
    holiday('元旦', `${year}-01-01`, 1),
    // From New Year's Eve on.
    holiday('春节', shiftDate(springFestival, -1), 4),
    holiday('清明节', qingming(year), 1),
    holiday('劳动节', `${year}-05-01`, 2),
    holiday('端午节', lunarDate(year, 5, 5), 1),
    holiday('中秋节', lunarDate(year, 8, 15), 1),
    holiday('国庆节', `${year}-10-01`, 3),
  ];
  return { year, published: false, holidays };
}

function holiday(name: Statutory, from: string, days: number): Holiday {
  return { name, from, to: shiftDate(from, days - 1), makeUpDays: [] };
}

/** The sun reaches 15° of longitude on April 4 or 5. The formula holds for 2001–2099. */
function qingming(year: number): string {
  const ofCentury = year - 2000;
  return `${year}-04-0${Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4)}`;
}

/**
 * The date of a day of the lunar calendar. The package's own conversions to dates (`getSolarDateFromLunar`,
 * `getSolarTermDate`) are a day early on machines west of Greenwich.
 */
function lunarDate(year: number, month: number, day: number): string {
  // No lunar month begins before the solar month of its number.
  let date = `${year}-0${month}-01`;
  for (;;) {
    const { lunarYear, lunarMon, lunarDay, isLeap } = getLunarDate(date);
    if (lunarYear === year && lunarMon === month && lunarDay === day && !isLeap) return date;
    if (lunarYear > year) throw new RangeError(`no lunar day ${month}-${day} in ${year}`);
    date = shiftDate(date, 1);
  }
}
