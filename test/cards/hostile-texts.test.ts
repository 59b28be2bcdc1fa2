import { describe, expect, test } from '@jest/globals';
import type { Locale } from '../../cards/texts/texts';
import { STATUSES } from '../../src/domain/feedback/model';
import { faulty, harmIn } from './harm';
import { cardsOf, otherCardsOf } from './sample-cards';
import { context, filledWith, orgNamed } from './samples';

const LOCALES: Locale[] = ['zh-CN', 'en-US'];

const TABLES = '\n\n| a | b |\n| --- | --- |\n| 1 | 2 |'.repeat(5);

const HOSTILE: [what: string, text: string][] = [
  ['a mention of everybody', '<at id=all></at><at user_id="all"></at>&lt;at id=all&gt;'],
  ['links, pictures, fonts', '[x](https://evil.example) ![x](img_0) </font> :OK: ```'],
  ['five tables', TABLES],
  ['writing turned around', 'abc\u202Egpj.exe\u202C\u2066x\u2069\u0000\u0007'],
];

describe.each(LOCALES)('in %s', (locale) => {
  describe.each(HOSTILE)('%s', (_what, text) => {
    const crowded = context(locale, orgNamed(text));

    test.each(STATUSES)('fit every card in %s and stay literal', (status) => {
      expect(faulty(cardsOf(filledWith(text, status), crowded, text), harmIn)).toEqual([]);
    });

    test('fit every card that is of no case and stay literal', () => {
      expect(faulty(otherCardsOf(crowded, text), harmIn)).toEqual([]);
    });
  });
});
