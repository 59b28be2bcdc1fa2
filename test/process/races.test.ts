import { afterEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../databases';
import { World } from '../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };
const PATCH = 'PATCH /im/v1/messages/:message_id';

let world: World;
afterEach(() => world.stop());

describe.each(DIALECTS)('a card that changes while a patch of it is on the way, on %s', (dialect) => {
  test('ends up like the record, though the older patch arrives last', async () => {
    world = await World.start({ dialect });
    const { feishu, people } = world;
    const { repLin, serviceLi } = people;
    await repLin.forwards('刚装的空调漏水，请尽快派人维修');
    const draft = repLin.card('空调漏水');
    await repLin.taps(draft, 'feedback.submit', FORM);
    const posted = world.cardIn('afterSales', '空调漏水');

    const patch = feishu.hold(PATCH, 'before');
    await feishu.tap(serviceLi.id, posted.id, { cmd: 'feedback.claim' });
    await patch.reached;
    await feishu.tap(repLin.id, draft.id, { cmd: 'feedback.ask', option: 'withdraw' });
    await feishu.tap(repLin.id, draft.id, { cmd: 'feedback.withdraw', form: { reason: '客户自己修好了' } });
    expect(world.again(draft).text).toContain('已撤回');
    patch.release();
    await world.settle();
    await world.advances('10s');

    expect(world.again(draft).text).toContain('已撤回');
    expect(world.again(posted).text).toContain('已撤回');
  });
});

describe.each(DIALECTS)('a tap that is answered before its author’s name is known, on %s', (dialect) => {
  test('shows the name as soon as it is known', async () => {
    world = await World.start({ dialect });
    const { feishu, people } = world;
    const { repLin, serviceLi } = people;
    await repLin.forwards('刚装的空调漏水，请尽快派人维修');
    await repLin.taps(repLin.card('空调漏水'), 'feedback.submit', FORM);
    const posted = world.cardIn('afterSales', '空调漏水');

    const lookUp = feishu.hold(/^GET \/contact/, 'before');
    const tapped = await feishu.tap(serviceLi.id, posted.id, { cmd: 'feedback.claim' });
    expect(tapped.toast).toMatchObject({ type: 'success' });
    expect(world.again(posted).text).not.toContain('李娜');
    lookUp.release();
    await world.settle();
    await world.advances('10s');

    expect(world.again(posted).text).toContain('李娜');
  });
});
