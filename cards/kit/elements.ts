import type { JsonObject } from '../../src/domain/messaging';

/** One element of a card (Card JSON 2.0). */
export type Element = JsonObject;

/** How a line stands out: a section's title, an aside, something that must not be missed. */
export type Look = 'normal' | 'heading' | 'quiet' | 'alarm';

const LOOKS: Record<Look, JsonObject> = {
  normal: {},
  heading: { text_size: 'heading' },
  quiet: { text_size: 'notation', text_color: 'grey' },
  alarm: { text_color: 'red' },
};

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
