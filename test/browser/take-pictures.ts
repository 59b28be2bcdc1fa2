import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { GROUPS, PEOPLE } from '../../sandbox/company';
import { BotProcess } from '../process/bot-process';
import { until } from '../process/until';
import { launchBrowser } from './launch-browser';
import { Player } from './player';

// `npm run pictures` takes the pictures of README and handbook from the running program. No test compares pictures.

const ROOT = path.join(__dirname, '..', '..');
const PROGRAM = path.join(ROOT, 'dist', 'src', 'main.js');
const IMAGES = path.join(ROOT, 'docs', 'images');
/** A chart grows into place. */
const DRAWN_WITHIN_MS = 1500;

const SHARP = 1.5;

/** The handbook's cards, by their ids in the gallery. */
const CARDS = [
  'draft-guessed',
  'rep-answered',
  'list-todo',
  'department-assigned',
  'department-reply',
  'bundle-holder',
  'clerk-triage',
  'manager-review',
  'digest-full',
  'clock-running',
  'setup-home-start',
  'setup-holidays-faults',
  'setup-rehearsal-asked',
];

const file = (name: string) => path.join(IMAGES, `${name}.png`);

async function takeCards(browser: Browser, url: string): Promise<void> {
  // Tall enough that no card must be scrolled under the wall's bar.
  const page = await browser.newPage({ viewport: { width: 900, height: 2600 }, deviceScaleFactor: SHARP });
  for (const only of CARDS) {
    await page.goto(`${url}/cards?${new URLSearchParams({ locale: 'zh-CN', theme: 'light', width: 'phone', only })}`);
    await page.locator('.card').waitFor();
    // A chart is drawn once its library has come.
    for (const chart of await page.locator('.chart').all()) {
      await chart.locator('canvas').waitFor();
      await page.waitForTimeout(DRAWN_WITHIN_MS);
    }
    await page.locator('.card').screenshot({ path: file(only) });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${url}/cards?${new URLSearchParams({ locale: 'en-US', theme: 'dark', width: 'phone' })}`);
  await page.locator('.card').first().waitFor();
  await page.screenshot({ path: file('wall') });
  await page.close();
}

/** A case in the department's hands, seen by one of its members; then the clock runs until it is late. */
async function takeStory(browser: Browser, url: string): Promise<void> {
  const one = await Player.open(browser, url);
  await one.knowsTheWay();
  await one.the('morning').click();
  await one.be(PEOPLE.repLin);
  await one.forwards('complaint');
  await one.taps(one.message('草稿'), '提交');
  await one.message('待接单').waitFor();
  await one.be(PEOPLE.serviceLi, GROUPS.afterSales);
  await one.taps(one.message('待接单'), '接单');
  await one.message('处理中').waitFor();
  await until(async () => (await one.the('toast').count()) === 0);
  await one.page.screenshot({ path: file('sandbox') });
  await one.close();
}

async function takePictures(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'feedback-pictures-'));
  const program = new BotProcess({ HOST: '127.0.0.1', PORT: '0' }, folder, PROGRAM);
  const browser = await launchBrowser();
  try {
    const url = await until(() => /http:\/\/127\.0\.0\.1:\d+/.exec(program.log)?.[0], 30_000);
    await program.started();
    await takeStory(browser, url);
    await takeCards(browser, url);
  } finally {
    await browser.close();
    await program.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

takePictures().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
