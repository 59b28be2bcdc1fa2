import type { WallCard } from '../../page-contract';
import { controlSpecimens } from './specimens-controls';
import { displaySpecimens } from './specimens-display';
import type { Language } from './wall-state';

/** Picks the text of the language. */
export type Say = (zh: string, en: string) => string;

/** A card with one component; `more` holds further parts of the card, such as a header. */
export type Specimen = [id: string, title: string, elements: object[], more?: object];

/**
 * Cards with every component that the page can draw, used by the product or not. They show whether the page draws well.
 */
export function specimens(group: string, locale: Language): WallCard[] {
  const say: Say = (zh, en) => (locale === 'en-US' ? en : zh);
  return [...displaySpecimens(say), ...controlSpecimens(say)].map(([id, title, elements, more = {}]) => ({
    group,
    title,
    id: `component-${id}`,
    card: { schema: '2.0', config: { update_multi: true }, ...more, body: { elements } },
  }));
}
