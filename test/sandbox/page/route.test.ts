import { expect, test } from '@jest/globals';
import { parseRoute, resolve, routeHash } from '../../../sandbox/page/lib/route';
import type { Overview } from '../../../sandbox/page-contract';
import { chat, person } from './views';

const lin = person('ou_lin', '林晓', '客户经理', [chat('oc_lin')]);
const li = person('ou_li', '李娜', '售后工程师', [chat('oc_li'), chat('oc_group')]);
const overview = { people: [lin, li] } as unknown as Overview;

test.each([
  ['', null, null],
  ['#', null, null],
  ['#ou_li', 'ou_li', null],
  ['#ou_li/', 'ou_li', null],
  ['#ou_li/oc_group', 'ou_li', 'oc_group'],
  ['#%E0%A4%A/x', null, 'x'],
])('the address %j', (hash, personId, chatId) => {
  expect(parseRoute(hash)).toEqual({ personId, chatId });
});

test('an address reads back as the same route', () => {
  const route = { personId: 'ou/odd #id', chatId: 'oc_1' };
  expect(parseRoute(routeHash(route))).toEqual(route);
});

test('a route leads to the person and a chat of theirs, or to the first person', () => {
  expect(resolve(overview, { personId: 'ou_li', chatId: 'oc_group' })).toMatchObject({
    person: li,
    chat: { id: 'oc_group' },
  });
  expect(resolve(overview, { personId: 'ou_li', chatId: 'oc_lin' })).toEqual({ person: li, chat: undefined });
  expect(resolve(overview, { personId: 'ou_gone', chatId: 'oc_lin' })).toEqual({ person: lin, chat: undefined });
});
