import { accept, type Decision, type Entry, type MessageNotice, refuse } from '../../decision';
import type { JsonObject } from '../../messaging';
import type { Office } from '../../office';
import { oneEach } from '../../reminder-notices';
import { type Instant, MINUTE } from '../../time';
import { type Feedback, isAtRest } from '../model';
import { isOverdue } from './deadline';
import { holidayWarnings } from './holiday-warning';
import { dueRungs, nextMoments } from './ladder';
import { freedNotices, greyed, leadNotices, rungNotices, withQuestion } from './reminder-notices';
import { isTooLate, isWorkingTime, type SilentStep, silentStep } from './silent-holder';

/** The next moment at which the clock has something to say about the case; null if nobody holds the case. */
export function nextReminderAt(feedback: Feedback, office: Office, now: Instant): Instant | null {
  if (isAtRest(feedback)) return null;
  const step = silentStep(feedback, office, now)?.at ?? null;
  const moments = [feedback.refillAt, ...nextMoments(feedback, office, now), step];
  const known = moments.filter((at) => at !== null);
  return known.length > 0 ? Math.min(...known) : null;
}

/** If a warning is due anyway, the question comes along with it, up to so much early. */
const QUESTION_EARLY_MS = 20 * MINUTE;
/** If a warning is due anyway, the case is freed along with it, up to so much early: people were told the minute. */
const FREED_EARLY_MS = MINUTE;

/** The step with a silent holder that comes now; null for none. */
function stepNow(feedback: Feedback, office: Office, now: Instant, isWarned: boolean): SilentStep['what'] | null {
  const step = silentStep(feedback, office, now);
  if (step === null) return null;
  if (step.at <= now) return step.what;
  const early = step.what === 'ask' ? QUESTION_EARLY_MS : step.what === 'free' ? FREED_EARLY_MS : 0;
  const mayBeEarly = isWarned && isWorkingTime(now, office) && !isTooLate(feedback, now);
  return mayBeEarly && step.at <= now + early ? step.what : null;
}

/** The case back with the group: its holder claimed it and fell silent. */
function freed(feedback: Feedback, now: Instant): Feedback {
  return {
    ...feedback,
    status: 'assigned',
    assignedAt: now,
    claimedBy: null,
    claimedAt: null,
    stillAskedAt: null,
    heldSince: now,
    lastMove: { what: 'release', by: null, at: now },
  };
}

function entryOf(feedback: Feedback, isFreed: boolean, said: string[], now: Instant): Entry {
  const [first] = said;
  const rung: JsonObject = first === undefined ? {} : { rung: first };
  // Nobody was disturbed: the reminder waits for the end of quiet hours.
  if (!isFreed) return { at: now, actorId: null, what: said.length > 0 ? 'remind' : 'postpone', detail: rung };
  const { department, claimedBy } = feedback;
  const detail = { from: 'handling', to: 'assigned', department, claimedBy, why: 'silent', ...rung };
  return { at: now, actorId: null, what: 'release', detail };
}

/**
 * The clock's decision: says the latest due rung however many were missed, asks a silent holder, frees a case whose
 * holder does not answer (or tells the lead, if it is too late for that), and names the next moment. Refuses `not_due` if another process was faster or the case has
 * moved.
 */
export function remind(feedback: Feedback, office: Office, now: Instant): Decision<Feedback> {
  if (feedback.nextReminderAt === null || feedback.nextReminderAt > now) return refuse('not_due');
  const rungs = dueRungs(feedback, office, now);
  const isWarned = rungs.some(({ duty }) => duty === 'answer');
  const step = stepNow(feedback, office, now, isWarned);
  const isFreed = step === 'free';
  const asks = step === 'ask';
  const reminded: Feedback = {
    ...(isFreed ? freed(feedback, now) : feedback),
    version: feedback.version + 1,
    remindedAt: rungs.length > 0 ? now : feedback.remindedAt,
    overdue: isOverdue(feedback, now),
    ...(asks || step === 'lead' ? { stillAskedAt: now } : {}),
  };
  const next = { ...reminded, nextReminderAt: nextReminderAt(reminded, office, now) };
  const said = [
    ...rungs.map(({ name, duty }) => (duty === 'interim' ? `interim_${name}` : name)).reverse(),
    ...(asks ? ['silent'] : step === 'lead' ? ['silent_lead'] : []),
  ];
  const told: MessageNotice[] = rungNotices(rungs, next, office);
  return accept(next, entryOf(feedback, isFreed, said, now), [
    ...holidayWarnings(now, next.nextReminderAt, office),
    ...oneEach([
      ...(isFreed ? freedNotices(feedback, next, office.org) : []),
      ...(asks ? withQuestion(told, freedAtOf(next, office, now), next) : told),
      ...(step === 'lead' ? leadNotices(next, office.org) : []),
    ]),
    ...(isFreed ? greyed(feedback) : []),
  ]);
}

/** When a case becomes free whose holder was just asked; null if the lead will be told instead. */
function freedAtOf(feedback: Feedback, office: Office, now: Instant): Instant | null {
  const step = silentStep(feedback, office, now);
  return step?.what === 'free' ? step.at : null;
}
