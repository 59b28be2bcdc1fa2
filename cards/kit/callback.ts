import type { JsonObject } from '../../src/domain/messaging';

/** What a button of ours carries (design §3.3): no secret, since every client that shows the card can read it. */
export interface Callback {
  cmd: string;
  /** The record; null where only the button's name came back. */
  id: number | null;
  /** Other plain values that rode along, as text: which reply, which page. */
  values: Record<string, string>;
}

const CMD = /^[a-z]+\.[a-z_]+$/;

/** The value of a button that asks `cmd` of a record; other plain values may ride along. */
export function callbackValue(cmd: string, id: number, extra: JsonObject = {}): JsonObject {
  return { cmd, id, ...extra };
}

/**
 * Reads a tap back from the button's value, or from its name where a form sent no value (sources disagree on what a
 * submit sends). Returns null for anything that is not one of our buttons.
 */
export function parseCallback(value: unknown, name: unknown): Callback | null {
  const { cmd, id, ...others } = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const asked = typeof cmd === 'string' ? cmd : name;
  if (typeof asked !== 'string' || !CMD.test(asked)) return null;
  return {
    cmd: asked,
    id: typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : null,
    values: Object.fromEntries(Object.entries(others).flatMap(plainValue)),
  };
}

const plainValue = ([key, value]: [string, unknown]): [string, string][] =>
  typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [];
