import type { JsonObject } from '../../src/domain/messaging';

/** One element of a card (Card JSON 2.0). */
export type Element = JsonObject;

/** How a line stands out: `heading` is a large figure, `quiet` a title or an aside, `alarm` must not be missed. */
export type Look = 'normal' | 'heading' | 'quiet' | 'alarm';

const LOOKS: Record<Look, JsonObject> = {
  normal: {},
  heading: { text_size: 'heading' },
  quiet: { text_size: 'notation', text_color: 'grey' },
  alarm: { text_color: 'red' },
};

/** Literal text. No other element holds a typed text, except a table's cells. */
export function plain(content: string, look: Look = 'normal'): JsonObject {
  return { tag: 'plain_text', content, ...LOOKS[look] };
}

/** One block of literal lines without the empty ones; no element if all are empty. */
export function lines(texts: (string | null | false)[], look: Look = 'normal'): Element[] {
  const content = texts.filter(Boolean).join('\n');
  return content === '' ? [] : [{ tag: 'div', text: plain(content, look) }];
}

/** A title and the elements under it; no element if there are none. */
export function section(title: string, elements: Element[]): Element[] {
  return elements.length === 0 ? [] : [...lines([title], 'quiet'), ...elements];
}

/** A dividing line. */
export const hr = (): Element => ({ tag: 'hr' });

/**
 * A line in the product's own words, which may hold markup: colours, and a person to mention by `<at id=…>`. Never a typed
 * text.
 */
export function ownWords(content: string, look: 'normal' | 'small' = 'normal'): Element {
  return { tag: 'markdown', content, ...(look === 'small' ? { text_size: 'notation' } : {}) };
}

/** What a grey block holds is to be known, a blue one is new, a green one good, a yellow one asks. */
export type Shade = 'grey' | 'blue' | 'green' | 'yellow' | 'orange';

/** Elements on a shaded ground, under a small title; no element if there are none. */
export function block(shade: Shade, title: string, elements: Element[]): Element[] {
  if (elements.length === 0) return [];
  const inside = {
    ...column(1, [...clamped(title, 1, 'quiet'), ...elements]),
    padding: '8px 10px',
    vertical_spacing: '4px',
  };
  return [{ tag: 'column_set', flex_mode: 'none', background_style: `${shade}-50`, columns: [inside] }];
}

/** A typed text of at most so many lines on the screen. */
export function clamped(content: string, lineCount: number, look: Look = 'normal'): Element[] {
  return content === '' ? [] : [{ tag: 'div', text: { ...plain(content, look), lines: lineCount } }];
}

/** Columns side by side, on phones too. */
export function columnSet(columns: JsonObject[]): Element {
  return { tag: 'column_set', flex_mode: 'none', horizontal_spacing: '8px', columns };
}

const column = (weight: number, elements: Element[]): JsonObject => ({
  tag: 'column',
  width: 'weighted',
  weight,
  elements,
});

/** Columns of equal width; with `bottom` the last elements of all columns stand on one line. */
export function columns(groups: Element[][], align: 'top' | 'bottom' = 'top'): Element {
  const aligned: JsonObject = align === 'top' ? {} : { vertical_align: align };
  return columnSet(groups.map((elements) => ({ ...column(1, elements), ...aligned })));
}

/** Columns by their weights, each in the middle of the line. */
export function sideBySide(parts: [weight: number, elements: Element[]][]): Element {
  return columnSet(parts.map(([weight, elements]) => ({ ...column(weight, elements), vertical_align: 'center' })));
}

/** A wide column to read, and beside it a narrow one to tap. */
export function row(main: Element[], aside: Element[]): Element {
  return columnSet([column(4, main), column(1, aside)]);
}

/** A thumbnail that opens on a tap; `alt` stands for the picture in a client that shows none. */
export function image(key: string, alt: string): Element {
  return { tag: 'img', img_key: key, alt: plain(alt), scale_type: 'crop_center', size: '80px 80px', preview: true };
}

/** A panel, folded until a person opens it; no element if it is empty. Forms and tables may not go inside. */
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

/** A column of a table. */
export interface Column {
  /** The key of its cells in each row. */
  name: string;
  title: string;
  type: 'text' | 'number';
}

/**
 * A table with literal cells, so many rows a page. It stands directly in the card's body; the platform takes five a card,
 * and ten rows a page.
 */
export function table(heads: Column[], rows: JsonObject[], pageSize = 10): Element {
  return {
    tag: 'table',
    page_size: pageSize,
    row_height: 'low',
    header_style: { text_align: 'left', background_style: 'grey', bold: true, lines: 1 },
    columns: heads.map(({ name, title, type }) => ({ name, display_name: title, data_type: type, width: 'auto' })),
    rows,
  };
}
