import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/domain/messaging';
import { DIALECTS } from '../../databases';
import { GROUPS, PEOPLE, World } from '../../world';
import { tapRaw } from './raw-tap';

const FOREIGN_GROUP = 'oc_foreign';
const PAGES = 'setup departments new_department people routing categories times holidays rehearse import'.split(' ');
const SAVES =
  'department save_department save_group remove_department save_people save_routing save_categories save_times save_holidays remove_holidays save_import bind rebind try year'.split(
    ' ',
  );
const COMMANDS = [...PAGES, ...SAVES].map((command) => `org.${command}`);
/** Fields for any of the commands, so that no form is refused for what is missing. */
const FILLED = {
  ...{ department: 'after_sales', name: '改名部', keywords: '漏水', chat: GROUPS.quality.id, routing: 'clerk' },
  ...{ categories: '发票', holidays: '2026-12-25 休', year: '2027', priority: 'normal', departments: 'od-1' },
};

function expectOnlyToast(answer: JsonObject) {
  expect(answer).toEqual({ toast: { type: 'warning', content: expect.any(String) } });
}

describe.each(DIALECTS)('a card of the set-up that was forwarded, on %s', (dialect) => {
  let world: World;
  beforeEach(async () => {
    world = await World.start({ dialect });
  });
  afterEach(() => world.stop());

  /** Everything that the set-up's taps could change. */
  const organisation = async () => {
    await world.people.admin.forwards('设置');
    return world.people.admin.card().text;
  };

  test('strangers, colleagues and admins get a toast and nothing else on a copy, whatever the button', async () => {
    const { admin } = world.people;
    const before = await organisation();
    const own = admin.card();
    for (const by of ['ou_stranger', PEOPLE.repLin.id, PEOPLE.clerk.id, admin.id]) {
      // Feishu gives a copy an id of its own; others than the admin try the id of the original as a forgery.
      for (const messageId of by === admin.id ? ['om_copy'] : ['om_copy', own.id]) {
        for (const cmd of COMMANDS) {
          expectOnlyToast(await tapRaw(world, { by, chatId: FOREIGN_GROUP, messageId, cmd, form: FILLED }));
        }
      }
    }
    const copy = { by: admin.id, chatId: FOREIGN_GROUP, messageId: 'om_copy', cmd: 'org.bind', form: FILLED };
    expect(await tapRaw(world, copy)).toMatchObject({ toast: { content: '这是转发的卡片，请在原来的聊天里操作。' } });
    expect(await organisation()).toBe(before);
  });

  test('who is no admin gets a toast and nothing else on the admin’s own card and on the card in a group', async () => {
    const { admin, serviceLead } = world.people;
    const before = await organisation();
    const own = admin.card();
    await serviceLead.says('设置', 'afterSales', { mentionBot: true });
    await world.settle();
    const inGroup = world.cardIn('afterSales');
    for (const by of ['ou_stranger', PEOPLE.repLin.id, PEOPLE.serviceLi.id]) {
      for (const card of [own, inGroup]) {
        for (const cmd of COMMANDS) {
          expectOnlyToast(await tapRaw(world, { by, chatId: card.chatId, messageId: card.id, cmd, form: FILLED }));
        }
      }
    }
    expect(await organisation()).toBe(before);
    // The admin acts in both places.
    expect(
      await tapRaw(world, { by: admin.id, chatId: own.chatId, messageId: own.id, cmd: 'org.people' }),
    ).toHaveProperty('card');
  });
});
