import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FIELDS } from '../../../src/domain/feedback/commands';
import type { JsonObject } from '../../../src/domain/messaging';
import { DIALECTS } from '../../databases';
import { timelineOf } from '../../timeline';
import { GROUPS, PEOPLE, World } from '../../world';
import { type RawTap, tapRaw } from './raw-tap';

const CONTACT = /13812345678|13800001111/;
const FOREIGN_GROUP = 'oc_foreign';
const FORM = {
  customer: '海风公司 13800001111',
  contact: '13812345678',
  channel: 'wechat',
  category: 'after_sales',
  department: 'after_sales',
};
/** Fields for any command, so that no form is refused for what is missing. */
const FILLED = {
  ...FORM,
  kind: 'complaint',
  priority: 'normal',
  answer: '换新',
  reason: '试试',
  question: '型号？',
  info: 'KFR-35',
  until: '2026-11-27 18:00',
  told_customer: '已更换',
  satisfaction: 'satisfied',
  instruction: '今天上门',
  reply: '1',
};

/** The desk's commands about a record, beside the workflow's own. */
const COMMANDS = [...Object.keys(FIELDS), 'show', 'explain', 'looks', 'list', 'word', 'take'].map(
  (type) => `feedback.${type}`,
);

/** The buttons of all commands, and those that ask for the form of one. */
const BUTTONS: Pick<RawTap, 'cmd' | 'values'>[] = [
  ...COMMANDS.map((cmd) => ({ cmd })),
  ...Object.keys(FIELDS).map((act) => ({ cmd: 'feedback.ask', values: { act } })),
  ...['edit', 'close_satisfied', 'close_unsatisfied', 'provide_none'].map((type) => ({ cmd: `feedback.${type}` })),
];

let world: World;
afterEach(() => world.stop());

async function claimed() {
  const { repLin, serviceLi } = world.people;
  await repLin.forwards('空调漏水，电话 13812345678');
  await repLin.taps(repLin.card(), '提交', FORM);
  const card = world.cardIn('afterSales', '空调漏水');
  await serviceLi.taps(card, '接单');
  return { group: world.again(card), rep: repLin.card('空调漏水') };
}

const historyOf = async () => (await timelineOf(world, 1)).map(({ what }) => what);

function expectOnlyToast(answer: JsonObject) {
  expect(answer).toEqual({ toast: { type: 'warning', content: expect.any(String) } });
  expect(JSON.stringify(answer)).not.toMatch(CONTACT);
}

describe.each(DIALECTS)('people whom a case does not concern, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('a stranger who taps a forwarded card gets a toast and nothing else, whatever the button', async () => {
    const { rep, group } = await claimed();
    const history = await historyOf();
    const copy = { by: 'ou_stranger', chatId: FOREIGN_GROUP, messageId: 'om_copy', form: FILLED };
    // Feishu gives a copy an id of its own; the ids of the originals are tried as forgeries.
    for (const messageId of ['om_copy', rep.id, group.id]) {
      for (const one of BUTTONS) expectOnlyToast(await tapRaw(world, { ...copy, messageId, ...one }));
    }
    expect(await historyOf()).toEqual(history);
  });

  test('a stranger hears who has the right, also where the form is empty', async () => {
    await claimed();
    const copy = { by: 'ou_stranger', chatId: FOREIGN_GROUP, messageId: 'om_copy', cmd: 'feedback.answer' };
    const content = '这一步由售后部群的成员操作。';
    expect(await tapRaw(world, copy)).toEqual({ toast: { type: 'warning', content } });
    expect(await tapRaw(world, { ...copy, form: FILLED })).toEqual({ toast: { type: 'warning', content } });
  });

  test('a member of another department who taps a copy in their own group gets a toast and nothing else', async () => {
    await claimed();
    const history = await historyOf();
    const copy = { by: PEOPLE.qualitySun.id, chatId: GROUPS.quality.id, messageId: 'om_copy', form: FILLED };
    for (const one of BUTTONS) expectOnlyToast(await tapRaw(world, { ...copy, ...one }));
    expect(await historyOf()).toEqual(history);
  });

  test('the rep’s own tap on a copy in a foreign group draws nothing there: others read along', async () => {
    await claimed();
    const copy = { by: PEOPLE.repLin.id, chatId: FOREIGN_GROUP, messageId: 'om_copy' };
    const once = await tapRaw(world, { ...copy, cmd: 'feedback.urge', eventId: 'pushed-twice' });
    const again = await tapRaw(world, { ...copy, cmd: 'feedback.urge', eventId: 'pushed-twice' });
    const late = await tapRaw(world, { ...copy, cmd: 'feedback.submit', form: FILLED });
    const list = await tapRaw(world, { ...copy, cmd: 'feedback.show' });
    expect([once, again, late, list].map((answer) => Object.keys(answer))).not.toContain('card');
    expect(once).toMatchObject({ toast: { type: 'success' } });
    expect(late).toMatchObject({ toast: { type: 'warning' } });
    for (const answer of [once, again, late, list]) expect(JSON.stringify(answer)).not.toMatch(CONTACT);
    // In the group to which the copy was forwarded, the group's own card is masked.
    const here = await tapRaw(world, { ...copy, chatId: GROUPS.afterSales.id, cmd: 'feedback.submit', form: FILLED });
    expect(JSON.stringify(here)).not.toMatch(CONTACT);
  });

  test('somebody else’s tap on the rep’s card shows nothing, even with the ids of the rep’s chat', async () => {
    const { rep } = await claimed();
    for (const by of [PEOPLE.repZhao.id, PEOPLE.qualitySun.id, 'ou_stranger']) {
      for (const one of BUTTONS) {
        expectOnlyToast(await tapRaw(world, { by, chatId: rep.chatId, messageId: rep.id, ...one, form: FILLED }));
      }
    }
    // Nor does a form come in a message of its own.
    expect([...world.people.repZhao.wall(), ...world.people.qualitySun.wall()]).toEqual([]);
  });

  test('who is no clerk any more is shown nothing on their own former card, also by a tap that is pushed again', async () => {
    const { repLin, clerk } = world.people;
    await repLin.forwards('空调漏水，电话 13812345678');
    await repLin.taps(repLin.card(), '提交', { ...FORM, department: 'unsure' });
    const card = clerk.caseCard('FB-1');
    const here = { by: clerk.id, chatId: card.chatId, messageId: card.id };
    const tap = { ...here, cmd: 'feedback.route', form: { department: 'gone' }, eventId: 'pushed' };
    expect(await tapRaw(world, tap)).toMatchObject({ toast: { type: 'warning' } });
    expect(JSON.stringify(await tapRaw(world, tap))).toMatch(CONTACT);
    world.org.clerks = [];
    await world.restartBot();
    expect(await tapRaw(world, tap)).toEqual({});
  });

  test('people of another tenant and people outside the group act on nothing', async () => {
    const { repLin } = world.people;
    await repLin.forwards('空调漏水');
    await repLin.taps(repLin.card(), '提交', FORM);
    const card = world.cardIn('afterSales', '空调漏水');
    const here = { chatId: card.chatId, messageId: card.id, cmd: 'feedback.claim' };
    expectOnlyToast(await tapRaw(world, { ...here, by: PEOPLE.serviceLi.id, tenant: 'another tenant' }));
    expectOnlyToast(await tapRaw(world, { ...here, by: PEOPLE.qualitySun.id }));
    expectOnlyToast(await tapRaw(world, { ...here, by: 'ou_stranger' }));
    expectOnlyToast(await tapRaw(world, { ...here, by: PEOPLE.admin.id, cmd: 'org.home', tenant: 'another tenant' }));
    expect(await historyOf()).not.toContain('claim');
    const members = () => world.feishu.calls().filter(({ api }) => api.endsWith('/members')).length;
    const asked = members();
    expect(await tapRaw(world, { ...here, by: PEOPLE.serviceLi.id })).toMatchObject({ toast: { type: 'success' } });
    expect(members()).toBe(asked);
  });

  test('if Feishu does not tell the members, a tap in the group counts', async () => {
    const { repLin } = world.people;
    world.feishu.failNext(/members/, { times: 20 });
    await world.restartBot();
    await repLin.forwards('空调漏水');
    await repLin.taps(repLin.card(), '提交', FORM);
    const card = world.cardIn('afterSales', '空调漏水');
    const tap: RawTap = { by: PEOPLE.serviceLi.id, chatId: card.chatId, messageId: card.id, cmd: 'feedback.claim' };
    expect(await tapRaw(world, tap)).toMatchObject({ toast: { type: 'success' } });
  });

  test('forged ids, names of prototypes and unknown commands are refused or change only the card’s own record', async () => {
    const { rep } = await claimed();
    const { repLin } = world.people;
    const own = { by: repLin.id, chatId: rep.chatId, messageId: rep.id };
    const history = await historyOf();
    for (const id of [-1, 0, 1.5, 1e308, '1', null, [1], {}, true, 2 ** 31, 2 ** 53 - 1]) {
      expectOnlyToast(await tapRaw(world, { ...own, messageId: 'om_copy', cmd: 'feedback.withdraw', id }));
    }
    for (const cmd of ['constructor', '__proto__', 'nonsense']) {
      // The rep's own card may be drawn anew beside the refusal.
      expect(await tapRaw(world, { ...own, cmd: `feedback.${cmd}` })).toMatchObject({ toast: { type: 'warning' } });
      expectOnlyToast(await tapRaw(world, { ...own, by: PEOPLE.admin.id, cmd: `org.${cmd}` }));
      expectOnlyToast(await tapRaw(world, { ...own, cmd: `${cmd.replaceAll('_', '')}.claim` }));
    }
    expect(await historyOf()).toEqual(history);
    const form = JSON.parse('{"__proto__":{"reason":"x"},"constructor":"y","reason":["查错了"],"toString":"z"}');
    const withdrawn = await tapRaw(world, { ...own, cmd: 'feedback.withdraw', id: 999, form });
    expect(withdrawn).toMatchObject({ toast: { type: 'success' } });
    expect(Object.keys({})).toEqual([]);
    expect(await historyOf()).toEqual([...history, 'withdraw']);
  });
});
