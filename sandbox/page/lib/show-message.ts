const MARKED_MS = 2500;

/** Scrolls to a message that is on the page, marks it for a moment and moves the focus there; false if it is not. */
export function showMessage(id: string): boolean {
  const target = document.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(id)}"]`);
  if (!target) return false;
  target.scrollIntoView({ block: 'nearest' });
  target.classList.add('found');
  setTimeout(() => target.classList.remove('found'), MARKED_MS);
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  return true;
}
