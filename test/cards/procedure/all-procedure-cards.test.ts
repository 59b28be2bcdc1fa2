import { describe, expect, test } from '@jest/globals';
import { parseCallback } from '../../../cards/kit/callback';
import { peopleOfRecord } from '../../../cards/procedure/people';
import type { Locale } from '../../../cards/texts/texts';
import type { CardJson } from '../../../src/domain/messaging';
import { faultsOf, nodesIn } from '../card-faults';
import { faulty, HOSTILE, harmIn, LONG } from '../hostile-texts';
import {
  cardsOfRecord,
  procedureContext,
  procedureOrg,
  relabelled,
  sampleRecords,
  WALLS,
  WORDS,
  wordsOf,
} from './procedure-samples';

const LOCALES: Locale[] = ['zh-CN', 'en-US'];
const RECORDS = sampleRecords(WORDS);

/** Names that nobody can tap apart, and taps that the program cannot read. */
function callbackFaults(card: CardJson): string[] {
  const read = (value: unknown): string[] => {
    const callback = parseCallback(value, null);
    const isForm = callback?.cmd.startsWith('record.') === true;
    if (!callback || (isForm && callback.id === null)) return [`no callback: ${JSON.stringify(value)}`];
    return [];
  };
  return nodesIn(card).flatMap((node) => {
    if (node.tag === 'overflow') return read((node as { value?: unknown }).value);
    return node.tag === 'button' ? (node.behaviors ?? []).flatMap(({ value }) => read(value)) : [];
  });
}

describe.each(LOCALES)('in %s', (locale) => {
  const ctx = procedureContext(locale);

  test.each(RECORDS)('the platform takes every card of a record: %s', (name, record) => {
    const cards = cardsOfRecord(name, record, ctx);
    expect(cards.length).toBeGreaterThan(30);
    expect(faulty(cards, (card) => [...faultsOf(card), ...callbackFaults(card)])).toEqual([]);
  });
});

test.each(RECORDS)('nobody is named whose name was not looked up: %s', (name, record) => {
  const notice = { to: { type: 'person' as const, id: 'ou_worker' }, params: { by: 'ou_worker', to: 'ou_boss' } };
  const known = new Set(peopleOfRecord(record, notice, { org: procedureOrg() }));
  const named = new Set<string>();
  const ctx = procedureContext();
  const nameOf = (id: string) => {
    named.add(id);
    return ctx.nameOf(id);
  };
  cardsOfRecord(name, record, { ...ctx, nameOf });
  const isReader = (id: string) => WALLS.includes(`person:${id}`);
  expect([...named].filter((id) => !known.has(id) && !isReader(id))).toEqual([]);
  expect(named.size).toBeGreaterThan(1);
});

describe.each([...HOSTILE, ...LONG])('%s', (_what, text) => {
  const crowded = procedureContext('zh-CN', text);
  const records = sampleRecords(wordsOf(text));

  test.each(records)('stays literal in every value, name and label, and fits: %s', (name, record) => {
    expect(faulty(cardsOfRecord(name, relabelled(record, text), crowded, text), harmIn)).toEqual([]);
  });
});

test('a card that lets markup of a definition through would be found out', () => {
  const [, record] = RECORDS[1] ?? [];
  if (!record) throw new Error('there is no sample record');
  const [[, card] = []] = cardsOfRecord('', relabelled(record, '<at id=all></at>'), procedureContext());
  const planted = JSON.parse(
    JSON.stringify(card).replaceAll('&#60;', '<').replaceAll('&#62;', '>').replaceAll('&#47;', '/'),
  );
  expect(harmIn(planted)).toContainEqual(expect.stringMatching(/^<at /));
});
