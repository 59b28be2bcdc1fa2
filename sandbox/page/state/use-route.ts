import { useCallback, useEffect, useState } from 'preact/hooks';
import { parseRoute, type Route, routeHash } from '../lib/route';

/** `push` leaves the place before to the browser's back button. */
export type Go = (route: Route, options?: { push?: boolean }) => void;

/** The route as the address says, so that it survives a reload and two windows differ. */
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
