import { expect, test } from '@jest/globals';
import { deadlineSaid, deadlineShort, deadlineText, isSoon } from '../../../cards/kit/time-left';
import { context } from '../samples';

const at = (day: string, time: string) => Date.parse(`2026-${day}T${time}:00+08:00`);
const seen = (now: number, locale: 'zh-CN' | 'en-US' = 'zh-CN') => ({ ...context(locale), now });

/** Wednesday, 25 November 2026. */
const NOON = at('11-25', '12:00');

test.each<[left: string, dueAt: number, hangs: string, said: string, short: string]>([
  ['a month', at('12-24', '18:00'), '12-24（周四）18:00 前', '12-24（周四）18:00 前', '12-24（周四）18:00'],
  ['two days', at('11-27', '18:00'), '11-27（周五）18:00 前', '11-27（周五）18:00 前', '11-27（周五）18:00'],
  ['until tomorrow', at('11-26', '09:20'), '11-26（周四）09:20 前', '明天 09:20（还剩 21 小时）', '明天 09:20'],
  ['until tonight', at('11-25', '22:00'), '今天 22:00 前，剩不到 12 小时', '今天 22:00（还剩 10 小时）', '今天 22:00'],
  [
    'over midnight',
    at('11-26', '00:00'),
    '11-26（周四）00:00 前，剩不到 12 小时',
    '明天 00:00（还剩 12 小时）',
    '明天 00:00',
  ],
  ['four hours', at('11-25', '16:00'), '今天 16:00 前，剩不到 4 小时', '今天 16:00（还剩 4 小时）', '今天 16:00'],
  ['half an hour', at('11-25', '12:28'), '今天 12:28 前，剩不到 1 小时', '今天 12:28（还剩 28 分钟）', '今天 12:28'],
  ['nothing', NOON, '11-25（周三）12:00 已到期', '今天 12:00 已到期，超 1 分钟', '超 1 分钟'],
  ['−40 minutes', at('11-25', '11:20'), '11-25（周三）11:20 已到期', '今天 11:20 已到期，超 40 分钟', '超 40 分钟'],
  [
    '−13 hours',
    at('11-24', '23:00'),
    '11-24（周二）23:00 已到期，超 12 小时以上',
    '11-24（周二）23:00 已到期，超 13 小时',
    '超 13 小时',
  ],
  [
    '−2 days',
    at('11-23', '11:00'),
    '11-23（周一）11:00 已到期，超 2 天以上',
    '11-23（周一）11:00 已到期，超 2 天',
    '超 2 天',
  ],
])('with %s left', (_left, dueAt, hangs, said, short) => {
  const ctx = seen(NOON);
  expect([deadlineText(dueAt, ctx), deadlineSaid(dueAt, ctx), deadlineShort(dueAt, ctx)]).toEqual([hangs, said, short]);
});

test('what a hanging card says stays true until the next bound, over midnight too', () => {
  const dueAt = at('11-26', '18:00');
  const hung = (now: number) => deadlineText(dueAt, seen(now));
  expect(hung(at('11-25', '20:00'))).toBe(hung(at('11-25', '23:59')));
  expect(hung(at('11-26', '06:00'))).toBe(hung(at('11-26', '13:59')));
});

test('the year is named if it is another one; without a deadline nothing is said', () => {
  expect(deadlineText(Date.parse('2027-01-04T18:00:00+08:00'), seen(NOON))).toBe('2027-01-04（周一）18:00 前');
  expect([deadlineText(null, seen(NOON)), deadlineSaid(null, seen(NOON)), deadlineShort(null, seen(NOON))]).toEqual([
    '',
    '',
    '',
  ]);
});

test('four hours are soon, and what is late too', () => {
  expect(
    [at('11-25', '16:00'), at('11-25', '16:01'), at('11-25', '09:00')].map((due) => isSoon(due, seen(NOON))),
  ).toEqual([true, false, true]);
});

test('in English', () => {
  expect(deadlineText(at('11-25', '16:00'), seen(NOON, 'en-US'))).toBe('by today 16:00, under 4 h left');
  expect(deadlineSaid(at('11-25', '11:20'), seen(NOON, 'en-US'))).toBe('was due today 11:20, 40 min late');
});
