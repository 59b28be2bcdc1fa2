import { describe, expect, test } from '@jest/globals';
import { textsOf } from '../../../cards/texts/texts';

/** A short name that is no word, so that what a person types does not count for either language. */
const NAME = 'X';
const LISTS = new Set(['faults', 'lines', 'items', 'names']);

/** Whatever an object of facts is asked for: a name, or a list of them. */
const facts = (value: string | number): object =>
  new Proxy({}, { get: (_target, key) => (LISTS.has(String(key)) ? [String(value), String(value)] : value) });

/** What some texts look words up by; where a text only quotes them they count for neither language. */
const KEYS = ['clerks', 'managers', 'admins', 'complaint', 'department'];

/** What a text may be called with; a call that makes no sense shows in what comes out. */
const FULL: unknown[][] = [
  [NAME, NAME, NAME, NAME, NAME],
  [3, 3, 3, 3, 3],
  [1, 1, 1, 1, 1],
  [facts(NAME), NAME, NAME],
  [facts(3), 3, 3],
  [NAME, facts(NAME)],
  [[NAME, NAME], NAME],
  [NAME, [NAME, NAME], 3],
  // Words that stand for something, where a text looks up what.
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

const isSensible = (spoken: string) => !/undefined|NaN|\[object|function|=>/.test(spoken);

function outcomesOf(call: (...given: unknown[]) => unknown, calls: unknown[][]): unknown[] {
  return calls.flatMap((given) => {
    try {
      return [call(...given)];
    } catch {
      return [];
    }
  });
}

/** Every sentence below, by the path that leads to it. */
function spokenIn(value: unknown, path: string, calls: unknown[][]): [path: string, spoken: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const outcomes = outcomesOf(value as () => unknown, calls).map((outcome) => spokenIn(outcome, path, calls));
    return outcomes.filter((spoken) => spoken.every(([, text]) => isSensible(text))).flat();
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => spokenIn(inner, `${path}.${key}`, calls));
}

/** The paths of all there is, functions counted as one. */
function leavesIn(value: unknown, path: string): string[] {
  if (typeof value === 'string' || typeof value === 'function') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leavesIn(inner, `${path}.${key}`));
}

const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
/** What has no Chinese name, or is typed as it stands. */
const FOREIGN = /FB-\d+|org\.yaml|open_id|\bID\b|ou_|oc_|od-|zh-CN|en-US|HH:mm|\d+[smhd]\b|e-mail/g;
const QUOTED = new RegExp(`\\b(?:${KEYS.join('|')})\\b`, 'g');
const LATIN_WORD = /[A-Za-z]{2,}/;
/** One of them is no plural. */
const ONE_OF_MANY = /\b1 (?:[a-z]+ )?(?:cases|messages|pictures|ones|seconds|minutes|hours|days)\b/;
/** A Chinese sentence ends and pauses in its own marks. */
const HALF_WIDTH_MARK = /[\u4e00-\u9fff][,;!?]|[\u4e00-\u9fff]:(?!\d)|[\u4e00-\u9fff]\.(?!\w)/;

const ofLocale = (locale: 'zh-CN' | 'en-US') => {
  const { locale: _locale, ...words } = textsOf(locale);
  return words;
};

describe.each(['zh-CN', 'en-US'] as const)('every text in %s', (locale) => {
  const spoken = spokenIn(ofLocale(locale), '', FULL);
  const sparse = spokenIn(ofLocale(locale), '', SPARSE);

  test('was read', () => {
    const whole = (path: string) => path.replace(/(?:\.title|\.lines)?(?:\.\d+)?$/, '');
    const read = new Set(spoken.map(([path]) => whole(path)));
    const missed = leavesIn(ofLocale(locale), '').filter((path) => !read.has(whole(path)));
    expect(missed).toEqual([]);
    expect(read.size).toBeGreaterThan(250);
  });

  test('is in its language alone', () => {
    const isForeign = ([, text]: [string, string]) =>
      locale === 'en-US' ? CHINESE.test(text) : LATIN_WORD.test(text.replace(FOREIGN, '').replace(QUOTED, ''));
    expect([...spoken, ...sparse].filter(isForeign)).toEqual([]);
  });

  test('is set as that language is', () => {
    const isOdd = ([, text]: [string, string]) =>
      / {2}/.test(text) ||
      (locale === 'en-US'
        ? /[“”‘’]| [,.;:!?](?:\s|$)/.test(text) || ONE_OF_MANY.test(text)
        : HALF_WIDTH_MARK.test(text) || /["']/.test(text));
    expect(spoken.filter(isOdd)).toEqual([]);
  });
});

test('both sets hold the same texts', () => {
  expect(leavesIn(ofLocale('en-US'), '').toSorted()).toEqual(leavesIn(ofLocale('zh-CN'), '').toSorted());
});
