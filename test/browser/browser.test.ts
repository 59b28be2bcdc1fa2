import { expect, test } from '@jest/globals';
import { describeInBrowser, launchBrowser } from './browser';

describeInBrowser('the browser', () => {
  test('has fonts for Chinese', async () => {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    const widths = await page.evaluate(() => {
      const pen = document.createElement('canvas').getContext('2d');
      return ['客', '\uE000'].map((text) => pen?.measureText(text).width);
    });
    await browser.close();
    expect(widths[0]).toBeGreaterThan(0);
    expect(widths[0]).not.toBe(widths[1]);
  });
});
