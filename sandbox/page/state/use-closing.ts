import { useEffect } from 'preact/hooks';

/** While `isOpen`, a tap outside `place` or Escape closes. */
export function useClosing(place: { current: HTMLElement | null }, isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const onTap = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) close();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      close();
    };
    addEventListener('pointerdown', onTap);
    addEventListener('keydown', onKey, true);
    return () => {
      removeEventListener('pointerdown', onTap);
      removeEventListener('keydown', onKey, true);
    };
  }, [isOpen]);
}
