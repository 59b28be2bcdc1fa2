import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SAMPLE_COMPANY } from '../../../sandbox/company';
import { derivedId } from '../../../sandbox/platform/ids';
import { DIALECTS } from '../../databases';
import { World } from '../../world';

const PEOPLE = Array.from({ length: 60 }, (_, n) => ({
  id: derivedId('ou_', `burst-${n}`),
  name: `同事${n}`,
  title: '客户经理',
}));

describe.each(DIALECTS)('sixty people who forward at the same moment, on %s', (dialect) => {
  let world: World;
  beforeEach(async () => {
    const company = { ...SAMPLE_COMPANY, people: [...SAMPLE_COMPANY.people, ...PEOPLE] };
    world = await World.start({ dialect, company });
  });
  afterEach(() => world.stop());

  test('all have their draft soon, Feishu counts no call over its limits, and taps are answered', async () => {
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('空调漏水');
    await repLin.taps(repLin.card('提交'), '提交', {
      customer: '海风公司',
      kind: 'complaint',
      category: 'after_sales',
    });
    await Promise.all(
      PEOPLE.map(({ id }, n) => {
        const children = [
          { senderId: PEOPLE[59 - n]?.id ?? id, content: { type: 'text' as const, text: `第${n}台水泵漏水` } },
          { senderId: id, content: { type: 'image' as const } },
        ];
        return world.feishu.send(id, { bot: true }, { type: 'merge_forward', children });
      }),
    );
    await world.settle();
    // The clock stands still: the limit for names is used up while this tap needs one.
    const tapped = await serviceLi.taps(world.cardIn('afterSales'), '接单');
    expect(tapped.toast).toMatchObject({ type: 'success' });
    await world.passes('30s', '1s');
    const drafts = PEOPLE.map(({ id }) => world.fromBot(world.feishu.p2pChatOf(id)).map(({ text }) => text));
    for (const [n, texts] of drafts.entries()) expect(texts).toEqual([expect.stringContaining(`第${n}台水泵漏水`)]);
    const calls = world.feishu.calls();
    expect(calls.filter(({ code }) => code === 230020 || code === 99991400)).toEqual([]);
    // Without a limiter each of these would have been over its limit.
    for (const api of ['/contact/v3/users/:user_id', '/im/v1/messages/:message_id', '/im/v1/messages']) {
      expect(calls.filter((call) => call.api === api).length).toBeGreaterThan(50);
    }
    expect(await metric('feedback_feishu_calls_held_total')).toBeGreaterThan(0);
  });

  async function metric(name: string): Promise<number> {
    const text = await (await fetch(`http://127.0.0.1:${world.port}/metrics`)).text();
    const values = text.split('\n').filter((line) => line.startsWith(name));
    return values.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  }
});
