import type { Json } from './card-view';
import { listed, word } from './read-json';

/** The address if it is one of the web; null for anything else, scripts above all. */
export const webUrl = (address: unknown): string | null =>
  /^https?:\/\/\S+$/i.test(word(address)) ? word(address) : null;

/** Where a control leads; null where it leads nowhere. */
export function openUrlOf(element: Json): string | null {
  const behaviour = listed(element.behaviors).find(({ type }) => type === 'open_url');
  return webUrl(behaviour?.pc_url) ?? webUrl(behaviour?.default_url) ?? webUrl(element.url);
}
