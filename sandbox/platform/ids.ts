import { createHash, randomBytes } from 'node:crypto';

/** A fresh id such as `om_…`; random, so that ids of two runs never meet in a bot's database. */
export const freshId = (prefix: string) => `${prefix}${randomBytes(16).toString('hex')}`;

/** Always the same id for the same words. */
export const derivedId = (prefix: string, ...words: string[]) =>
  `${prefix}${createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 32)}`;

export const unionIdOf = (openId: string) => derivedId('on_', openId);
