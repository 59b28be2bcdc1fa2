import { createHash, randomBytes } from 'node:crypto';

/** A new id such as `om_…`. Random, so that ids of two runs never collide in a bot's database. */
export const freshId = (prefix: string) => `${prefix}${randomBytes(16).toString('hex')}`;

/** An id derived from strings: the same strings give the same id. */
export const derivedId = (prefix: string, ...words: string[]) =>
  `${prefix}${createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 32)}`;

/** The union_id of a person. */
export const unionIdOf = (openId: string) => derivedId('on_', openId);
