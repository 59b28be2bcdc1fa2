import type { CardJson } from '../../src/domain/messaging';
import type { Locale } from '../texts/texts';
import type { SampleOffice } from './sample-office';

/** One card of the gallery. */
export interface GalleryCard {
  /** The section's title, in the reader's language. */
  group: string;
  /** The card's state. */
  title: string;
  /** Unique and stable: the card's file without `-card`, then the state, as in `department-handling`. */
  id: string;
  card: CardJson;
}

/** A title in both languages. */
export type Title = Record<Locale, string>;

/** Pairs a Chinese and an English title. */
export const title = (zh: string, en: string): Title => ({ 'zh-CN': zh, 'en-US': en });

/** One state of a card in a section. */
export type Entry = [id: string, title: Title | string, card: CardJson];

/** Cards of one kind. */
export interface Section {
  group: Title;
  entries: (office: SampleOffice) => Entry[];
}

/** A section's entries as cards of the gallery. */
export function cardsOf({ group, entries }: Section, office: SampleOffice): GalleryCard[] {
  const { locale } = office.ctx.texts;
  const named = (words: Title | string) => (typeof words === 'string' ? words : words[locale]);
  return entries(office).map(([id, words, card]) => ({ group: group[locale], title: named(words), id, card }));
}
