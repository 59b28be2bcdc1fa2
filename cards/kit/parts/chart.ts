import type { Element } from '../elements';

/** Bars side by side at each place of the axis. All words are the product's own. */
export interface BarChart {
  /** The places of the axis, in order: days of the month, for example. */
  places: string[];
  /** One kind of bar, with a value for each place. */
  series: { name: string; values: number[] }[];
}

const HEIGHT = '120px';
const SMALL = { label: { style: { fontSize: 10 } } };

/**
 * A chart of bars (Card JSON 2.0 `chart`, drawn by VChart). It only illustrates: Feishu may refuse it, and the card then
 * goes out without it (`plainer.ts`).
 */
export function barChart({ places, series }: BarChart): Element {
  const values = places.flatMap((place, at) =>
    series.map(({ name, values: all }) => ({ place, name, value: all[at] ?? 0 })),
  );
  return {
    tag: 'chart',
    height: HEIGHT,
    preview: false,
    color_theme: 'brand',
    chart_spec: {
      type: 'common',
      padding: { left: 4, right: 4, top: 4, bottom: 4 },
      data: [{ id: 'bars', values }],
      series: [{ type: 'bar', dataId: 'bars', xField: ['place', 'name'], yField: 'value', seriesField: 'name' }],
      axes: [
        { orient: 'bottom', type: 'band', ...SMALL },
        { orient: 'left', type: 'linear', tick: { tickCount: 3 }, ...SMALL },
      ],
      legends: { visible: true, orient: 'top', position: 'start', item: SMALL },
    },
  };
}
