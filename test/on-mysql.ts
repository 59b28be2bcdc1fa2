import { describe } from '@jest/globals';
import { DIALECTS } from './databases';

/** A `describe` for tests of a shared database. Without a server they are skipped, and the closing summary says so. */
export const describeOnMysql = DIALECTS.includes('mysql') ? describe : describe.skip;
