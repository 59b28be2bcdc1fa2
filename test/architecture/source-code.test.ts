import { describe, expect, test } from '@jest/globals';
import { importsOf, worldlyReadsOf } from './source-code';

describe('reading imports', () => {
  test.each<[string, [string, boolean][]]>([
    ["import a from './a';", [['./a', true]]],
    ["import './polyfill';", [['./polyfill', true]]],
    ["import * as a from './a'", [['./a', true]]],
    ["import { a, type B } from './a';", [['./a', true]]],
    ["import { type A, type B as C } from './a';", [['./a', false]]],
    ["import type { A } from './a';", [['./a', false]]],
    ["import a, { type B } from './a';", [['./a', true]]],
    [
      "import {\n  type A,\n  b,\n} from './a';\nimport { c } from './c';",
      [
        ['./a', true],
        ['./c', true],
      ],
    ],
    ["export { a } from './a';", [['./a', true]]],
    ["export * from './a';", [['./a', true]]],
    ["export type { A } from './a';", [['./a', false]]],
    ["import fs = require('node:fs');", [['node:fs', true]]],
    ["const a = await import('./a');", [['./a', true]]],
    ["const a: import('./a').A = b;", [['./a', true]]],
    ["// import a from './a';\n/* import b from './b'; */", []],
    ["const text = `\nimport a from './a';\n`;", []],
    ['const text = "import a from \'./a\'";', []],
    ["const quote = /'/;\nimport a from './a';\nconst other = /[/']/g;", [['./a', true]]],
    ["export const from = './a';", []],
    ["export type Kind = 'a' | 'b';\nexport interface From {\n  kind: 'a';\n}", []],
    ['import{a}from"./a"', [['./a', true]]],
    ["export const names = ['from', './a'];", []],
    ["export function from() {\n  return './a';\n}", []],
    ["export { a };\nconst b = './b';", []],
  ])('%j', (source, expected) => {
    expect(importsOf(source).map(({ from, isValue }) => [from, isValue])).toEqual(expected);
  });
});

describe('noticing the clock and randomness', () => {
  test.each([
    'const now = Date.now();',
    'const now = Date.now;',
    'const now = new Date();',
    'const now = new Date;',
    'const text = Date();',
    ['const text = `$', '{new Date()}`;'].join(''),
    'const at = performance.now();',
    'const n = Math.random();',
    'const id = randomUUID();',
  ])('%s', (source) => {
    expect(worldlyReadsOf(source)).toHaveLength(1);
  });

  test.each([
    'const at = new Date(now).toISOString();',
    'const at = Date.parse(text);',
    '/** Never Date.now(). */',
    "const text = 'Math.random()';",
    'const updateDate = (x: number) => x;',
  ])('not in %s', (source) => {
    expect(worldlyReadsOf(source)).toEqual([]);
  });
});
