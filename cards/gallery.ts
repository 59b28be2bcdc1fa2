import { CHAT_SECTION, REFUSAL_SECTION } from './gallery/chat-section';
import { CLOCK_SECTION } from './gallery/clock-section';
import { DEPARTMENT_SECTION } from './gallery/department-section';
import { cardsOf, type GalleryCard, type Section } from './gallery/entry';
import { DIGEST_SECTION, LIST_SECTION } from './gallery/list-section';
import { MESSAGE_SECTION } from './gallery/message-section';
import { CASE_SECTION, CLERK_SECTION, MANAGER_SECTION } from './gallery/office-section';
import { DRAFT_SECTION, REP_SECTION } from './gallery/rep-section';
import { sampleOffice } from './gallery/sample-office';
import { SETUP_SECTION } from './gallery/setup-section';
import type { Locale } from './texts';

const SECTIONS: Section[] = [
  DRAFT_SECTION,
  REP_SECTION,
  DEPARTMENT_SECTION,
  CLERK_SECTION,
  MANAGER_SECTION,
  CASE_SECTION,
  MESSAGE_SECTION,
  CLOCK_SECTION,
  DIGEST_SECTION,
  LIST_SECTION,
  CHAT_SECTION,
  REFUSAL_SECTION,
  SETUP_SECTION,
];

/** Every card the product can send, in each state, from the records of a small factory. */
export function galleryCards(locale: Locale): GalleryCard[] {
  const office = sampleOffice(locale);
  return SECTIONS.flatMap((section) => cardsOf(section, office));
}
