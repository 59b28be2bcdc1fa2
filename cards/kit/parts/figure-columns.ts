import { columnSet, type Element, plain } from '../elements';

/** One column of a small table. */
export interface FigureColumn {
  weight: number;
  /** The cells from top to bottom, each one short line; the first one is the title. */
  cells: string[];
  /** Figures stand at the right, names and bars at the left. */
  align: 'left' | 'right';
  colour?: 'blue';
}

/** A small table of figures as columns of lines: it may stand in a folded panel, which takes no real table. */
export function figureColumns(columns: FigureColumn[]): Element {
  return columnSet(
    columns.map(({ weight, cells, align, colour }) => ({
      tag: 'column',
      width: 'weighted',
      weight,
      elements: [
        {
          tag: 'div',
          text: {
            ...plain(cells.join('\n')),
            text_size: 'notation',
            text_align: align,
            ...(colour ? { text_color: colour } : {}),
          },
        },
      ],
    })),
  );
}

const LONGEST_BAR = 12;

/** Bars of blocks, the longest for the greatest count. */
export function bars(counts: number[]): string[] {
  const most = Math.max(1, ...counts);
  return counts.map((count) => '█'.repeat(Math.max(1, Math.round((count / most) * LONGEST_BAR))));
}
