import type { JsonObject } from '../../../src/domain/messaging';

/** The first of these parameters that holds a text; empty if none does. */
export function textIn(params: JsonObject, ...names: string[]): string {
  const found = names.map((name) => params[name]).find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? found : '';
}

/** A number in the parameters; null if there is none. */
export const numberIn = (params: JsonObject, name: string): number | null =>
  typeof params[name] === 'number' ? params[name] : null;
