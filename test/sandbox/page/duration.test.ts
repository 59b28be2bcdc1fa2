import { expect, test } from '@jest/globals';
import { durationText, parseDuration } from '../../../sandbox/page/lib/duration';

test.each<[string, number | null]>([
  ['45s', 45_000],
  [' 90m ', 5_400_000],
  ['1h30m', 5_400_000],
  ['1d 2 H', 93_600_000],
  ['90 分钟', 5_400_000],
  ['１天６小时', 108_000_000],
  ['2个小时', 7_200_000],
  ['1 day 6 hours', 108_000_000],
  ['90 min', 5_400_000],
  ['2 hrs', 7_200_000],
  ['分钟', null],
  ['明天', null],
  ['0m', null],
  ['', null],
  ['90', null],
  ['h', null],
  ['-1h', null],
  ['1.5h', null],
  ['1h and more', null],
  ['123456d', null],
])('%j is %p ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each([
  [0, '0秒'],
  [-5, '0秒'],
  [999, '1秒'],
  [200_000, '3分 20秒'],
  [3_600_000, '1小时'],
  [90_061_000, '1天 1小时'],
])('%d ms reads %s', (ms, text) => {
  expect(durationText(ms, { day: '天', hour: '小时', minute: '分', second: '秒' })).toBe(text);
});
