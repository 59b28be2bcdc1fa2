import { personName } from '../kit/names';
import type { View } from './case-frame';
import { customerWording } from './customer-wording';

/** Those of the department whom the customer need not know by name. */
function colleaguesOf({ feedback, ctx, texts }: View): string[] {
  const { claimedBy, answeredBy, instructedBy, notes: written, questions } = feedback;
  const wrote = written.filter(({ from }) => from === 'department').map(({ by }) => by);
  const ids = [claimedBy, answeredBy, instructedBy, ...wrote, ...questions.map(({ by }) => by)];
  const others = [...new Set(ids)].filter((id) => id !== null && id !== '' && id !== feedback.repId);
  return others.map((id) => personName(id, ctx)).filter((name) => name !== texts.card.somebody);
}

/** What the customer may be told of the answer, to stand in the form at first. */
export function proposalFor(view: View): string {
  return customerWording(view.feedback, colleaguesOf(view), view.texts);
}
