import { expect, test } from '@jest/globals';
import { askedFormCard } from '../../cards/feedback/asked-form';
import { faultsOf, nodesIn } from './card-faults';
import { context, feedback } from './samples';

type Loose = { [key: string]: Loose } & Loose[];

const good = () =>
  askedFormCard(
    feedback('draft'),
    { act: 'edit', fields: {}, audience: 'one_person' },
    context('zh-CN'),
  ) as unknown as Loose;
const formOf = (card: Loose) => card.body?.elements?.find((element) => (element.tag as unknown) === 'form') as Loose;

const partsOf = (card: Loose, tag: string) =>
  nodesIn(formOf(card)).filter((node) => node.tag === tag) as unknown as Loose[];
const inputOf = (card: Loose) => partsOf(card, 'input')[0] as Loose;
const submitOf = (card: Loose) => partsOf(card, 'button')[0] as Loose;

/** The other tests rely on the checker: it must refuse bad cards. */
test.each<[string, (card: Loose) => void]>([
  ['an unknown property', (card) => Object.assign(card, { fallback: {} })],
  [
    'a second filled button',
    (card) =>
      card.body?.elements?.push({
        ...JSON.parse(JSON.stringify(submitOf(card))),
        name: undefined,
        form_action_type: undefined,
      } as never),
  ],
  [
    '30 KB',
    (card) =>
      card.body?.elements?.push({ tag: 'div', text: { tag: 'plain_text', content: 'x'.repeat(30_000) } } as never),
  ],
  [
    '200 elements',
    (card) => card.body?.elements?.push(...(Array.from({ length: 200 }, () => ({ tag: 'hr' })) as never[])),
  ],
  [
    'a form in a form',
    (card) => formOf(card).elements?.push({ ...structuredClone(formOf(card)), name: 'other' } as never),
  ],
  ['a form without a submit button', (card) => formOf(card).elements?.pop()],
  ['a name used twice', (card) => card.body?.elements?.push({ ...formOf(card) } as never)],
  ['an input outside a form', (card) => card.body?.elements?.push(inputOf(card) as never)],
  ['an input for 1,001 characters', (card) => Object.assign(inputOf(card), { max_length: 1001 })],
  ['a submit button that is not named after its command', (card) => Object.assign(submitOf(card), { name: 'ok' })],
  [
    'an option twice',
    (card) => {
      const select = JSON.stringify(formOf(card)).replaceAll('"visit"', '"letter"');
      Object.assign(formOf(card), JSON.parse(select));
    },
  ],
])('%s is a fault', (_what, spoil) => {
  const card = good();
  expect(faultsOf(card)).toEqual([]);
  spoil(card);
  expect(faultsOf(card)).not.toEqual([]);
});
