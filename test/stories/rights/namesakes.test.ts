import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../../databases';
import { World } from '../../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

describe.each(DIALECTS)('two people of one name, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('the one who is late hears that it was the other one', async () => {
    const { repLin, serviceLi, serviceWang } = world.people;
    const company = world.feishu.company.people;
    for (const person of company) if (person.id === serviceWang.id) Object.assign(person, { name: '李娜' });
    await repLin.forwards('空调漏水');
    await repLin.taps(repLin.card(), '提交', FORM);
    const card = world.cardIn('afterSales', '空调漏水');
    await serviceLi.taps(card, '接单');
    const late = await world.feishu.tap(serviceWang.id, card.id, { cmd: 'feedback.claim', versions: 1 });
    expect(late.toast).toMatchObject({ type: 'warning', content: expect.stringContaining('同名的另一位李娜') });
    const own = await world.feishu.tap(serviceLi.id, card.id, { cmd: 'feedback.claim', versions: 1 });
    expect(own.toast).toMatchObject({ content: expect.not.stringContaining('另一位') });
  });
});
