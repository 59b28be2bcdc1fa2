import { describe } from '@jest/globals';
import { findChromium } from './find-chromium';

export { launchBrowser } from './launch-browser';

/** For what only a browser can show; skipped where none is installed, which the closing summary says. */
export const describeInBrowser = findChromium() === null ? describe.skip : describe;
