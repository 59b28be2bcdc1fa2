import { expect, test } from '@jest/globals';
import { listCard } from '../../../cards/desk/list-card';
import { nearWordCard } from '../../../cards/desk/near-word-card';
import { plainLines } from '../../../cards/kit/plain-lines';
import { list } from '../sample-cards';
import { context } from '../samples';

const ctx = context('zh-CN');

test('a page of a list: subjects, time left, acts, and buttons to the other pages', () => {
  const page = list('search', '退货电话 13812345678', ctx);
  const drawn = listCard({ ...page, words: '退货', rows: page.rows.slice(0, 3) }, ctx);
  expect(plainLines(drawn)).toMatchObject({ title: '搜索“退货”，23 件' });
  const lines = plainLines(drawn).lines.join('\n');
  expect(lines).toMatch(/^第 9–11 件\n[^\n]*退货电话 138\*{4}5678\n超 2 小时 · FB-1 处理中/);
  expect(lines).toMatch(/紧急 · 超 2 小时 · FB-2[\s\S]*【特急】[\s\S]*FB-3 已归档/);
  expect(lines.split('\n').at(-1)).toBe('[查看] [上一页] [还有 12 件]');
});

test('the lists of a person say how many wait, and of which kind', () => {
  const titleOf = (name: Parameters<typeof list>[0], more = {}) => {
    const { header } = listCard({ ...list(name, '', ctx), ...more }, ctx) as unknown as Header;
    return [header.title.content, header.template, header.text_tag_list?.[0]?.text.content];
  };
  expect(titleOf('mine')).toEqual(['我的 23 件，3 件等我', 'blue', undefined]);
  expect(titleOf('mine', { waiting: 0 })).toEqual(['我的 23 件', 'blue', undefined]);
  expect(titleOf('todo')).toEqual(['23 件等您办', 'blue', undefined]);
  expect(titleOf('overdue')).toEqual(['23 件超时', 'red', '2 件特急']);
});

test('who may urge others can urge all at once', () => {
  const commands = (name: Parameters<typeof list>[0], urges: boolean) =>
    JSON.stringify(listCard({ ...list(name, '', ctx), urges }, ctx)).match(/feedback\.urge_all/g) ?? [];
  expect(commands('overdue', true)).toHaveLength(1);
  expect(commands('overdue', false)).toEqual([]);
  expect(commands('mine', true)).toEqual([]);
});

test('an empty list is told; a search without a hit may be a customer’s message', () => {
  const empty = { ...list('todo', '', ctx), rows: [], total: 0, waiting: 0, before: null, after: null };
  expect(plainLines(listCard(empty, ctx))).toEqual({ title: '待办', lines: ['目前没有等您办的。'] });
  expect(plainLines(listCard({ ...empty, list: 'search', takes: 'om_1' }, ctx)).lines).toEqual([
    '没有找到相符的反馈。',
    '如果这是客户的反馈，请点“作为客户反馈”。',
    '[作为客户反馈]',
  ]);
});

interface Header {
  header: { title: Text; template: string; text_tag_list?: { text: Text }[] };
}
interface Text {
  content: string;
}

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
