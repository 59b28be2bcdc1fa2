import { useCallback, useEffect, useState } from 'preact/hooks';
import { parseRoute, type Route, routeHash } from '../lib/route';

/** `push` adds an entry to the browser's history. */
export type Go = (route: Route, options?: { push?: boolean }) => void;

/** The route in the address: it survives a reload, and two windows can differ. */
export function useRoute(): [Route, Go] {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    addEventListener('popstate', follow);
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener('hashchange', follow);
    };
  }, []);
  const go = useCallback<Go>((next, { push = false } = {}) => {
    const address = routeHash(next);
    if (address === location.hash) return;
    if (push) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    setRoute(next);
  }, []);
  return [route, go];
}
