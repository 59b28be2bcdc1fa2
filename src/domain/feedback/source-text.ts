import { memoize } from '../memoize';
import { textOfItems } from '../merged-forward';
import type { MergedItem } from '../messaging';
import type { Instant } from '../time';
import type { Feedback, Source } from './model';

/** The text of one message; of a merged forward, a line for each item. */
export function textOfSource({ inside = [], text }: Pick<Source, 'inside' | 'text'>): string {
  return inside.length > 0 ? textOfItems(inside) : text;
}

/** True for a merged forward that could not be opened: a person has to forward its messages one by one. */
export function isClosed({ form, inside = [], text }: Pick<Source, 'form' | 'inside' | 'text'>): boolean {
  return form === 'merge_forward' && inside.length === 0 && text === '';
}

const BEGINNING = 200;

/** How the customer's messages begin, without speakers: people recognise a draft by this if it names no customer. */
export function beginningOf({ sources }: Pick<Feedback, 'sources'>): string {
  let beginning = '';
  const read = (items: Pick<MergedItem, 'text' | 'inside'>[]): void => {
    for (const { text, inside = [] } of items) {
      if (beginning.length > BEGINNING) return;
      if (text !== '') beginning += `${beginning === '' ? '' : ' '}${text}`;
      read(inside);
    }
  };
  read(notRecalled(sources));
  return beginning.slice(0, BEGINNING);
}

/** The messages, or replies, that their author has not recalled. */
export function notRecalled<M extends { recalledAt?: Instant | null }>(messages: M[]): M[] {
  return messages.filter(({ recalledAt = null }) => recalledAt === null);
}

const textOfAll = memoize((sources: Source[]): string =>
  notRecalled(sources)
    .map(textOfSource)
    .filter((text) => text !== '')
    .join('\n'),
);

/** The customer's text, oldest first, without the messages that the rep recalled. */
export function textOf({ sources }: Pick<Feedback, 'sources'>): string {
  return textOfAll(sources);
}
