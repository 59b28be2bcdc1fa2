import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Whether an element is shown in dark colours, for whatever reason; follows changes. */
export function useIsDark(place: RefObject<Element | null>): boolean {
  const [isDark, setDark] = useState(false);
  useEffect(() => {
    const look = () => place.current && setDark(isBright(getComputedStyle(place.current).color));
    look();
    const observer = new MutationObserver(look);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'], subtree: true });
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', look);
    return () => {
      observer.disconnect();
      system.removeEventListener('change', look);
    };
  }, [place]);
  return isDark;
}

/** Bright text means a dark background. */
function isBright(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return red + green + blue > 3 * 128;
}
