import { expect, test } from '@jest/globals';
import type { OfficeRole } from '../../../cards/feedback/case-acts';
import { caseCard } from '../../../cards/feedback/case-card';
import { renderWall } from '../../../cards/feedback/wall-card';
import { plainLines } from '../../../cards/kit/plain-lines';
import type { Status } from '../../../src/domain/feedback/model';
import { context, feedback, source } from '../samples';

const ctx = context('zh-CN');

test('#12 shows the text that other cards cut, and never refers to itself', () => {
  const long = `${'坏'.repeat(4990)}结尾漏水`;
  const record = feedback('handling', { sources: [source(long)] });
  expect(plainLines(renderWall(record, 'rep', ctx, { retired: false })).lines.join()).toContain('…（全文见 FB-12）');
  for (const audience of ['one_person', 'group'] as const) {
    expect(plainLines(caseCard(record, ctx, { audience })).lines).toContain(long);
  }
  const endless = feedback('handling', { sources: [source('坏'.repeat(15_000))] });
  expect(plainLines(caseCard(endless, ctx, { audience: 'one_person' })).lines.join()).not.toContain('全文见');
});

test('#12 is masked in a group and has no buttons there', () => {
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
])('for %j a case in %s has the forms %s', (roles, status, buttons) => {
  expect(plainLines(caseCard(feedback(status), ctx, { audience: 'one_person', roles })).lines.at(-1)).toBe(buttons);
});

test.each<[roles: OfficeRole[], status: Status]>([
  [['manager'], 'handling'],
  [['clerk', 'manager', 'admin'], 'withdrawn'],
  [[], 'answered'],
])('for %j a case in %s has no forms', (roles, status) => {
  expect(plainLines(caseCard(feedback(status), ctx, { audience: 'one_person', roles })).lines.at(-1)).not.toContain(
    '[',
  );
});
