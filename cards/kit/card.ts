import type { CardJson } from '../../src/domain/messaging';
import { type Element, plain } from './elements';
import { oneLine } from './plain-text';

/** The platform takes no longer title, in characters. */
const MAX_TITLE = 100;

/** The colours of a card's header. */
export type Colour =
  | 'blue'
  | 'wathet'
  | 'turquoise'
  | 'green'
  | 'yellow'
  | 'orange'
  | 'red'
  | 'purple'
  | 'indigo'
  | 'grey';

/** The icons of a header, each by what it stands for (`feishu/card-2.0.md` §7.7 names the platform's). */
const ICONS = {
  feedback: 'chat_outlined',
  draft: 'edit_outlined',
  list: 'list-check_outlined',
  todo: 'tab-todo_outlined',
  report: 'report_outlined',
  reminder: 'alarm-clock_outlined',
  alarm: 'warning_filled',
  done: 'yes_filled',
  void: 'close_filled',
  setup: 'setting_outlined',
} as const;

export type Icon = keyof typeof ICONS;

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
  icon?: Icon;
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
  icon,
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
      ...(icon === undefined ? {} : { icon: { tag: 'standard_icon', token: ICONS[icon] } }),
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
