/** A JSON object of which nothing is known yet. */
export type Json = Record<string, unknown>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value if it is a list, else an empty list. */
export const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
