import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Content, MessageView } from '../../sandbox/platform';
import { DIALECTS } from '../databases';
import { firstStep } from '../way-to-form';
import { type Player, World } from '../world';
import { tapRaw } from './rights/raw-tap';

const SPLIT = 'feedback.split';

let world: World;
afterEach(() => world.stop());

/** Messages of one burst, a second apart: their order decides what goes with the second one. */
async function forwardsOneByOne(who: Player, ...contents: (string | Content)[]): Promise<MessageView[]> {
  const sent: MessageView[] = [];
  for (const content of contents) {
    sent.push(await who.says(content));
    world.clock.advance(1_000);
  }
  await world.settle();
  return sent;
}

/** Asks the draft for the form that splits it. */
async function asksToSplit(who: Player): Promise<void> {
  const card = who.card();
  await world.feishu.tap(who.id, card.id, firstStep(card, { cmd: SPLIT }, ['from']) ?? {});
}

describe.each(DIALECTS)('a burst that was two customers, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('is split on the draft card: each draft with its own words, pictures and form', async () => {
    const { repLin } = world.people;
    const sent = await forwardsOneByOne(repLin, ...['客户：海风公司。空调漏水', '客户：宏达商贸。什么时候发货'], {
      type: 'image',
    });
    const draft = repLin.card();
    expect(draft.text).toMatch(/3 条消息合成一件[\s\S]*拆开成多件/);
    const done = await repLin.taps(draft, SPLIT, { from: sent[1]?.id ?? '' });
    expect(done.toast).toMatchObject({ type: 'success', content: 'FB-1 已拆分，另一条在新的卡片上' });
    expect(repLin.wall()).toHaveLength(2);
    const [first, second] = [world.again(draft), repLin.caseCard('FB-2')];
    expect(first.text).toMatch(/^海风公司 · 空调漏水[\s\S]*客户　海风公司[\s\S]*空调漏水/);
    expect(first.text).not.toMatch(/发货|拆开/);
    expect(JSON.stringify(first.card)).not.toContain('img_key');
    expect(second.text).toMatch(/^宏达商贸 · 什么时候发货[\s\S]*客户　宏达商贸[\s\S]*什么时候发货/);
    expect(JSON.stringify(second.card)).toMatch(/"img_key":"img_/);
  });

  test('after the split, a recall and the next message find the right draft', async () => {
    const { repLin } = world.people;
    const [, second] = await forwardsOneByOne(repLin, '空调漏水', '什么时候发货');
    const draft = repLin.card();
    await repLin.taps(draft, SPLIT, { from: second?.id ?? '' });
    await repLin.forwards('订单号 SO88');
    expect(repLin.card('FB-2').text).toMatch(/什么时候发货\n订单号 SO88/);
    await world.feishu.recall(repLin.id, second?.id ?? '');
    await world.settle();
    expect(repLin.card('FB-2').text).not.toContain('发货');
    expect(world.again(draft).text).toContain('空调漏水');
  });

  test('with pictures still on their way: none is lost', async () => {
    const { repLin } = world.people;
    const [, second] = await forwardsOneByOne(repLin, '空调漏水', '什么时候发货');
    const fetching = world.feishu.hold('GET /im/v1/messages/:message_id/resources/:file_key', 'before');
    await repLin.says({ type: 'image' });
    const working = world.settle();
    await fetching.reached;
    await asksToSplit(repLin);
    const tap = { cmd: SPLIT, form: { from: second?.id ?? '' } };
    const tapped = await world.feishu.tap(repLin.id, repLin.card().id, tap);
    fetching.release();
    await working;
    await world.settle();
    expect(tapped.toast?.type).toBe('success');
    expect(JSON.stringify(repLin.card('FB-2').card)).toMatch(/"img_key":"img_/);
  });

  test('a message that is gone, or the first one, cannot be split off', async () => {
    const { repLin } = world.people;
    const [first, second] = await forwardsOneByOne(repLin, '空调漏水', '什么时候发货', '尽快');
    const draft = repLin.card();
    await world.feishu.recall(repLin.id, second?.id ?? '');
    await world.settle();
    // The taps of a client that has not drawn the new card.
    const tap = { by: repLin.id, chatId: draft.chatId, messageId: draft.id, cmd: SPLIT };
    for (const from of [second, first]) {
      const result = await tapRaw(world, { ...tap, form: { from: from?.id ?? '' } });
      expect(result).toMatchObject({ toast: { type: 'warning' } });
    }
    expect(repLin.wall()).toHaveLength(1);
    expect(world.again(draft).text).toMatch(/空调漏水[\s\S]*尽快/);
  });
});
