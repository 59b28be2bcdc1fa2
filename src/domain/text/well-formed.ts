/** Half of a character beyond the first plane, as `JSON.stringify` writes it when its other half is missing. */
const HALF = /\\ud[89a-f]/;

/**
 * The same JSON with U+FFFD in place of half characters, which databases refuse in JSON and keep in different ways
 * elsewhere. Used where text comes into the program.
 */
export function wellFormed<T>(json: T): T {
  return HALF.test(JSON.stringify(json) ?? '') ? (mended(json) as T) : json;
}

function mended(json: unknown): unknown {
  // The type of `toWellFormed` is newer than the language level of the program; Node 20 has it.
  if (typeof json === 'string') return (json as string & { toWellFormed(): string }).toWellFormed();
  if (Array.isArray(json)) return json.map(mended);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [mended(key), mended(value)]));
}
