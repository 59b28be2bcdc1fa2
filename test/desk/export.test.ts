import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { SheetCell } from '../../cards/kit/sheets/sheet';
import { workbookOf } from '../../src/desk/export';
import { at } from '../domain/feedback/fixtures';

const namesOf = async () => () => '';

/** The parts of a workbook with these sheets, read back. */
async function written(...sheets: { name: string; rows: SheetCell[][] }[]): Promise<Record<string, string>> {
  const sources = sheets.map(({ name, rows }) => ({
    people: [],
    draw: () => ({ name, heads: (rows[0] ?? []).map((_cell, i) => `列${i}`), rows }),
  }));
  const bytes = await workbookOf(sources, { namesOf, timeZone: 'Asia/Shanghai', now: 0 });
  return Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(bytes))).map(([name, part]) => [name, strFromU8(part)]),
  );
}

const textsIn = (parts: Record<string, string>) =>
  [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<t[^>]*>([^<]*)</g)].map(([, text]) => text);

test.each(['=1+1', '+86 138', '-谢谢', '@某人', '=HYPERLINK("https://evil.example")'])(
  '%s is a text, without an apostrophe, and stays one when it is edited',
  async (typed) => {
    const parts = await written({ name: '反馈', rows: [[typed, '其他']] });
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(textsIn(parts)).toContain(typed);
    expect(sheet).not.toMatch(/<f[ >]/);
    const [, style, type] = /<c r="A2"(?: s="(\d+)")?(?: t="(\w+)")?/.exec(sheet) ?? [];
    expect(type).toBe('s');
    // 49 is Excel's own number for the format of text.
    const formats = [...(parts['xl/styles.xml'] ?? '').matchAll(/<xf [^>]*numFmtId="(\d+)"/g)].map(([, id]) => id);
    const own = [...(parts['xl/styles.xml'] ?? '').matchAll(/<numFmt [^>]*formatCode="@"[^>]*/g)];
    const textFormats = ['49', ...own.map(([fmt]) => /numFmtId="(\d+)"/.exec(fmt)?.[1])];
    expect(formats.filter((id) => textFormats.includes(id))).toHaveLength(1);
    expect(Number(style)).toBeGreaterThan(0);
  },
);

test('a moment is a date of the office, a number a number, and head and filter stand over the table', async () => {
  const parts = await written({ name: '反馈', rows: [[{ at: at('18:00', '2026-11-27') }, 23.5, null, '字']] });
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
  const [, serial] = /<c r="A2"[^>]*><v>([\d.]+)</.exec(sheet) ?? [];
  // Days since the end of 1899: 46,353 is 2026-11-27, and 18:00 is three quarters of it.
  expect(Number(serial)).toBeCloseTo(46_353.75, 6);
  expect(parts['xl/styles.xml']).toContain('yyyy-mm-dd hh:mm');
  expect(sheet).toMatch(/<c r="B2"[^>]*><v>23.5</);
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect(sheet).toMatch(/<\/sheetData><autoFilter ref="A1:D2"\/>/);
});

test('no cell breaks the workbook: too long, control characters, halves of characters', async () => {
  const rows = [['😡'.repeat(20_000), '坏\u0000\u000b了\ud83d', '\ufffe多\uffff行\n两行', '\ud83d😡']];
  const texts = textsIn(await written({ name: '反馈', rows }));
  expect(Math.max(...texts.map((text) => text?.length ?? 0))).toBeLessThanOrEqual(32_767);
  expect(texts.find((text) => (text?.length ?? 0) > 1000)?.endsWith('😡…')).toBe(true);
  expect(texts).toEqual(expect.arrayContaining(['坏了', '多行\n两行', '😡']));
});

test('sheets get names that Excel takes, each once', async () => {
  const rows = [['一']];
  const names = ['反馈', "'反/馈'[2026]:*?", '反馈', '', '很'.repeat(40), '很'.repeat(40)];
  const parts = await written(...names.map((name) => ({ name, rows })));
  const found = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
  expect(found).toEqual(['反馈', '’反 馈’ 2026', '反馈 2', 'Sheet', '很'.repeat(31), `${'很'.repeat(29)} 2`]);
});
