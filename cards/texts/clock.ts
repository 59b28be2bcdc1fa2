import type { HolderKind } from '../../src/domain/feedback/clock/spans';
import type { MessageName } from './names';

/** What was waited for, by the statuses in which somebody holds the ball. */
export type HeldStatus = 'triage' | 'review' | 'assigned' | 'handling' | 'waiting' | 'answered';

/** The words of the clock: what is due, who is asked, where the time went. */
export interface ClockTexts {
  clock: {
    /** The holder of a silent claim is asked, and given two answers. */
    answerBefore: (until: string) => string;

    bundleForHolder: (count: number) => string;
    bundleForSuperior: (count: number) => string;
    bundleForGroup: (count: number) => string;
    bundleEnds: string;
    /** Somebody answers a message about several cases. */
    whichCase: string;
    /** Why a case stands in a bundle, by the message it would be alone. */
    why: Partial<Record<MessageName, string>>;

    /** 时限说明. */
    explain: string;
    explainTitle: (number: string) => string;
    explained: (number: string) => string;
    duration: (days: number, hours: number, minutes: number) => string;
    noClock: string;
    /** From when, how long, until when; `mode` says what counts. */
    runs: (from: string, within: string, due: string) => string;
    runsAnew: (from: string, within: string, due: string) => string;
    modes: Record<'wall-clock' | 'workdays', string>;
    guessed: (years: string) => string;
    extended: (until: string, due: string) => string;
    interimGiven: (at: string, until: string) => string;
    used: (asOf: string, used: string, left: string) => string;
    usedUp: (asOf: string, used: string, over: string) => string;
    closedAfter: (used: string) => string;
    whoHeld: string;
    /** What was waited for in one span; `who` is a person or a group of people, `department` may be empty. */
    held: Record<HeldStatus, (who: string, department: string) => string>;
    span: (from: string, to: string, what: string, took: string) => string;
    spanLasts: (from: string, what: string, took: string) => string;
    /** Of a span that lasted `took`, only so much counted. */
    counted: (took: string, counted: string) => string;
    charges: string;
    charged: (who: string, took: string) => string;
    earlier: (count: number) => string;
    whatNext: string;
    next: (at: string, why: string, to: string) => string;
    alsoTold: (who: string) => string;
    nothingNext: string;
    rungs: Record<'unclaimed' | 'before' | 'due' | 'overdue' | 'silent' | 'freed', string>;
    parties: Record<HolderKind, string>;
    contactTitle: (number: string) => string;
    contactInWords: string;
    contactLogged: string;
  };
}
