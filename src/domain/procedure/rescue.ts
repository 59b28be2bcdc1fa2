import type { Office } from '../office';
import type { RecordCommand } from './commands';
import { partsOf } from './course/who';
import { currentStage, isStageOpen, type ProcedureRecord } from './record';

/** The program's command for a record on which nobody can act any more; null if all is well. */
export function rescueOf(record: ProcedureRecord, gone: ReadonlySet<string>, office: Office): RecordCommand | null {
  const stage = currentStage(record);
  if (!stage || !isStageOpen(record)) return null;
  const left = record.asked.some(({ personId }) => personId !== null && gone.has(personId));
  const command: RecordCommand = { type: 'people_changed', gone: [...gone] };
  if (left || gone.has(record.holderId)) return command;
  if (record.asked.length > 0) return null;
  const whos =
    stage.kind === 'fill' || stage.kind === 'outside'
      ? stage.who
      : stage.kind === 'approve'
        ? stage.steps.flatMap(({ who }) => who)
        : [];
  const isFound = partsOf(whos, record, { office, now: record.createdAt, except: gone }).length > 0;
  return whos.length > 0 && isFound ? command : null;
}
