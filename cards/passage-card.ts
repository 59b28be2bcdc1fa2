import type { CardJson } from '../src/domain/messaging';
import { card, lines } from './elements';
import type { Passage } from './texts';

/** A title and a few lines of ours: help, a hint, a refusal. */
export function passageCard({ title, lines: words }: Passage): CardJson {
  return card({ title, colour: 'blue', summary: title, elements: lines(words) });
}
