import { expect, test } from '@jest/globals';
import { colourOf, initialsOf } from '../../../sandbox/page/lib/initials';

test.each([
  ['林晓', '林晓'],
  ['陈国强', '国强'],
  ['钱经理（宏达商贸）', '经理'],
  ['Ann Lee', 'AN'],
  ['郑', '郑'],
])('%s is drawn as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('each person has a colour', () => {
  expect(colourOf('ou_1')).toBe(colourOf('ou_1'));
  const all = new Set(Array.from({ length: 40 }, (_, index) => colourOf(`ou_${index}`)));
  expect(all.size).toBeGreaterThan(5);
});
