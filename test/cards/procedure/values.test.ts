import { describe, expect, test } from '@jest/globals';
import { CAPA } from '../../../cards/gallery/procedure-capa';
import { choices, fields } from '../../../cards/gallery/procedure-definition-parts';
import { BEGAN } from '../../../cards/gallery/sample-case';
import { dueSaid, dueShort, dueText, pressingBy } from '../../../cards/procedure/words/due';
import { unmarked } from '../../../cards/procedure/words/labels';
import { titleOf, titleSourceOf } from '../../../cards/procedure/words/title';
import { displayValue } from '../../../cards/procedure/words/values';
import type { FieldType } from '../../../src/domain/procedure/definition';
import type { Value } from '../../../src/domain/procedure/record';
import { DAY, HOUR } from '../../../src/domain/time';
import { procedureContext } from './procedure-samples';

const zh = procedureContext();
const en = procedureContext('en-US');

const ALL = fields({
  kind: ['类别 | Kind', 'choice', { choices: choices({ a: '甲 | A', b: '乙 | B' }) }],
  kinds: ['类别 | Kinds', 'choices', { choices: choices({ a: '甲 | A', b: '乙 | B' }) }],
  items: [
    '明细 | Items',
    'rows',
    {
      columns: [
        { key: 'what', label: { zh: '', en: '' }, type: 'text' },
        { key: 'cost', label: { zh: '', en: '' }, type: 'money' },
      ],
    },
  ],
});

const link = (number: string) => ({ workflow: 'feedback', id: 1, number, title: 'x' });
const file = { key: 'k', messageId: 'om_1', name: 'n', isPicture: true, keptKey: null, isLost: false };

test.each<[type: FieldType | keyof typeof ALL, value: Value | undefined, zh: string, en: string]>([
  ['money', 68_000, '68,000 元', '68,000 yuan'],
  ['money', 0.5, '0.5 元', '0.5 yuan'],
  ['money', '待定', '待定', '待定'],
  ['number', 2026, '2026', '2026'],
  ['number', 12_345.678, '12,345.68', '12,345.68'],
  ['date', '2026-12-04', '12-04（周五）', 'Fri 12-04'],
  ['date', '2027-01-22', '2027-01-22（周五）', 'Fri 2027-01-22'],
  ['date', 'soon', 'soon', 'soon'],
  ['datetime', '2026-12-04 10:30', '12-04（周五）10:30', 'Fri 12-04 10:30'],
  ['datetime', BEGAN, '11-24（周二）09:30', 'Tue 11-24 09:30'],
  ['month', '2026-12', '2026 年 12 月', '2026-12'],
  ['yesno', true, '是', 'Yes'],
  ['yesno', 'no', '否', 'No'],
  ['yesno', false, '否', 'No'],
  ['rating', 5, '很满意（5 分）', 'Very good (5)'],
  ['rating', 9, '9 分', '9 of 10'],
  ['nps', 0, '0 分', '0 of 10'],
  ['kind', 'b', '乙', 'B'],
  ['kind', 'gone', 'gone', 'gone'],
  ['kinds', ['a', 'b'], '甲、乙', 'A, B'],
  ['person', 'ou_worker', '李娜', '李娜'],
  ['people', ['ou_worker', 'ou_boss', 'ou_rep', 'ou_lead'], '李娜、张伟、林晓等 4 人', '李娜, 张伟, 林晓, 4 in all'],
  ['department', 'logistics', '物流部', '物流部'],
  ['files', [file], '1 个附件', '1 file'],
  ['files', [file, file, file], '3 个附件', '3 files'],
  [
    'items',
    [
      { what: 'a', cost: 20_000 },
      { what: 'b', cost: 48_000 },
    ],
    '2 行，合计 68,000 元',
    '2 rows, 68,000 yuan in all',
  ],
  ['items', [{ what: 'a' }], '1 行', '1 row'],
  ['records', [link('FB-1'), link('FB-2')], 'FB-1、FB-2', 'FB-1, FB-2'],
  ['long', ' a\n b', ' a\n b', ' a\n b'],
  ['text', '', '', ''],
  ['rows', [], '', ''],
  ['money', undefined, '', ''],
])('%s %j is written %j', (type, value, inChinese, inEnglish) => {
  const field = ALL[type] ?? { type: type as FieldType };
  expect(displayValue(field, value, zh)).toBe(inChinese);
  expect(displayValue(field, value, en)).toBe(inEnglish);
});

describe('a title', () => {
  const title = (text: string, values: Record<string, Value>) => {
    const source = {
      definition: {
        ...CAPA,
        title: text,
        fields: { ...CAPA.fields, ...fields({ buyer: ['客户 | Customer', 'customer'] }) },
      },
      values,
    };
    expect(titleOf(titleSourceOf(source), zh)).toEqual(titleOf(source, zh));
    return titleOf(source, zh);
  };

  test.each<[template: string, values: Record<string, Value>, subject: string]>([
    ['{product} {problem}', { product: 'T8 灯管', problem: '运输破损，共 3 件。' }, 'T8 灯管运输破损'],
    ['{product} {problem}', { product: 'T8', problem: 'broken on the way, three' }, 'T8 broken on the way'],
    ['{product} {problem}', { product: 'T8', problem: '\n  v1.2 坏了\n很急' }, 'T8 v1.2 坏了'],
    ['{product} · {problem}', { problem: '破损' }, '破损'],
    ['{product} {problem}', {}, '纠正和预防措施处理单'],
    ['{nothing} 计划', { product: 'T8' }, '纠正和预防措施处理单'],
    ['{severity}问题', { severity: 'major' }, '一般问题'],
  ])('%s of %j', (template, values, subject) => {
    expect(title(template, values)).toEqual({ customer: '', subject });
  });

  test('names its customer apart, so that a preview can leave it out', () => {
    expect(title('{buyer} {product}', { buyer: '悦家超市', product: 'T8' })).toEqual({
      customer: '悦家超市',
      subject: 'T8',
    });
    expect(title('{buyer}', { buyer: '悦家超市' })).toEqual({ customer: '悦家超市', subject: '纠正和预防措施处理单' });
  });
});

describe('a due date', () => {
  const six = Date.parse('2026-11-27T18:00:00+08:00');
  const midnight = Date.parse('2026-11-28T00:00:00+08:00');
  const at = (text: string) => ({ ...zh, now: Date.parse(`${text}:00+08:00`) });

  test.each([
    [six, '2026-11-24T11:30', '11-27（周五）18:00 前', '11-27（周五）18:00 前', '11-27 周五', null],
    [six, '2026-11-27T10:00', '11-27（周五）18:00 前', '今天 18:00（还剩 8 小时）', '今天 18:00', 'soon'],
    [six, '2026-11-27T18:40', '11-27（周五）已到期', '今天 18:00 已到期，超 40 分钟', '超 40 分钟', 'late'],
    [midnight, '2026-11-24T11:30', '11-27（周五）前', '11-27（周五）前', '11-27 周五', null],
    [midnight, '2026-11-26T10:00', '11-27（周五）前', '明天内', '明天', null],
    [midnight, '2026-11-27T10:00', '11-27（周五）前', '今天内', '今天', 'soon'],
    [midnight, '2026-11-29T10:00', '11-27（周五）到期，超 1 天以上', '11-27（周五）到期，超 1 天', '超 1 天', 'late'],
    [six + 30 * DAY, '2026-11-24T11:30', '12-27（周日）前', '12-27（周日）18:00 前', '12-27 周日', null],
  ])('%j seen at %s', (dueAt, now, hanging, said, short, pressing) => {
    const ctx = at(now);
    expect([dueText(dueAt, ctx), dueSaid(dueAt, ctx), dueShort(dueAt, ctx), pressingBy(dueAt, ctx)]).toEqual([
      ...[hanging, said, short, pressing],
    ]);
  });

  test('is not written where there is none', () => {
    expect([dueText(null, zh), dueSaid(null, zh), dueShort(null, zh), pressingBy(null, zh)]).toEqual([
      '',
      '',
      '',
      null,
    ]);
    expect(pressingBy(zh.now + 20 * HOUR, zh)).toBeNull();
  });
});

test('a word of a definition keeps its marks where markup is read', () => {
  expect(unmarked('审批(第二次)')).toBe('审批&#40;第二次&#41;');
  expect(unmarked('<at id=all></at>')).not.toMatch(/[<>]/);
});
