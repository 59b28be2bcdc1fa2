import { expect, test } from '@jest/globals';
import { clean, cut, oneLine } from '../../../cards/kit/plain-text';

test.each([
  ['controls, not line breaks', 'a\u0000\u0007b\nc', 'ab\nc'],
  ['marks that turn the writing around', '\u202Eabc\u202C \u2066x\u2069', 'abc x'],
  ['halves of emoji', 'a\ud83db', 'ab'],
  ['foreign line breaks', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['piles of empty lines and blanks around', '  a\n\n\n\n\nb  ', 'a\n\nb'],
  ['but no joined emoji', '👨‍👩‍👧', '👨‍👩‍👧'],
])('clean takes out %s', (_what, typed, shown) => {
  expect(clean(typed)).toBe(shown);
});

test('a long text is cut between characters and ends with the hint; a short one stays', () => {
  expect(cut('😀😀😀', 3)).toBe('😀😀😀');
  expect(cut('😀😀😀😀', 3, '（全文见 FB-1）')).toBe('😀😀😀…（全文见 FB-1）');
  expect(cut('\u202E'.repeat(9), 3)).toBe('');
});

test('oneLine joins lines and cuts', () => {
  expect(oneLine(' a\n\n b\tc ', 10)).toBe('a b c');
  expect(oneLine('x'.repeat(100_000), 5)).toBe('xxxxx…');
});
