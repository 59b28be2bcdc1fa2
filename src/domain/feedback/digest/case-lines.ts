import type { Instant } from '../../time';
import type { Extension, Kind, Priority, Satisfaction, Status } from '../model';

/** What a digest needs of a case. */
export interface CaseLine {
  id: number;
  status: Status;
  kind: Kind;
  category: string;
  priority: Priority;
  customer: string;
  department: string | null;
  repId: string;
  claimedBy: string | null;
  submittedAt: Instant | null;
  dueAt: Instant | null;
  /** Until when the customer must hear from us; null for information. */
  deadlineAt: Instant | null;
  extension: Extension | null;
  interimAt: Instant | null;
  satisfaction: Satisfaction | null;
  closedAt: Instant | null;
  cycle: number;
}

/** The names of what a digest needs, for the database. */
export const CASE_LINE = [
  'id',
  'status',
  'kind',
  'category',
  'priority',
  'customer',
  'department',
  'repId',
  'claimedBy',
  'submittedAt',
  'dueAt',
  'deadlineAt',
  'extension',
  'interimAt',
  'satisfaction',
  'closedAt',
  'cycle',
] as const satisfies (keyof CaseLine)[];
