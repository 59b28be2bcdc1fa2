import { describe, expect, test } from '@jest/globals';
import { textsOf } from '../../../cards/texts/texts';

/** A name that belongs to no language. */
const NAME = 'X';
const LISTS = new Set(['faults', 'lines', 'items', 'names']);

/** An object that answers every key with the value, or with a list of two values. */
const facts = (value: string | number): object =>
  new Proxy({}, { get: (_target, key) => (LISTS.has(String(key)) ? [String(value), String(value)] : value) });

/** Keys by which some texts look up a name. A text that quotes such a key stays in its language. */
const KEYS = ['clerks', 'managers', 'admins', 'complaint', 'department'];

/** Arguments for the texts; a call with arguments of the wrong type shows in the sentence. */
const FULL: unknown[][] = [
  [NAME, NAME, NAME, NAME, NAME],
  [3, 3, 3, 3, 3],
  [1, 1, 1, 1, 1],
  [facts(NAME), NAME, NAME],
  [facts(3), 3, 3],
  [NAME, facts(NAME)],
  [[NAME, NAME], NAME],
  [NAME, [NAME, NAME], 3],
  // Texts that look up a name by a key.
  ...KEYS.flatMap((key) => [
    [key, NAME, 9],
    [key, facts(NAME)],
  ]),
];
const SPARSE: unknown[][] = [
  [NAME, '', '', '', ''],
  ['', '', '', '', ''],
  [facts(''), '', ''],
  [NAME, [], 0],
];

const isSensible = (sentence: string) => !/undefined|NaN|\[object|function|=>/.test(sentence);

function outcomesOf(call: (...given: unknown[]) => unknown, calls: unknown[][]): unknown[] {
  return calls.flatMap((given) => {
    try {
      return [call(...given)];
    } catch {
      return [];
    }
  });
}

/** Every sentence in a value, with the path to the sentence. */
function sentencesIn(value: unknown, path: string, calls: unknown[][]): [path: string, sentence: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const outcomes = outcomesOf(value as () => unknown, calls).map((outcome) => sentencesIn(outcome, path, calls));
    return outcomes.filter((sentences) => sentences.every(([, text]) => isSensible(text))).flat();
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => sentencesIn(inner, `${path}.${key}`, calls));
}

/** The paths of all texts; a function is one text. */
function leavesIn(value: unknown, path: string): string[] {
  if (typeof value === 'string' || typeof value === 'function') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leavesIn(inner, `${path}.${key}`));
}

const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
/** Names that stay Latin in a Chinese text. */
const FOREIGN = /position:|\.xlsx|FB-\d+|org\.yaml|open_id|\bID\b|ou_|oc_|od-|zh-CN|en-US|HH:mm|\d+[smhd]\b|e-mail/g;
const QUOTED = new RegExp(`\\b(?:${KEYS.join('|')})\\b`, 'g');
const LATIN_WORD = /[A-Za-z]{2,}/;
/** `1 cases`: a plural after the number one. */
const ONE_OF_MANY = /\b1 (?:[a-z]+ )?(?:cases|messages|pictures|ones|seconds|minutes|hours|days)\b/;
/** A half-width mark after a Chinese character. */
const HALF_WIDTH_MARK = /[\u4e00-\u9fff][,;!?]|[\u4e00-\u9fff]:(?!\d)|[\u4e00-\u9fff]\.(?!\w)/;

const ofLocale = (locale: 'zh-CN' | 'en-US') => {
  const { locale: _locale, ...texts } = textsOf(locale);
  return texts;
};

describe.each(['zh-CN', 'en-US'] as const)('every text in %s', (locale) => {
  const sentences = sentencesIn(ofLocale(locale), '', FULL);
  const sparse = sentencesIn(ofLocale(locale), '', SPARSE);

  test('yields a sentence', () => {
    const whole = (path: string) => path.replace(/(?:\.(?:title|lines|short|ask|say|over|note))?(?:\.\d+)?$/, '');
    const read = new Set(sentences.map(([path]) => whole(path)));
    const missed = leavesIn(ofLocale(locale), '').filter((path) => !read.has(whole(path)));
    expect(missed).toEqual([]);
    expect(read.size).toBeGreaterThan(250);
  });

  test('holds only its own language', () => {
    const isForeign = ([, text]: [string, string]) =>
      locale === 'en-US' ? CHINESE.test(text) : LATIN_WORD.test(text.replace(FOREIGN, '').replace(QUOTED, ''));
    expect([...sentences, ...sparse].filter(isForeign)).toEqual([]);
  });

  test('has the punctuation and the plurals of its language', () => {
    const isOdd = ([, text]: [string, string]) =>
      / {2}/.test(text) ||
      (locale === 'en-US'
        ? /[“”‘’]| [,.;:!?](?:\s|$)/.test(text) || ONE_OF_MANY.test(text)
        : HALF_WIDTH_MARK.test(text) || /["']/.test(text));
    expect(sentences.filter(isOdd)).toEqual([]);
  });
});

test('both sets hold the same texts', () => {
  expect(leavesIn(ofLocale('en-US'), '').toSorted()).toEqual(leavesIn(ofLocale('zh-CN'), '').toSorted());
});
