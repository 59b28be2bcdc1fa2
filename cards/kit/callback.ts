import type { JsonObject } from '../../src/domain/messaging';

/** What a button of the bot carries (design §3.3). Everybody who sees the card can read it: no secrets. */
export interface Callback {
  cmd: string;
  /** The record; null if only the button's name came back. */
  id: number | null;
  /** Further plain values as text: which reply, which page. */
  values: Record<string, string>;
}

/** Leaves a form: the card is drawn as its record is. */
export const CANCEL = 'card.cancel';

const CMD = /^[a-z]+\.[a-z_]+$/;

/** The value of a button: the command, the record, and further plain values. */
export function callbackValue(cmd: string, id: number, extra: JsonObject = {}): JsonObject {
  return { cmd, id, ...extra };
}

/**
 * Reads a tap from the button's value, or from the button's name if a form sent no value (sources disagree on what a
 * form sends). Returns null if the button is not the bot's.
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
