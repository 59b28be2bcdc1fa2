import { describe, expect, test } from '@jest/globals';
import { countOf, keptItems, speakersIn, textOfItems } from '../../src/domain/merged-forward';
import type { MergedItem } from '../../src/domain/messaging';

const said = (text: string, more: Partial<MergedItem> = {}): MergedItem => ({
  by: 'ou_a',
  speaker: '',
  at: 0,
  form: 'text',
  text,
  attachments: [],
  ...more,
});
const bundle = (inside: MergedItem[]) => said('', { form: 'merge_forward', inside });
const nested = (depth: number): MergedItem => (depth === 0 ? said('innermost') : bundle([nested(depth - 1)]));

describe('a merged forward', () => {
  const items = [said('one'), bundle([said('two', { by: 'ou_b', speaker: '李娜' }), bundle([said('three')])])];

  test('counts items, not nested merged forwards', () => expect(countOf(items)).toBe(3));
  test('reads as lines, after the speaker if the name is known', () =>
    expect(textOfItems(items)).toBe('one\n李娜：two\nthree'));
  test('names each speaker once, in the order of their first items', () => {
    expect(speakersIn(items)).toEqual([
      { by: 'ou_a', speaker: '' },
      { by: 'ou_b', speaker: '李娜' },
    ]);
  });

  test.each<[string, MergedItem[], { kept: number; leftOut: number }]>([
    ['an ordinary conversation is kept whole', items, { kept: 3, leftOut: 0 }],
    ['of 600 items 500 are kept', Array.from({ length: 600 }, () => said('x')), { kept: 500, leftOut: 100 }],
    [
      'of very long items as much as fits is kept',
      Array.from({ length: 30 }, () => said('长'.repeat(9_000))),
      { kept: 15, leftOut: 15 },
    ],
    ['seven levels are kept', [nested(7)], { kept: 1, leftOut: 0 }],
  ])('%s', (_what, all, { kept, leftOut }) => {
    const found = keptItems(all);
    expect([countOf(found.items), found.leftOut]).toEqual([kept, leftOut]);
    expect(JSON.stringify(found.items).length).toBeLessThan(200_000);
  });

  test('items too deep down count as left out', () => {
    const { items: kept, leftOut } = keptItems([nested(20)]);
    expect(leftOut).toBe(1);
    expect(textOfItems(kept)).toBe('');
  });
});
