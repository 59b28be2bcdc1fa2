import { describe, expect, test } from '@jest/globals';
import { adPlan, asked, CLAIMER, capa, ended, task } from '../../../cards/gallery/procedure-records';
import { BEGAN } from '../../../cards/gallery/sample-case';
import { listedRecord, namedInRow, procedureRow } from '../../../cards/procedure/list-row';
import { bundleLineOf } from '../../../cards/procedure/messages/bundle-line';
import { doneToast, refusalOf } from '../../../cards/procedure/words/answers';
import type { JsonObject } from '../../../src/domain/messaging';
import { CARD_COMMANDS } from '../../../src/domain/procedure/commands';
import type { ProcedureRecord } from '../../../src/domain/procedure/record';
import { DAY, HOUR } from '../../../src/domain/time';
import { type Node, nodesIn } from '../card-faults';
import { procedureContext, WORDS } from './procedure-samples';

const ctx = procedureContext();
const claimed = capa('contain', WORDS, { asked: [CLAIMER] });
const late = capa('contain', WORDS, { asked: [{ ...CLAIMER, dueAt: BEGAN - 2 * DAY }] });
const deciding = adPlan('approval', WORDS, {
  asked: [asked({ personId: 'ou_boss', step: 'gm', dueAt: BEGAN + 6 * HOUR })],
});

test.each<[reason: string, detail: JsonObject, says: string]>([
  ['no_longer_applies', { by: 'ou_worker', at: BEGAN }, '李娜已于 11-24 09:30 办过了，现在是“应急措施”。'],
  ['no_longer_applies', { stage: 'closed' }, '情况已有变化，现在是“已关闭”。'],
  ['not_yours', { names: ['department:logistics', 'ou_boss'] }, '这一步由物流部、张伟办，您这边不用动。'],
  ['not_yours', {}, '这一步由别人办，您这边不用动。'],
  ['missing_fields', { fields: ['containment', 'scope'] }, '还差应急措施、影响范围。'],
  ['missing_fields', { fields: ['told_customer', 'remark', 'gone'] }, '还差已告知内容、意见、gone。'],
  ['missing_children', { count: 2, fields: ['measures'] }, '至少要有 2 条措施计划，请先加上。'],
  ['gate', { says: { zh: '上月还没有结算', en: 'Not settled' }, number: 'AD-1' }, '上月还没有结算（AD-1）。'],
  ['gate', {}, '前一件还没有办完。'],
  ['not_open_yet', { stage: 'verify', at: BEGAN }, '“效果验证”还没到时候，11-24 09:30 起可以办。'],
  ['field_faults', { faults: [{ field: 'scope', fault: 'missing' }] }, '请填写“影响范围”。'],
  ['until_not_later', { dueAt: BEGAN }, '延期时间须晚于 11-24 09:30。'],
  ['not_worded_yet', {}, '这一步没有成功，请看最新的卡片，或稍后再试。'],
  ['toString', {}, '这一步没有成功，请看最新的卡片，或稍后再试。'],
])('%s %j is refused in words', (reason, detail, says) => {
  expect(refusalOf(reason, detail, claimed, ctx)).toBe(says);
});

test('every refusal of procedures is a sentence, with nothing and about no record, too', () => {
  for (const reason of Object.keys(ctx.texts.procedure.refusals)) {
    expect([reason, refusalOf(reason, {}, null, ctx)]).toEqual([reason, expect.stringMatching(/^[^<>]{4,60}。$/)]);
  }
});

test('every command of a card has a toast, with the number once there is one', () => {
  for (const type of CARD_COMMANDS)
    expect([type, doneToast(type, claimed, ctx)]).not.toContain(ctx.texts.procedure.noted);
  expect(doneToast('submit', claimed, ctx)).toBe('CAPA-2026-012 已提交');
  expect(doneToast('submit', { ...claimed, number: '' }, ctx)).toBe('这一件已提交');
  expect(doneToast('child_ended', claimed, ctx)).toBe('记下了');
});

describe('a row of a list', () => {
  const rowFor = (record: ProcedureRecord, id: string, mayUrge = false) => {
    const item = listedRecord(record, { type: 'person', id }, { mayUrge });
    // A list keeps its rows as JSON.
    return procedureRow(JSON.parse(JSON.stringify(item)), { ...ctx, readerId: id });
  };
  const offers = (nodes: Node[]) =>
    nodes.flatMap((node) =>
      node.tag === 'overflow'
        ? (node.options ?? []).map(({ value }) => `?${value}`)
        : node.tag === 'button'
          ? [node.behaviors?.[0]?.value.cmd ?? '']
          : [],
    );

  test.each<[what: string, record: ProcedureRecord, id: string, mayUrge: boolean, facts: string, acts: string[]]>([
    ['to decide', deciding, 'ou_boss', false, '今天 15:30 · AD-2026-12-01 审批', ['record.show']],
    ['to confirm', task('confirm', WORDS), 'ou_boss', false, '11-27 周五 · RW-2026-044 确认', ['record.show']],
    ['late, with others', late, 'ou_lead', false, '超 2 天 · CAPA-2026-012 应急措施（物流部李娜）', ['record.show']],
    [
      'late, to be hurried',
      late,
      'ou_lead',
      true,
      '超 2 天 · CAPA-2026-012 应急措施（物流部李娜）',
      ['record.urge', '?show'],
    ],
    ['finished', ended(claimed, 'closed'), 'ou_boss', true, '11-24 10:30 · CAPA-2026-012 已关闭', ['record.show']],
  ])('%s', (_what, record, id, mayUrge, facts, acts) => {
    const row = rowFor(record, id, mayUrge);
    expect([row.facts, offers(nodesIn(row.acts))]).toEqual([facts, acts]);
  });

  test('says how much it presses, by its priority and its due date', () => {
    const urgent = { ...task('do', WORDS), values: { what: WORDS.task, priority: 'urgent' } };
    expect(rowFor(urgent, 'ou_worker')).toMatchObject({ head: '【特急】全部仓库外箱加护角', isPressing: true });
    expect(rowFor(late, 'ou_boss').isPressing).toBe(true);
    expect(rowFor(claimed, 'ou_boss').isPressing).toBe(false);
    expect(rowFor(ended(urgent, 'done'), 'ou_boss').isPressing).toBe(false);
  });

  test('claims with the turn, and names whom it shows', () => {
    const record = capa('contain', WORDS, { asked: [asked({ department: 'logistics' })] });
    const [claim] = procedureRow(listedRecord(record, { type: 'department', id: 'logistics' }), ctx).acts;
    expect(claim).toMatchObject({
      behaviors: [{ value: { cmd: 'record.claim', stage: 'contain', ver: record.turn } }],
    });
    expect(namedInRow(listedRecord(claimed, null))).toEqual(['ou_worker']);
  });

  test('hides numbers to call', () => {
    const record = { ...claimed, values: { ...claimed.values, problem: '请打 13812345678' } };
    expect(JSON.stringify(rowFor(record, 'ou_boss'))).not.toContain('13812345678');
  });
});

describe('a line of a bundle', () => {
  const line = (record: ProcedureRecord, id: string, name = 'reminder') =>
    bundleLineOf({ name, to: { type: 'person', id } }, record, ctx);

  test.each<[what: string, record: ProcedureRecord, id: string, name: string, isTurn: boolean, isSettled: boolean]>([
    ['the reader’s turn', claimed, 'ou_worker', 'reminder', true, false],
    ['somebody else’s', late, 'ou_lead', 'escalation', false, false],
    ['done by now', ended(claimed, 'closed'), 'ou_worker', 'reminder', false, true],
  ])('%s', (_what, record, id, name, isReadersTurn, isSettled) => {
    const drawn = line(record, id, name);
    expect(drawn).toMatchObject({ isReadersTurn, isSettled });
    expect(drawn.acts.length > 0).toBe(!isSettled);
  });

  test('mentions whoever has it in the group, else the lead', () => {
    const inGroup = (record: ProcedureRecord) =>
      bundleLineOf({ name: 'reminder', to: { type: 'chat', id: 'oc_logistics' } }, record, ctx).mention;
    expect(inGroup(claimed)).toBe('ou_worker');
    expect(inGroup(capa('contain', WORDS, { asked: [asked({ department: 'logistics' })] }))).toBe('ou_lead');
    expect(line(claimed, 'ou_worker').mention).toBeNull();
  });
});
