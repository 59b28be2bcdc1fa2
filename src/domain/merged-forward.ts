import { memoize } from './memoize';
import type { MergedItem } from './messaging';

/** A record keeps at most so much of a merged forward; the longest conversations of companies are far shorter. */
const MAX_ITEMS = 500;
const MAX_DEPTH = 8;
const MAX_ITEM_CHARACTERS = 4_000;
const MAX_CHARACTERS = 60_000;

/** The items of a merged forward that a record keeps, and how many items were left out. */
export function keptItems(items: MergedItem[]): { items: MergedItem[]; leftOut: number } {
  const room = { items: MAX_ITEMS, characters: MAX_CHARACTERS };
  let leftOut = 0;
  const keep = (among: MergedItem[], depth: number): MergedItem[] =>
    among.flatMap((item) => {
      const { inside = [], ...own } = item;
      if (depth > MAX_DEPTH || room.items === 0 || room.characters === 0) {
        leftOut += countOf([item]);
        return [];
      }
      room.items -= 1;
      const text = own.text.slice(0, Math.min(MAX_ITEM_CHARACTERS, room.characters));
      room.characters -= text.length;
      const held = keep(inside, depth + 1);
      return [held.length > 0 ? { ...own, text, inside: held } : { ...own, text }];
    });
  return { items: keep(items, 1), leftOut };
}

/** The number of items; a nested merged forward counts as the items in it. */
export function countOf(items: MergedItem[]): number {
  return items.reduce((sum, { inside = [] }) => sum + (inside.length > 0 ? countOf(inside) : 1), 0);
}

/** The items' text for search and for guesses: a line an item, after the speaker's name if Feishu tells the name. */
export const textOfItems = memoize((items: MergedItem[]): string => {
  const lines = items.flatMap(({ speaker, text, inside = [] }) => [
    text === '' ? '' : speaker === '' ? text : `${speaker}：${text}`,
    textOfItems(inside),
  ]);
  return lines.filter((line) => line !== '').join('\n');
});

/** Everyone who speaks in it, in the order of their first item. */
export function speakersIn(items: MergedItem[]): { by: string; speaker: string }[] {
  const found = new Map<string, string>();
  const walk = (among: MergedItem[]) => {
    for (const { by, speaker, inside = [] } of among) {
      if (!found.has(by)) found.set(by, speaker);
      walk(inside);
    }
  };
  walk(items);
  return [...found].map(([by, speaker]) => ({ by, speaker }));
}
