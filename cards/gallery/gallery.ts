import type { Locale } from '../texts/texts';
import { ASKED_SECTION } from './asked-section';
import { CHAT_SECTION, REFUSAL_SECTION } from './chat-section';
import { CLOCK_SECTION } from './clock-section';
import { DEPARTMENT_SECTION } from './department-section';
import { DIGEST_SECTION } from './digest-section';
import { cardsOf, type GalleryCard, type Section } from './entry';
import { LIST_SECTION } from './list-section';
import { MESSAGE_SECTION } from './message-section';
import { CASE_SECTION, CLERK_SECTION, MANAGER_SECTION } from './office-section';
import { PROCEDURE_MESSAGE_SECTIONS } from './procedure-message-section';
import { PROCEDURE_SECTIONS } from './procedure-section';
import { REGISTERS_SECTION } from './registers-section';
import { DRAFT_SECTION, REP_SECTION } from './rep-section';
import { sampleOffice } from './sample-office';
import { SETUP_SECTION } from './setup-section';

const SECTIONS: Section[] = [
  DRAFT_SECTION,
  REP_SECTION,
  DEPARTMENT_SECTION,
  CLERK_SECTION,
  MANAGER_SECTION,
  CASE_SECTION,
  ASKED_SECTION,
  MESSAGE_SECTION,
  CLOCK_SECTION,
  DIGEST_SECTION,
  LIST_SECTION,
  CHAT_SECTION,
  REFUSAL_SECTION,
  SETUP_SECTION,
  ...PROCEDURE_SECTIONS,
  ...PROCEDURE_MESSAGE_SECTIONS,
  REGISTERS_SECTION,
];

/** Every card the product can send, in each state, from the records of a small factory. */
export function galleryCards(locale: Locale): GalleryCard[] {
  const office = sampleOffice(locale);
  return SECTIONS.flatMap((section) => cardsOf(section, office));
}
