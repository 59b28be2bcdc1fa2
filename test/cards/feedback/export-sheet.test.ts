import { expect, test } from '@jest/globals';
import { sheetOf } from '../../../cards/feedback/export-sheet';
import { textsOf } from '../../../cards/texts/texts';
import { at, feedback } from '../../domain/feedback/fixtures';
import { ORG } from '../samples';

const ctx = { texts: textsOf('zh-CN'), org: ORG, timeZone: 'Asia/Shanghai', nameOf: () => '某人' };

test('a cell never holds more than a spreadsheet takes, nor half a character', () => {
  const { rows } = sheetOf([feedback('closed', { answer: '😡'.repeat(20_000) }, at('09:00'))], new Map(), ctx);
  const cells = rows.flat();
  expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThanOrEqual(32_767);
  const cut = cells.find((cell) => cell.startsWith('😡')) as string;
  expect(cut.endsWith('😡…')).toBe(true);
});
