import type { Browser, Locator, Page } from 'playwright-core';
import { TEST_IDS } from '../../sandbox/page/test-ids';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
/** The machine may be busy with other programs. */
const PATIENCE_MS = 60_000;
const TRAY_TRIES = 5;
const TRAY_OPENS_MS = 2000;

/** A person who plays in a window, and sees and taps what it shows. */
export class Player {
  /** Errors that the page reported. */
  readonly complaints: string[] = [];

  private constructor(readonly page: Page) {
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(message.text()));
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async open(browser: Browser, url: string, where: 'desktop' | 'phone' = 'desktop'): Promise<Player> {
    const context = await browser.newContext({ viewport: where === 'phone' ? PHONE : DESKTOP, locale: 'zh-CN' });
    context.setDefaultTimeout(PATIENCE_MS);
    const player = new Player(await context.newPage());
    await player.page.goto(url);
    return player;
  }

  /** A part of the page, by its test id. */
  the(id: keyof typeof TEST_IDS): Locator {
    return this.page.getByTestId(TEST_IDS[id]);
  }

  /** Declines the tour, which a new window offers. */
  async knowsTheWay(): Promise<void> {
    await this.the('tourLeave').first().click();
  }

  /** Becomes a person, in the direct chat or in one of that person's groups. */
  async be({ id }: { id: string }, group?: { id: string }): Promise<void> {
    await this.the('person')
      .and(this.page.locator(`[data-person-id="${id}"]`))
      .click();
    const chats = this.the('chat');
    await (group ? chats.and(this.page.locator(`[data-chat-id="${group.id}"]`)) : chats.first()).click();
  }

  /** The newest message in the open chat with all these words. */
  message(...words: string[]): Locator {
    return words.reduce((found, hasText) => found.filter({ hasText }), this.the('message')).last();
  }

  async forwards(sample: string): Promise<void> {
    const item = this.the('trayItem').and(this.page.locator(`[data-sample="${sample}"]`));
    // The tray of a new chat opens by itself once its messages are read, perhaps just before this press closes it.
    for (let tries = 0; tries < TRAY_TRIES && !(await item.isVisible()); tries += 1) {
      await this.the('trayToggle').click();
      await item.waitFor({ timeout: TRAY_OPENS_MS }).catch(() => undefined);
    }
    await item.click();
  }

  async taps(card: Locator, word: string): Promise<void> {
    await card.getByRole('button', { name: word, exact: true }).click();
  }

  async fills(card: Locator, field: string, text: string): Promise<void> {
    await card.locator(`[data-field="${field}"]`).fill(text);
  }

  async chooses(card: Locator, field: string, option: string): Promise<void> {
    await card.locator(`[data-field="${field}"]`).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
