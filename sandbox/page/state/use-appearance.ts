import { useEffect } from 'preact/hooks';
import type { Language } from '../labels';
import { useStored } from './stored';
import { useMedia } from './use-media';

/** The themes to choose from. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Language and theme as chosen before; else Chinese and the theme of the system. */
export function useAppearance() {
  const [language, setLanguage] = useStored<Language>('language', 'zh-CN');
  const [theme, setTheme] = useStored<Theme>('theme', 'system');
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  const shown = theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    document.documentElement.dataset.theme = shown;
  }, [shown]);
  return { language, setLanguage, theme, setTheme };
}
