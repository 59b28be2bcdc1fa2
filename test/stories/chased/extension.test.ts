import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DEFAULT_ORG } from '../../../src/domain/org/settings';
import { DIALECTS } from '../../databases';
import { noticesIn } from '../../notices';
import { World } from '../../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };
const UNTIL = { reason: '等配件', until: '2026-11-27 18:00' };

let world: World;
afterEach(() => world.stop());

async function asked() {
  const { repLin, serviceLi } = world.people;
  await repLin.forwards('空调漏水');
  await repLin.taps(repLin.card('空调漏水'), '提交', FORM);
  const card = world.caseCard(world.group('afterSales'), 'FB-1');
  await serviceLi.taps(card, '接单');
  const tapped = await serviceLi.taps(card, 'feedback.extend', UNTIL);
  return { card, tapped };
}

describe.each(DIALECTS)('an extension that needs a nod, on %s', (dialect) => {
  beforeEach(async () => {
    const sla = { ...DEFAULT_ORG.sla, extensionNeedsNod: true };
    world = await World.start({ dialect, org: { sla } });
  });

  test('nothing moves before a manager agrees; then requester and rep hear of it', async () => {
    const { manager, generalManager, repLin, serviceLi } = world.people;
    const { card, tapped } = await asked();
    expect(tapped.toast?.content).toBe(world.texts.extensionAsked('FB-1'));
    expect(world.again(card).text).toContain('等经理同意');
    expect(noticesIn(repLin.wall())).toEqual([]);
    const request = manager.card('申请延期');
    expect(request.text).toContain('售后部李娜想延期到 11-27（周五）18:00');
    await manager.taps(request, '同意');
    expect(noticesIn(repLin.wall())).toEqual(['FB-1 延期']);
    expect(noticesIn(serviceLi.wall())).toEqual(['FB-1 延期']);
    expect(world.again(card).text).not.toContain('等经理同意');
    expect(world.again(request).text).not.toContain('[同意]');
    // The other manager comes too late, and sees so.
    const late = await generalManager.taps(generalManager.card('申请延期'), '同意');
    expect(late.toast?.type).toBe('warning');
    expect(generalManager.card('申请延期').text).not.toContain('[同意]');
  });

  test('a manager who does not agree may say why; the deadline stays', async () => {
    const { manager, repLin, serviceLi } = world.people;
    await asked();
    await manager.taps(manager.card('申请延期'), 'feedback.refuse_extension', { reason: '客户等不了' });
    expect(serviceLi.card('延期没有同意').text).toContain('客户等不了');
    expect(noticesIn(repLin.wall())).toEqual([]);
    await world.advances('24h');
    expect(noticesIn(serviceLi.wall()).at(-1)).toBe('FB-1 到时限了');
  });

  test('nobody answers: it is not extended, and an answer ends the request', async () => {
    const { manager, serviceLi } = world.people;
    const { card } = await asked();
    await serviceLi.taps(card, 'feedback.answer', { answer: '配件提前到了' });
    const request = manager.card('申请延期');
    expect((await manager.taps(request, '同意')).toast?.type).toBe('warning');
    expect(world.again(request).text).not.toContain('[同意]');
  });
});

describe.each(DIALECTS)('an extension by default, on %s', (dialect) => {
  test('counts at once', async () => {
    world = await World.start({ dialect });
    await asked();
    expect(noticesIn(world.people.repLin.wall())).toEqual(['FB-1 延期']);
    expect(world.people.manager.card('延期').text).toContain('等配件');
  });
});
