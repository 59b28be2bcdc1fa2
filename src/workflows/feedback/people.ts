import type { ContactLook } from '../../../cards/feedback/looks-card';
import type { TimelineEntry } from '../../../cards/feedback/timeline-lines';
import type { MessageNotice } from '../../domain/decision';
import type { Explanation } from '../../domain/feedback/clock/explanation';
import type { Feedback } from '../../domain/feedback/model';
import type { Office } from '../../domain/office';
import { peopleOf } from '../../domain/org/membership';
import { peopleInClock } from './clock-explanation';

/** Everyone a case names. */
function inRecord(feedback: Feedback): (string | null)[] {
  const {
    repId,
    claimedBy,
    answeredBy,
    instructedBy,
    closedBy,
    extension,
    askedExtension,
    lastMove,
    notes,
    questions,
    similar,
  } = feedback;
  const wrote = [...notes, ...questions].map(({ by }) => by);
  return [
    repId,
    claimedBy,
    answeredBy,
    instructedBy,
    closedBy,
    extension?.by ?? null,
    askedExtension?.by ?? null,
    lastMove.by,
    similar?.holderId ?? null,
    ...wrote,
  ];
}

function inNotice({ params = {} }: MessageNotice): (string | null)[] {
  const { by, to, detail, clock, looks, timeline } = params;
  const refused = (detail as { by?: string } | undefined)?.by ?? null;
  return [
    ...peopleInClock(clock as unknown as Explanation | undefined),
    by as string | null,
    to as string | null,
    refused,
    ...((looks ?? []) as unknown as ContactLook[]).map((look) => look.by),
    ...((timeline ?? []) as unknown as TimelineEntry[]).map(({ actorId }) => actorId),
  ];
}

const isPerson = (id: string | null | undefined): id is string => typeof id === 'string' && id.startsWith('ou_');

/** More names than a select shows are not looked up. */
const MOST_COLLEAGUES = 30;

/** The people among whom a form lets choose who takes the case. */
function choosableIn(feedback: Feedback, notice: MessageNotice | null, { org, groupMembers }: Office): string[] {
  if (notice === null) return [];
  const { name, params = {} } = notice;
  const assigns =
    name === 'form' ? params.act === 'assign' : name === 'escalation' || name === 'urgent' || name === 'urged';
  const isOffered = assigns && ['assigned', 'handling'].includes(feedback.status);
  return isOffered ? peopleOf(feedback.department, org, groupMembers).slice(0, MOST_COLLEAGUES) : [];
}

/**
 * Everyone whose name a card or a message may show; includes the office, because a refusal names people who have the
 * right.
 */
export function peopleIn(feedback: Feedback | null, notice: MessageNotice | null, office: Office): string[] {
  const { org } = office;
  const owners = notice ? [] : [...org.clerks, ...org.managers];
  const ofCase = feedback ? [...inRecord(feedback), ...choosableIn(feedback, notice, office)] : [];
  const named = [...ofCase, ...(notice ? inNotice(notice) : []), ...owners];
  return [...new Set(named.filter(isPerson))];
}
