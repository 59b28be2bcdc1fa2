import type { ComponentChildren, CSSProperties } from 'preact';
import type { Json } from '../card-view';
import { word } from '../read-json';

const SPACES: Record<string, string> = { small: '4px', medium: '8px', large: '12px', extra_large: '16px' };
const PIXELS = /^(?:-?\d{1,3}px)(?: -?\d{1,3}px){0,3}$/;
const ALIGN: Record<string, string> = {
  left: 'flex-start',
  top: 'flex-start',
  center: 'center',
  right: 'flex-end',
  bottom: 'flex-end',
};

/** `small`, `8px` or `4px 12px` in CSS; undefined for other values. */
export const spaceOf = (value: unknown): string | undefined =>
  SPACES[word(value)] ?? (PIXELS.test(word(value)) ? word(value) : undefined);

/** An alignment in CSS; undefined for unknown values. */
export const alignOf = (value: unknown): string | undefined => ALIGN[word(value)];

/** The theme's colour for a colour name of the platform; undefined if there is none. */
export function paintOf(value: unknown, suffix: '' | '-soft'): string | undefined {
  const name = /^(blue|wathet|turquoise|green|lime|yellow|orange|red|carmine|violet|purple|indigo|grey)(?:-\d+)?$/.exec(
    word(value),
  )?.[1];
  return name && `var(--${name}${suffix})`;
}

interface StackProps {
  /** The element with `direction`, spacings, aligns and padding. */
  layout: Json;
  class?: string;
  style?: CSSProperties;
  children: ComponentChildren;
}

/** Children in a column, or in a row if the card says so. */
export function Stack({ layout, class: name = '', style, children }: StackProps) {
  const isRow = layout.direction === 'horizontal';
  const across = alignOf(isRow ? layout.vertical_align : layout.horizontal_align);
  const along = alignOf(isRow ? layout.horizontal_align : layout.vertical_align);
  const own = {
    rowGap: spaceOf(layout.vertical_spacing),
    columnGap: spaceOf(layout.horizontal_spacing),
    padding: spaceOf(layout.padding),
    alignItems: across,
    justifyContent: along,
    ...style,
  };
  return (
    <div class={`stack ${isRow ? 'in-row' : ''} ${name}`} style={own}>
      {children}
    </div>
  );
}
