import { expect, test } from '@jest/globals';
import { plainLines } from '../../../cards/kit/plain-lines';
import { ZH } from '../feedback/complaint';
import { digestOfCases } from '../sample-cards';

test('a manager reads the figures, the overdue and the due cases', () => {
  expect(plainLines(digestOfCases('宏达机械', 2, ZH))).toEqual({
    title: '客户反馈日报 2026-11-24',
    lines: [
      ...['昨日新增', '5', '昨日归档', '4', '按时率', '75%', '未结', '9'],
      '已超时（2）',
      '11-23 09:30 FB-1 宏达机械｜售后部｜处理中',
      '11-23 09:30 FB-2 宏达机械｜售后部张三｜处理中',
      '今日到期（2）',
      '11-23 09:30 FB-1 宏达机械｜售后部｜处理中',
      '11-23 09:30 FB-2 宏达机械｜售后部张三｜处理中',
      '各部门',
      '部门 | 未结 | 超时 | 昨日归档',
      '售后部 | 3 | 1 | 2',
      '售后部 | 3 | 1 | 2',
    ],
  });
});
