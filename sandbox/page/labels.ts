import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './labels-en';
import { type Labels, zh } from './labels-zh';

/** The languages of the page. */
export type Language = 'zh-CN' | 'en-US';
export type { Labels } from './labels-zh';

/** The page's labels in a language. */
export const labelsIn = (language: Language): Labels => (language === 'zh-CN' ? zh : en);

export const LanguageContext = createContext<Language>('zh-CN');

/** The language in which the page is shown. */
export const useLanguage = (): Language => useContext(LanguageContext);

/** The page's labels in its language. */
export const useLabels = (): Labels => labelsIn(useLanguage());
