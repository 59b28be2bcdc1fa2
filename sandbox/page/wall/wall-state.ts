import { useEffect, useState } from 'preact/hooks';

export type Language = 'zh-CN' | 'en-US';
export type Theme = 'light' | 'dark';
export type Width = 'desktop' | 'phone';

/** View of the wall. All of it is in the address, so that a view can be linked and photographed. */
export interface WallState {
  locale: Language;
  theme: Theme;
  width: Width;
  /** Text of the filter. */
  q: string;
  /** Id of the only card to show; empty for all. */
  only: string;
}

function read(): WallState {
  const query = new URLSearchParams(location.search);
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  return {
    locale: query.get('locale') === 'en-US' ? 'en-US' : 'zh-CN',
    theme: (query.get('theme') ?? (prefersDark ? 'dark' : 'light')) === 'dark' ? 'dark' : 'light',
    width: query.get('width') === 'phone' ? 'phone' : 'desktop',
    q: query.get('q') ?? '',
    only: query.get('only') ?? '',
  };
}

/** The state, and how to change part of it. */
export function useWallState(): [WallState, (change: Partial<WallState>) => void] {
  const [state, setState] = useState(read);
  useEffect(() => {
    const query = new URLSearchParams(Object.entries(state).filter(([, value]) => value !== ''));
    history.replaceState(null, '', `?${query}${location.hash}`);
    document.documentElement.lang = state.locale;
    document.documentElement.dataset.theme = state.theme;
  }, [state]);
  return [state, (change) => setState((before) => ({ ...before, ...change }))];
}
