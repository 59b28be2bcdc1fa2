import { expect, test } from '@jest/globals';
import { answerIn } from '../../src/workflows/feedback/thread-answer';

test.each<[text: string, answer: string | null]>([
  ['处理结果：已换新机', '已换新机'],
  ['处理意见: 已换新机', '已换新机'],
  ['Answer: replaced', 'replaced'],
  ['@林晓 处理结果：已换新机', '已换新机'],
  ['@林晓处理结果：已换新机', '已换新机'],
  ['@林晓 @Zhang San  处理结果：已换新机', '已换新机'],
  ['@所有人 处理结果：已换新机', '已换新机'],
  ['@all处理结果：已换新机', '已换新机'],
  ['@未列出的人 处理结果：已换新机', '已换新机'],
  ['@林晓：处理结果：已换新机', '已换新机'],
  ['@林晓\n处理结果：已换新机', '已换新机'],
  ['处理结果\n已换新机\n一年内保修', '已换新机\n一年内保修'],
  ['【处理结果】已换新机', '已换新机'],
  ['今天上门了\n处理结果：已换新机', '今天上门了\n已换新机'],
  ['处理结果：', ''],
  ['@林晓 处理结果： \u200b\u2060\ufe0f', ''],
  ['处理结果', ''],
  ['已到现场，正在拆机', null],
  ['@林晓 麻烦看下处理结果：还没有', null],
  ['处理结果如何？', null],
  ['客户问处理结果：什么时候有', null],
])('%j gives the answer %j', (text, answer) => {
  expect(answerIn(text, ['林晓', '林', 'Zhang San'])).toBe(answer);
});

test('a long hostile text is read at once', () => {
  const started = performance.now();
  expect(answerIn(`${'@林晓 '.repeat(20_000)}${'【'.repeat(50_000)}${' '.repeat(50_000)}处`, ['林晓'])).toBeNull();
  expect(performance.now() - started).toBeLessThan(500);
});
