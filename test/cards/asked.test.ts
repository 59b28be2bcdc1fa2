import { expect, test } from '@jest/globals';
import { caseCard } from '../../cards/case-card';
import type { Desk } from '../../cards/desk-forms';
import { listCard } from '../../cards/list-card';
import { plainLines } from '../../cards/plain-lines';
import type { Status } from '../../src/domain/feedback/model';
import { context, digest, feedback } from './samples';

const ctx = context('zh-CN');

test('#12 shows the case, masked in a group, with nothing to tap', () => {
  const record = feedback('handling', { contact: '13812345678' });
  const { title, lines } = plainLines(caseCard(record, ctx, 'group'));
  expect(title).toBe('客户反馈 FB-12');
  expect(lines).toContain('联系方式：138****5678');
  expect(plainLines(caseCard(record, ctx, 'one_person')).lines).toContain('联系方式：13812345678');
  expect(lines.at(-1)).toBe('11-23 10:00 接单');
});

test.each<[desks: Desk[], status: Status, buttons: string]>([
  [['clerk'], 'handling', '[更正]'],
  [['clerk'], 'answered', '[更正] [归档] [重新打开]'],
  [['manager'], 'answered', '[重新打开]'],
  [['admin'], 'triage', '[更正]'],
  [['clerk'], 'closed', '[重新打开]'],
])('for the %s, a case in %s offers %s', (desks, status, buttons) => {
  expect(plainLines(caseCard(feedback(status), ctx, 'one_person', desks)).lines.at(-1)).toBe(buttons);
});

test.each<[desks: Desk[], status: Status]>([
  [['manager'], 'handling'],
  [['clerk', 'manager', 'admin'], 'withdrawn'],
  [[], 'answered'],
])('for %j, a case in %s offers nothing', (desks, status) => {
  expect(plainLines(caseCard(feedback(status), ctx, 'one_person', desks)).lines.at(-1)).not.toContain('[');
});

test('a list names what was asked for, and says that there is more', () => {
  const [first] = digest('Acme', 1).overdue;
  const cases = first ? [first, { ...first, id: 2, status: 'closed' as const, dueAt: null }] : [];
  expect(plainLines(listCard({ list: 'search', words: '退货', cases, more: true }, ctx))).toEqual({
    title: '搜索“退货”',
    lines: [
      'FB-1 Acme｜After-sales｜处理中｜11-23 09:30',
      'FB-2 Acme｜After-sales｜已归档｜–',
      '还有更多，可用“搜索 关键词”缩小范围。',
    ],
  });
  expect(plainLines(listCard({ list: 'todo', words: '', cases: [], more: false }, ctx)).lines).toEqual([
    '没有找到相符的反馈。',
  ]);
});
