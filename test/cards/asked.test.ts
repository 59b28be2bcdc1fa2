import { expect, test } from '@jest/globals';
import { listCard } from '../../cards/desk/list-card';
import { nearWordCard } from '../../cards/desk/near-word-card';
import { caseCard } from '../../cards/feedback/case-card';
import type { OfficeRole } from '../../cards/feedback/office-forms';
import { renderWall } from '../../cards/feedback/wall-card';
import { plainLines } from '../../cards/kit/plain-lines';
import type { Status } from '../../src/domain/feedback/model';
import { context, feedback, list, source } from './samples';

const ctx = context('zh-CN');

test('#12 shows what the other cards had to cut, and does not refer to itself', () => {
  const long = `${'坏'.repeat(4990)}结尾漏水`;
  const record = feedback('handling', { sources: [source(long)] });
  expect(plainLines(renderWall(record, 'rep', ctx, { retired: false })).lines.join()).toContain('…（全文见 FB-12）');
  for (const audience of ['one_person', 'group'] as const) {
    expect(plainLines(caseCard(record, ctx, { audience })).lines).toContain(long);
  }
  const endless = feedback('handling', { sources: [source('坏'.repeat(15_000))] });
  expect(plainLines(caseCard(endless, ctx, { audience: 'one_person' })).lines.join()).not.toContain('全文见');
});

test('#12 shows the case, masked in a group, with nothing to tap', () => {
  const record = feedback('handling', { contact: '13812345678' });
  const { title, lines } = plainLines(caseCard(record, ctx, { audience: 'group' }));
  expect(title).toBe('客户反馈 FB-12');
  expect(lines).toContain('联系方式：138****5678');
  expect(plainLines(caseCard(record, ctx, { audience: 'one_person' })).lines).toContain('联系方式：13812345678');
  expect(lines.at(-1)).toBe('11-23 10:00 接单');
});

test.each<[roles: OfficeRole[], status: Status, buttons: string]>([
  [['clerk'], 'handling', '[更正]'],
  [['clerk'], 'answered', '[更正] [归档] [重新打开]'],
  [['manager'], 'answered', '[重新打开]'],
  [['admin'], 'triage', '[更正]'],
  [['clerk'], 'closed', '[重新打开]'],
])('for the %s, a case in %s offers %s', (roles, status, buttons) => {
  expect(plainLines(caseCard(feedback(status), ctx, { audience: 'one_person', roles })).lines.at(-1)).toBe(buttons);
});

test.each<[roles: OfficeRole[], status: Status]>([
  [['manager'], 'handling'],
  [['clerk', 'manager', 'admin'], 'withdrawn'],
  [[], 'answered'],
])('for %j, a case in %s offers nothing', (roles, status) => {
  expect(plainLines(caseCard(feedback(status), ctx, { audience: 'one_person', roles })).lines.at(-1)).not.toContain(
    '[',
  );
});

test('a page of a list says how many there are, whose turn it is and what is late, and leads to the other pages', () => {
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

test('an empty list says so; what was searched for may be a customer’s words', () => {
  const empty = { ...list('todo', '', ctx), rows: [], total: 0, before: null, after: null };
  expect(plainLines(listCard(empty, ctx)).lines).toEqual(['目前没有等您处理的反馈。']);
  expect(plainLines(listCard({ ...empty, list: 'search', takes: 'om_1' }, ctx)).lines).toEqual([
    '没有找到相符的反馈。',
    '如果这是客户的反馈，请点“作为客户反馈”。',
    '[作为客户反馈]',
  ]);
});

test('a text that is nearly a word asks which was meant', () => {
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
