import { isDate } from '../../time';

/** Why a cell is not what its column asks for. */
export type CellProblem =
  | ('not_a_number' | 'not_a_date' | 'not_a_month' | 'not_a_time' | 'not_yes_or_no')
  | ('out_of_range' | 'too_long');

export type CellRead = { value: string | number } | { problem: CellProblem };

/** A cell longer than this is no number and no date. */
const MAX_SHORT = 40;
/** Larger amounts lose digits. */
const MAX_NUMBER = 1e15;

/** Full-width characters as half-width ones, without blanks around. */
const folded = (text: string): string => text.normalize('NFKC').trim();

const CURRENCY = /^(?:¥|\$|rmb|cny|人民币)\s?|\s?(?:元整|元|圆|rmb|cny)$/gi;
const SCALES: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 };
const SCALED = /^(.*?)\s?(千万|百万|千|万|亿)$/;
const PLAIN = /^\d{1,20}(?:\.\d{0,20})?$|^\.\d{1,20}$/;
const GROUPED = /^\d{1,3}(?:,\d{3}){1,6}(?:\.\d{0,20})?$/;
/** As a narrow column of a spreadsheet shows a large number. */
const EXPONENT = /^\d(?:\.\d{1,15})?e\+?\d{1,2}$/i;

/** `￥1.2万元`, `１，２００`, `(350.5)`: null for anything that is no number. */
export function numberOf(typed: string): number | null {
  if (typed.length > MAX_SHORT) return null;
  const text = folded(typed).replace(/[−–]/g, '-').replace(/、/g, ',');
  const inBrackets = /^\(([^()]*)\)$/.exec(text)?.[1];
  const signed = /^([-+]?)\s?(.*)$/s.exec(inBrackets ?? text);
  const isNegative = inBrackets !== undefined || signed?.[1] === '-';
  const amount = (signed?.[2] ?? '').replace(CURRENCY, '').trim();
  const [, digits = amount, scale = ''] = SCALED.exec(amount) ?? [];
  const number = [PLAIN, GROUPED, EXPONENT].some((form) => form.test(digits))
    ? Number(digits.replaceAll(',', ''))
    : null;
  if (number === null || !Number.isFinite(number)) return null;
  // Twelve digits behind the point: 1.005万 is 10050, not a hair less.
  const scaled = Number((number * (SCALES[scale] ?? 1)).toPrecision(15));
  if (scaled > MAX_NUMBER) return null;
  return isNegative && scaled !== 0 ? -scaled : scaled;
}

const FULL_DATE = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?$/;
/** A first number over 12 can only be a year. */
const SHORT_YEAR = /^(1[3-9]|[2-9]\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH_AND_DAY = /^(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?[日号]?$/;
const CLOCK = /[\sT]{1,2}(\d{1,2}):(\d{2})(?::\d{2})?$/;
const WEEKDAY = /\s?\(?(?:星期|周|礼拜)[一二三四五六日天]\)?$/;

const inTwo = (part: string | number): string => String(part).padStart(2, '0');

/** `2026-12-01`, `2026/12/1`, `12月1日`, `12-01`, with a time or weekday behind it or not; null for anything else. */
export function dateOfText(typed: string, year: number): string | null {
  if (typed.length > MAX_SHORT) return null;
  const text = folded(typed).replace(CLOCK, '').replace(WEEKDAY, '');
  const full = FULL_DATE.exec(text) ?? DIGITS.exec(text);
  const short = SHORT_YEAR.exec(text);
  const brief = MONTH_AND_DAY.exec(text);
  const parts = full
    ? full.slice(1)
    : short
      ? [`20${short[1]}`, short[2], short[3]]
      : brief && [String(year), brief[1], brief[2]];
  if (!parts) return null;
  const [years = '', months = '', days = ''] = parts;
  const date = `${years}-${inTwo(months)}-${inTwo(days)}`;
  return isDate(date) ? date : null;
}

/** `2026-12-01 18:30`; null for a date without a time, and for anything else. */
export function momentOfText(typed: string, year: number): string | null {
  const date = dateOfText(typed, year);
  const [, hours = '', minutes = ''] = CLOCK.exec(folded(typed)) ?? [];
  const isTime = hours !== '' && Number(hours) < 24 && Number(minutes) < 60;
  return date !== null && isTime ? `${date} ${inTwo(hours)}:${minutes}` : null;
}

const FULL_MONTH = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?月?$/;
const ONLY_MONTH = /^(\d{1,2})\s?月(?:份)?$/;

/** `2026-12`, from `2026年12月`, `12月`, or a date in that month; null for anything else. */
export function monthOfText(typed: string, year: number): string | null {
  if (typed.length > MAX_SHORT) return null;
  const text = folded(typed);
  const [, years = String(year), months] = FULL_MONTH.exec(text) ?? [];
  const month = months ?? ONLY_MONTH.exec(text)?.[1];
  if (month === undefined) return dateOfText(text, year)?.slice(0, 7) ?? null;
  return Number(month) >= 1 && Number(month) <= 12 ? `${years}-${inTwo(month)}` : null;
}

const YES_NO: Readonly<Record<string, 'yes' | 'no'>> = {
  ...{ 是: 'yes', 有: 'yes', 对: 'yes', yes: 'yes', y: 'yes', true: 'yes', '√': 'yes', '✓': 'yes', '✔': 'yes' },
  ...{ 否: 'no', 无: 'no', 不: 'no', 没有: 'no', no: 'no', n: 'no', false: 'no', '×': 'no', '✗': 'no', x: 'no' },
};

/** `yes` or `no`; null for anything else. */
export function yesNoOf(typed: string): 'yes' | 'no' | null {
  if (typed.length > MAX_SHORT) return null;
  const text = folded(typed).toLowerCase();
  return Object.hasOwn(YES_NO, text) ? (YES_NO[text] ?? null) : null;
}
