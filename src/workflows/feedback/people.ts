import type { Explanation } from '../../domain/feedback/clock/explain';
import type { Digest } from '../../domain/feedback/digest';
import type { Feedback } from '../../domain/feedback/model';
import type { Org } from '../../domain/org/org';
import type { MessageNotice } from '../../engine/workflow';
import { peopleInClock } from './clock-explanation';

/** Everyone a case names. */
function inRecord(feedback: Feedback): (string | null)[] {
  const { repId, claimedBy, answeredBy, instructedBy, closedBy, extension, lastMove, notes, questions } = feedback;
  const wrote = [...notes, ...questions].map(({ by }) => by);
  return [repId, claimedBy, answeredBy, instructedBy, closedBy, extension?.by ?? null, lastMove.by, ...wrote];
}

function inNotice(notice: MessageNotice): (string | null)[] {
  const { by, to, detail, digest, cases, clock } = notice.params ?? {};
  const refused = (detail as { by?: string } | undefined)?.by ?? null;
  const lines = [
    ...((digest as unknown as Digest | undefined)?.overdue ?? []),
    ...((digest as unknown as Digest | undefined)?.dueToday ?? []),
    ...((cases as unknown as { holderId: string | null }[] | undefined) ?? []),
  ];
  return [
    ...peopleInClock(clock as unknown as Explanation | undefined),
    by as string | null,
    to as string | null,
    refused,
    ...lines.map(({ holderId }) => holderId),
  ];
}

const isPerson = (id: string | null | undefined): id is string => typeof id === 'string' && id.startsWith('ou_');

/** Whose names a card or a message may show; the office's, since a refusal names who has the right. */
export function peopleIn(feedback: Feedback | null, notice: MessageNotice | undefined, org: Org): string[] {
  const office = notice ? [] : [...org.clerks, ...org.managers];
  const named = [...(feedback ? inRecord(feedback) : []), ...(notice ? inNotice(notice) : []), ...office];
  return [...new Set(named.filter(isPerson))];
}
