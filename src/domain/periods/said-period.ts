import { normalised } from '../text/normalised-text';
import type { SaidPeriod, Unit } from './period';

const DIGITS = '零一二三四五六七八九';
const NUMERALS = /[〇零一二两三四五六七八九十]+/g;

/** `十一` → 11, `二十七` → 27, `二〇二六` → 2026. */
function numberIn(numerals: string): string {
  const digitOf = (numeral: string) => DIGITS.indexOf(numeral.replace('〇', '零').replace('两', '二'));
  const [, tens, ones] = /^(.?)十(.?)$/.exec(numerals) ?? [];
  if (tens === undefined || ones === undefined) return [...numerals].map(digitOf).join('');
  return String((tens === '' ? 1 : digitOf(tens)) * 10 + (ones === '' ? 0 : digitOf(ones)));
}

const TRADITIONAL: Record<string, string> = { 個: '个', 這: '这', 週: '周', 當: '当', 號: '号', 饋: '馈', 數: '数' };
/** What a person exports needs no word: 11月的反馈. */
const WHAT = /的?(?:客户)?(?:反馈|数据|记录|表格|报表|表|工单)?$/;

/** Simplified, with digits for numerals, without blanks and without the word for what is exported. */
function plain(typed: string): string {
  const text = typed
    .replace(/\s+/g, '')
    .replace(/[個這週當號饋數]/g, (character) => TRADITIONAL[character] ?? character);
  return text.replace(WHAT, '').replace('元月', '1月').replace(NUMERALS, numberIn);
}

const YEARS_BACK: Record<string, number> = { 今年: 0, 本年: 0, 本年度: 0, 去年: 1, 上年: 1, 前年: 2 };
const YEAR = '(?:(20\\d{2})[-./年]?|(\\d{2})年|(今年|本年|去年|前年)的?)?';
const UNITS: Record<string, Unit> = {
  ...{ 月: 'month', 月份: 'month', 季: 'quarter', 季度: 'quarter', 周: 'week', 星期: 'week', 礼拜: 'week' },
  ...{ week: 'week', month: 'month', quarter: 'quarter', year: 'year' },
};
const DAYS_BACK: Record<string, number> = {
  ...{ 今天: 0, 今日: 0, 当天: 0, today: 0 },
  ...{ 昨天: 1, 昨日: 1, yesterday: 1, 前天: 2, 前日: 2, 大前天: 3 },
};
const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The year of a match of `YEAR` that begins at this group; null if none was named. */
function yearIn(found: RegExpExecArray, at = 1): number | null {
  const [full, short, word] = found.slice(at, at + 3);
  if (word !== undefined) return YEARS_BACK[word] ?? 0;
  return full === undefined ? (short === undefined ? null : 2000 + Number(short)) : Number(full);
}

const within = (nth: number, most: number) => nth >= 1 && nth <= most;

type Reading = [pattern: RegExp, read: (found: RegExpExecArray) => SaidPeriod | null];

const nthOf = (unit: 'month' | 'quarter', nth: number, year: number | null): SaidPeriod | null =>
  within(nth, unit === 'month' ? 12 : 4) ? { unit, nth, year } : null;

function dayOf([month, day]: number[], year: number | null): SaidPeriod | null {
  if (!within(month ?? 0, 12) || !within(day ?? 0, 31)) return null;
  return { unit: 'day', month: month as number, day: day as number, year };
}

const CHINESE: Reading[] = [
  [/^(上上|上|本|这|当)个?(月份?|季度?|周|星期|礼拜)$/, ([, when = '', unit = '']) => back(unit, when)],
  [/^(大前天|前天|前日|昨天|昨日|今天|今日|当天)$/, ([, day = '']) => ({ unit: 'day', back: DAYS_BACK[day] ?? 0 })],
  [/^(今年|本年|本年度|去年|上年|前年)$/, ([, year = '']) => ({ unit: 'year', back: YEARS_BACK[year] ?? 0 })],
  [/^(?:(20\d{2})年?|(\d{2})年)$/, (found) => ({ unit: 'year', nth: 1, year: yearIn(found) })],
  [new RegExp(`^${YEAR}(\\d{1,2})(?:月份?)?$`), (found) => nthOf('month', Number(found[4]), yearIn(found))],
  [/^(\d{1,2})[-./](20\d{2})$/, ([, month, year]) => nthOf('month', Number(month), Number(year))],
  [
    new RegExp(`^${YEAR}(?:第?([1-4])季度?|q([1-4]))$`),
    (found) => nthOf('quarter', Number(found[4] ?? found[5]), yearIn(found)),
  ],
  [new RegExp(`^q([1-4])${YEAR}$`), (found) => nthOf('quarter', Number(found[1]), yearIn(found, 2))],
  [
    new RegExp(`^${YEAR}([上下])半年$`),
    (found) => ({ unit: 'half', nth: found[4] === '上' ? 1 : 2, year: yearIn(found) }),
  ],
  [
    new RegExp(`^${YEAR}(\\d{1,2})[-./月](\\d{1,2})[日号]?$`),
    (found) => dayOf([Number(found[4]), Number(found[5])], yearIn(found)),
  ],
];

const ENGLISH: Reading[] = [
  [/^(this|current|last|previous) (week|month|quarter|year)$/, ([, when = '', unit = '']) => back(unit, when)],
  [/^(today|yesterday)$/, ([, day = '']) => ({ unit: 'day', back: DAYS_BACK[day] ?? 0 })],
  [/^(?:last )?([a-z]{3,9})\.?(?: (20\d{2}))?$/, ([, name, year]) => namedMonth(name, year)],
  [/^(20\d{2}) ([a-z]{3,9})$/, ([, year, name]) => namedMonth(name, year)],
];

function back(unit: string, when: string): SaidPeriod | null {
  const units = UNITS[unit];
  const steps = when === '上上' ? 2 : /^(?:上|last|previous)$/.test(when) ? 1 : 0;
  return units === undefined ? null : { unit: units, back: steps };
}

const FULL_NAMES =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

function namedMonth(name = '', year?: string): SaidPeriod | null {
  if (!FULL_NAMES.test(name)) return null;
  return { unit: 'month', nth: MONTH_NAMES.indexOf(name.slice(0, 3)) + 1, year: year ? Number(year) : null };
}

/** Reads a period as people type it: 11月, 上周, 第三季度, 2026年, `last month`; null if the text names none. */
export function readPeriod(typed: string): SaidPeriod | null {
  const text = normalised(typed);
  for (const [readings, form] of [
    [ENGLISH, text.replace(/,/g, '')],
    [CHINESE, plain(text)],
  ] as const) {
    for (const [pattern, read] of readings) {
      const found = pattern.exec(form);
      if (found) return read(found);
    }
  }
  return null;
}

/** Whether the text means a period and nothing else, readable or not: 13月, 下个月, 9月到11月. */
export function meansPeriod(typed: string): boolean {
  const text = plain(normalised(typed));
  return (
    text !== '' && (/^[\d\-./~年月日号份季度周第q上下本这今去前个半至到]+$/.test(text) || /^\S{1,6}月份?$/.test(text))
  );
}
