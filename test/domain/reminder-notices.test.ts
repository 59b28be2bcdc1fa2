import { expect, test } from '@jest/globals';
import { chat, person } from '../../src/domain/messaging';
import { type Chase, chaseMessage, oneEach, remindersOf } from '../../src/domain/reminder-notices';

/** A rung of no workflow that exists. */
const rung: Chase = {
  holders: [chat('oc_works'), person('ou_checker')],
  superiors: ['ou_lead', 'ou_manager', 'ou_checker'],
  params: { rung: 'due' },
  buzz: false,
  lead: 'ou_lead',
};

const told = (chase: Chase) => remindersOf(chase).map(({ name, to, buzz }) => [name, to.id, buzz]);

test('a reminder to each holder, an escalation to each superior who is no holder', () => {
  expect(told(rung)).toEqual([
    ['reminder', 'oc_works', undefined],
    ['reminder', 'ou_checker', undefined],
    ['escalation', 'ou_lead', undefined],
    ['escalation', 'ou_manager', undefined],
  ]);
});

test('a buzz reaches a group through its lead, who then needs no escalation', () => {
  expect(told({ ...rung, buzz: true })).toEqual([
    ['reminder', 'oc_works', ['ou_lead']],
    ['reminder', 'ou_checker', ['ou_checker']],
    ['escalation', 'ou_manager', undefined],
  ]);
  expect(told({ ...rung, buzz: true, lead: null })[0]).toEqual(['reminder', 'oc_works', []]);
});

test('of several messages to one recipient the first one is left, and buzzes everybody whom the others buzz', () => {
  const first = chaseMessage('freed', chat('oc_works'), { rung: 'freed' });
  const second = {
    ...chaseMessage('reminder', chat('oc_works'), { rung: 'due' }),
    buzz: ['ou_lead'],
    unbuzzed: 'escalation',
  };
  expect(oneEach([first, second, chaseMessage('escalation', person('ou_lead'), {})])).toEqual([
    { ...first, buzz: ['ou_lead'], unbuzzed: 'escalation' },
    chaseMessage('escalation', person('ou_lead'), {}),
  ]);
});
