import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { GROUPS, PEOPLE } from '../../sandbox/company';
import { barrier } from '../barrier';
import { buildProgram } from '../process/build-program';
import { ProgramFolder, using } from '../process/program-folder';
import { Page as SandboxPage } from '../process/sandbox-page';
import { until } from '../process/until';
import { accessibilityFaults } from './accessibility-faults';
import { describeInBrowser, launchBrowser } from './browser';
import { Player } from './player';

/** The machine may be busy with other programs. */
jest.setTimeout(180_000);
const { repLin, serviceLead, serviceLi, serviceWang, qualitySun, manager } = PEOPLE;

/** One sandbox, as `npm start` starts it, and the windows in which it is played. */
class Game {
  private readonly players: Player[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly folder: ProgramFolder,
    private readonly url: string,
  ) {}

  static async start(browser: Browser): Promise<Game> {
    const folder = new ProgramFolder();
    const program = await folder.start();
    const { url } = await SandboxPage.of(program);
    await program.started();
    return new Game(browser, folder, url);
  }

  /** Opens another window. */
  async player(where?: 'desktop' | 'phone'): Promise<Player> {
    const one = await Player.open(this.browser, this.url, where);
    this.players.push(one);
    return one;
  }

  /** Closes the windows; none may have reported a fault. */
  async close(): Promise<void> {
    const complaints = this.players.flatMap((player) => player.complaints);
    await Promise.all(this.players.map((player) => player.close()));
    await this.folder.close();
    expect(complaints).toEqual([]);
  }
}

/** What the top bar and the tour may take of a phone's 844 px. */
const TOP_PX = 170;

type Story = (game: Game) => Promise<void>;

/** Submits the sample complaint unchanged; the rules send it to the after-sales department. */
async function submitted(rep: Player): Promise<void> {
  await rep.be(repLin);
  await rep.forwards('complaint');
  await rep.taps(rep.message('草稿'), '提交');
  await rep.message('待接单').waitFor();
}

/** Nothing lies over the open clock, and a press on it is its own. */
async function seesTheOpenClock(guest: Player): Promise<void> {
  const controls = guest.page.locator('.clock-controls');
  await guest.the('clockToggle').click();
  for (const button of await controls.getByRole('button').all()) await button.click({ trial: true });
  await guest.page.keyboard.press('Escape');
  await controls.waitFor({ state: 'detached' });
}

const takesTheTour =
  (where: 'desktop' | 'phone'): Story =>
  async (game) => {
    const guest = await game.player(where);
    await guest.the('tourStart').click();
    const bubble = guest.the('tour');
    if (where === 'phone') await seesTheOpenClock(guest);
    const place = () => bubble.innerText().then((words) => /\d \/ 9|走完了/.exec(words)?.[0]);
    for (let at = await place(); at !== '走完了'; at = await place()) {
      await guest.the('tourDo').click();
      // On a phone a press may only lead to where the next one helps.
      await until(async () => (await place()) !== at, 3000).catch(() => undefined);
      const box = await bubble.boundingBox();
      if (where === 'phone') expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(TOP_PX);
    }
    await bubble.getByText('走完了').waitFor();
    const digest = guest.message('· 日报');
    await digest.waitFor();
    expect(await digest.innerText()).toMatch(/昨天\s+新增 1 · 归档 1 · 按时 1\/1/);
    await bubble.getByRole('button', { name: '知道了' }).click();
    await guest.page.reload();
    await guest.the('conversation').waitFor();
    expect(await guest.the('tourStart').count()).toBe(0);
  };

const isTransferred: Story = async (game) => {
  const one = await game.player();
  await one.knowsTheWay();
  await submitted(one);
  await one.be(serviceLi, GROUPS.afterSales);
  await one.taps(one.message('待接单'), '接单');
  // The form comes to the person alone: a group's card holds nobody's half-filled fields.
  await one.taps(one.message('处理中'), '转部门');
  await one.be(serviceLi);
  const asked = one.message('转给哪个部门');
  await one.chooses(asked, 'department', '品质部');
  await one.taps(asked, '转派');
  await asked.getByText('必填').first().waitFor();
  await one.fills(asked, 'reason', '内胆批次问题，请品质部查');
  await one.taps(asked, '转派');
  await one.be(serviceLi, GROUPS.afterSales);
  await one.message('已转派给品质部').waitFor();

  await one.be(qualitySun, GROUPS.quality);
  const transferred = one.message('内胆批次问题，请品质部查');
  await one.taps(transferred, '接单');
  await one.fills(one.message('处理中'), 'answer', '同批次内胆已全部停发，给客户换新机');
  await one.taps(one.message('处理中'), '提交处理意见');

  await one.be(repLin);
  await one.message('您好，关于您反馈的', '同批次内胆已全部停发').waitFor();
  await one.taps(one.message('待回复客户', '有结果了'), '不满意');
  const unsatisfied = one.message('要请部门重新处理吗');
  await one.fills(unsatisfied, 'reason', '换新机要等一周，客户要求三天内换好');
  await one.taps(unsatisfied, '重新处理');
  await one.message('待接单', '已送到品质部').waitFor();

  await one.be(qualitySun, GROUPS.quality);
  await one.taps(one.message('待接单', '客户要求三天内换好'), '接单');
  await one.message('处理中', '同批次内胆已全部停发').waitFor();
};

const isOverdue: Story = async (game) => {
  const one = await game.player();
  await one.knowsTheWay();
  // From nine in the morning on it is known which reminder the quiet hours move.
  await one.the('morning').click();
  await one.page.locator('[data-testid="clock"]', { hasText: '09:0' }).waitFor();
  await submitted(one);
  await one.the('beforeReminder').click();
  await one.page.locator('[data-testid="clock"]', { hasText: '10:59' }).waitFor();
  await one.be(serviceLi, GROUPS.afterSales);
  expect(await one.message('还没人接单').count()).toBe(0);
  await one.the('hour').click();
  await one.message('还没人接单').waitFor();

  await one.the('morning').click();
  await one.message('提醒', '还剩').waitFor();
  await one.be(serviceLead, GROUPS.afterSales);
  await one.page.locator('.message.buzzed').last().waitFor();
  await one.the('hour').click();
  await one.message('到时限了').waitFor();
  await one.message('待接单', '已到期').waitFor();
  await one.be(manager);
  await one.message('· 日报').waitFor();
};

const hearsOfAJump: Story = async (game) => {
  const [one, phone] = [await game.player(), await game.player('phone')];
  await Promise.all([one, phone].map((each) => each.knowsTheWay()));
  await one.the('morning').click();
  await one.the('closeSheet').click();
  await submitted(one);
  await phone.the('clockToggle').click();
  await phone.the('fourHours').click();
  const list = phone.the('happenings');
  await list.getByText('还没人接单').first().waitFor();
  expect(await list.innerText()).toMatch(/售后部\s+11:00/);
  expect(await accessibilityFaults(phone.page, 'body')).toEqual([]);
  expect(await phone.page.evaluate(() => document.querySelector('.sheet-body')?.scrollWidth)).toBeLessThanOrEqual(390);
  await phone.page.keyboard.press('Escape');
  expect(await list.count()).toBe(0);
  await phone.the('clockToggle').click();
  await phone.the('recallHappenings').click();
  await phone.the('happening').first().press('Enter');
  await phone.page.locator('.message.found', { hasText: '还没人接单' }).waitFor();
  expect(await phone.the('chatName').innerText()).toBe('售后部');
  await phone.the('clockToggle').click();
  await phone.the('duration').fill('1 小时');
  await phone.the('advance').click();
  await list.getByText('什么也没有发生').waitFor();
};

const isClaimedTwice: Story = async (game) => {
  const [first, second] = [await game.player(), await game.player()];
  await Promise.all([first, second].map((one) => one.knowsTheWay()));
  await submitted(first);
  await first.be(serviceLi, GROUPS.afterSales);
  await second.be(serviceWang, GROUPS.afterSales);
  const claims = [first, second].map((one) => one.message('待接单').getByRole('button', { name: '接单', exact: true }));
  await Promise.all(claims.map((claim) => claim.waitFor()));
  const told = [first, second].map((one) => one.the('toast').filter({ hasText: '接单' }).innerText());
  const bothTapped = barrier(2);
  for (const { page } of [first, second]) {
    await page.route('**/sandbox/tap', async (route) => {
      await bothTapped();
      await route.continue();
    });
  }
  await Promise.all(claims.map((claim) => claim.click()));
  const toasts = await Promise.all(told);
  expect(toasts.filter((words) => words.includes('您已接单'))).toHaveLength(1);
  expect(toasts.filter((words) => /(?:李娜|王磊)已于 .* 接单/.test(words))).toHaveLength(1);
  for (const one of [first, second]) await one.message('处理中').waitFor();
};

const startsOver: Story = async (game) => {
  const [one, other] = [await game.player('phone'), await game.player()];
  await one.knowsTheWay();
  await other.knowsTheWay();
  await other.be(repLin);
  await other.forwards('complaint');
  await other.message('草稿').waitFor();
  await one.the('more').click();
  await one.the('languageToggle').click();
  await one.the('troubleToggle').click();
  const asked: string[] = [];
  const answers = [false, true];
  one.page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    return answers.shift() ? dialog.accept() : dialog.dismiss();
  });
  await one.the('startOver').click();
  expect(await one.the('startOver').isEnabled()).toBe(true);
  const loads = [one, other].map(({ page }) => page.waitForEvent('load'));
  await one.the('startOver').click();
  await Promise.all(loads);
  expect(asked).toHaveLength(2);
  expect(asked[0]).toMatch(/^Empty every chat/);
  await other.page.getByText('还没有消息').first().waitFor();
  expect(await other.the('message').count()).toBe(0);
  // What a page asked for while nobody was there to answer.
  const unheard = /net::ERR_/;
  for (const { complaints } of [one, other]) {
    expect(complaints.splice(0).filter((words) => !unheard.test(words))).toEqual([]);
  }
};

const STORIES: [name: string, story: Story][] = [
  ['the tour, from the customer’s words to the archive, on a desktop', takesTheTour('desktop')],
  ['the tour, from the customer’s words to the archive, on a phone', takesTheTour('phone')],
  [
    'transferred to another department, answered there, and reopened for a customer who is not satisfied',
    isTransferred,
  ],
  ['overdue: the group, then its lead with a buzz, then the managers hear of it as the clock is moved', isOverdue],
  ['after a jump of the clock a phone lists what happened, and a tap opens the message', hearsOfAJump],
  ['of two who claim at once in two windows, the second is told who was first', isClaimedTwice],
  ['started over: who confirms it sees the first day again, and so does every window', startsOver],
];

describeInBrowser('played in the sandbox, as `npm start` starts it', () => {
  let browser: Browser;
  beforeAll(async () => {
    await buildProgram();
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  // One after the other: a busy machine would let the sandbox's clock run past the minute that a story waits for.
  test.each(STORIES)('%s', async (_name, story) => using(await Game.start(browser), story));
});
