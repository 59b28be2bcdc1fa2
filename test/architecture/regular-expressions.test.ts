import path from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { analyse } from 'scslre';
import { filesIn, isProgram, ROOT, read, regularExpressionsOf } from './source-code';

/**
 * What makes a pattern slow: it repeats something in two ways at one place (`(a+)+`, `\s*:?\s*`), or it may begin
 * anywhere and repeats at its beginning (`\s+$`): then a long text takes time that grows with the square of its length, or
 * worse. A bound such as `\s{0,20}` or a lookbehind that fixes the beginning mends it.
 */
function slowPlaces(pattern: RegExp): string[] {
  const { reports } = analyse(pattern, { reportTypes: { Move: true } });
  return [...new Set(reports.map(({ type, exponential }) => `${exponential ? 'exponential ' : ''}${type}`))];
}

const FILES = filesIn('src', 'cards').filter(isProgram);

/** The regular expressions that these modules make with `new RegExp` when they are loaded. */
function madeBy(files: string[]): RegExp[] {
  const made: RegExp[] = [];
  const actual = globalThis.RegExp;
  globalThis.RegExp = new Proxy(actual, {
    construct: (target, args: ConstructorParameters<typeof RegExp>) => {
      made.push(new target(...args));
      return new target(...args);
    },
  });
  try {
    jest.isolateModules(() => {
      for (const file of files) require(path.join(ROOT, file));
    });
  } finally {
    globalThis.RegExp = actual;
  }
  return made;
}

describe('regular expressions', () => {
  test.each([
    [/电话\s*(?:是|为)?\s*[:：]?\s*\d/, ['Trade']],
    [/(a+)+$/, ['exponential Self', 'Move']],
    [/\s+$/, ['Move']],
    [/[a-z]+@[a-z]+/, ['Move']],
    [/[a-z]{1,64}@[a-z]{1,64}/, []],
    [/^\s{0,9}\d+$/, []],
  ])('%p has these slow places: %j', (pattern, places) => {
    expect(slowPlaces(pattern)).toEqual(places);
  });

  test('are found in source code, and beside comments, texts and divisions', () => {
    const source =
      "const a = /[/]\\/x+/g; // /no/\nconst b = 4 / 2 / 1;\nconst c = '/no/';\nf(/y/iu, /* /no/ */ `/no/`);";
    expect(regularExpressionsOf(source).map(String)).toEqual(['/[/]\\/x+/g', '/y/iu']);
  });

  test('that are written in the program take time in proportion to the text', () => {
    const found = FILES.flatMap((file) => regularExpressionsOf(read(file)).map((pattern) => ({ file, pattern })));
    expect(found.length).toBeGreaterThan(150);
    const slow = found
      .map((one) => ({ ...one, places: slowPlaces(one.pattern) }))
      .filter(({ places }) => places.length);
    expect(slow.map(({ file, pattern, places }) => `${file}: ${pattern} ${places}`)).toEqual([]);
  });

  test('that the program makes when it is loaded take time in proportion to the text', () => {
    // These rooms import no packages but dayjs: what they make is theirs.
    const rooms = FILES.filter((file) => /^(?:cards|src\/domain)\//.test(file) || file.endsWith('thread-answer.ts'));
    const elsewhere = FILES.filter((file) => !rooms.includes(file) && read(file).includes('new RegExp('));
    expect(elsewhere).toEqual([]);
    const found = madeBy(rooms);
    expect(found.length).toBeGreaterThan(30);
    const slow = found
      .map((pattern) => ({ pattern, places: slowPlaces(pattern) }))
      .filter(({ places }) => places.length);
    expect(slow.map(({ pattern, places }) => `${pattern} ${places}`)).toEqual([]);
  });
});
