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
import { contactAside } from './footer-buttons';
import { type Desk, deskForms, desksOf } from './office-forms';
import { standing } from './situation';
import { customersWords } from './source-messages';

export interface CaseOptions {
  /** A group's is masked, and so is that of a person who may see the case but not the contact details. */
  audience: Audience;
  /** Where the time went. */
  clock?: Explanation | null;
  /** This person has claimed the case, and may ask for what is masked. */
  mayAsk?: boolean;
  /** At which desks of the office this person sits: what they may do to the case. */
  desks?: Desk[];
}

/** A case as `#12` shows it to somebody entitled: everything there is, with where the time went. */
export function caseCard(
  feedback: Feedback,
  ctx: CardContext,
  { audience, clock = null, mayAsk = false, desks = [] }: CaseOptions,
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
      ...customersWords(view),
      ...(clock ? section(ctx.texts.clock.explain, clockPart(clock, feedback, ctx)) : course(view)),
      ...(mayAsk ? contactAside(view) : []),
      ...deskForms(view, desks),
    ]);
  return drawnCase(feedback, { ctx, audience, isWhole: true }, draw);
}

/** In full for the rep, the clerks and the managers; for anybody else masked, and whoever has claimed it may ask. */
export function caseOptionsFor(personId: string, feedback: Feedback, org: Org): CaseOptions {
  const desks = desksOf(personId, org);
  const isEntitled = personId === feedback.repId || desks.some((desk) => desk !== 'admin');
  return { audience: isEntitled ? 'one_person' : 'group', mayAsk: personId === feedback.claimedBy, desks };
}
