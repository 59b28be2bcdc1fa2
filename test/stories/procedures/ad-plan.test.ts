import { afterEach, describe, expect, test } from '@jest/globals';
import { GROUPS, PEOPLE } from '../../../sandbox/company';
import { DIALECTS } from '../../databases';
import { World } from '../../world';

let world: World;
afterEach(() => world.stop());

const DEPARTMENTS = [
  {
    ...{ key: 'finance', name: '财务部', chat: GROUPS.logistics.id, lead: PEOPLE.logisticsLead.id },
    ...{ categories: [], keywords: [] },
  },
];
const POSITIONS = {
  ad_planner: [PEOPLE.repLin.id],
  marketing_director: [PEOPLE.manager.id],
  vice_gm: [PEOPLE.qualityLead.id],
  gm: [PEOPLE.generalManager.id],
};

const ITEMS = [
  '媒体\t形式/规格\t开始日期\t结束日期\t投放次数\t金额',
  '抖音\t信息流\t2026-12-05\t2026-12-13\t4\t150,000',
  '户外\t大牌\t2026-12-01\t2026-12-31\t1\t80000',
];

/** The planner's plan: its table comes as a reply under the card, all else by the form. */
async function submitted(): Promise<void> {
  const { repLin } = world.people;
  await repLin.says('新建 月度广告计划');
  await world.settle();
  await repLin.replies(repLin.card('广告计划'), ITEMS.join('\n'));
  expect(repLin.card('广告计划').text).toContain('大牌');
  const form = { project: '城南', stage: 'strong', goal: '来访 300 组', agency: '蓝天广告' };
  await repLin.taps(repLin.card('广告计划'), 'record.submit', form);
}

describe.each(DIALECTS)('a monthly ad plan, on %s', (dialect) => {
  test('is approved in five steps, with few calls', async () => {
    world = await World.start({ dialect, org: { departments: DEPARTMENTS, positions: POSITIONS } });
    const { manager, logisticsXu, repLin, qualityLead, generalManager } = world.people;
    const before = world.feishu.countedCalls();
    await submitted();
    const director = manager.card('城南');
    expect(director.text).toContain('230,000');
    await manager.taps(director, '同意');
    await logisticsXu.taps(world.newest(world.group('logistics'), '城南'), 'record.approve', { budget_left: '200000' });
    await repLin.taps(repLin.card('城南'), 'record.approve', { over_why: '双十二加投' });
    await qualityLead.taps(qualityLead.card('城南'), '同意');
    await generalManager.taps(generalManager.card('城南'), '同意');
    expect(repLin.card('城南').text).toContain('交办执行');
    const calls = world.feishu.countedCalls() - before;
    // The message that holds the table has its mark, too.
    expect(calls).toBeLessThanOrEqual(14);
  });
});
