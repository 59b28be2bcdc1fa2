import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

const GAP = 4;
const EDGE = 8;

interface PopoverProps {
  anchor: RefObject<HTMLElement | null>;
  label: string;
  role: 'dialog' | 'menu';
  class?: string;
  /** At least as wide as the anchor. */
  wide?: boolean;
  onClose: () => void;
  children: ComponentChildren;
}

/** A box below its anchor, or above if there is more room. Escape or a click elsewhere closes it. */
export function Popover({ anchor, label, role, class: name = '', wide = false, onClose, children }: PopoverProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [shown, at] = [box.current, anchor.current];
    if (!shown || !at) return;
    shown.showPopover();
    const put = () => place(shown, at, wide);
    put();
    // The page may scroll, and the content may grow.
    const resized = new ResizeObserver(put);
    resized.observe(shown);
    addEventListener('scroll', put, { capture: true, passive: true });
    addEventListener('resize', put);
    return () => {
      resized.disconnect();
      removeEventListener('scroll', put, { capture: true });
      removeEventListener('resize', put);
    };
  }, [anchor, wide]);
  useEffect(() => {
    const before = anchor.current;
    const onDown = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !before?.contains(target)) onClose();
    };
    addEventListener('pointerdown', onDown, { capture: true });
    return () => removeEventListener('pointerdown', onDown, { capture: true });
  }, [anchor, onClose]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      onClose();
      anchor.current?.focus();
    }
    if (event.key === 'Tab' && leaves(event, box.current)) onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is given
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a label
    <div
      ref={box}
      popover="manual"
      class={`popover ${name}`}
      role={role}
      aria-label={label}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
    >
      {children}
    </div>
  );
}

/** Whether Tab leaves the box at its ends. */
function leaves(event: KeyboardEvent, box: HTMLElement | null): boolean {
  const stops = [...(box?.querySelectorAll<HTMLElement>('button:not([tabindex="-1"]), input, [tabindex="0"]') ?? [])];
  return document.activeElement === (event.shiftKey ? stops[0] : stops.at(-1));
}

function place(box: HTMLElement, anchor: HTMLElement, wide: boolean): void {
  const from = anchor.getBoundingClientRect();
  if (wide) box.style.minWidth = `${Math.min(from.width, innerWidth - 2 * EDGE)}px`;
  const below = innerHeight - from.bottom - GAP - EDGE;
  const above = from.top - GAP - EDGE;
  const isBelow = below >= Math.min(box.scrollHeight, 320) || below >= above;
  box.style.maxHeight = `${Math.max(120, isBelow ? below : above)}px`;
  const { width, height } = box.getBoundingClientRect();
  box.style.left = `${Math.max(EDGE, Math.min(from.left, innerWidth - width - EDGE))}px`;
  box.style.top = `${isBelow ? from.bottom + GAP : Math.max(EDGE, from.top - GAP - height)}px`;
}
