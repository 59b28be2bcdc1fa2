import { describe, expect, test } from '@jest/globals';
import { MAX_ROWS, type RowsRead, rowsFromCells, rowsFromText } from '../../../src/domain/procedure/rows';
import { column, field } from '../../documents/sample-definitions';

const ITEMS = field('items', '投放明细', 'rows', {
  columns: [
    column('media', '媒体 | Media'),
    column('form', '形式/规格'),
    column('from', '开始日期', 'date'),
    column('times', '次数', 'number'),
    column('amount', '金额 | Amount', 'money'),
  ],
});

const OPTIONS = { year: 2026, locale: 'zh' } as const;
const read = (text: string) => rowsFromText(ITEMS, text, OPTIONS);
const faultsOf = ({ faults }: RowsRead) => faults.map(({ line, column, problem }) => `${line} ${column} ${problem}`);

const BUS = { media: '公交', form: '灯箱', from: '2026-12-01', times: 3, amount: 12000 };
const VIDEO = { media: '短视频', amount: 800.5 };

describe('rows that somebody pastes', () => {
  test.each<[string, string, object]>([
    ['a spreadsheet without head', '公交\t灯箱\t2026-12-01\t3\t12,000\n短视频\t\t\t\t800.5', { rows: [BUS, VIDEO] }],
    [
      'a head in another order, with a line number and units',
      '序号\t金额(元)\t媒体*\t次数：\t开始日期\t形式／规格\r\n1\t1.2万\t公交\t3\t12/1\t灯箱\r\n',
      { rows: [BUS], columnsFrom: 'header', faults: [] },
    ],
    [
      'names of columns in English, and keys',
      'AMOUNT\tform\tMedia\n12000\t灯箱\t公交',
      { rows: [{ media: '公交', form: '灯箱', amount: 12000 }] },
    ],
    [
      'a title above the head, a total below',
      '十二月计划\n媒体\t金额\n公交\t12000\n\n合 计\t12000\n',
      {
        rows: [{ media: '公交', amount: 12000 }],
        skipped: [
          { line: 1, why: 'title' },
          { line: 5, why: 'total' },
        ],
      },
    ],
    [
      'a total in a cell behind an empty one',
      '短视频\t\t\t\t800.5\n\t小计：\t\t\t800.5',
      { rows: [VIDEO], skipped: [{ line: 2, why: 'total' }] },
    ],
    ['Chinese commas', '公交，灯箱，12月1日，3，12000', { rows: [BUS], columnsFrom: 'order' }],
    ['English commas around a number that has one', '公交,灯箱,2026-12-01,3,12,000元', { rows: [BUS] }],
    ['wide gaps', '公交  灯箱　　2026年12月1日   3  ￥12,000.00', { rows: [BUS] }],
    [
      'wide gaps, with cells missing at the end',
      '公交  灯箱  12-01',
      { rows: [{ media: '公交', form: '灯箱', from: '2026-12-01' }] },
    ],
    [
      'cells in quotes, with line breaks, tabs and doubled quotes',
      '"公交\n站牌"\t"12"" 灯箱\t双面"\t\t\t5\n短视频\t\t\t\t800.5',
      { rows: [{ media: '公交\n站牌', form: '12" 灯箱 双面', amount: 5 }, VIDEO] },
    ],
    [
      'a quote that is part of a text',
      '"大屏" 两块\t"没有结尾\t\t\t7',
      { rows: [{ media: '"大屏" 两块', form: '"没有结尾', amount: 7 }] },
    ],
    ['marks for nothing', '短视频\t-\t/\t—\t800.5', { rows: [{ ...VIDEO, form: '-' }] }],
    [
      'a formula and markup are texts',
      '=1+1\t<at id=all></at>\t\t\t1',
      { rows: [{ media: '=1+1', form: '<at id=all></at>', amount: 1 }] },
    ],
    ['nothing', ' \n\t\t\n', { rows: [], faults: [], columnsFrom: 'order' }],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  test.each<[string, string, string[]]>([
    [
      'words for numbers and days',
      '公交\t灯箱\t明天\t三\t12,00',
      ['1 开始日期 not_a_date', '1 次数 not_a_number', '1 金额 not_a_number'],
    ],
    ['a day that is none', '媒体\t开始日期\n公交\t2-30', ['2 开始日期 not_a_date']],
    ['a cell too many', '公交\t灯箱\t\t\t1\t合同', ['1  too_many_cells']],
    [
      'unknown and doubled columns',
      '媒体\t供应商\t媒体\n公交\t甲\t乙',
      ['1 供应商 unknown_column', '1 媒体 column_twice'],
    ],
    ['a long text', `${'长'.repeat(1001)}\t\t\t\t1`, ['1 媒体 too_long']],
    ['the line behind a cell of several lines', '"a\nb\nc"\t\t\t\t1\n公交\t\t\t\t一', ['4 金额 not_a_number']],
  ])('names the line of %s', (_name, text, faults) => {
    expect(faultsOf(read(text))).toEqual(faults);
  });

  test('leaves out the faulty rows only', () => {
    expect(read('公交\t灯箱\t2026-12-01\t3\t12000\n短视频\t\t\t\t贵').rows).toEqual([BUS]);
  });

  test(`takes ${MAX_ROWS} rows, and says where it stopped`, () => {
    const lines = Array.from({ length: MAX_ROWS + 2 }, (_, index) => `媒体${index}\t\t\t\t1`);
    const { rows, faults } = read(lines.join('\n'));
    expect(rows).toHaveLength(MAX_ROWS);
    expect(faults).toEqual([{ line: MAX_ROWS + 1, column: '', problem: 'too_many_rows', text: '' }]);
  });

  test('cells of a sheet are read like pasted ones', () => {
    const cells = [
      ['', ''],
      ['媒体', '金额'],
      ['公交', '12000'],
      ['总计', '12000'],
    ];
    expect(rowsFromCells(ITEMS, cells, OPTIONS)).toEqual({
      ...{ rows: [{ media: '公交', amount: 12000 }], faults: [], columnsFrom: 'header' },
      skipped: [{ line: 4, why: 'total' }],
    });
  });
});

describe('cells', () => {
  const readCell = (type: Parameters<typeof column>[2], text: string) => {
    const { rows, faults } = rowsFromCells(
      field('f', 'f', 'rows', { columns: [column('c', '列', type)] }),
      [[text]],
      OPTIONS,
    );
    return faults[0]?.problem ?? rows[0]?.c ?? null;
  };

  test.each<[Parameters<typeof column>[2], string, string | number | null]>([
    ['money', '１，２００．５０', 1200.5],
    ['money', '￥ 3,000 元', 3000],
    ['money', 'RMB 88', 88],
    ['money', '1.005万', 10050],
    ['money', '2亿元', 2e8],
    ['money', '(350.5)', -350.5],
    ['money', '−12', -12],
    ['money', '1.2E+05', 120000],
    ['money', '-', null],
    ['number', '0', 0],
    ['number', '1,23', 'not_a_number'],
    ['number', '1,234,56', 'not_a_number'],
    ['number', '12%', 'not_a_number'],
    ['number', '0x10', 'not_a_number'],
    ['number', 'Infinity', 'not_a_number'],
    ['number', '1e999', 'not_a_number'],
    ['number', '9999999999999999', 'not_a_number'],
    ['number', '3万5', 'not_a_number'],
    ['number', '########', 'not_a_number'],
    ['rating', '5分', 5],
    ['rating', '6', 'out_of_range'],
    ['nps', '0', 0],
    ['date', '2026/12/1', '2026-12-01'],
    ['date', '2026.12.01', '2026-12-01'],
    ['date', '20261201', '2026-12-01'],
    ['date', '２０２６年１２月１日', '2026-12-01'],
    ['date', '26-12-1', '2026-12-01'],
    ['date', '2026-12-01 00:00:00', '2026-12-01'],
    ['date', '12月1日（周二）', '2026-12-01'],
    ['date', '12-01', '2026-12-01'],
    ['date', '12-01-26', 'not_a_date'],
    ['date', '2026-02-29', 'not_a_date'],
    ['date', '13月1日', 'not_a_date'],
    ['datetime', '12月1日 9:05', '2026-12-01 09:05'],
    ['datetime', '2026-12-01', 'not_a_time'],
    ['datetime', '2026-12-01 25:00', 'not_a_time'],
    ['month', '2026年3月', '2026-03'],
    ['month', '3月份', '2026-03'],
    ['month', '2026-03-15', '2026-03'],
    ['month', '2026-13', 'not_a_month'],
    ['yesno', '√', 'yes'],
    ['yesno', '无', 'no'],
    ['yesno', '__proto__', 'not_yes_or_no'],
    ['text', 'a\u0000b\u202Ec', 'abc'],
  ])('%s %j → %j', (type, text, expected) => {
    expect(readCell(type, text)).toBe(expected);
  });
});

describe('long texts', () => {
  test.each([
    ['tabs', '\t'],
    ['odd runs of quotes', '"a""\t"""b\n'],
    ['commas', '1,'],
    ['empty lines', '\n'],
    ['rows', '公交\t灯箱\t2026-12-01\t3\t12,000\n'],
  ])('of %s are read to their end, and no more rows are kept than a table has', (_name, piece) => {
    expect(read(piece.repeat(310_000 / piece.length)).rows.length).toBeLessThanOrEqual(500);
  });
});
