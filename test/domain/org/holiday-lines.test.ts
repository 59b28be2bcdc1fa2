import { describe, expect, test } from '@jest/globals';
import { readHolidayLines } from '../../../src/domain/org/holiday-lines';

/** `春节 02-05..02-11 +01-31 +02-14`; a date of another year in full. */
function outcome(typed: string, year = 2027): string {
  const read = readHolidayLines(typed, year);
  const short = (date: string) => date.replace(`${year}-`, '');
  if (!read.ok) return read.faults.map(({ line, fault, what }) => `${line} ${fault} ${what}`.trim()).join('; ');
  const written = read.holidays.map(({ name, from, to, makeUpDays }) =>
    [name, from === to ? short(from) : `${short(from)}..${short(to)}`, ...makeUpDays.map((day) => `+${short(day)}`)]
      .filter(Boolean)
      .join(' '),
  );
  return written.join('; ');
}

const SPRING = '春节 02-05..02-11 +01-31 +02-14';

describe('a holiday in the words of an office', () => {
  test.each([
    ['春节 2027-02-05 至 2027-02-11，调休 2027-01-31 2027-02-14', SPRING],
    [
      '春节：2月5日（农历腊月二十九、周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月14日（周日）上班。',
      SPRING,
    ],
    ['二、春节：2月5日至11日放假调休，共7天。1月31日、2月14日上班。', SPRING],
    ['春节：2月5日星期五至11日星期四，补班1月31日星期日和2月14日', SPRING],
    ['【春节】２月５日～１１日（调休１月３１日、２月１４日）', SPRING],
    ['春节 2.5-2.11 调休 1.31、2.14', SPRING],
    ['春节 2/5~11 补班 1/31 2/14', SPRING],
    ['春节 20270205—20270211，调休20270131，20270214', SPRING],
    ['春节2月5—11日；1月31日，2月14日补班', SPRING],
    ['春节放假从2月5号到2月11号，1月31号、2月14号上班', SPRING],
    ['2月5日至11日 春节，1月31日、2月14日上班', SPRING],
    ['2027年春节：2027年2月5日起至11日，调休：2027年1月31日、2月14日', SPRING],
    ['- 春节: 2027/2/5 - 2027/2/11, 调休 2027/1/31, 2027/2/14', SPRING],
    ['Spring Festival: Feb 5 to Feb 11, make-up Jan 31, Feb 14', SPRING.replace('春节', 'Spring Festival')],
    [
      'Spring Festival, Fri 5 February to Thu 11 February 2027, working days: 31 Jan and 14 Feb',
      SPRING.replace('春节', 'Spring Festival'),
    ],
    ['春节：2月5日至11日，1月30日至31日上班', '春节 02-05..02-11 +01-30 +01-31'],
    ['国庆节、中秋节：10月1日至7日，10月9日、10日上班', '国庆节、中秋节 10-01..10-07 +10-09 +10-10'],
    ['五一 5.1-5.5 调休 5月8日', '五一 05-01..05-05 +05-08'],
    ['十一 10月1日至7日', '十一 10-01..10-07'],
    ['清明节：4月5日放假，与周末连休。', '清明节 04-05'],
    ['一、元旦：1月1日（周五）放假1天，不调休。', '元旦 01-01'],
    ['1. 元旦 1月1日', '元旦 01-01'],
    ['Coffee Day 2027-03-01', 'Coffee Day 03-01'],
    ['2027-05-01', '05-01'],
    ['元旦：2026年12月31日至2027年1月2日放假调休，共3天。', '元旦 2026-12-31..01-02'],
    ['元旦：12月31日至1月2日，12月26日上班', '元旦 2026-12-31..01-02 +2026-12-26'],
  ])('%s', (typed, expected) => {
    expect(outcome(typed)).toBe(expected);
  });
});

describe('several lines', () => {
  test.each([
    ['blank ones say nothing', '\n元旦 1月1日\n\n \r\n清明节 4月5日\n', '元旦 01-01; 清明节 04-05'],
    ['in whatever order', '清明节 4月5日\n元旦 1月1日', '元旦 01-01; 清明节 04-05'],
    ['make-up days on a line of their own', '春节：2月5日至11日\n1月31日、2月14日上班', SPRING],
    ['likewise, with the word first', '春节：2月5日至11日\n调休：1月31日、2月14日', SPRING],
    [
      'a notice that lost its line breaks',
      '一、元旦：1月1日至3日。二、春节：2月5日至11日放假调休，共7天。1月31日、2月14日上班。三、清明节：4月5日放假。',
      `元旦 01-01..01-03; ${SPRING}; 清明节 04-05`,
    ],
    [
      'the sentences of a notice around its list',
      '国务院办公厅关于2027年部分节假日安排的通知\n各省、自治区、直辖市人民政府：\n经国务院批准，现将2027年元旦、春节等节日的具体安排通知如下。\n一、元旦：1月1日放假\n节假日期间，各单位要妥善安排好值班。',
      '元旦 01-01',
    ],
  ])('%s', (_what, typed, expected) => {
    expect(outcome(typed)).toBe(expected);
  });

  test('a notice as it was published, with a date among its explanations', () => {
    const typed =
      '二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。';
    expect(outcome(typed, 2024)).toBe('春节 02-10..02-17 +02-04 +02-18');
  });
});

describe('a fault names its line', () => {
  test.each([
    ['春节', '1 no_date'],
    ['春节 二月五日', '1 no_date'],
    ['元旦 1月1日\n春节 5日至11日', '2 not_understood'],
    ['1-3日 元旦', '1 not_understood'],
    ['春节 2月5日至11日，调休 33x', '1 not_understood 33x'],
    ['春节 2月30日', '1 no_such_day 2月30日'],
    ['春节 13月1日', '1 no_such_day 13月1日'],
    ['春节 2月11日至5日', '1 ends_before_it_begins 2月11日至5日'],
    ['春节 2月5日至12月11日', '1 too_many_days 2月5日至12月11日'],
    ['国庆 2026-10-01 至 2026-10-07', '1 other_year 2026-10-01 至 2026-10-07'],
    ['2026年国庆 10月1日至7日', '1 other_year 2026年'],
    ['春节 2月5日至11日，2月14日', '1 off_or_worked 2月14日'],
    ['春节\t2027-02-05\t2027-02-11', '1 off_or_worked 2027-02-11'],
    ['春节 2月5日至11日，调休 2月12日', '1 no_weekend 2月12日'],
    ['国庆 10月1日至3日、5日至7日，10月10日上班', '1 no_weekend 5日至7日'],
    ['春节 2月5日至11日，调休 2月6日', '1 off_and_worked 2027-02-06'],
    ['春节 2月5日至11日\n清明 4月5日，调休 2月7日', '2 off_and_worked 2027-02-07'],
    ['调休 1月31日', '1 nothing_before'],
    [`${'节'.repeat(51)} 5月1日`, `1 name_too_long ${'节'.repeat(51)}`],
    [`${'节 5月1日 '.repeat(200)}`, '1 not_understood'],
    ['Spring Festival Feb 30', '1 no_such_day 2/30'],
    ['清明 4月\n端午节\n中秋 9月15日', '1 not_understood; 2 no_date'],
  ])('%j: %s', (typed, expected) => {
    expect(outcome(typed)).toBe(expected);
  });

  test('and quotes the line as it was typed', () => {
    const read = readHolidayLines('元旦：1月1日\n  春节：２月３０日 ', 2027);
    expect(read).toEqual({
      ok: false,
      faults: [{ line: 2, text: '春节：２月３０日', fault: 'no_such_day', what: '2月30日' }],
    });
  });
});
