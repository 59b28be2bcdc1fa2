import { describe, expect, test } from '@jest/globals';
import type { Locale } from '../../cards/texts/texts';
import { STATUSES } from '../../src/domain/feedback/model';
import { faultsOf, nodesIn } from './card-faults';
import { cardsOf } from './sample-cards';
import { context, feedback, filledWith, ORG, orgNamed } from './samples';

const LOCALES: Locale[] = ['zh-CN', 'en-US'];

const TABLES = '\n\n| a | b |\n| --- | --- |\n| 1 | 2 |'.repeat(5);

const LONG: [what: string, text: string][] = [
  ['5000 Chinese characters', '客户说设备坏了。'.repeat(625)],
  ['5000 emoji', '👨‍👩‍👧😀'.repeat(834)],
  ['quotes, backslashes and line breaks, which grow in JSON', '"\\\n'.repeat(1667)],
  ['halves of emoji', '\ud83d'.repeat(5000)],
];

const HOSTILE: [what: string, text: string][] = [
  ['a mention of everybody', '<at id=all></at><at user_id="all"></at>&lt;at id=all&gt;'],
  ['links, pictures, fonts', '[x](https://evil.example) ![x](img_0) </font> :OK: ```'],
  ['five tables', TABLES],
  ['writing turned around', 'abc\u202Egpj.exe\u202C\u2066x\u2069\u0000\u0007'],
];

const HARMFUL = /<at|evil\.example|img_0|<\/font>|设备|😀|\| --- \|/;
/** JSON escapes controls and halves of emoji. */
const INVISIBLE = /[\u202A-\u202E\u2066-\u2069]|\\u0000|\\u0007|\\ud83d/;

/** All strings of a card outside `plain_text`, except those that only programs read. */
function spokenElsewhere(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  if (typeof json !== 'object' || json === null) return [];
  if ('tag' in json && json.tag === 'plain_text') return [];
  if ('cmd' in json) return [];
  if ('tag' in json && json.tag === 'table' && 'columns' in json) return spokenElsewhere(json.columns);
  return Object.entries(json).flatMap(([key, value]) => (key === 'default_value' ? [] : spokenElsewhere(value)));
}

describe.each(LOCALES)('in %s', (locale) => {
  const ctx = context(locale);

  test.each(STATUSES)('the platform takes every card of an ordinary case in %s', (status) => {
    for (const [name, card] of cardsOf(feedback(status), ctx)) expect([name, faultsOf(card)]).toEqual([name, []]);
  });

  test.each(STATUSES)(
    'the platform takes every card of a bare case in %s, in a company without departments',
    (status) => {
      const bare = feedback(status, { customer: '', sources: [], department: null, claimedBy: null, dueAt: null });
      const empty = context(locale, { ...ORG, departments: [], clerks: [], managers: [], admins: [] });
      for (const [name, card] of cardsOf(bare, empty)) expect([name, faultsOf(card)]).toEqual([name, []]);
    },
  );

  // Long texts are the same in either language.
  describe.each(locale === 'zh-CN' ? [...LONG, ...HOSTILE] : HOSTILE)('%s', (_what, text) => {
    test.each(STATUSES)('fit every card in %s and stay literal', (status) => {
      const crowded = context(locale, orgNamed(text));
      for (const [name, card] of cardsOf(filledWith(text, status), crowded, text)) {
        expect([name, faultsOf(card)]).toEqual([name, []]);
        expect([name, spokenElsewhere(card).join('\n').match(HARMFUL)]).toEqual([name, null]);
        expect([name, JSON.stringify(card).match(INVISIBLE)]).toEqual([name, null]);
      }
    });
  });

  test('a preview in the chat list tells nothing of the customer', () => {
    for (const status of STATUSES) {
      for (const [name, card] of cardsOf(filledWith('Secret Ltd', status), ctx, 'Secret Ltd')) {
        expect([name, JSON.stringify(card.config).includes('Secret')]).toEqual([name, false]);
      }
    }
  });
});

test('English cards hold no Chinese except typed texts', () => {
  for (const status of STATUSES) {
    for (const [name, card] of cardsOf(filledWith('typed', status), context('en-US'), 'typed')) {
      expect([name, JSON.stringify(card).match(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/)]).toEqual([name, null]);
    }
  }
});

test('an ordinary card offers all of a hundred departments', () => {
  const departments = Array.from({ length: 100 }, (_, i) => ({
    ...ORG.departments[0],
    key: `d${i}`,
    name: `Dept ${i}`,
  }));
  const org = { ...ORG, departments: departments as typeof ORG.departments };
  for (const [name, card] of cardsOf(feedback('triage', { department: null }), context('zh-CN', org))) {
    expect([name, faultsOf(card)]).toEqual([name, []]);
    const select = nodesIn(card).find((node) => node.name === 'department');
    if (select) expect(select.options).toHaveLength(100);
  }
});
