import type { CardJson } from '../../src/domain/messaging';
import { button } from '../kit/button';
import { card } from '../kit/card';
import type { CardContext } from '../kit/context';
import { type Element, lines } from '../kit/elements';

const enterButton = (year: string, word: string): Element =>
  button({ cmd: 'org.year', id: 0, word, look: 'primary', values: { arg: year } });

/** A deadline falls into a year without holidays. An admin (`mayEnter`) gets a button that opens the year. */
export function holidaysUnpublishedCard(year: number, mayEnter: boolean, ctx: CardContext): CardJson {
  const { holidays: words } = ctx.texts.setup;
  const title = words.unpublishedTitle(String(year));
  return card({
    title,
    colour: 'orange',
    summary: title,
    elements: [
      ...lines([...words.unpublishedLines(String(year)), mayEnter ? words.enterHere : words.askAdmin]),
      ...(mayEnter ? [enterButton(String(year), words.enterYear(String(year)))] : []),
    ],
  });
}
