/** Says what is wrong with the value at a path. */
export type Fault = (path: (string | number)[], message: string) => void;

/** A mapping of a file whose entries may be wrong: they are looked at one by one. */
export type Entries = Record<string, unknown>;

export const isMapping = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The entries of a mapping; none if the value is none. */
export const entriesOf = (value: unknown): Entries => (isMapping(value) ? value : {});

/** The items of a list; none if the value is none. */
export const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
