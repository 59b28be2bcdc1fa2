import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Carries focus and caret over to the new node of a field that a new card draws at another place. Runs while drawing,
 * before the nodes change.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  const active = document.activeElement as HTMLInputElement | null;
  const name = active && root.current?.contains(active) ? active.dataset.field : undefined;
  const caret = name === undefined ? null : caretOf(active);
  useLayoutEffect(() => {
    if (name === undefined || document.activeElement === active) return;
    const twin = root.current?.querySelector<HTMLInputElement>(`[data-field="${CSS.escape(name)}"]`);
    twin?.focus({ preventScroll: true });
    if (twin && caret) twin.setSelectionRange(...caret);
  });
}

/** The caret's range; null if the control has none. */
function caretOf(control: HTMLInputElement | null): [number, number] | null {
  const start = control?.selectionStart ?? null;
  return start === null ? null : [start, control?.selectionEnd ?? start];
}
