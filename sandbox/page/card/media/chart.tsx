import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Json } from '../card-view';
import type { ElementProps } from '../element';
import { json, word } from '../read-json';
import { useScope } from '../scope';
import { useIsDark } from './use-is-dark';

const PALETTES: Record<string, string[]> = {
  brand: ['#3370ff', '#8fb4ff', '#14c0ff', '#50cefb', '#295ccc', '#6fbefd'],
  rainbow: ['#3370ff', '#34c724', '#ff8800', '#f54a45', '#7f3bf5', '#00d6b9', '#f5c400'],
  complementary: ['#3370ff', '#ff8800', '#8fb4ff', '#ffba6b', '#295ccc', '#d16a00'],
  converse: ['#3370ff', '#f54a45', '#8fb4ff', '#f98e8b', '#295ccc', '#c02a26'],
  primary: ['#3370ff', '#5c8fff', '#85adff', '#adc8ff', '#295ccc', '#1f4599'],
};
const RATIOS: Record<string, string> = { '1:1': '1 / 1', '2:1': '2 / 1', '4:3': '4 / 3', '16:9': '16 / 9' };

/** A chart, drawn by the same library as in the client. The library is fetched once a chart comes into sight. */
export function Chart({ element }: ElementProps) {
  const { labels } = useScope();
  const place = useRef<HTMLDivElement>(null);
  const isDark = useIsDark(place);
  const isSeen = useIsSeen(place);
  const [state, setState] = useState<'waiting' | 'drawn' | 'failed'>('waiting');
  const spec = JSON.stringify(element.chart_spec ?? {});
  useEffect(() => {
    const dom = place.current;
    if (!isSeen || !dom) return;
    let release: (() => void) | null = null;
    let isGone = false;
    const draw = async () => {
      const { VChart } = await import('@visactor/vchart');
      if (isGone) return;
      const chart = new VChart(specOf(json(JSON.parse(spec)), word(element.color_theme)), {
        dom,
        theme: isDark ? 'dark' : 'light',
        animation: false,
      });
      release = () => chart.release();
      await chart.renderAsync();
      setState('drawn');
    };
    draw().catch(() => setState('failed'));
    return () => {
      isGone = true;
      release?.();
    };
  }, [isSeen, spec, isDark, element.color_theme]);
  const height = word(element.height);
  const style = /^\d+px$/.test(height) ? { height } : { aspectRatio: RATIOS[word(element.aspect_ratio)] };
  return (
    <figure class="chart" style={style}>
      <div
        class="chart-place"
        ref={place}
        role="img"
        aria-label={titleOf(json(element.chart_spec)) || labels.drawing}
      />
      {state !== 'drawn' && <figcaption>{state === 'failed' ? labels.noChart : labels.drawing}</figcaption>}
    </figure>
  );
}

const titleOf = (spec: Json): string => word(json(spec.title).text) || word(spec.title);

// The library's type of a spec is huge; the library refuses a wrong spec when it draws.
function specOf(spec: Json, theme: string) {
  const palette = PALETTES[theme] ?? PALETTES.brand;
  return { background: 'transparent', color: palette, ...spec } as never;
}

/** Whether the element has been in sight at least once. */
function useIsSeen(place: RefObject<Element | null>): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [place]);
  return isSeen;
}
