import { afterEach, describe, expect, test } from '@jest/globals';
import { parseOrgFile } from '../../../src/config/org-file';
import { DIALECTS } from '../../databases';
import { mentionedIn, noticesIn } from '../../notices';
import { GROUPS, PEOPLE, World } from '../../world';

const FORM = { customer: '恒泰建材', channel: 'phone', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

async function submitted(priority: 'normal' | 'high' | 'urgent') {
  const { repLin } = world.people;
  await repLin.forwards('插座冒烟');
  await repLin.taps(repLin.card('插座冒烟'), '提交', { ...FORM, priority });
  return world.caseCard(world.group('afterSales'), 'FB-1');
}

describe.each(DIALECTS)('an urgent case, on %s', (dialect) => {
  test('its card mentions and buzzes the lead at once, and nobody twice', async () => {
    world = await World.start({ dialect });
    const card = await submitted('urgent');
    expect(card.urgentTo).toEqual([PEOPLE.serviceLead.id]);
    expect(mentionedIn(card)).toEqual([PEOPLE.serviceLead.id]);
    const buzzes = () => world.feishu.calls().filter(({ path }) => path.includes('urgent_app')).length;
    expect(buzzes()).toBe(1);
    await world.restartBot();
    await world.advances('1m');
    expect(buzzes()).toBe(1);
  });

  test('if the bot dies between card and buzz, the buzz is made up for, and the card hangs once', async () => {
    world = await World.start({ dialect });
    world.feishu.failNext(/urgent_app/, { httpStatus: 503, times: 1 });
    const card = await submitted('urgent');
    expect(card.urgentTo).toEqual([]);
    await world.restartBot();
    await world.advances('1m');
    expect(world.again(card).urgentTo).toEqual([PEOPLE.serviceLead.id]);
    expect(world.group('afterSales')).toHaveLength(1);
  });

  test('if Feishu refuses the buzz, the lead gets a direct message with the acts', async () => {
    world = await World.start({ dialect });
    world.feishu.settings.refuseBuzz = 230023;
    await submitted('urgent');
    const { serviceLead, serviceLi } = world.people;
    expect(noticesIn(serviceLead.wall())).toEqual(['FB-1 特急']);
    await serviceLead.taps(serviceLead.card('特急'), 'feedback.assign', { assignee: serviceLi.id });
    expect(world.caseCard(world.group('afterSales'), 'FB-1').text).toContain('李娜');
  });

  test('a high one buzzes nobody; nor does an urgent one of a department without a lead', async () => {
    world = await World.start({ dialect });
    expect((await submitted('high')).urgentTo).toEqual([]);
    await world.stop();
    const key = 'after_sales';
    const file = `departments: [{ key: ${key}, name: 售后部, chat: ${GROUPS.afterSales.id}, categories: [after_sales] }]`;
    world = await World.start({ dialect, orgFile: parseOrgFile(file) });
    expect((await submitted('urgent')).urgentTo).toEqual([]);
  });

  test('a case that is made urgent later buzzes who must act', async () => {
    world = await World.start({ dialect });
    const { repLin } = world.people;
    await submitted('normal');
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.set_priority', { priority: 'urgent' });
    const raised = world.cardIn('afterSales', '改为特急');
    expect([mentionedIn(raised), raised.urgentTo]).toEqual([[PEOPLE.serviceLead.id], [PEOPLE.serviceLead.id]]);
  });
});
