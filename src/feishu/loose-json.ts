/** Readers for JSON that others wrote: they never throw, and what is missing or of another type reads as empty. */
export type Loose = Record<string, unknown>;

export function asObject(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The object a JSON text holds; `{}` where it holds something else, or is not JSON. */
export function parseObject(text: unknown): Loose {
  if (typeof text !== 'string') return asObject(text);
  try {
    return asObject(JSON.parse(text));
  } catch {
    return {};
  }
}

/**
 * A moment as the platform writes it: seconds (10 digits, or with a fraction), milliseconds (13) or microseconds (16).
 * Null where it is none.
 */
export function asInstant(value: unknown): number | null {
  const text = asText(value);
  const match = /^(\d{10,16})(\.\d+)?$/.exec(text);
  if (!match) return null;
  const digits = (match[1] as string).length;
  if (digits >= 16) return Math.floor(Number(match[1]) / 1000);
  return digits >= 13 ? Number(match[1]) : Math.floor(Number(text) * 1000);
}
