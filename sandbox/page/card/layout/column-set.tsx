import type { CSSProperties } from 'preact';
import type { Json } from '../card-view';
import type { ElementProps } from '../element';
import { listed, number, word } from '../read-json';
import { useScope } from '../scope';
import { alignOf, paintOf, Stack, spaceOf } from './stack';

function widthOf({ width, weight }: Json): CSSProperties {
  if (width === 'weighted') return { '--column-flex': `${number(weight) ?? 1} 1 0` };
  return /^\d+px$/.test(word(width)) ? { '--column-flex': `0 1 ${word(width)}` } : {};
}

/** Columns side by side; `flex_mode` decides their layout on narrow cards. */
export function ColumnSet({ element }: ElementProps) {
  const { Elements } = useScope();
  const columns = listed(element.columns);
  const style = {
    columnGap: spaceOf(element.horizontal_spacing),
    justifyContent: alignOf(element.horizontal_align),
    background: paintOf(element.background_style, '-soft'),
    margin: spaceOf(element.margin),
  };
  return (
    <div class={`columns flex-${word(element.flex_mode) || 'none'}`} style={style}>
      {columns.map((column, at) => (
        <Stack
          key={word(column.element_id) || at}
          layout={column}
          class="column"
          style={{ ...widthOf(column), background: paintOf(column.background_style, '-soft') }}
        >
          <Elements elements={listed(column.elements)} />
        </Stack>
      ))}
    </div>
  );
}
