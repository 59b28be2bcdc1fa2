import type { Recipient } from './messaging';
import { endOfRest, nextMorning, type Rest } from './quiet-hours';
import { type Instant, MINUTE, type TimeOfDay } from './time';
import { addTime, subtractTime, timeBetween } from './work-clock';

/**
 * What people are reminded of on one record: who holds the record since when, until when, and by which rungs (催办阶梯).
 */
export type Climb = {
  /** When the holders got the record. Rungs from before that moment are not theirs to hear. */
  since: Instant;
  /** When the latest rung was said; null if none was. */
  remindedAt: Instant | null;
  /** Who is reminded. */
  holders: Recipient[];
} & ({ dueAt: Instant; rungs: DeadlineRungs } | { dueAt: null; rungs: DraftRungs });

/** The rungs of a record with a deadline. All durations are in ms and counted by the work clock. */
export interface DeadlineRungs {
  /** Warnings before the deadline, longest first; the last one is buzzed (加急). */
  beforeMs: number[];
  /** After the deadline, a reminder each so many ms. */
  overdueEveryMs: number;
  /** The nudge if nobody has taken the record; null if somebody has. */
  unclaimedAfterMs: number | null;
  /** Nothing of an urgent record waits for the end of quiet hours, from its last warning on. */
  isUrgent: boolean;
}

/** The rungs of a draft, which has no deadline: one reminder after a while, then one each morning. */
export interface DraftRungs {
  afterMs: number;
  /** When a morning's reminder comes if the company has no quiet hours. */
  morning: TimeOfDay;
}

export type RungName = 'unclaimed' | 'before' | 'due' | 'overdue' | 'draft' | 'draft_left';

/** One step of a climb. */
export interface Rung {
  name: RungName;
  /** The moment by the ladder alone. */
  at: Instant;
  /** The first moment from `at` on that quiet hours and days off allow; not yet, if nobody is disturbed now. */
  sendAt: Instant;
  /** The reminder is a buzz (加急). */
  buzz: boolean;
}

/**
 * The rungs near `now` that were not said yet, earliest first: all rungs that may be due, and the next rung of each
 * name.
 */
export function rungsOf(climb: Climb, now: Instant, rest: Rest): Rung[] {
  return plannedRungs(climb, now, rest).map((rung) => heldBack(rung, now, rest));
}

/** A rung that was missed, because the bot was down for example, waits for the end of the rest that lasts now. */
function heldBack({ isPressing, ...rung }: Planned, now: Instant, rest: Rest): Rung {
  return isPressing || rung.sendAt > now ? rung : { ...rung, sendAt: Math.max(rung.sendAt, restEnd(now, rest)) };
}

/** The end of the rest that lasts now; 0 if people may be disturbed. */
function restEnd(now: Instant, rest: Rest): Instant {
  const end = endOfRest(now, rest);
  return end > now ? end : 0;
}

/** A rung as the ladder alone plans it; a pressing one waits for nothing. */
type Planned = Rung & { isPressing: boolean };

function plannedRungs(climb: Climb, now: Instant, rest: Rest): Planned[] {
  if (climb.dueAt === null) return [draftRung(climb, climb.rungs, rest)];
  const { since, remindedAt } = climb;
  const rungs = deadlineRungs(climb, climb.dueAt, now, rest);
  const heardUntil = Math.max(since, remindedAt ?? 0);
  return rungs
    .filter((rung) => rung.at > since && rung.sendAt > heardUntil && !isOvertaken(rung, rungs))
    .sort((a, b) => a.at - b.at);
}

/** The latest rung of the climb that is due; the rungs missed before it are not said any more. */
export function dueRung(climb: Climb, now: Instant, rest: Rest): Rung | null {
  return rungsOf(climb, now, rest).findLast(({ sendAt }) => sendAt <= now) ?? null;
}

/** The next moment at which the climb has something to say; null if it has nothing to say any more. */
export function nextMoment(climb: Climb, now: Instant, rest: Rest): Instant | null {
  const moments = rungsOf(climb, now, rest).map(({ sendAt }) => sendAt);
  return moments.length > 0 ? Math.min(...moments) : null;
}

function deadlineRungs(
  { since, rungs }: Climb & { rungs: DeadlineRungs },
  dueAt: Instant,
  now: Instant,
  rest: Rest,
): Planned[] {
  const { beforeMs, overdueEveryMs, unclaimedAfterMs, isUrgent } = rungs;
  const rung = (name: RungName, at: Instant, buzz = false): Planned => {
    const isPressing = isUrgent && (buzz || name === 'due' || name === 'overdue');
    return { name, at, sendAt: isPressing ? at : endOfRest(at, rest), buzz, isPressing };
  };
  const last = beforeMs.at(-1);
  return [
    ...beforeMs.map((ms) => rung('before', subtractTime(dueAt, ms, rest), ms === last)),
    ...(unclaimedAfterMs === null ? [] : [rung('unclaimed', addTime(since, unclaimedAfterMs, rest))]),
    rung('due', dueAt),
    ...overdueSteps(dueAt, overdueEveryMs, now, rest).map((at) => rung('overdue', at)),
  ];
}

/** The two overdue steps around `now`: the last one that has come, and the next one. */
function overdueSteps(dueAt: Instant, everyMs: number, now: Instant, rest: Rest): Instant[] {
  const passed = Math.floor(timeBetween(dueAt, now, rest) / everyMs);
  return [passed, passed + 1].filter((steps) => steps > 0).map((steps) => addTime(dueAt, steps * everyMs, rest));
}

/** Two warnings within so little time say the same twice. */
const SOON_MS = 30 * MINUTE;

/**
 * Whether a later rung comes no later than this one, which quiet hours or days off held up; the later rung says more. A
 * warning that was held up also waits for the next warning, if that one comes soon.
 */
function isOvertaken(rung: Rung, rungs: Rung[]): boolean {
  const isHeldUp = rung.name === 'before' && rung.sendAt > rung.at;
  return rungs.some(({ name, at, sendAt }) => {
    const patience = isHeldUp && name === 'before' ? SOON_MS : 0;
    return at > rung.at && sendAt <= rung.sendAt + patience;
  });
}

/** The draft's next reminder; `draft_left` from the second morning on. */
function draftRung({ since, remindedAt }: Climb, { afterMs, morning }: DraftRungs, rest: Rest): Planned {
  const morningAfter = (at: Instant) => nextMorning(at, morning, rest);
  const first = endOfRest(addTime(since, afterMs, rest), rest);
  const isReminded = remindedAt !== null && remindedAt > since;
  const at = isReminded ? morningAfter(remindedAt) : first;
  const name = isReminded && at > morningAfter(first) ? 'draft_left' : 'draft';
  return { name, at, sendAt: at, buzz: false, isPressing: false };
}
