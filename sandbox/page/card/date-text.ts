// Times are the sample company's office time, UTC+8 all year, wherever the browser is.
const ZONE_MS = 8 * 3_600_000;
const pad = (value: number) => String(value).padStart(2, '0');

/** The parts of a moment in office time. */
export function wallOf(at: number) {
  const shifted = new Date(at + ZONE_MS);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    /** 0 = Monday */
    weekday: (shifted.getUTCDay() + 6) % 7,
  };
}

/** `2026-11-25` */
export function dateText(at: number): string {
  const { year, month, day } = wallOf(at);
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** `09:05` */
export function timeText(at: number): string {
  const { hour, minute } = wallOf(at);
  return `${pad(hour)}:${pad(minute)}`;
}

const WEEKDAYS = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'];
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The text of `local_datetime` for its `format_type`; date and time if there is none. */
export function momentText(at: number, form: string, locale: string): string {
  const { year, month, day, second, weekday } = wallOf(at);
  const isEnglish = locale.startsWith('en');
  const weekdayName = (isEnglish ? WEEKDAYS_EN : WEEKDAYS)[weekday] ?? '';
  switch (form) {
    case 'date_num':
      return dateText(at);
    case 'date':
      return isEnglish ? dateText(at) : `${year}年${month}月${day}日`;
    case 'date_short':
      return isEnglish ? `${pad(month)}-${pad(day)}` : `${month}月${day}日`;
    case 'week':
      return weekdayName;
    case 'week_short':
      return isEnglish ? weekdayName.slice(0, 3) : weekdayName.replace('星期', '周');
    case 'time':
      return timeText(at);
    case 'time_sec':
      return `${timeText(at)}:${pad(second)}`;
    case 'timezone':
      return 'GMT+8';
    default:
      return `${dateText(at)} ${timeText(at)}`;
  }
}
