import { describe } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find-chromium';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** For what only a browser can show; skipped where none is installed, which the closing summary says. */
export const describeInBrowser = findChromium() === null ? describe.skip : describe;

/** Starts the installed browser, headless; whoever starts it closes it. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium is installed');
  return chromium.launch({ executablePath, args: ARGS });
}
