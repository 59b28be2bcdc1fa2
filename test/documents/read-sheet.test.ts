import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { readSheet, SHEET_LIMITS } from '../../src/documents/read-sheet';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook whose first sheet holds this XML; `more` are further parts of the file. */
function workbook(sheet: string, more: Record<string, Uint8Array> = {}): Buffer {
  const parts = {
    'xl/workbook.xml': `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]);
  return Buffer.from(zipSync({ ...Object.fromEntries(files), ...more }));
}

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('a sheet is read as people see it', () => {
  test('dates, times, numbers, empty cells', async () => {
    const date = (value: Date, format: string) => ({ type: Date, value, format });
    const number = (value: number) => ({ type: Number, value });
    const sheet = await writeXlsxFile([
      [{ type: String, value: '客户' }, null, { type: String, value: ' 两行\n文字 ' }],
      [
        date(new Date(Date.UTC(2026, 11, 1)), 'yyyy"年"m"月"d"日"'),
        date(new Date(Date.UTC(2026, 11, 1, 18, 30)), 'yyyy/m/d h:mm'),
        { type: Boolean, value: true },
      ],
      [number(0.1 + 0.2), number(1e22), number(-1.5e-9)],
    ]).toBuffer();
    expect(await readSheet(sheet)).toEqual({
      ok: true,
      cells: [
        ['客户', '', '两行\n文字'],
        ['2026-12-01', '2026-12-01 18:30', 'TRUE'],
        ['0.3', '10000000000000000000000', '-0.0000000015'],
      ],
    });
  });

  test('formulas by their results, broken ones as nothing, markup as text', async () => {
    const row = `<c r="A1" t="str"><f>A2</f><v>结果</v></c><c r="B1" t="e"><v>#DIV/0!</v></c>${cell('C1', '&lt;b&gt;=1+1')}`;
    expect(await readSheet(workbook(`<row r="1">${row}</row>`))).toEqual({
      ok: true,
      cells: [['结果', '', '<b>=1+1']],
    });
  });
});

describe('a file is refused for a reason that can be said', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => `<row r="${at + 1}">${cell(`A${at + 1}`, 'x')}</row>`).join('');

  test.each<[string, string, Buffer]>([
    ['old_or_locked', 'an .xls file, or a password', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['text', 'a .csv file', Buffer.from('客户,金额\n甲,1')],
    ['text', 'a .csv file as Excel writes Unicode', Buffer.from('\uFEFFa,b', 'utf16le')],
    ['no_workbook', 'a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['empty', 'an empty file', Buffer.alloc(0)],
    ['empty', 'an empty sheet', workbook('')],
    ['damaged', 'half a workbook', workbook(rows(50)).subarray(0, 500)],
    ['damaged', 'another zip', Buffer.from(zipSync({ 'a.txt': strToU8('a') }))],
    ['damaged', 'a sheet that is no XML', workbook('<row r="1"><c r="A1"><v>1')],
    ['too_many_rows', '2,001 rows', workbook(rows(SHEET_LIMITS.rows + 1))],
    ['too_many_columns', '51 columns', workbook(`<row r="1">${cell('AY1', 'x')}</row>`)],
    ['too_large', 'more bytes than are read', Buffer.concat([workbook(''), Buffer.alloc(SHEET_LIMITS.bytes)])],
    [
      'too_large',
      'a zip bomb',
      workbook('<row r="1"/>', { 'xl/bomb.xml': new Uint8Array(SHEET_LIMITS.unpackedBytes) }),
    ],
    ['too_large', 'a row far down', workbook(`<row r="4000000000">${cell('A4000000000', 'x')}</row>`)],
    ['too_large', 'a cell far right', workbook(`<row r="1">${cell('ZZZZZZZ1', 'x')}</row>`)],
  ])('%s: %s', async (reason, _name, bytes) => {
    expect(await readSheet(bytes)).toEqual({ ok: false, reason });
  });

  test('too_large: texts that together are more than a record holds', async () => {
    const many = Array.from({ length: 3 }, (_, at) => `<row r="${at + 1}">${cell(`A${at + 1}`, 'x'.repeat(40))}</row>`);
    const limits = { ...SHEET_LIMITS, characters: 100 };
    expect(await readSheet(workbook(many.join('')), limits)).toEqual({ ok: false, reason: 'too_large' });
  });

  test('too_large: what takes too long, and the next file is read all the same', async () => {
    const slow = readSheet(workbook(rows(2000)), { ...SHEET_LIMITS, ms: 1 });
    const next = readSheet(workbook(rows(2)));
    expect(await slow).toEqual({ ok: false, reason: 'too_large' });
    expect(await next).toEqual({ ok: true, cells: [['x'], ['x']] });
  });

  test('declared sizes that lie', async () => {
    const bytes = workbook(rows(1), { 'xl/bomb.xml': new Uint8Array(30 * 1024 * 1024) });
    const directory = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    const bomb = bytes.indexOf('xl/bomb.xml', directory) - 46;
    bytes.writeUInt32LE(10, bomb + 24);
    expect(await readSheet(bytes)).toEqual({ ok: true, cells: [['x']] });
  });
});
