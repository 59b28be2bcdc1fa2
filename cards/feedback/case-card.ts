import type { Explanation } from '../../src/domain/feedback/clock/explanation';
import type { Feedback } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import type { Org } from '../../src/domain/org/org';
import type { CardContext } from '../kit/context';
import { lines, panel } from '../kit/elements';
import { type Audience, frame } from '../kit/frame';
import { type OfficeRole, officeActs, officeRolesOf } from './case-acts';
import { drawnCase, type View } from './case-frame';
import { answer, background, course, extension, latestQuestion, notes, outcome } from './case-sections';
import { clockPart } from './clock-card';
import { contactButton, looksButton } from './footer-buttons';
import { attachments, forwardedNotes } from './forwarded-messages';
import { customerWords, factLine, progress } from './short-sections';
import { standing } from './situation';

/** So many pictures fit on a card that shows all of a case. */
const MAX_PICTURES = 30;

/** Who reads the card of a case, and what the reader may do. */
export interface CaseOptions {
  /** A person who may not see the contact details gets a card like a group's: masked. */
  audience: Audience;
  /** The explained clock; left out, the card shows the milestones instead. */
  clock?: Explanation | null;
  /** The reader has claimed the case and may ask for the contact details. */
  mayAsk?: boolean;
  /** The reader's roles in the office: they decide which acts the card has. */
  roles?: OfficeRole[];
}

/** The answer to `#12`: everything about a case, with the clock. */
export function caseCard(
  feedback: Feedback,
  ctx: CardContext,
  { audience, clock = null, mayAsk = false, roles = [] }: CaseOptions,
): CardJson {
  const draw = (view: View) =>
    frame(view, [
      ...lines([standing(feedback, ctx)]),
      ...officeActs(view, roles),
      ...customerWords(view, { isWhole: true }),
      ...attachments(view, { pictures: MAX_PICTURES, files: MAX_PICTURES }),
      ...forwardedNotes(view),
      ...factLine(view),
      ...extension(view),
      ...background(view),
      ...answer(view),
      ...latestQuestion(view),
      ...outcome(view),
      ...notes(view),
      ...(clock ? panel(ctx.texts.clock.explain, clockPart(clock, feedback, ctx)) : course(view)),
      ...(mayAsk ? contactButton(view) : []),
      ...looksButton(view),
      ...progress(view),
    ]);
  return drawnCase(feedback, { ctx, audience, isWhole: true }, draw);
}

/** Rep, clerks and managers see the contact details; the person who has claimed the case may ask for them. */
export function caseOptionsFor(personId: string, feedback: Feedback, org: Org): CaseOptions {
  const roles = officeRolesOf(personId, org, feedback);
  const isEntitled = personId === feedback.repId || roles.some((role) => role === 'clerk' || role === 'manager');
  return { audience: isEntitled ? 'one_person' : 'group', mayAsk: personId === feedback.claimedBy, roles };
}
