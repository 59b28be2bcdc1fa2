import { describe, expect, test } from '@jest/globals';
import type { Locale } from '../../cards/texts/texts';
import { STATUSES } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import type { Org } from '../../src/domain/org/org';
import { faultsOf, nodesIn } from './card-faults';
import { faulty, HOSTILE, harmIn, LONG } from './hostile-texts';
import { cardsOf, otherCardsOf } from './sample-cards';
import { context, feedback, filledWith, ORG, orgNamed } from './samples';

const LOCALES: Locale[] = ['zh-CN', 'en-US'];

const EMPTY: Org = { ...ORG, departments: [], clerks: [], managers: [], admins: [] };

describe.each(LOCALES)('in %s', (locale) => {
  const ctx = context(locale);

  test.each(STATUSES)('the platform takes every card of an ordinary case in %s', (status) => {
    expect(faulty(cardsOf(feedback(status), ctx), faultsOf)).toEqual([]);
  });

  test.each(STATUSES)(
    'the platform takes every card of a bare case in %s, in a company without departments',
    (status) => {
      const bare = feedback(status, { customer: '', sources: [], department: null, claimedBy: null, dueAt: null });
      expect(faulty(cardsOf(bare, context(locale, EMPTY)), faultsOf)).toEqual([]);
    },
  );

  test.each([
    ['an ordinary company', ORG],
    ['a company without departments', EMPTY],
  ])('the platform takes every card that is of no case, in %s', (_what, org) => {
    expect(faulty(otherCardsOf(context(locale, org)), faultsOf)).toEqual([]);
  });

  // Long texts are the same in either language.
  describe.each(locale === 'zh-CN' ? [...LONG, ...HOSTILE] : HOSTILE)('%s', (_what, text) => {
    const crowded = context(locale, orgNamed(text));

    test.each(STATUSES)('fit every card in %s and stay literal', (status) => {
      expect(faulty(cardsOf(filledWith(text, status), crowded, text), harmIn)).toEqual([]);
    });

    test('fit every card that is of no case and stay literal', () => {
      expect(faulty(otherCardsOf(crowded, text), harmIn)).toEqual([]);
    });
  });

  test('a preview in the chat list tells nothing of the customer', () => {
    const secret = (card: CardJson) => JSON.stringify(card.config).match(/Secret|13812345678/) ?? [];
    for (const status of STATUSES) {
      const named = { ...filledWith('Secret Ltd', status), subject: 'Secret Ltd cannot be called at 13812345678' };
      expect(faulty(cardsOf(named, ctx, 'Secret Ltd'), secret)).toEqual([]);
    }
    expect(faulty(otherCardsOf(ctx, 'Secret Ltd'), secret)).toEqual([]);
  });
});

test('English cards hold no Chinese except typed texts', () => {
  const chinese = (card: CardJson) => JSON.stringify(card).match(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/) ?? [];
  const english = context('en-US');
  for (const status of STATUSES) {
    expect(faulty(cardsOf(filledWith('typed', status), english, 'typed'), chinese)).toEqual([]);
  }
  expect(faulty(otherCardsOf(english, 'typed'), chinese)).toEqual([]);
});

test('an ordinary card offers all of a hundred departments', () => {
  const departments = Array.from({ length: 100 }, (_, i) => ({
    ...ORG.departments[0],
    key: `d${i}`,
    name: `Dept ${i}`,
  }));
  const crowded = context('zh-CN', { ...ORG, departments: departments as typeof ORG.departments });
  const lost = (card: CardJson) => {
    const select = nodesIn(card).find((node) => node.name === 'department');
    return [...faultsOf(card), ...(select && select.options?.length !== 100 ? ['a department is lost'] : [])];
  };
  const cards = [...cardsOf(feedback('triage', { department: null }), crowded), ...otherCardsOf(crowded)];
  expect(faulty(cards, lost)).toEqual([]);
});
