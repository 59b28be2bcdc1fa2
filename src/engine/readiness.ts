import type { MissingScope } from '../domain/contacts';
import { type Instant, MINUTE, SECOND } from '../domain/time';
import type { Refusal } from './app-refusal';

/** What is known about the program at one moment; all spans in milliseconds. */
export interface Facts {
  database: { answers: boolean; takesWrites: boolean };
  /** Null until the first tick has ended. */
  lastTickAgoMs: number | null;
  feishu: {
    /** Why Feishu has not yet told who the bot is; null once it has. */
    identity: string | null;
    /** The state of the long connection; null in webhook mode. */
    connection: string | null;
    /** Null in webhook mode, and until something has come. */
    lastFrameAgoMs: number | null;
    /** The refusal that holds for the whole app; null if there is none. */
    refusal: Refusal | null;
    /** Calls that Feishu refuses alone, for lack of a scope: what needs them waits, or stays undone. */
    refusedCalls: Refusal[];
    /** The scopes that the app lacks by Feishu's own list; null until Feishu has told. */
    scopes: { missing: MissingScope[]; at: Instant } | null;
  };
  /** How late the earliest due row of each queue is; null if none is due, or the database does not answer. */
  lateMs: Record<Queue, number | null>;
}

export const QUEUES = ['inbox', 'outbox', 'cards', 'reminders'] as const;
export type Queue = (typeof QUEUES)[number];

export interface Readiness {
  status: 'ready' | 'not ready';
  /** Why it is not ready: the first check that failed. */
  reason?: string;
  checks: Record<string, { ok: boolean; [fact: string]: unknown }>;
}

/** Ticks come every 5 s. */
const TICKS_WITHIN_MS = 60 * SECOND;
const LATE_AFTER_MS = 10 * MINUTE;

const secondsOf = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / SECOND));

/**
 * Whether the program can do its work; the table of `docs/operations.md`. A scope that is missing is named, but only a
 * refusal of what all messages need makes the program not ready.
 */
export function readinessOf(facts: Facts): Readiness {
  const faults = { database: databaseFault(facts), feishu: feishuFault(facts), ticks: tickFault(facts) };
  const late = QUEUES.filter((queue) => (facts.lateMs[queue] ?? 0) > LATE_AFTER_MS);
  const lateFault = late[0] ? `${late[0]}: the oldest is ${secondsOf(facts.lateMs[late[0]])} s late` : null;
  const reason = faults.database ?? faults.feishu ?? faults.ticks ?? lateFault;
  const { identity, connection, lastFrameAgoMs, refusal, refusedCalls, scopes } = facts.feishu;
  return {
    status: reason === null ? 'ready' : 'not ready',
    ...(reason === null ? {} : { reason }),
    checks: {
      database: { ok: faults.database === null, ...facts.database },
      feishu: {
        ok: faults.feishu === null,
        identity: identity ?? 'known',
        ...(connection === null ? {} : { connection, lastFrameSecondsAgo: secondsOf(lastFrameAgoMs) }),
        ...(refusal === null ? {} : { refusal: dated(refusal) }),
        ...(refusedCalls.length === 0 ? {} : { refusedCalls: refusedCalls.map(dated) }),
        missingScopes: scopes?.missing ?? 'unknown',
        ...(scopes === null ? {} : { scopesReadAt: new Date(scopes.at).toISOString() }),
      },
      ticks: { ok: faults.ticks === null, lastSecondsAgo: secondsOf(facts.lastTickAgoMs) },
      ...Object.fromEntries(
        QUEUES.map((queue) => [queue, { ok: !late.includes(queue), lateSeconds: secondsOf(facts.lateMs[queue]) }]),
      ),
    },
  };
}

const dated = (refusal: Refusal) => ({ ...refusal, since: new Date(refusal.since).toISOString() });

function databaseFault({ database }: Facts): string | null {
  if (!database.answers) return 'database: does not answer';
  return database.takesWrites ? null : 'database: takes no writes';
}

function feishuFault({ feishu: { identity, connection, refusal } }: Facts): string | null {
  if (identity !== null) return `feishu: ${identity}`;
  if (refusal !== null) {
    const scopes = refusal.scopes.length > 0 ? `; missing scopes: ${refusal.scopes.join(', ')}` : '';
    return `feishu: refuses ${refusal.api} (${refusal.code})${scopes}`;
  }
  return connection === null || connection === 'connected' ? null : `feishu: ${connection}`;
}

function tickFault({ lastTickAgoMs }: Facts): string | null {
  if (lastTickAgoMs === null) return 'ticks: none yet';
  return lastTickAgoMs > TICKS_WITHIN_MS ? `ticks: none for ${secondsOf(lastTickAgoMs)} s` : null;
}
