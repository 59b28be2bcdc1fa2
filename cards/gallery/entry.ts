import type { CardJson } from '../../src/domain/messaging';
import type { Locale } from '../texts/texts';
import type { SampleOffice } from './sample-office';

/** One card of the gallery. */
export interface GalleryCard {
  /** The section of the wall, in the reader's language. */
  group: string;
  /** The card's state. */
  title: string;
  /** Unique and stable: the card's file without `-card`, then the state, as in `department-handling`. */
  id: string;
  card: CardJson;
}

/** A title in both languages. */
export type Title = Record<Locale, string>;

export const title = (zh: string, en: string): Title => ({ 'zh-CN': zh, 'en-US': en });

/** What a section lists: a state, what it is called, and how it is drawn. */
export type Entry = [id: string, title: Title | string, card: CardJson];

export interface Section {
  group: Title;
  entries: (office: SampleOffice) => Entry[];
}

/** A section's entries as cards of the wall. */
export function cardsOf({ group, entries }: Section, office: SampleOffice): GalleryCard[] {
  const { locale } = office.ctx.texts;
  const named = (words: Title | string) => (typeof words === 'string' ? words : words[locale]);
  return entries(office).map(([id, words, card]) => ({ group: group[locale], title: named(words), id, card }));
}
