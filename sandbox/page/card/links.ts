import type { Json } from './card-view';
import { listed, word } from './read-json';

/** The address if it begins with http or https; else null, above all for scripts. */
export const webUrl = (address: unknown): string | null =>
  /^https?:\/\/\S+$/i.test(word(address)) ? word(address) : null;

/** The web address that a control opens; null if there is none. */
export function openUrlOf(element: Json): string | null {
  const behaviour = listed(element.behaviors).find(({ type }) => type === 'open_url');
  return webUrl(behaviour?.pc_url) ?? webUrl(behaviour?.default_url) ?? webUrl(element.url);
}
