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

/** Starts the installed browser, headless; the caller closes it. Throws if none is installed. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium is installed');
  return chromium.launch({ executablePath, args: ARGS });
}
