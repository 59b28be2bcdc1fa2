import type { CardJson } from '../../src/domain/messaging';
import type { Passage } from '../texts/facts';
import { card } from './card';
import { lines } from './elements';
import { cut, oneLine } from './plain-text';

const MAX_LINE = 1000;

/** A title and a few lines: help, a hint, a refusal. */
export function passageCard(passage: Passage): CardJson {
  const title = oneLine(passage.title, MAX_LINE);
  return card({
    title,
    colour: 'blue',
    summary: title,
    elements: lines(passage.lines.map((line) => cut(line, MAX_LINE))),
  });
}
