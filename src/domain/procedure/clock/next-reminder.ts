import type { Office } from '../../office';
import type { Instant } from '../../time';
import { currentStage, isStageOpen, momentOf, type ProcedureRecord } from '../record';
import type { ApproveStage } from '../stages';
import { dueAtOf, opensAtOf, startOfMoment } from './dates';
import { nextRungAt } from './ladder';

/** When an approval that takes too long is told of; null if it was told, or is told to nobody. */
export function lateAtOf(record: ProcedureRecord, { key, late }: ApproveStage, office: Office): Instant | null {
  if (late === null || record.moments[`${key}.late`] !== undefined) return null;
  return dueAtOf(late.after, record, office);
}

/** When the stage that the record is in opens, or what it waits for comes; null if that is no date. */
function awaitedDate(record: ProcedureRecord, office: Office): Instant | null {
  const stage = currentStage(record);
  if (!stage) return null;
  if (!isStageOpen(record)) {
    const at = stage.opens ? opensAtOf(stage.opens, record, office) : null;
    const waitsForParent = (stage.opens?.withParent ?? null) !== null;
    return at === 'unknown' || waitsForParent ? null : at;
  }
  if (stage.kind === 'wait' && stage.until.kind === 'date') return startOfMoment(stage.until.moment, record, office);
  return stage.kind === 'approve' ? lateAtOf(record, stage, office) : null;
}

/** The next moment at which the clock has something to say about the record; null if it has nothing to say. */
export function nextReminderAt(record: ProcedureRecord, now: Instant, office: Office): Instant | null {
  if (!record.isOpen) return null;
  const moments = [awaitedDate(record, office), nextRungAt(record, now, office)].filter((at) => at !== null);
  return moments.length === 0 ? null : Math.min(...moments);
}

/** Since when the record is in its stage. */
export const enteredAt = (record: ProcedureRecord): Instant | null => momentOf(record, record.stage, 'entered');
