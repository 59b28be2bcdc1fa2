import type { CardJson } from '../../src/domain/messaging';
import { button } from '../kit/button';
import { card } from '../kit/card';
import type { CardContext } from '../kit/context';
import { lines } from '../kit/elements';
import { actRow } from '../kit/parts/acts';
import { oneLine } from '../kit/plain-text';

/** A name in both languages. */
export interface Label {
  zh: string;
  en: string;
}

/** What somebody may begin, and the name that they typed; empty for none. */
export interface BeginList {
  typed: string;
  items: { name: string; label: Label }[];
}

const MAX_TYPED = 20;
/** More procedures than a company has; a card takes no more buttons. */
const MAX_ITEMS = 20;

export const labelIn = ({ zh, en }: Label, { texts }: CardContext): string => (texts.locale === 'en-US' ? en : zh);

/** The procedures that somebody may begin, a button each. */
export function beginCard({ typed, items }: BeginList, ctx: CardContext): CardJson {
  const { begin } = ctx.texts;
  const buttons = items
    .slice(0, MAX_ITEMS)
    .map(({ name, label }) =>
      button({ cmd: 'record.begin', id: 0, word: labelIn(label, ctx), values: { procedure: name } }),
    );
  const say = items.length === 0 ? begin.none : typed === '' ? '' : begin.unknown(oneLine(typed, MAX_TYPED));
  return card({
    title: begin.title,
    colour: 'blue',
    icon: 'list',
    summary: begin.title,
    elements: [...lines([say]), ...buttons.flatMap((one) => actRow([one]))],
  });
}
