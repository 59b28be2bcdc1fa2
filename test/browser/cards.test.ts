import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accessibilityFaults } from './accessibility-faults';
import { describeInBrowser, launchBrowser } from './browser';
import { layoutFaults } from './layout-faults';
import { startWall } from './wall-world';

/** The wall has two hundred cards, and the machine may be busy with other programs. */
const PATIENCE_MS = 180_000;

const VIEWS = (['zh-CN', 'en-US'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (['desktop', 'phone'] as const).map((width) => ({ locale, theme, width })),
  ),
);

describeInBrowser('the wall of cards', () => {
  let browser: Browser;
  let wall: Awaited<ReturnType<typeof startWall>>;
  beforeAll(async () => {
    [browser, wall] = await Promise.all([launchBrowser(), startWall()]);
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await wall?.stop();
  });

  /** Opens the wall and gathers the faults that the page reports. */
  async function open(query: Record<string, string>, viewport = { width: 1300, height: 1000 }) {
    const page = await browser.newPage({ viewport });
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${wall.url}/cards?${new URLSearchParams(query)}`);
    await page.waitForSelector('.card');
    return { page, complaints };
  }

  test('is filtered, linked to and shown as JSON', async () => {
    const { page } = await open({ locale: 'zh-CN', only: 'department-handling' });
    expect(await page.locator('.card').count()).toBe(1);
    await page.getByRole('button', { name: 'JSON' }).click();
    expect(JSON.parse(await page.locator('pre').innerText())).toMatchObject({ schema: '2.0' });
    await page.getByRole('searchbox').fill('digest');
    expect(await page.locator('.wall-frame').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      'digest-full',
      'digest-quiet',
      'digest-empty',
      'digest-admin',
      'digest-lead',
      'digest-lead-quiet',
      'digest-own',
      'digest-own-more',
      'digest-own-empty',
    ]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Digest, nothing', exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('locale')).toBe('en-US');
    await page.goto(`${wall.url}/cards#help-manager`);
    await page.waitForFunction(
      () => (document.getElementById('help-manager')?.getBoundingClientRect().top ?? 999) < 100,
    );
    await page.close();
  });

  test('with faults put in, is found faulty', async () => {
    const { page } = await open({ locale: 'zh-CN', theme: 'light', only: 'draft-bare' });
    await page.evaluate(() => {
      const [pale, first, second] = document.querySelectorAll<HTMLElement>('.card .text-block');
      const [button] = document.querySelectorAll<HTMLElement>('.card .btn');
      const input = document.querySelector<HTMLInputElement>('.card input');
      if (!first || !second || !pale || !button || !input) throw new Error('the card is not as expected');
      for (const one of [pale, ...pale.querySelectorAll<HTMLElement>('*')]) one.style.color = '#bbbbbb';
      first.style.width = '700px';
      second.style.marginTop = '-26px';
      button.style.minHeight = '20px';
      button.style.padding = '0';
      input.placeholder = input.placeholder.repeat(40);
    });
    const whats = (await page.evaluate(layoutFaults)).map(({ what }) => what.replace(/[“\d].*/s, ''));
    expect(new Set(whats)).toEqual(
      new Set(['sticks out', 'is ', 'has a hint that is cut off', 'lies on span.plain size-notation ']),
    );
    expect(await accessibilityFaults(page, '.card')).toEqual([expect.stringMatching(/^color-contrast: /)]);
    await page.close();
  });

  /** What a person acts on fits on the screen of a phone beside the chat's own bars; to read a whole case, one scrolls. */
  const SCREEN_PX = 650;
  const TO_READ = /^(?:case|clock|setup|component|bind|list-search|digest|procedure-whole)-/;
  /** English takes more room; so do as many pictures, files and words as a card can hold. */
  const ROOM_PX: Record<string, number> = { 'zh-CN': SCREEN_PX, 'en-US': SCREEN_PX + 60 };
  const FULL = /^(?:department-(?:files|long)|asked-edit)$/;

  test.each(['zh-CN', 'en-US'])(
    'in %s a card to act on fits on one screen of a phone',
    async (locale) => {
      const { page } = await open({ locale, theme: 'light', width: 'phone' }, { width: 390, height: 844 });
      const cards = await page.locator('.wall-frame').evaluateAll((all) =>
        all.map(({ id, firstElementChild }) => ({
          id,
          px: firstElementChild?.closest('.wall-frame')?.querySelector('.card')?.getBoundingClientRect().height ?? 0,
        })),
      );
      expect(cards.length).toBeGreaterThan(100);
      const room = (id: string) => (ROOM_PX[locale] ?? 0) + (FULL.test(id) ? 50 : 0);
      expect(cards.filter(({ id, px }) => !TO_READ.test(id) && px > room(id))).toEqual([]);
      await page.close();
    },
    PATIENCE_MS,
  );

  describe.each(VIEWS)('$locale, $theme, $width', (view) => {
    test(
      'is readable, and nothing sticks out, is cut off or lies on something else',
      async () => {
        const { page, complaints } = await open(view);
        await page.locator('.chart').last().scrollIntoViewIfNeeded();
        await page.waitForSelector('.chart canvas');
        expect(await page.evaluate(layoutFaults)).toEqual([]);
        // Names, labels and contrast do not depend on the width.
        if (view.width === 'phone') expect(await accessibilityFaults(page, '.card')).toEqual([]);
        expect(complaints).toEqual([]);
        await page.close();
      },
      PATIENCE_MS,
    );
  });
});
