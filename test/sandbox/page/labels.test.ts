import { expect, test } from '@jest/globals';
import { en } from '../../../sandbox/page/labels-en';
import { zh } from '../../../sandbox/page/labels-zh';

/** Every label with its path; functions are called with sample arguments. */
function textsOf(labels: unknown, path = ''): [path: string, text: string][] {
  if (typeof labels === 'string') return [[path, labels]];
  if (typeof labels === 'function') return [[path, String(labels(2, 'Ann'))]];
  return Object.entries(labels as object).flatMap(([key, inner]) => textsOf(inner, path ? `${path}.${key}` : key));
}

/** The name of a language is the same in both languages. */
const SAME = /中文/g;

test('no Chinese is left in English', () => {
  const chinese = textsOf(en).filter(([, text]) => /\p{Script=Han}/u.test(text.replace(SAME, '')));
  expect(chinese).toEqual([]);
});

test('each label exists in both languages', () => {
  const paths = (labels: unknown) =>
    textsOf(labels)
      .map(([path]) => path)
      .sort();
  expect(paths(en)).toEqual(paths(zh));
  expect([...textsOf(en), ...textsOf(zh)].filter(([, text]) => text.trim() === '')).toEqual([]);
});
