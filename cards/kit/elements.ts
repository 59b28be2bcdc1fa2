import type { CardJson, JsonObject } from '../../src/domain/messaging';
import { callbackValue } from './callback';
import { oneLine } from './plain-text';

/** One element of a card (Card JSON 2.0). */
export type Element = JsonObject;

export type Colour = 'blue' | 'wathet' | 'turquoise' | 'green' | 'yellow' | 'orange' | 'red' | 'purple' | 'grey';

/** How a line stands out: a section's title, an aside, something that must not be missed. */
export type Look = 'normal' | 'heading' | 'quiet' | 'alarm';

export interface Tag {
  text: string;
  colour: Colour | 'neutral';
}

export interface Confirm {
  title: string;
  text: string;
}

const LOOKS: Record<Look, JsonObject> = {
  normal: {},
  heading: { text_size: 'heading' },
  quiet: { text_size: 'notation', text_color: 'grey' },
  alarm: { text_color: 'red' },
};

/** The platform's limits on single texts, in characters. */
const MAX_TITLE = 100;
const MAX_BUTTON = 100;

/** Literal text: the only element that ever holds what a person typed. */
export function plain(content: string, look: Look = 'normal'): JsonObject {
  return { tag: 'plain_text', content, ...LOOKS[look] };
}

/** One block of literal lines; nothing at all where every line is empty. */
export function lines(texts: (string | null | false)[], look: Look = 'normal'): Element[] {
  const content = texts.filter(Boolean).join('\n');
  return content === '' ? [] : [{ tag: 'div', text: plain(content, look) }];
}

/** A title and what stands under it; nothing where there is nothing under it. */
export function section(title: string, elements: Element[]): Element[] {
  return elements.length === 0 ? [] : [...lines([title], 'quiet'), ...elements];
}

export const hr = (): Element => ({ tag: 'hr' });

/** Side by side, of equal width, on phones too; `bottom` where what counts stands last in each. */
export function columns(groups: Element[][], align: 'top' | 'bottom' = 'top'): Element {
  return {
    tag: 'column_set',
    flex_mode: 'none',
    horizontal_spacing: '8px',
    columns: groups.map((elements) => ({
      tag: 'column',
      width: 'weighted',
      weight: 1,
      ...(align === 'top' ? {} : { vertical_align: align }),
      elements,
    })),
  };
}

/** A few buttons beside each other, each as wide as its word. */
export function buttonRow(buttons: Element[]): Element {
  return {
    tag: 'column_set',
    flex_mode: 'none',
    horizontal_spacing: '8px',
    columns: buttons.map((one) => ({ tag: 'column', width: 'auto', elements: [one] })),
  };
}

/** Something to read, and beside it something narrow to tap, on phones too. */
export function row(main: Element[], aside: Element[]): Element {
  const column = (weight: number, elements: Element[]) => ({ tag: 'column', width: 'weighted', weight, elements });
  return {
    tag: 'column_set',
    flex_mode: 'none',
    horizontal_spacing: '8px',
    columns: [column(4, main), column(1, aside)],
  };
}

export type ButtonLook = 'default' | 'primary' | 'danger';

/** The platform's own `primary` has a blue edge only: what a card is mainly for would not stand out on it. */
const BUTTON_TYPES: Record<ButtonLook, string> = { default: 'default', primary: 'primary_filled', danger: 'danger' };

/** What a button asks the program to do, and what a person reads on it. */
export interface ButtonParts {
  /** The command: `feedback.claim`. */
  cmd: string;
  /** The record; 0 for none. */
  id: number;
  /** The word on the button. */
  word: string;
  look?: ButtonLook;
  /** A question to be answered before the command is sent. */
  confirm?: Confirm | undefined;
  /** Plain values that come back with the tap. */
  values?: JsonObject | undefined;
}

/** A button that sends its command back when it is tapped (design §3.3). */
export function button({ cmd, id, word, look = 'default', confirm, values = {} }: ButtonParts): Element {
  return {
    tag: 'button',
    type: BUTTON_TYPES[look],
    text: plain(oneLine(word, MAX_BUTTON - 1)),
    ...(confirm ? { confirm: { title: plain(confirm.title), text: plain(confirm.text) } } : {}),
    behaviors: [{ type: 'callback', value: callbackValue(cmd, id, values) }],
  };
}

/** A thumbnail that opens on a tap; `alt` is read where pictures are not shown. */
export function image(key: string, alt: string): Element {
  return { tag: 'img', img_key: key, alt: plain(alt), scale_type: 'crop_center', size: '80px 80px', preview: true };
}

/** Folded until somebody opens it. Forms and tables may not go inside. */
export function panel(title: string, elements: Element[]): Element[] {
  if (elements.length === 0) return [];
  return [
    {
      tag: 'collapsible_panel',
      expanded: false,
      header: {
        title: plain(title),
        vertical_align: 'center',
        icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', size: '16px 16px' },
        icon_position: 'right',
        icon_expanded_angle: -180,
      },
      border: { color: 'grey', corner_radius: '5px' },
      padding: '8px',
      vertical_spacing: '8px',
      elements,
    },
  ];
}

export interface Column {
  name: string;
  title: string;
  type: 'text' | 'number';
}

/** A table; only directly in the body, five a card at most. Its text cells are literal. */
export function table(heads: Column[], rows: JsonObject[]): Element {
  return {
    tag: 'table',
    page_size: 10,
    row_height: 'low',
    header_style: { text_align: 'left', background_style: 'grey', bold: true, lines: 1 },
    columns: heads.map(({ name, title, type }) => ({ name, display_name: title, data_type: type, width: 'auto' })),
    rows,
  };
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
