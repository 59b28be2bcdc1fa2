import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './words-en';
import { type Words, zh } from './words-zh';

export type Language = 'zh-CN' | 'en-US';
export type { Words } from './words-zh';

export const wordsIn = (language: Language): Words => (language === 'zh-CN' ? zh : en);

export const LanguageContext = createContext<Language>('zh-CN');

/** The language in which the page is shown. */
export const useLanguage = (): Language => useContext(LanguageContext);

/** The page's words in that language. */
export const useWords = (): Words => wordsIn(useLanguage());
