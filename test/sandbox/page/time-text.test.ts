import { describe, expect, test } from '@jest/globals';
import {
  compactText,
  dateText,
  dayKey,
  dayText,
  momentText,
  nineTomorrow,
  shortText,
  spanText,
  timeText,
} from '../../../sandbox/page/lib/time-text';

const labels = { today: '今天', yesterday: '昨天' };
const now = Date.parse('2026-11-25T09:30:00+08:00');
const at = (text: string) => Date.parse(`${text}:00+08:00`);

describe('times are in the company’s time zone, wherever the browser is', () => {
  test('a day begins at the company’s midnight', () => {
    expect(dayKey(at('2026-11-25T00:00'))).toBe('2026-11-25');
    expect(dayKey(at('2026-11-25T00:00') - 1)).toBe('2026-11-24');
  });

  test.each([
    ['2026-11-25T08:05', '08:05', '今天', '08:05', '08:05'],
    ['2026-11-24T23:59', '昨天', '昨天', '11月24日 周二 23:59', '11月24日 23:59'],
    ['2026-11-23T00:00', '11月23日', '11月23日 周一', '11月23日 周一 00:00', '11月23日 00:00'],
    ['2025-12-31T12:00', '12月31日', '2025年12月31日 周三', '2025年12月31日 周三 12:00', '12月31日 12:00'],
  ])('%s', (moment, short, day, full, compact) => {
    const time = at(moment);
    expect(shortText(time, now, 'zh-CN', labels)).toBe(short);
    expect(dayText(time, now, 'zh-CN', labels)).toBe(day);
    expect(momentText(time, now, 'zh-CN')).toBe(full);
    expect(compactText(time, now, 'zh-CN')).toBe(compact);
  });

  test('the morning after is the next day’s, at any hour', () => {
    expect(nineTomorrow(at('2026-11-25T08:59'))).toBe(at('2026-11-26T09:00'));
    expect(nineTomorrow(at('2026-11-25T09:00'))).toBe(at('2026-11-26T09:00'));
    expect(nineTomorrow(at('2026-11-25T23:59'))).toBe(at('2026-11-26T09:00'));
  });

  test('a span names its second day only if there is one', () => {
    const from = at('2026-11-24T17:30');
    expect(spanText({ from, to: at('2026-11-24T21:30') }, now, 'zh-CN')).toBe('11月24日 周二 17:30 – 21:30');
    expect(spanText({ from, to: now }, now, 'zh-CN')).toBe('11月24日 周二 17:30 – 11月25日 周三 09:30');
  });

  test('in English', () => {
    expect(dateText(now, now, 'en-US')).toBe('Wed 25 Nov');
    expect(timeText(at('2026-11-25T00:05'), 'en-US')).toBe('00:05');
    expect(shortText(at('2026-11-20T10:00'), now, 'en-US', labels)).toBe('20 Nov');
  });
});
