import { describe, expect, test } from '@jest/globals';
import type { Values } from '../../../src/domain/procedure/record';
import { titleOf } from '../../../src/domain/procedure/title';
import { at, written, ZONE } from './play';

const definition = written(`
procedure: visit
version: 1
name: 回访 | Visit
number: HF-{seq:3}
title: "{product} {text}"
start: [{ by: [manager] }]
fields:
  product: { label: 产品, type: product }
  kind2: { label: 类别, type: choice, choices: { repair: 维修, other: 其他 } }
  text: { label: 情况, type: long }
  owner: { label: 负责人, type: person }
  score: { label: 评分, type: long, private: true }
  parts: { label: 配件, type: rows, columns: { what: text } }
stages:
  - { key: fill, name: 填写, who: starter, form: [product, kind2, text*, owner, score, parts] }
ends: { closed: 已归档 }
`);

describe('the title of a record', () => {
  test.each<[pattern: string, values: Values, expected: string]>([
    ['{product} {text}', { product: 'T8', text: '支架断裂。客户很急，要求退货' }, 'T8 支架断裂'],
    ['{product} {text}', { text: '  支架\n断裂 ' }, '支架 断裂'],
    ['{product} {text}', {}, '回访'],
    ['{kind2} {product}', { kind2: 'repair', product: 'T8' }, '维修 T8'],
    ['{number} {product}', { product: 'T8' }, 'HF-001 T8'],
    ['{year} 年 {parent}', {}, '2026 年'],
    ['{owner}{score}{parts}', { owner: 'ou_li', score: '差', parts: [{ what: '螺丝' }] }, '回访'],
    ['{constructor}{nothing}', {}, '回访'],
  ])('%s of %j', (title, values, expected) => {
    const record = { number: 'HF-001', parent: null, createdAt: at('2026-12-02 10:00') };
    expect(titleOf({ ...record, definition: { ...definition, title }, values }, ZONE)).toBe(expected);
  });
});
