import type { Explanation } from '../../src/domain/feedback/clock/explanation';
import { internalRemarksOf, withoutRemarks } from '../../src/domain/feedback/internal-remarks';
import type { Feedback } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import type { Org } from '../../src/domain/org/org';
import type { CardContext } from '../kit/context';
import { type Element, lines, panel } from '../kit/elements';
import { type Audience, frame } from '../kit/frame';
import { personName, timeText } from '../kit/names';
import { type CaseRole, caseActs, caseRolesOf } from './case-acts';
import { drawnCase, type View } from './case-frame';
import { answer, background, course, extension, latestQuestion, notes, outcome } from './case-sections';
import { clockPart } from './clock-card';
import { contactButton, looksButton } from './footer-buttons';
import { attachments, forwardedNotes } from './forwarded-messages';
import { customerWords, factLine, progress } from './short-sections';
import { standing } from './situation';
import { type TimelineEntry, timelineWords } from './timeline-lines';

/** So many pictures fit on a card that shows all of a case. */
const MAX_PICTURES = 30;

/** Twice the room for notes: an entry of the timeline is shorter. */
const ENTRIES_PER_ITEM = 2;

/** Who reads the card of a case, and what the reader may do. */
export interface CaseOptions {
  /** A person who may not see the contact details gets a card like a group's: masked. */
  audience: Audience;
  /** The explained clock; left out, the card shows the milestones instead. */
  clock?: Explanation | null;
  /** What happened to the case, oldest first; left out, the card shows the milestones instead. */
  timeline?: TimelineEntry[];
  /** The reader has claimed the case and may ask for the contact details. */
  mayAsk?: boolean;
  /** The reader's roles decide which acts the card has, and whether it shows internal remarks. */
  roles?: CaseRole[];
}

/** The answer to `#12`: everything about a case, its history folded. */
export function caseCard(
  feedback: Feedback,
  ctx: CardContext,
  { audience, clock = null, timeline = [], mayAsk = false, roles = [] }: CaseOptions,
): CardJson {
  const shown = withoutRemarks(feedback);
  const draw = (view: View) =>
    frame(view, [
      ...lines([standing(shown, ctx)]),
      ...caseActs(view, roles),
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
      ...(timeline.length > 0 ? history(timeline, view) : clock ? [] : course(view)),
      ...(clock ? panel(ctx.texts.clock.explain, clockPart(clock, feedback, ctx)) : []),
      ...(isColleagueOnly(roles) ? internalRemarks(feedback, view) : []),
      ...(mayAsk ? contactButton(view) : []),
      ...looksButton(view),
      ...progress(view),
    ]);
  return drawnCase(shown, { ctx, audience, isWhole: true }, draw);
}

/** Who talks to the customer does not find internal remarks beside the customer's words, unless the office does. */
const isColleagueOnly = (roles: CaseRole[]): boolean =>
  !roles.includes('rep') || roles.includes('clerk') || roles.includes('manager');

/** What happened to the case, folded. */
function history(timeline: TimelineEntry[], { ctx, room, typed }: View): Element[] {
  const words = timelineWords(timeline, ctx);
  const entries = words.slice(-ENTRIES_PER_ITEM * room.items);
  const earlier = words.length - entries.length;
  return panel(ctx.texts.card.history(words.length), [
    ...lines([earlier > 0 && ctx.texts.card.earlierEntries(earlier)], 'quiet'),
    ...lines(entries.map(({ at, who, what }) => typed(ctx.texts.card.noteLine(timeText(at, ctx), who, what)))),
  ]);
}

/** What colleagues wrote for colleagues only, folded. */
function internalRemarks(feedback: Feedback, { ctx, room, texts, typed }: View): Element[] {
  const remarks = internalRemarksOf(feedback).slice(-room.items);
  const written = remarks.map(({ by, text }) =>
    by === null ? typed(text) : texts.card.labelled(personName(by, ctx), typed(text)),
  );
  return panel(texts.card.internal, lines(written));
}

/** Rep, clerks and managers see the contact details; the person who has claimed the case may ask for them. */
export function caseOptionsFor(personId: string, feedback: Feedback, org: Org): CaseOptions {
  const roles = caseRolesOf(personId, org, feedback);
  const isEntitled = roles.some((role) => role === 'rep' || role === 'clerk' || role === 'manager');
  return { audience: isEntitled ? 'one_person' : 'group', mayAsk: personId === feedback.claimedBy, roles };
}
