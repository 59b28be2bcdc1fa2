import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../../databases';
import { World } from '../../world';

const HALF = '\uD83D';
const MENDED = '\uFFFD';
const FORM = { kind: 'complaint', category: 'after_sales', department: 'after_sales' };

describe.each(DIALECTS)('half of an emoji, on %s', (dialect) => {
  let world: World;
  beforeEach(async () => {
    world = await World.start({ dialect });
  });
  afterEach(() => world.stop());

  test('in a message, in a merged forward and in a form holds nothing up', async () => {
    const { repLin, serviceLi } = world.people;
    const children = [{ senderId: serviceLi.id, content: { type: 'text' as const, text: `噪音大${HALF}` } }];
    await repLin.forwards(`客户说坏了${HALF}`, { type: 'merge_forward', children });
    expect(repLin.card().text).toContain(`坏了${MENDED}`);
    expect(repLin.card().text).toContain(`噪音大${MENDED}`);
    await repLin.taps(repLin.card(), '提交', { ...FORM, customer: `海风${HALF}公司` });
    expect(world.cardIn('afterSales').text).toContain(`海风${MENDED}公司`);
    await serviceLi.replies(world.cardIn('afterSales'), `正在处理${HALF}`);
    expect(repLin.card().text).toContain(`正在处理${MENDED}`);
  });

  test('in a request of the API is kept as on the other database', async () => {
    const response = await fetch(`http://127.0.0.1:${world.port}/api/feedback`, {
      method: 'POST',
      headers: { authorization: 'Bearer api-token', 'content-type': 'application/json', 'idempotency-key': 'half' },
      body: `{"rep":"${world.people.repLin.id}","customer":"海风\\ud83d公司","text":"漏水\\udc00","kind":"complaint","category":"after_sales","priority":"normal","channel":"web","department":"after_sales"}`,
    });
    expect(response.status).toBe(201);
    await world.settle();
    expect(world.cardIn('afterSales').text).toContain(`海风${MENDED}公司`);
  });
});
