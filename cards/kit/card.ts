import type { CardJson } from '../../src/domain/messaging';
import { type Element, plain } from './elements';
import { oneLine } from './plain-text';

/** The platform takes no longer title, in characters. */
const MAX_TITLE = 100;

export type Colour = 'blue' | 'wathet' | 'turquoise' | 'green' | 'yellow' | 'orange' | 'red' | 'purple' | 'grey';

export interface Tag {
  text: string;
  colour: Colour | 'neutral';
}

export interface CardParts {
  title: string;
  subtitle?: string;
  colour: Colour;
  tags?: Tag[];
  /** Shown in the chat list and in notifications: no personal data. */
  summary: string;
  elements: Element[];
}

/** The whole card. 2.0 cards are always shared, which `update_multi` must say. */
export function card({ title, subtitle = '', colour, tags = [], summary, elements }: CardParts): CardJson {
  return {
    schema: '2.0',
    config: { update_multi: true, summary: { content: summary } },
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
