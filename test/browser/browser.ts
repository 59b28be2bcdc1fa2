import { describe } from '@jest/globals';
import { findChromium } from './find-chromium';

export { launchBrowser } from './launch-browser';

/** A `describe` for tests in a browser. If none is installed they are skipped, and the closing summary says so. */
export const describeInBrowser = findChromium() === null ? describe.skip : describe;
