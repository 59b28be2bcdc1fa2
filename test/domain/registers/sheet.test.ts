import { describe, expect, test } from '@jest/globals';
import { readRegisterWord } from '../../../src/domain/registers/register-words';
import { keyed, readRegisterSheet } from '../../../src/domain/registers/sheet';
import { customer } from './entries';

describe('a spreadsheet', () => {
  test.each<[string[], string | null]>([
    [['客户名称', '简称', '客户经理', '区域', '等级', '联系人', '电话'], 'customers'],
    [['客户'], 'customers'],
    [['名称', '联系人', '电话'], 'customers'],
    [['Customer name', 'Short name', 'Region'], 'customers'],
    [['客户名称（必填）*', '备注'], 'customers'],
    [['产品名称', '型号'], 'products'],
    [['规格型号'], 'products'],
    [['项目名称', '项目经理'], 'projects'],
    [['名称'], null],
    [['名称', '数量'], null],
    [['姓名', '电话'], null],
    [['客户名称', '产品名称', '数量', '单价', '交货日期'], null],
    [['反馈内容', '时间'], null],
    [[], null],
  ])('with the headings %j is %s', (headings, register) => {
    expect(readRegisterSheet([headings, ['甲方']])?.register ?? null).toBe(register);
  });

  test('is read below a title, with the numbers of its rows; empty cells say nothing', () => {
    const read = readRegisterSheet([
      ['客户名单', ''],
      ['', ''],
      ['编号', '客户名称', '别名', '客户经理', '区域', '联系人', '手机', '职务', '合作开始', '备注'],
      ['C1', ' 恒泰 ', 'HT、恒泰建材/老恒泰', '林晓', '', '王工', '138', '采购', '2019年3月1日', 'x'],
      ['', '', '', ' ', '', '', '', '', '', ''],
      ['', '甲方', '', '', '华东', '', '', '', '2019.13.1'],
    ]);
    expect(read?.rows).toEqual([
      {
        line: 4,
        repName: '林晓',
        cells: {
          ...{ key: 'C1', name: '恒泰', aliases: ['HT', '恒泰建材', '老恒泰'], active_from: '2019-03-01' },
          contacts: [{ name: '王工', phone: '138', post: '采购' }],
        },
      },
      { line: 6, repName: '', cells: { key: '', name: '甲方', aliases: [], region: '华东', active_from: '2019.13.1' } },
    ]);
  });

  test('of products names each by name and model, and calls it by its model as well', () => {
    const read = readRegisterSheet([
      ['产品名称', '型号'],
      ['灯管', 'T8'],
      ['T5 灯管', 'T5'],
      ['', 'X1'],
    ]);
    expect(read?.rows.map(({ cells }) => [cells.name, cells.aliases])).toEqual([
      ['灯管 T8', ['T8']],
      ['T5 灯管', []],
      ['X1', []],
    ]);
  });

  test('a row without a key gets that of the entry of its name, never that of a similar one', () => {
    const known = [customer('明川包装（苏州）', { key: 'C7' })];
    const rows = ['明川包装 (苏州)', '明川包装（上海）', '（）'].map((name) => ({
      line: 1,
      repName: '',
      cells: { name },
    }));
    expect(keyed(rows, known).map(({ cells }) => (cells as { key?: string }).key)).toEqual(['C7', '明川包装上海', '']);
  });
});

test.each<[string, [string, string] | null]>([
  ['客户', ['customers', '']],
  ['客户 恒泰建材', ['customers', '恒泰建材']],
  ['客户：恒泰建材', ['customers', '恒泰建材']],
  ['客户　恒泰 建材', ['customers', '恒泰 建材']],
  ['Customer Heng Tai Co., Ltd', ['customers', 'Heng Tai Co., Ltd']],
  ['产品 T8', ['products', 'T8']],
  ['项目 城南', ['projects', '城南']],
  ['客户恒泰建材', null],
  ['客户说灯管坏了', null],
  ['客户 灯管坏了，要求换货', null],
  ['客户：灯管坏了。', null],
  ['客户 在吗？', null],
  ['客户：\n灯管坏了', null],
  [`客户 ${'长'.repeat(41)}`, null],
  ['客户 （）', null],
  ['constructor x', null],
  ['大客户 恒泰', null],
])('the text %j is the word %j', (text, word) => {
  const read = readRegisterWord(text);
  expect(read && [read.register, read.name]).toEqual(word);
});
