import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { controlsOf } from '../../sandbox/platform/cards/card-reader';
import { fillForm } from '../../sandbox/platform/cards/form-fields';
import { describeInBrowser, launchBrowser } from './browser';
import type { Harness } from './card-harness';

type Json = Record<string, unknown>;

const PATIENCE_MS = 60_000;
const ROOT = path.join(__dirname, '..', '..');

const plain = (content: string) => ({ tag: 'plain_text', content });
const cardOf = (...elements: Json[]): Json => ({ schema: '2.0', body: { elements } });
const submit = { tag: 'button', name: 'case.answer', form_action_type: 'submit', text: plain('提交') };
const button = (word: string, cmd: string, more: Json = {}) => ({
  tag: 'button',
  text: plain(word),
  behaviors: [{ type: 'callback', value: { cmd, id: 12 } }],
  ...more,
});
const line = (words: string) => ({ tag: 'div', text: plain(words) });
const answer = { tag: 'input', name: 'answer', label: plain('处理意见'), input_type: 'multiline_text', required: true };
const cause = { tag: 'input', name: 'cause', label: plain('原因') };
const form = (...elements: Json[]) => ({ tag: 'form', name: 'form', elements: [...elements, submit] });

describeInBrowser('a card', () => {
  let browser: Browser;
  let page: Page;
  let script: string;
  beforeAll(async () => {
    browser = await launchBrowser();
    const built = await build({
      entryPoints: [path.join(__dirname, 'card-harness.tsx')],
      bundle: true,
      write: false,
      format: 'iife',
      external: ['@visactor/vchart'],
      tsconfig: path.join(ROOT, 'sandbox', 'page', 'tsconfig.json'),
    });
    script = built.outputFiles[0]?.text ?? '';
  }, PATIENCE_MS);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage({ viewport: { width: 700, height: 900 } });
    await page.setContent('<html lang="zh-CN"><body></body></html>');
    for (const name of ['theme.css', 'card.css']) {
      await page.addStyleTag({ content: readFileSync(path.join(process.env.TEST_PAGE as string, name), 'utf8') });
    }
    await page.addScriptTag({ content: script });
  }, PATIENCE_MS);

  const run = <T>(work: (harness: Harness, given: never) => T, given?: unknown) =>
    page.evaluate(`(${work})(window.harness, ${JSON.stringify(given)})`) as Promise<Awaited<T>>;
  const show = (card: Json, why?: string) =>
    run((harness, [shown, reason]: [Json, string?]) => harness.show(shown, reason), [card, why]);
  const settle = (isTaken: boolean) => run((harness, taken: boolean) => harness.answer(taken), isTaken);
  const taps = () => run((harness) => harness.taps);
  const field = (name: string) => page.locator(`[data-field="${name}"]`);
  const tapButton = (name: string) => page.getByRole('button', { name, exact: true });

  test('keeps the typed text and the caret while the card changes around the field', async () => {
    await show(cardOf(line('处理中'), form(answer, cause)));
    await field('answer').fill('温控表已更换');
    await field('answer').evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(2, 2));
    await show(cardOf(line('处理中'), line('有新进展'), { tag: 'hr' }, form(line('请填写'), answer)));
    expect(await field('answer').inputValue()).toBe('温控表已更换');
    const caret = await page.evaluate(() => {
      const active = document.activeElement as HTMLTextAreaElement;
      return [active.dataset.field, active.selectionStart];
    });
    expect(caret).toEqual(['answer', 2]);
    expect(await field('cause').count()).toBe(0);
  });

  test('keeps focus and caret if the field moves into another container', async () => {
    await show(cardOf(form(answer)));
    await field('answer').fill('温控表');
    await field('answer').evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(1, 1));
    const column = { tag: 'column', width: 'weighted', elements: [answer] };
    await show(cardOf(form({ tag: 'column_set', columns: [column] })));
    await page.keyboard.type('新');
    expect(await field('answer').inputValue()).toBe('温新控表');
  });

  test('drops submitted values, unless the tap failed', async () => {
    await show(cardOf(form(answer)));
    await field('answer').fill('第一次');
    await tapButton('提交').click();
    await settle(false);
    await show(cardOf(line('有人接单'), form(answer)));
    expect(await field('answer').inputValue()).toBe('第一次');
    await tapButton('提交').click();
    await settle(true);
    await show(cardOf(line('已提交'), form(answer)));
    expect(await field('answer').inputValue()).toBe('');
  });

  test('shows a fault at a missing field, focuses the field, and sends nothing', async () => {
    const department = {
      tag: 'select_static',
      name: 'department',
      required: true,
      options: [],
      placeholder: plain('请选择'),
    };
    const fold = { tag: 'collapsible_panel', header: { title: plain('更多') }, elements: [answer] };
    await show(cardOf(form(cause, fold, line('部门 *'), department)));
    await tapButton('提交').click();
    expect(await page.getByRole('alert').allInnerTexts()).toEqual(['必填项，请填写', '必填项，请填写']);
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.field)).toBe('answer');
    await page.keyboard.type('好');
    expect(await page.getByRole('alert').count()).toBe(1);
    expect(await taps()).toEqual([]);
  });

  test('sends one tap: the button waits, and nothing else can be tapped meanwhile', async () => {
    await show(cardOf(button('接单', 'feedback.claim'), button('转派', 'feedback.transfer')));
    await tapButton('接单').dblclick();
    await tapButton('转派').click({ force: true });
    expect(await taps()).toEqual([{ cmd: 'feedback.claim', label: '接单', value: { cmd: 'feedback.claim', id: 12 } }]);
    expect(await tapButton('接单').getAttribute('aria-busy')).toBe('true');
    await settle(true);
    await tapButton('转派').click();
    expect(await taps()).toHaveLength(2);
  });

  test('has a box that can be tapped, except for the button inside', async () => {
    const behaviors = [{ type: 'callback', value: { cmd: 'feedback.look' } }];
    const elements = [line('FB-12 明川包装'), button('接单', 'feedback.claim')];
    await show(cardOf({ tag: 'interactive_container', behaviors, elements }));
    await tapButton('接单').click();
    await settle(true);
    await page.getByText('FB-12 明川包装').click();
    await settle(true);
    await page.getByRole('button', { name: 'FB-12 明川包装 接单' }).focus();
    await page.keyboard.press('Enter');
    expect((await taps()).map(({ cmd }) => cmd)).toEqual(['feedback.claim', 'feedback.look', 'feedback.look']);
  });

  test('asks before a tap if the button says so; Escape means no, and focus returns', async () => {
    const confirm = { title: plain('确定撤回？'), text: plain('部门不再处理。') };
    await show(cardOf(button('撤回', 'feedback.withdraw', { confirm })));
    await tapButton('撤回').click();
    expect(await page.getByRole('dialog').innerText()).toContain('部门不再处理。');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('撤回');
    await tapButton('撤回').click();
    await tapButton('确定').click();
    expect(await taps()).toHaveLength(1);
  });

  test('fills every kind of field by keyboard with values that the platform accepts', async () => {
    const option = (value: string) => ({ text: plain(value), value });
    const choose = { placeholder: plain('请选择'), required: true };
    const card = cardOf(
      form(
        { tag: 'select_static', name: 'department', options: ['售后部', '品质部'].map(option), ...choose },
        { tag: 'multi_select_static', name: 'kinds', options: ['a', 'b', 'c'].map(option), ...choose },
        { tag: 'select_person', name: 'who', ...choose },
        { tag: 'date_picker', name: 'day', ...choose },
        { tag: 'picker_time', name: 'time', initial_time: '09:30' },
        { tag: 'picker_datetime', name: 'until', ...choose },
        { tag: 'checker', name: 'told', text: plain('已告知') },
      ),
    );
    await show(card);
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const isOpen = () => page.waitForFunction(() => document.activeElement?.closest('.popover'));
    const pick = async (name: string, ...keys: string[]) => {
      await field(name).focus();
      await press('Enter');
      await isOpen();
      await press(...keys);
    };
    await pick('department', 'ArrowDown', 'Enter');
    await pick('kinds', 'Enter', 'End', 'Enter', 'Escape');
    await pick('who');
    await page.keyboard.type('孙');
    await press('Enter');
    await pick('day', 'ArrowRight', 'ArrowDown', 'Enter');
    await pick('until', 'PageDown', 'Enter', 'Tab', 'ArrowDown', 'Tab', 'Home');
    await tapButton('确定').click();
    await field('told').check();
    await tapButton('提交').click();
    const [{ form: sent }] = (await taps()) as [{ form: Json }];
    const fields = controlsOf(card).filter(({ element }) => element.tag !== 'button');
    expect(fillForm(fields, sent, 'absent')).toEqual({
      values: {
        department: '品质部',
        kinds: ['a', 'c'],
        who: 'ou_sun',
        day: '2026-12-02 +0800',
        time: '09:30 +0800',
        until: '2026-12-24 19:00 +0800',
        told: true,
      },
    });
  });

  test('says why it cannot be tapped', async () => {
    await show(cardOf(button('接单', 'feedback.claim'), form(answer)), '这张卡片已超过 14 天');
    expect(await page.locator('.card').innerText()).toContain('这张卡片已超过 14 天');
    expect(await tapButton('接单').isDisabled()).toBe(true);
    expect(await field('answer').isDisabled()).toBe(true);
  });

  test('shows typed text literally, and links to the web only', async () => {
    const hostile =
      '<img src=x onerror=alert(1)> [点](javascript:alert(1)) [好](https://example.com/) <at id=ou_li></at>';
    await show(cardOf(line(hostile), { tag: 'markdown', content: hostile }, { tag: 'carousel' }));
    expect(await page.locator('.card img').count()).toBe(0);
    const links = await page
      .locator('.card a')
      .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href));
    expect(links).toEqual(['https://example.com/']);
    const shown = await page.locator('.card').innerText();
    expect(shown).toContain(hostile);
    expect(shown).toContain('@李娜');
    expect(shown).toContain('carousel');
  });
});
