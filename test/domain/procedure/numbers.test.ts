import { describe, expect, test } from '@jest/globals';
import { foldedNumber, needsNumber, numberParts, numberWith } from '../../../src/domain/procedure/numbers';
import type { ProcedureRecord, Values } from '../../../src/domain/procedure/record';
import { at, Play, shipped, ZONE } from './play';

const TASK = shipped('task');

function recordOf(number: string, values: Values = {}, changes: Partial<ProcedureRecord> = {}): ProcedureRecord {
  const play = new Play('2026-12-31 23:30');
  const record = play.get(play.begin(TASK, 'ou_manager'));
  return { ...record, definition: { ...record.definition, number }, values, ...changes };
}

const parentOf = (number: string): Partial<ProcedureRecord> => ({ parentId: 1, parent: recordOf('', {}, { number }) });

describe('the number of a record', () => {
  test.each<[pattern: string, values: Values, count: number, expected: string]>([
    ['CAPA-{year}-{seq:3}', {}, 12, 'CAPA-2026-012'],
    ['CAPA-{year}-{seq:3}', {}, 1000, 'CAPA-2026-1000'],
    ['RW-{seq}', {}, 7, 'RW-7'],
    ['{seq:2}号', {}, 7, '07号'],
    ['AD-{period}-{project}', { period: '2026-12', project: '城南' }, 1, 'AD-2026-12-城南'],
    ['AD-{period}-{project}', { period: '2026-12', project: '城南' }, 3, 'AD-2026-12-城南-3'],
    ['HT-{plot2}-{seq:2}', { plot2: 'b7' }, 1, 'HT-B7-01'],
    ['HT-{plot}-{seq:2}', { plot: "{seq:9}';--<b>/*" }, 1, 'HT-SEQ9--B-01'],
    ['HT-{plot}-{seq:2}', { plot: 'ｂ７ 栋' }, 1, 'HT-B7栋-01'],
    ['HT-{plot}-{seq:2}', {}, 1, 'HT--01'],
  ])('%s of %j, the %ith', (pattern, values, count, expected) => {
    expect(foldedNumber(numberWith(numberParts(recordOf(pattern, values), ZONE), count))).toBe(expected);
  });

  test('the year is the office’s', () => {
    const inNewYear = recordOf('{year}', {}, { createdAt: at('2027-01-01 00:10') });
    expect(numberParts(inNewYear, ZONE).before).toBe('2027');
    expect(numberParts(inNewYear, 'UTC').before).toBe('2026');
  });

  test.each(['{a}{b}{c}{d}-{seq:3}', '{seq:3}-{a}{b}{c}{d}', '{a}{b}{c}{d}', `${'很'.repeat(120)}{seq:9}`])(
    'however long %s is filled in, it has at most 64 characters, none of them half, and its whole count',
    (pattern) => {
      const long = '𠮷'.repeat(200);
      const parts = numberParts(recordOf(pattern, { a: long, b: long, c: long, d: long }), ZONE);
      for (const count of [1, 999_999]) {
        const number = foldedNumber(numberWith(parts, count));
        expect([...number].length).toBeLessThanOrEqual(64);
        expect(number).not.toMatch(/[\uD800-\uDFFF](?<![\uD800-\uDBFF][\uDC00-\uDFFF])(?![\uDC00-\uDFFF])/);
        if (parts.digits !== null || count > 1) expect(number).toContain(String(count));
      }
    },
  );

  const done = { moments: { 'give.done': 1 } };
  test.each<[string, ProcedureRecord, boolean]>([
    ['once its first stage is done', recordOf('{seq}', {}, done), true],
    ['not before', recordOf('{seq}'), false],
    ['not a second time', recordOf('{seq}', {}, { ...done, number: 'RW-1' }), false],
    [
      'not before its parent has the number that it begins with',
      recordOf('{parent}-{seq}', {}, { ...done, ...parentOf('') }),
      false,
    ],
    ['with its parent’s', recordOf('{parent}-{seq}', {}, { ...done, ...parentOf('CAPA-1') }), true],
  ])('is given %s', (_name, record, expected) => {
    expect(needsNumber(record)).toBe(expected);
  });
});
