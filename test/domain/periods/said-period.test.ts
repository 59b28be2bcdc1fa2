import { describe, expect, test } from '@jest/globals';
import { periodOf } from '../../../src/domain/periods/period';
import { meansPeriod, readPeriod } from '../../../src/domain/periods/said-period';

/** A Friday. */
const TODAY = '2026-11-27';

function readOn(today: string, typed: string): string | null {
  const said = readPeriod(typed);
  const period = said && periodOf(said, today);
  return period && `${period.first} ${period.last}`;
}

describe('a period as people type it, on 2026-11-27', () => {
  const november = '2026-11-01 2026-11-30';
  const october = '2026-10-01 2026-10-31';
  const third = '2026-07-01 2026-09-30';
  test.each<[typed: string, days: string]>([
    ...(['11月', '11月份', '１１月', '十一月', '11 月', '2026年11月', '2026-11', '2026/11', '202611'] as const).map(
      (typed): [string, string] => [typed, november],
    ),
    ...(
      ['26年11月', '二〇二六年十一月', '今年11月', '本月', '这个月', '這個月', '当月', '11月的反馈', '11'] as const
    ).map((typed): [string, string] => [typed, november]),
    ...(['this month', 'November', 'nov 2026', '2026 november', '11/2026', '11月份的数据'] as const).map(
      (typed): [string, string] => [typed, november],
    ),
    ...(['上月', '上个月', '上個月', '上月份', 'last month', 'Last November'] as const).map(
      (typed): [string, string] => [typed, typed === 'Last November' ? november : october],
    ),
    ['上上个月', '2026-09-01 2026-09-30'],
    ['12月', '2025-12-01 2025-12-31'],
    ['十二月', '2025-12-01 2025-12-31'],
    ['december', '2025-12-01 2025-12-31'],
    ['一月', '2026-01-01 2026-01-31'],
    ['元月', '2026-01-01 2026-01-31'],
    ['2024年2月', '2024-02-01 2024-02-29'],
    ['去年2月', '2025-02-01 2025-02-28'],
    ['2027-01', '2027-01-01 2027-01-31'],
    ...(
      [
        '第三季度',
        '三季度',
        '3季度',
        '第3季',
        'Q3',
        '2026年第三季度',
        '2026Q3',
        'q3 2026',
        '上季度',
        '上个季度',
      ] as const
    ).map((typed): [string, string] => [typed, third]),
    ['last quarter', third],
    ['本季度', '2026-10-01 2026-12-31'],
    ['去年四季度', '2025-10-01 2025-12-31'],
    ['上半年', '2026-01-01 2026-06-30'],
    ['去年下半年', '2025-07-01 2025-12-31'],
    ['今年', '2026-01-01 2026-12-31'],
    ['去年', '2025-01-01 2025-12-31'],
    ['2025', '2025-01-01 2025-12-31'],
    ['2025年', '2025-01-01 2025-12-31'],
    ['last year', '2025-01-01 2025-12-31'],
    ['本周', '2026-11-23 2026-11-29'],
    ['上周', '2026-11-16 2026-11-22'],
    ['上星期', '2026-11-16 2026-11-22'],
    ['上个礼拜', '2026-11-16 2026-11-22'],
    ['last week', '2026-11-16 2026-11-22'],
    ['今天', '2026-11-27 2026-11-27'],
    ['昨天', '2026-11-26 2026-11-26'],
    ['11月5日', '2026-11-05 2026-11-05'],
    ['十二月三十一号', '2025-12-31 2025-12-31'],
    ['2026-11-05', '2026-11-05 2026-11-05'],
  ])('%s', (typed, days) => {
    expect(readOn(TODAY, typed)).toBe(days);
  });

  test('across a new year, last month and last week are of the old one', () => {
    expect(readOn('2027-01-03', '上月')).toBe('2026-12-01 2026-12-31');
    expect(readOn('2027-01-03', '本周')).toBe('2026-12-28 2027-01-03');
    expect(readOn('2027-01-03', '上季度')).toBe('2026-10-01 2026-12-31');
    expect(readOn('2027-01-03', '11月')).toBe('2026-11-01 2026-11-30');
  });

  test.each(['13月', '2026-13', '0月', '下个月', '明年3月', '9月到11月', '第五季度', '2月30日'])(
    '%s names no period that can be read, and is nothing else',
    (typed) => {
      expect(readOn(TODAY, typed)).toBeNull();
      expect(meansPeriod(typed)).toBe(true);
    },
  );

  test.each(['失败了', '数据失败', '2个文件报错', '上周失败了', '11月份的没有收到', 'failed again', '全部'])(
    '%s is no period',
    (typed) => {
      expect(readPeriod(typed)).toBeNull();
      expect(meansPeriod(typed)).toBe(false);
    },
  );
});
