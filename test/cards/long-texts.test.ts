import { describe, expect, test } from '@jest/globals';
import { STATUSES } from '../../src/domain/feedback/model';
import { faulty, harmIn } from './harm';
import { cardsOf, otherCardsOf } from './sample-cards';
import { context, filledWith, orgNamed } from './samples';

const LONG: [what: string, text: string][] = [
  ['5000 Chinese characters', '客户说设备坏了。'.repeat(625)],
  ['5000 emoji', '👨‍👩‍👧😀'.repeat(834)],
  ['quotes, backslashes and line breaks, which grow in JSON', '"\\\n'.repeat(1667)],
  ['halves of emoji', '\ud83d'.repeat(5000)],
];

// Long texts are the same in either language.
describe.each(LONG)('%s', (_what, text) => {
  const crowded = context('zh-CN', orgNamed(text));

  test.each(STATUSES)('fit every card in %s and stay literal', (status) => {
    expect(faulty(cardsOf(filledWith(text, status), crowded, text), harmIn)).toEqual([]);
  });

  test('fit every card that is of no case and stay literal', () => {
    expect(faulty(otherCardsOf(crowded, text), harmIn)).toEqual([]);
  });
});
