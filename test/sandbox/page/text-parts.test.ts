import { expect, test } from '@jest/globals';
import { safeHref, textParts } from '../../../sandbox/page/lib/text-parts';

const shown = (text: string, names: string[] = []) =>
  textParts(text, names).map(({ kind, text: piece }) => (kind === 'text' ? piece : `${kind}(${piece})`));

test.each([
  ['没有链接', ['没有链接']],
  ['看 https://example.com/a?b=1。谢谢', ['看 ', 'link(https://example.com/a?b=1)', '。谢谢']],
  ['(http://example.com).', ['(', 'link(http://example.com)', ').']],
  ['javascript:alert(1) data:text/html,x', ['javascript:alert(1) data:text/html,x']],
  ['<a href="https://evil.example">x</a>', ['<a href="', 'link(https://evil.example)', '">x</a>']],
])('%s', (text, parts) => {
  expect(shown(text)).toEqual(parts);
});

test('a mention is a part of its own, the longer name first, with any characters in it', () => {
  expect(shown('@客户反馈组 @客户反馈 @张(三', ['客户反馈', '客户反馈组', '张(三'])).toEqual([
    'mention(@客户反馈组)',
    ' ',
    'mention(@客户反馈)',
    ' ',
    'mention(@张(三)',
  ]);
});

test.each([
  ['https://example.com', 'https://example.com'],
  ['HTTP://example.com', 'HTTP://example.com'],
  ['javascript:alert(1)', null],
  [' https://example.com', null],
  [42, null],
])('the address %p is opened as %p', (href, safe) => {
  expect(safeHref(href)).toBe(safe);
});
