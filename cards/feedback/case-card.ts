import type { Explanation } from '../../src/domain/feedback/clock/explain';
import type { Feedback } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import type { Org } from '../../src/domain/org/org';
import type { CardContext } from '../kit/context';
import { lines, section } from '../kit/elements';
import { type Audience, frame } from '../kit/frame';
import { drawnCase, type View } from './case-frame';
import { answer, background, course, extension, facts, latestQuestion, notes, outcome } from './case-sections';
import { clockPart } from './clock-card';
import { contactButton } from './footer-buttons';
import { forwardedMessages } from './forwarded-messages';
import { type OfficeRole, officeForms, officeRolesOf } from './office-forms';
import { standing } from './situation';

export interface CaseOptions {
  /** A group's is masked, and so is that of a person who may see the case but not the contact details. */
  audience: Audience;
  /** Where the time went. */
  clock?: Explanation | null;
  /** This person has claimed the case, and may ask for what is masked. */
  mayAsk?: boolean;
  /** At which roles of the office this person sits: what they may do to the case. */
  roles?: OfficeRole[];
}

/** A case as `#12` shows it to somebody entitled: everything there is, with where the time went. */
export function caseCard(
  feedback: Feedback,
  ctx: CardContext,
  { audience, clock = null, mayAsk = false, roles = [] }: CaseOptions,
): CardJson {
  const draw = (view: View) =>
    frame(view, [
      ...lines([standing(feedback, ctx)]),
      ...facts(view),
      ...extension(view),
      ...background(view),
      ...answer(view),
      ...latestQuestion(view),
      ...outcome(view),
      ...notes(view),
      ...forwardedMessages(view),
      ...(clock ? section(ctx.texts.clock.explain, clockPart(clock, feedback, ctx)) : course(view)),
      ...(mayAsk ? contactButton(view) : []),
      ...officeForms(view, roles),
    ]);
  return drawnCase(feedback, { ctx, audience, isWhole: true }, draw);
}

/** In full for the rep, the clerks and the managers; for anybody else masked, and whoever has claimed it may ask. */
export function caseOptionsFor(personId: string, feedback: Feedback, org: Org): CaseOptions {
  const roles = officeRolesOf(personId, org);
  const isEntitled = personId === feedback.repId || roles.some((role) => role !== 'admin');
  return { audience: isEntitled ? 'one_person' : 'group', mayAsk: personId === feedback.claimedBy, roles };
}
