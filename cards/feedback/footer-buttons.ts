import { isInformation } from '../../src/domain/feedback/model';
import { button, buttonRow } from '../kit/button';
import type { Element } from '../kit/elements';
import type { View } from './case-frame';
import { hidesContact } from './contact-card';

/** The button 时限说明; none for a case without a clock. */
function clockButton({ feedback, texts }: View): Element[] {
  const isGivenUp = feedback.status === 'withdrawn' || feedback.status === 'discarded';
  const hasClock = feedback.dueAt !== null && !isGivenUp && !isInformation(feedback.kind);
  return hasClock ? [button({ cmd: 'feedback.explain', id: feedback.id, word: texts.clock.explain })] : [];
}

/** The button that shows the contact details to the person who has claimed the case; none if nothing is hidden. */
export function contactButton({ feedback, texts, masked }: View): Element[] {
  const { status, claimedBy } = feedback;
  const isInHand = status === 'handling' || status === 'waiting' || status === 'answered';
  if (!masked || !isInHand || claimedBy === null || !hidesContact(feedback)) return [];
  return [button({ cmd: 'feedback.reveal_contact', id: feedback.id, word: texts.commands.reveal_contact })];
}

/** The button 查看记录, for a reader who sees the contact details; none if there are none to see. */
export function looksButton({ feedback, texts, masked }: View): Element[] {
  if (masked || !hidesContact(feedback)) return [];
  return [button({ cmd: 'feedback.looks', id: feedback.id, word: texts.looks.button })];
}

/** The buttons at a card's foot: contact details and clock. */
export function footerButtons(view: View): Element[] {
  const buttons = [...contactButton(view), ...clockButton(view)];
  return buttons.length > 1 ? [buttonRow(buttons)] : buttons;
}
