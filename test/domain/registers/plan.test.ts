import { describe, expect, test } from '@jest/globals';
import { mergeEntries } from '../../../src/domain/registers/merge';
import { planRows } from '../../../src/domain/registers/plan';
import type { RegisterEntry } from '../../../src/domain/registers/register';
import { type RegisterRow, readRows } from '../../../src/domain/registers/rows';
import { customer } from './entries';

const contact = (name: string, phone = '1') => ({ name, phone, post: '' });
const plan = (rows: RegisterRow[], known: RegisterEntry[] = [], taking: 'replaces' | 'adds' = 'replaces') =>
  planRows('customers', rows, known, taking);

describe('rows', () => {
  test.each<[what: string, row: unknown, faults: [column: string, fault: string][]]>([
    ['no object', 'x', [['', 'not_a_row']]],
    [
      'nothing',
      {},
      [
        ['key', 'missing'],
        ['name', 'missing'],
      ],
    ],
    [
      'marks alone',
      { key: '()', name: '\u200b' },
      [
        ['key', 'missing'],
        ['name', 'missing'],
      ],
    ],
    [
      'numbers',
      { key: 1, name: 'x', aliases: [2] },
      [
        ['key', 'not_text'],
        ['aliases', 'not_text'],
      ],
    ],
    [
      'no list',
      { key: 'k', name: 'x', aliases: 'y', contacts: {} },
      [
        ['aliases', 'not_a_list'],
        ['contacts', 'not_a_list'],
      ],
    ],
    ['an empty contact', { key: 'k', name: 'x', contacts: [{ post: '采购' }] }, [['contacts', 'missing']]],
    [
      'an odd contact',
      { key: 'k', name: 'x', contacts: [{ name: 'a', wechat: 'b' }] },
      [['contacts', 'unknown_column']],
    ],
    ['no person', { key: 'k', name: 'x', rep: '林晓' }, [['rep', 'not_an_open_id']]],
    ['no date', { key: 'k', name: 'x', active_from: '2026-02-30' }, [['active_from', 'not_a_date']]],
    [
      'days in the wrong order',
      { key: 'k', name: 'x', active_from: '2026-02-02', active_until: '2026-02-01' },
      [['active_until', 'ends_before_it_begins']],
    ],
    [
      'too much',
      { key: 'k'.repeat(65), name: 'x'.repeat(101), region: 'y'.repeat(61) },
      [
        ['key', 'too_long'],
        ['name', 'too_long'],
        ['region', 'too_long'],
      ],
    ],
    [
      'a column of another name',
      { key: 'k', name: 'x', __proto__: null, toString: 1 },
      [['toString', 'unknown_column']],
    ],
    ['a good row', { key: 'k', name: ' 恒  泰 ', aliases: null, rep: null, class: 'A', active_until: '' }, []],
  ])('%s: every fault is named', (_what, row, faults) => {
    const read = readRows([{ key: 'first', name: 'first' }, row]);
    expect(read.faults).toEqual(faults.map(([column, fault]) => ({ row: 1, column, fault })));
  });

  test('a text is kept as a reader sees it, on one line', () => {
    const { rows } = readRows([{ key: ' k ', name: ' 恒 \n 泰 \u202e', contacts: [{ name: '王\t工' }] }]);
    expect(rows).toEqual([{ key: 'k', name: '恒 泰', contacts: [{ name: '王 工', phone: '', post: '' }] }]);
  });
});

describe('a plan', () => {
  const known = () =>
    customer('恒泰', {
      key: 'C1',
      aliases: ['恒泰建材'],
      learned: ['老恒泰'],
      region: '华东',
      contacts: [contact('王工')],
    });

  test('the same rows a second time change nothing', () => {
    const rows = [{ key: 'C1', name: '恒泰', aliases: ['恒泰建材', '恒 泰'], contacts: [contact('王工')] }];
    const first = plan(rows);
    expect(first.counts).toEqual({ created: 1, updated: 0, unchanged: 0 });
    expect(first.changed).toMatchObject([{ id: 0, key: 'C1', aliases: ['恒泰建材'], version: 1 }]);
    expect(plan(rows, first.changed)).toEqual({
      changed: [],
      counts: { created: 0, updated: 0, unchanged: 1 },
      faults: [],
    });
  });

  test.each<[what: string, row: Partial<RegisterRow>, taking: 'replaces' | 'adds', becomes: Partial<RegisterEntry>]>([
    ['what a row does not say stays', {}, 'replaces', { region: '华东', aliases: ['恒泰建材'], learned: ['老恒泰'] }],
    [
      'the API takes away',
      { aliases: [], region: '', contacts: [] },
      'replaces',
      { region: '', aliases: [], contacts: [] },
    ],
    ['what people decided stays', { aliases: [] }, 'replaces', { learned: ['老恒泰'] }],
    [
      'a sheet adds',
      { aliases: ['HT'], contacts: [contact('李姐')] },
      'adds',
      {
        aliases: ['恒泰建材', 'HT'],
        contacts: [contact('王工'), contact('李姐')],
      },
    ],
    ['a sheet corrects a number', { contacts: [contact('王工', '2')] }, 'adds', { contacts: [contact('王工', '2')] }],
    [
      'a former name is remembered',
      { name: '恒泰集团' },
      'replaces',
      { name: '恒泰集团', learned: ['老恒泰', '恒泰'] },
    ],
  ])('%s', (_what, row, taking, becomes) => {
    const before = known();
    const { changed, faults } = plan([{ key: 'C1', name: '恒泰', ...row }], [before], taking);
    expect([{ ...before, ...changed[0] }, faults]).toMatchObject([becomes, []]);
  });

  test.each<[what: string, rows: RegisterRow[], faults: object[]]>([
    [
      'one key twice',
      [
        { key: 'C2', name: '甲方' },
        { key: 'C2', name: '乙方' },
      ],
      [{ row: 1, column: 'key', fault: 'repeated' }],
    ],
    [
      'one name twice',
      [
        { key: 'C2', name: '甲方' },
        { key: 'C3', name: '甲 方' },
      ],
      [{ row: 1, column: 'name', fault: 'taken', other: '甲方' }],
    ],
    [
      'a name of an entry that stays',
      [{ key: 'C2', name: '恒泰建材' }],
      [{ row: 0, column: 'name', fault: 'taken', other: '恒泰' }],
    ],
    [
      'an alias that is a key',
      [{ key: 'C2', name: '甲方', aliases: ['c1'] }],
      [{ row: 0, column: 'aliases', fault: 'taken', other: '恒泰' }],
    ],
  ])('%s is a fault of its row', (_what, rows, faults) => {
    expect(plan(rows, [known()]).faults).toEqual(faults);
  });

  test('two entries may change their names over in one body', () => {
    const [one, other] = [customer('甲方', { key: 'A' }), customer('乙方', { key: 'B' })];
    const rows = [
      { key: 'A', name: '乙方' },
      { key: 'B', name: '甲方' },
    ];
    const { changed, faults } = plan(rows, [one, other]);
    expect(faults).toEqual([]);
    expect(changed).toMatchObject([
      { key: 'A', name: '乙方', learned: [] },
      { key: 'B', name: '甲方', learned: [] },
    ]);
    expect(plan(rows, changed).counts).toEqual({ created: 0, updated: 0, unchanged: 2 });
  });

  test('a name that a row states is taken from the entry that has only learned it', () => {
    const { changed, faults } = plan([{ key: 'C2', name: '老恒泰' }], [known()]);
    expect(faults).toEqual([]);
    expect(changed).toMatchObject([
      { key: 'C1', learned: [] },
      { key: 'C2', name: '老恒泰' },
    ]);
  });
});

describe('two entries that become one', () => {
  const into = customer('恒泰', { key: 'A', contacts: [contact('王工')], region: '华东', activeFrom: '2020-01-01' });
  const from = customer('恒泰装饰', {
    ...{ key: 'B', aliases: ['恒 泰'], learned: ['老恒泰'], formerKeys: ['Z'], rep: 'ou_1', region: '华南' },
    ...{ contacts: [contact('王工', '2'), contact('李姐')], activeFrom: '2019-01-01', activeUntil: '2021-01-01' },
  });

  test('one learns the names and keys of the other, and what it did not know', () => {
    expect(mergeEntries(into, from)).toEqual({
      ...into,
      ...{ learned: ['恒泰装饰', '老恒泰'], formerKeys: ['B', 'Z'], rep: 'ou_1', region: '华东' },
      ...{ contacts: [contact('王工', '2'), contact('李姐')], activeFrom: '2019-01-01', activeUntil: null },
    });
  });

  test('a row with the other’s key still finds it and takes nothing away', () => {
    const merged = mergeEntries(into, from);
    const rows = [
      { key: 'A', name: '恒泰', contacts: [contact('王工')] },
      { key: 'B', name: '恒泰装饰', region: '华北', contacts: [contact('李姐')] },
    ];
    const { changed, counts } = plan(rows, [merged]);
    expect(changed).toMatchObject([
      { key: 'A', name: '恒泰', region: '华东', contacts: [contact('王工'), contact('李姐')] },
    ]);
    expect(counts).toEqual({ created: 0, updated: 1, unchanged: 1 });
    expect(plan(rows, changed).counts).toEqual({ created: 0, updated: 0, unchanged: 2 });
  });
});
