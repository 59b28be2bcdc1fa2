import type { WeightedKeywords } from './prefill-keywords';

/** A keyword or word found in a text. */
export interface Hit {
  word: string;
  at: number;
  weight: number;
}

export type Finder = (text: string) => Hit[];

const MAX_SHOWN = 5;

/** Makes a finder with one pass over the text for each weight; English alternatives match whole words only. */
export function finderOf(list: WeightedKeywords): Finder {
  const patterns = list.map(([weight, alternatives]) => ({
    weight,
    pattern: new RegExp(`(?<![a-z0-9](?=[a-z0-9]))(?:${alternatives})(?!(?<=[a-z0-9])[a-z0-9])`, 'gu'),
  }));
  return (text) =>
    patterns.flatMap(({ weight, pattern }) =>
      [...text.matchAll(pattern)].map((match) => ({ word: match[0].trim(), at: match.index, weight })),
    );
}

/** The first hit of each word in the text. A word weighs its length, so that the more exact word wins. */
export function occurrences(text: string, words: string[]): Hit[] {
  return words.flatMap((word) => {
    const wanted = word.normalize('NFKC').toLowerCase();
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      if (isWholeWord(text, at, wanted)) return [{ word, at, weight: word.length }];
    }
    return [];
  });
}

/** No other letter or digit may touch a word of letters and digits; Chinese has no word ends. */
function isWholeWord(text: string, at: number, word: string): boolean {
  const touches = (a: string | undefined, b: string | undefined) => /^[a-z0-9]{2}$/.test(`${a}${b}`);
  return !touches(text[at - 1], word[0]) && !touches(word.at(-1), text[at + word.length]);
}

/** The weight of all hits; a repeated keyword counts once, with its greatest weight. */
export function sum(hits: Hit[]): number {
  let total = 0;
  for (const weight of heaviest(hits).values()) total += weight;
  return total;
}

/** The weightiest keywords of the hits, for the rep to see. */
export function shown(hits: Hit[]): string[] {
  const words = [...heaviest(hits)].sort(([, a], [, b]) => b - a).map(([word]) => word);
  return words.filter((word) => word !== '').slice(0, MAX_SHOWN);
}

function heaviest(hits: Hit[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { word, weight } of hits) weights.set(word, Math.max(weight, weights.get(word) ?? 0));
  return weights;
}
