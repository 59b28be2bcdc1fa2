import type { ContactLook } from '../../../cards/feedback/looks-card';
import type { MessageNotice } from '../../domain/decision';
import type { Explanation } from '../../domain/feedback/clock/explanation';
import type { Feedback } from '../../domain/feedback/model';
import type { Org } from '../../domain/org/org';
import { peopleInClock } from './clock-explanation';

/** Everyone a case names. */
function inRecord(feedback: Feedback): (string | null)[] {
  const { repId, claimedBy, answeredBy, instructedBy, closedBy, extension, lastMove, notes, questions } = feedback;
  const wrote = [...notes, ...questions].map(({ by }) => by);
  return [repId, claimedBy, answeredBy, instructedBy, closedBy, extension?.by ?? null, lastMove.by, ...wrote];
}

function inNotice({ params = {} }: MessageNotice): (string | null)[] {
  const { by, to, detail, clock, looks } = params;
  const refused = (detail as { by?: string } | undefined)?.by ?? null;
  return [
    ...peopleInClock(clock as unknown as Explanation | undefined),
    by as string | null,
    to as string | null,
    refused,
    ...((looks ?? []) as unknown as ContactLook[]).map((look) => look.by),
  ];
}

const isPerson = (id: string | null | undefined): id is string => typeof id === 'string' && id.startsWith('ou_');

/**
 * Everyone whose name a card or a message may show; includes the office, because a refusal names people who have the
 * right.
 */
export function peopleIn(feedback: Feedback | null, notice: MessageNotice | null, org: Org): string[] {
  const office = notice ? [] : [...org.clerks, ...org.managers];
  const named = [...(feedback ? inRecord(feedback) : []), ...(notice ? inNotice(notice) : []), ...office];
  return [...new Set(named.filter(isPerson))];
}
