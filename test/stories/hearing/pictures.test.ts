import { afterEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../../databases';
import { World } from '../../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

const pictureKeys = (json: unknown) => new Set(JSON.stringify(json).match(/img_(?!key\b)[\w-]+/g) ?? []);

describe.each(DIALECTS)('more pictures than a card shows, on %s', (dialect) => {
  test('all reach the department: the rest is posted under the card, and #1 shows them all', async () => {
    world = await World.start({ dialect });
    const { repLin } = world.people;
    const pictures = Array.from({ length: 12 }, () => ({ type: 'image' as const }));
    await repLin.forwards('瓷砖有色差', ...pictures);
    await world.passes('10s', '1s');
    await repLin.taps(repLin.card('瓷砖'), '提交', FORM);
    await world.passes('10s', '1s');
    const card = world.cardIn('afterSales', '瓷砖');
    const posted = world.group('afterSales').filter(({ type }) => type === 'image');
    expect(posted).toHaveLength(6);
    for (const { parentId } of posted) expect(parentId).toBe(card.id);
    const reached = new Set([card, ...posted].flatMap(({ content }) => [...pictureKeys(content)]));
    expect(reached.size).toBe(12);
    await repLin.forwards('#1');
    expect(pictureKeys(repLin.card('经手过程').content).size).toBe(12);
  });
});
