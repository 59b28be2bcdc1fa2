import type { CardJson } from '../../src/domain/messaging';
import { type Element, plain } from './elements';
import { oneLine } from './plain-text';

/** The platform takes no longer title, in characters. */
const MAX_TITLE = 100;

/** The colours of a card's header. */
export type Colour = 'blue' | 'wathet' | 'turquoise' | 'green' | 'yellow' | 'orange' | 'red' | 'purple' | 'grey';

/** A small coloured label beside the title. */
export interface Tag {
  text: string;
  colour: Colour | 'neutral';
}

/** What a card consists of. */
export interface CardParts {
  title: string;
  subtitle?: string;
  colour: Colour;
  /** The platform shows three. */
  tags?: Tag[];
  /** Stands in the chat list and in notifications: no personal data. */
  summary: string;
  elements: Element[];
  /** It shows contact details: nobody may forward it. */
  isPrivate?: boolean;
}

/** The whole card (Card JSON 2.0). All its readers share one card: the platform wants `update_multi` to say so. */
export function card({
  title,
  subtitle = '',
  colour,
  tags = [],
  summary,
  elements,
  isPrivate = false,
}: CardParts): CardJson {
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      summary: { content: summary },
      ...(isPrivate ? { enable_forward: false } : {}),
    },
    header: {
      title: plain(oneLine(title, MAX_TITLE)),
      ...(subtitle === '' ? {} : { subtitle: plain(oneLine(subtitle, MAX_TITLE)) }),
      ...(tags.length === 0
        ? {}
        : {
            text_tag_list: tags
              .slice(0, 3)
              .map((tag) => ({ tag: 'text_tag', text: plain(tag.text), color: tag.colour })),
          }),
      template: colour,
    },
    body: { vertical_spacing: '8px', elements },
  };
}
