import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform';
import { DIALECTS } from '../databases';
import { TWO_WORKFLOWS } from '../second-workflow/program';
import { CREATE_TASKS } from '../second-workflow/task-store';
import { type Player, World } from '../world';
import { tapRaw } from './rights/raw-tap';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

async function submits(rep: Player, words: string, customer = '海风公司'): Promise<MessageView> {
  await rep.forwards(words);
  await rep.taps(rep.card(words), '提交', { ...FORM, customer });
  world.clock.advance(61_000);
  return world.cardIn('afterSales', words);
}

/** The form of a card of the former shape: the answer and the prevention in one tap. */
const answersAtOnce = (who: Player, { id, chatId }: MessageView, prevention: string) => {
  const form = { answer: '已换新', cause: '', prevention };
  return tapRaw(world, { by: who.id, chatId, messageId: id, cmd: 'feedback.answer', form });
};

/** A case whose answer promises a prevention, which becomes a task of the person who answers. */
async function answers(words: string, prevention: string): Promise<void> {
  const { repLin, serviceLi } = world.people;
  const card = await submits(repLin, words);
  await serviceLi.taps(card, '接单');
  await answersAtOnce(serviceLi, card, prevention);
}

/** The task's card with its holder. */
const taskCard = (holder: Player, title: string) => world.newest(holder.wall(), title);

const tasksWith = (holder: Player) => holder.wall().filter(({ text }) => text.startsWith('任务 T-'));

describe.each(DIALECTS)('two workflows in one program, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect, startsAt: '2026-11-24T13:00', program: TWO_WORKFLOWS, prepare: CREATE_TASKS });
  });

  test('a decision about a case opens a task in the same transaction, once, even if tapped twice', async () => {
    const { repLin, serviceLi, serviceWang } = world.people;
    const card = await submits(repLin, '空调漏水');
    await serviceLi.taps(card, '接单');
    await Promise.all([serviceLi, serviceWang].map((who) => answersAtOnce(who, card, '加装滤网')));
    await world.settle();
    const opened = [...tasksWith(serviceLi), ...tasksWith(serviceWang)];
    expect(opened.map(({ text }) => text.split('\n').slice(0, 2))).toEqual([['任务 T-1', '加装滤网']]);
  });

  test('each record speaks in its own workflow’s voice, though both have number 1', async () => {
    const { repLin, serviceLi } = world.people;
    await answers('空调漏水', '加装滤网');
    const card = taskCard(serviceLi, '加装滤网');
    const taps = await Promise.all([serviceLi.taps(card, 'task.done'), serviceLi.taps(card, 'task.done')]);
    // The second tap comes too late: the refusal is the task's, not case FB-1's.
    expect(taps.map(({ toast }) => toast?.content).sort()).toEqual(['任务已由李娜完成', '任务完成了'].sort());
    expect(world.again(card).text).toContain('已完成');
    expect(repLin.card('任务').text).toContain('李娜完成了：加装滤网');
  });

  test('#12 is answered by the workflow that owns the number, and 查看 brings its card', async () => {
    const { repLin, serviceLi } = world.people;
    await answers('空调漏水', '加装滤网');
    await serviceLi.forwards('#T-1');
    expect(serviceLi.card().text).toMatch(/^任务 T-1\n加装滤网/);
    await repLin.forwards('#1');
    expect(repLin.card().text).toContain('FB-1');
    expect(repLin.card().text).not.toContain('T-1');
    await serviceLi.forwards('#T-7');
    expect(serviceLi.card().text).toContain('没有找到');
    await serviceLi.forwards('我的');
    await serviceLi.taps(serviceLi.card('我的 2 件'), 'task.show');
    expect(serviceLi.card().text).toMatch(/^任务 T-1/);
  });

  test('我的, 待办, 逾期 and 搜索 are one list of both workflows, sorted by deadline, page by page', async () => {
    const { repLin, serviceLi } = world.people;
    for (let i = 1; i <= 6; i += 1) await answers(`第${i}台空调漏水`, `加装滤网${i}`);
    for (let i = 7; i <= 10; i += 1) await serviceLi.taps(await submits(repLin, `第${i}台空调漏水`), '接单');
    await serviceLi.forwards('待办');
    const list = serviceLi.card('10 件等您办');
    const numbers = () => world.again(list).text.match(/(?:FB|T)-\d+/g);
    expect(world.again(list).text).toContain('第 1–6 件');
    // Tasks are due after 20 h, cases after 24 h.
    expect(numbers()).toEqual(['T-1', 'T-2', 'T-3', 'T-4', 'T-5', 'T-6']);
    await serviceLi.taps(list, '还有 4 件');
    expect(numbers()).toEqual(['FB-7', 'FB-8', 'FB-9', 'FB-10']);
    await serviceLi.taps(list, '上一页');
    expect(numbers()).toEqual(['T-1', 'T-2', 'T-3', 'T-4', 'T-5', 'T-6']);
    await serviceLi.forwards('搜索 滤网3');
    expect(serviceLi.card('搜索').text).toContain('T-3 加装滤网3');
    await world.advances('21h');
    await serviceLi.forwards('逾期');
    expect(serviceLi.card('6 件超时').text.match(/T-\d+/g)).toHaveLength(6);
  });

  test('reminders of both to one person at one moment are one message', async () => {
    const { repLin, serviceLi } = world.people;
    await answers('空调漏水', '加装滤网');
    const card = await submits(repLin, '货架生锈');
    await serviceLi.taps(card, '接单');
    // The task is due 20 h after its case was answered; the case is warned 4 h before its 24 h end.
    await world.advances('20h');
    const bundle = serviceLi.card('2 件等您处理');
    expect(bundle.text).toContain('T-1 加装滤网');
    expect(bundle.text).toContain('FB-2');
    expect(serviceLi.wall().filter(({ text }) => text.includes('到时间了'))).toHaveLength(1);
  });

  test('digest and metrics count both', async () => {
    const { manager } = world.people;
    await answers('空调漏水', '加装滤网');
    await world.advances('25h');
    await manager.forwards('日报');
    const digest = manager.card('日报');
    expect(digest.text).toContain('T-1 加装滤网');
    expect(digest.text).toContain('海风公司 · 空调漏水');
    const metrics = await (await fetch(`http://127.0.0.1:${world.port}/metrics`)).text();
    expect(metrics).toContain('feedback_cases{state="open"} 2');
    expect(metrics).toContain('feedback_cases{state="overdue"} 2');
  });

  test('a task whose holder leaves goes to the admin with its card; the bot says who left', async () => {
    const { serviceLi, admin } = world.people;
    await answers('空调漏水', '加装滤网');
    await world.feishu.leaveCompany(serviceLi.id);
    await world.noticesTime();
    expect(taskCard(admin, '加装滤网').text).toContain('黄工');
    expect(admin.wall().some(({ text }) => text.includes('李娜'))).toBe(true);
  });
});
