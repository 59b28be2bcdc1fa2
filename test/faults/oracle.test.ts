import { expect, test } from '@jest/globals';
import { PEOPLE } from '../../sandbox/company';
import type { Step } from './cases';
import { type Findings, isClean, judge, type Played } from './oracle';
import type { Shown } from './screen';

const MEMBER = PEOPLE.serviceLi;
const department = { key: 'after_sales', category: 'after_sales', group: 'oc_1', member: MEMBER } as never;

const shown = (text: string): Shown => ({ id: 'om_1', chatId: 'oc_1', parentId: null, text, history: [] });
const CARD = shown(`FB-1 待回复客户 ${MEMBER.name}`);

/** A case that went well, except as said. */
function played(but: Partial<Played> = {}, steps: Step[] = ['forward', 'submit', 'claim', 'answer']): Played {
  const acknowledged = new Map(steps.map((step) => [step, 1]));
  const all = { mark: 'K1K', acknowledged, drafts: [CARD], posted: [CARD], told: [CARD], publicNumber: 'FB-1' };
  return { ...all, department, hasArrived: () => true, ...but };
}

const judged = (cases: Played[], givenUp = 0) => judge({ givenUp: async () => givenUp }, cases);

test('a case that is shown once, everywhere, as it stands, is clean', async () => {
  expect(isClean(await judged([played(), played({ publicNumber: 'FB-2' })]))).toBe(true);
});

test('what the bot has not acknowledged is not lost', async () => {
  expect(isClean(await judged([played({ posted: [], told: [] }, ['forward'])]))).toBe(true);
});

test.each<[string, Played[], Partial<Findings>]>([
  ['a draft that never came', [played({ drafts: [] })], { lost: ['K1K forward', 'K1K claim'] }],
  ['a card that the department never got', [played({ posted: [] })], { lost: ['K1K submit', 'K1K claim'] }],
  ['an answer that the rep never heard', [played({ told: [] })], { lost: ['K1K answer'] }],
  ['a claim that no card shows', [played({ drafts: [shown('待回复客户')] })], { lost: ['K1K claim'] }],
  ['two drafts of one message', [played({ drafts: [CARD, CARD] })], { twice: ['K1K forward'] }],
  ['a card that stayed behind', [played({ drafts: [shown(MEMBER.name)] })], { stale: ['K1K'] }],
  ['a number given twice', [played(), played({ mark: 'K2K' })], { numbersTwice: ['FB-1: K1K and K2K'] }],
])('the oracle finds %s', async (_what, cases, expected) => {
  const findings = await judged(cases);
  expect(findings).toMatchObject(expected);
  expect(isClean(findings)).toBe(false);
});

test('the oracle finds rows that were given up', async () => {
  expect(isClean(await judged([played()], 1))).toBe(false);
});
