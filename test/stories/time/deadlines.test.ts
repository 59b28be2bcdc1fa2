import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { DIALECTS } from '../../databases';
import { type Player, World } from '../../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

async function submitted() {
  const { repLin } = world.people;
  await repLin.forwards('空调漏水');
  await repLin.taps(repLin.card('空调漏水'), '提交', FORM);
  return world.cardIn('afterSales', '空调漏水');
}

async function asked(path: string): Promise<string> {
  const headers = { authorization: 'Bearer api-token' };
  return (await fetch(`http://127.0.0.1:${world.port}${path}`, { headers })).text();
}

async function answerTo(player: Player, word: string): Promise<string> {
  await player.forwards(word);
  return player.card().text;
}

/** The text of the newest exported table. */
function exportedTo(player: Player): string {
  const file = player.wall().findLast(({ type }) => type === 'file');
  const key = (file?.content as { file_key: string } | undefined)?.file_key ?? '';
  const parts = unzipSync(new Uint8Array(world.feishu.file(key)?.bytes ?? []));
  return Object.values(parts)
    .map((part) => strFromU8(part))
    .join('\n');
}

describe.each(DIALECTS)('one deadline, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('an extension moves it for card, digest, list, API and metric once the interim reply is given', async () => {
    const { repLin, serviceLi, manager } = world.people;
    const card = await submitted();
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, 'feedback.extend', { reason: '等配件', until: '2026-11-27 18:00' });
    expect(world.again(card).text).toMatch(/FB-1 · 11-25（周三）09:00 前[\s\S]*已延期至 11-27 18:00/);
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.interim', { told_customer: '配件周五到' });
    expect(world.again(card).text).toContain('FB-1 · 11-27（周五）18:00 前');
    expect(world.again(card).text).not.toMatch(/11-25 09:00/);

    await world.advances('25h');
    expect(await answerTo(manager, '逾期')).toContain('目前没有超时的');
    expect(await answerTo(manager, '日报')).toContain('在办 1 件，今天没有到期的');
    expect(JSON.parse(await asked('/api/feedback/1'))).toMatchObject({
      due_at: '2026-11-27T10:00:00.000Z',
      overdue: false,
    });
    expect(await asked('/metrics')).toContain('feedback_cases{state="overdue"} 0');
    expect(await answerTo(repLin, '待办')).not.toContain('超时');

    await world.advances('57h');
    expect(await answerTo(manager, '逾期')).toMatch(/1 件超时[\s\S]*超 1 小时 · FB-1/);
    expect(JSON.parse(await asked('/api/feedback/1'))).toMatchObject({ overdue: true });
  });

  test('a case closed within its extension was on time', async () => {
    const { repLin, serviceLi, manager } = world.people;
    const card = await submitted();
    await serviceLi.taps(card, 'feedback.extend', { reason: '等配件', until: '2026-11-27 18:00' });
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, 'feedback.extend', { reason: '等配件', until: '2026-11-27 18:00' });
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.interim', { told_customer: '配件周五到' });
    await world.advances('30h');
    await serviceLi.taps(card, 'feedback.answer', { answer: '已更换' });
    const told = { told_customer: '已更换', satisfaction: 'satisfied' };
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.close', told);
    await world.advances('24h');
    expect(await answerTo(manager, '日报')).toContain('归档 1 · 按时 1/1');
    await manager.forwards('导出 2026-11');
    // Days since the end of 1899: 18:00 on 2026-11-27.
    expect(exportedTo(manager)).toMatch(/<v>46353\.75<[\s\S]*按时/);
  });

  test('a department that got the case half an hour before the deadline is not charged with it', async () => {
    const { serviceLi, qualitySun, manager } = world.people;
    const card = await submitted();
    await serviceLi.taps(card, '接单');
    await serviceLi.replies(card, '在查');
    await world.advances('23h');
    await world.advances('30m');
    const moved = { department: 'quality', reason: '属质量问题' };
    await serviceLi.taps(card, 'feedback.transfer', moved);
    await qualitySun.taps(world.cardIn('quality', '空调漏水'), '接单');
    await world.advances('24h');
    expect(await answerTo(manager, '日报')).toContain('部门\n售后部\n品质部\n在办\n0\n1\n超时\n1\n0\n');
    await manager.forwards('导出 2026-11');
    const sheet = exportedTo(manager);
    expect(sheet).toMatch(/售后部：23 小时 30 分钟、品质部：24 小时/);
    expect(sheet).toMatch(/<t>超时<[\s\S]*<t>售后部</);
  });
});
