import { useEffect, useState } from 'preact/hooks';

/** Media query of a page as narrow as a phone. */
export const NARROW = '(max-width: 760px)';

/** Whether the media query matches now. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const update = () => setMatches(list.matches);
    update();
    list.addEventListener('change', update);
    return () => list.removeEventListener('change', update);
  }, [query]);
  return matches;
}
