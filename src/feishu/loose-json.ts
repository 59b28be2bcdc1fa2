import { wellFormed } from '../domain/text/well-formed';

/** Readers for JSON from outside: they never throw, and read missing or wrong values as empty. */
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

/** The object in a JSON text; `{}` if the text holds another value or is no JSON. */
export function parseObject(text: unknown): Loose {
  if (typeof text !== 'string') return asObject(text);
  try {
    return wellFormed(asObject(JSON.parse(text)));
  } catch {
    return {};
  }
}

/**
 * A moment as the platform writes it: seconds (10 digits, or with a fraction), milliseconds (13) or microseconds (16).
 * Null if the value is none of these.
 */
export function asInstant(value: unknown): number | null {
  const text = asText(value);
  const match = /^(\d{10,16})(\.\d+)?$/.exec(text);
  if (!match) return null;
  const digits = (match[1] as string).length;
  if (digits >= 16) return Math.floor(Number(match[1]) / 1000);
  return digits >= 13 ? Number(match[1]) : Math.floor(Number(text) * 1000);
}
