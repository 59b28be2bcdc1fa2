import { describe } from '@jest/globals';
import { DIALECTS } from './databases';

/** For what only a shared database can show; skipped where no server was found, which the closing summary says. */
export const describeOnMysql = DIALECTS.includes('mysql') ? describe : describe.skip;
