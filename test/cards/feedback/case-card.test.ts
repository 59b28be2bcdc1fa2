import { expect, test } from '@jest/globals';
import type { CaseRole } from '../../../cards/feedback/case-acts';
import { caseCard } from '../../../cards/feedback/case-card';
import { renderWall } from '../../../cards/feedback/wall-card';
import { plainLines } from '../../../cards/kit/plain-lines';
import { type Feedback, STATUSES, type Status } from '../../../src/domain/feedback/model';
import { formFor } from '../../../src/workflows/feedback/messages';
import { context, feedback, source, T0 } from '../samples';

const ctx = context('zh-CN');

const shown = (record: Feedback, options: Parameters<typeof caseCard>[2]) =>
  plainLines(caseCard(record, ctx, options)).lines;

test('#12 shows the text that other cards cut, and never refers to itself', () => {
  const long = `${'坏'.repeat(4990)}结尾漏水`;
  const record = feedback('handling', { sources: [source(long)] });
  for (const audience of ['one_person', 'group'] as const) expect(shown(record, { audience })).toContain(long);
  const endless = feedback('handling', { sources: [source('坏'.repeat(15_000))] });
  expect(shown(endless, { audience: 'one_person' }).join()).not.toContain('全文见');
});

test('#12 is masked in a group and has no acts there', () => {
  const record = feedback('handling', { contact: '13812345678' });
  const inGroup = shown(record, { audience: 'group' }).join('\n');
  expect(inGroup).toContain('138****5678');
  expect(inGroup).not.toMatch(/13812345678|\[/);
  expect(shown(record, { audience: 'one_person' }).join('\n')).toContain('13812345678');
});

test.each<[roles: CaseRole[], status: Status, acts: string | null]>([
  [['clerk'], 'handling', '[改派] [时限说明]'],
  [['clerk'], 'answered', '[归档] [重新打开] [改派] [时限说明]'],
  [['manager'], 'handling', '[催办] [批示] [改派] [派人] [时限说明]'],
  [['manager'], 'answered', '[催办] [批示] [重新打开] [改派] [时限说明]'],
  [['lead'], 'assigned', '[催办] [派人] [时限说明]'],
  [['member'], 'assigned', '[接单] [转部门] [登记延期] [时限说明]'],
  [['member'], 'handling', '[答复] [转部门] [登记延期] [请补充] [换人跟进] [时限说明]'],
  [['rep'], 'waiting', '[去补充] [补一句] [撤回] [时限说明]'],
  [['admin'], 'triage', '[改派] [时限说明]'],
  [['clerk'], 'closed', '[重新打开] [时限说明]'],
  [['clerk', 'manager', 'admin'], 'withdrawn', null],
  [[], 'answered', null],
])('for %j a case in %s has the acts %s', (roles, status, acts) => {
  const found = shown(feedback(status), { audience: 'one_person', roles }).find((line) => line.startsWith('['));
  expect(found ?? null).toBe(acts);
});

const REMARK = '供应商偷工';
const SECRETIVE = feedback('answered', {
  answer: `已更换。内部：${REMARK}，正在追责`,
  notes: [
    { by: 'ou_worker', from: 'department', department: 'after_sales', at: T0, text: `明天上门（内部：${REMARK}）` },
    { by: 'ou_worker', from: 'department', department: 'after_sales', at: T0, text: `内部：${REMARK}` },
  ],
});

test('internal remarks stand in a fold of their own, for colleagues', () => {
  const lines = shown(SECRETIVE, { audience: 'one_person', roles: ['manager'] });
  const fold = lines.findIndex((line) => line.includes('内部说明（勿转客户）'));
  expect(lines.slice(fold).join('\n')).toContain(REMARK);
  expect(lines.slice(0, fold).join('\n')).not.toMatch(new RegExp(`${REMARK}|内部：`));
  expect(lines.slice(0, fold).join('\n')).toMatch(/已更换[\s\S]*明天上门/);
});

test('a rep finds no internal remark on any card', () => {
  const forms = ['close', 'reopen', 'close_unsatisfied', 'note', 'withdraw', 'interim'];
  const cards = [
    ...STATUSES.map((status) => renderWall({ ...SECRETIVE, status }, 'rep', ctx, { retired: false })),
    caseCard(SECRETIVE, ctx, { audience: 'one_person', roles: ['rep'] }),
    ...forms.map((act) => formFor(SECRETIVE, { act, fields: {}, by: SECRETIVE.repId }, ctx)),
  ];
  expect(JSON.stringify(cards)).not.toContain(REMARK);
});

test('the history stands folded, in the words of the timeline', () => {
  const timeline = [
    { at: T0, actorId: 'ou_rep', what: 'submit', detail: { from: 'draft', to: 'assigned', department: 'after_sales' } },
    { at: T0, actorId: null, what: 'remind', detail: { rung: 'unclaimed' } },
  ];
  const lines = shown(feedback('assigned'), { audience: 'one_person', timeline }).join('\n');
  expect(lines).toMatch(/经过（2 条）[\s\S]*提交给After-sales → 待接单[\s\S]*系统：发出提醒：无人接单/);
});
