import { useState } from 'preact/hooks';
import type { ElementProps } from '../element';
import { json, listed, word } from '../read-json';
import { useScope } from '../scope';
import { TextContent } from '../text/text';
import { paintOf, Stack } from './stack';

/** A panel that folds. It stays open or closed when the card changes. */
export function Collapsible({ element }: ElementProps) {
  const { Elements } = useScope();
  const [open, setOpen] = useState(element.expanded === true);
  const header = json(element.header);
  const border = json(element.border);
  const position = word(header.icon_position) || 'right';
  const style = {
    borderColor: paintOf(border.color, '') && 'var(--line)',
    borderRadius: /^\d+px$/.test(word(border.corner_radius)) ? word(border.corner_radius) : undefined,
    background: paintOf(element.background_color, '-soft'),
  };
  return (
    <details
      class={`fold icon-${position} ${element.border ? 'bordered' : ''}`}
      style={style}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary style={{ background: paintOf(header.background_color, '-soft') }}>
        <span class="fold-title">
          <TextContent text={header.title} />
        </span>
        <svg class="fold-arrow" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M4 6l4 4 4-4" />
        </svg>
      </summary>
      <Stack layout={element} class="fold-body">
        <Elements elements={listed(element.elements)} />
      </Stack>
    </details>
  );
}
