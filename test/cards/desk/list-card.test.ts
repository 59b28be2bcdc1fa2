import { expect, test } from '@jest/globals';
import { listCard } from '../../../cards/desk/list-card';
import { nearWordCard } from '../../../cards/desk/near-word-card';
import { plainLines } from '../../../cards/kit/plain-lines';
import { list } from '../sample-cards';
import { context } from '../samples';

const ctx = context('zh-CN');

test('a page of a list shows the total, holders, overdue cases, and buttons to the other pages', () => {
  const page = list('search', '退货电话 13812345678', ctx);
  expect(plainLines(listCard({ ...page, words: '退货', rows: page.rows.slice(0, 3) }, ctx))).toEqual({
    title: '搜索“退货”',
    lines: [
      '共 23 条，第 9–11 条',
      'FB-1 退货电话 138****5678',
      '处理中｜After-sales｜时限 11-23 09:30',
      '退货电话 138****5678',
      'FB-2 退货电话 138****5678',
      '处理中｜After-sales Zhang San',
      '已超时，时限 11-23 09:30',
      '退货电话 138****5678',
      'FB-3 退货电话 138****5678',
      '已归档',
      '退货电话 138****5678',
      '[查看] [上一页] [下一页]',
    ],
  });
});

test('an empty list is told; a search without a hit may be a customer’s message', () => {
  const empty = { ...list('todo', '', ctx), rows: [], total: 0, before: null, after: null };
  expect(plainLines(listCard(empty, ctx)).lines).toEqual(['目前没有等您处理的反馈。']);
  expect(plainLines(listCard({ ...empty, list: 'search', takes: 'om_1' }, ctx)).lines).toEqual([
    '没有找到相符的反馈。',
    '如果这是客户的反馈，请点“作为客户反馈”。',
    '[作为客户反馈]',
  ]);
});

test('a text that is nearly a word is asked about', () => {
  const near = { word: { word: 'todo' as const }, typed: '代办', by: 'ou_rep', inGroup: false, takes: 'om_1' };
  expect(plainLines(nearWordCard(near, ctx)).lines).toEqual([
    '收到：代办',
    '您是想发送“待办”吗？',
    '如果这是客户的反馈，请点“作为客户反馈”。',
    '[发送“待办”] [作为客户反馈]',
  ]);
  expect(plainLines(nearWordCard({ ...near, inGroup: true, takes: null }, ctx)).lines).toEqual([
    '收到：代办',
    '您是想发送“待办”吗？',
    '[发送“待办”]',
  ]);
});
