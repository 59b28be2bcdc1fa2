import { z } from 'zod';
import { unknownEntry } from './unknown-entry';

/** A mapping of these entries and no others. */
export function mapping<S extends z.ZodRawShape>(shape: S) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.input === undefined) return 'is missing';
      if (issue.code !== 'unrecognized_keys') return `must be a mapping of ${known.join(', ')}`;
      // A line for each entry, in the order of `issue.keys`.
      return issue.keys.map((entry) => unknownEntry(entry, known)).join('\n');
    },
  });
}

export const list = <T extends z.ZodType>(item: T) =>
  z.array(item, { error: ({ input }) => (input === undefined ? 'is missing' : 'must be a list') });

/** A mapping of entries under names of the company's own (`checkOrgFile` looks at the names); `such` is an example. */
export const entries = <T extends z.ZodType>(item: T, such: string) =>
  z.record(z.string(), item.optional(), { error: `must be a mapping, such as ${such}` });
