import { type Decision, type Notice, refuse } from '../../decision';
import { person } from '../../messaging';
import type { Context } from '../../office';
import type { RungReader } from '../../org/ladders';
import { chiefsOf, departmentOf } from '../../org/org';
import { holdersOf } from '../../org/positions';
import { remindersOf } from '../../reminder-notices';
import type { Instant } from '../../time';
import { goOnIfOver, openIfTime } from '../course/course';
import { type Flow, flowOf, message, recipientOf, says, wallOf, withRecord } from '../course/flow';
import { partsOf } from '../course/who';
import { settled } from '../decide';
import { currentStage, isStageOpen, type ProcedureRecord } from '../record';
import type { ApproveStage } from '../stages';
import { dueRung } from './ladder';
import { lateAtOf } from './next-reminder';

/** The clock's decision: a stage opens, a wait is over, an approval is late, or a rung of the ladder has come. */
export function remind(record: ProcedureRecord, context: Context): Decision<ProcedureRecord> {
  const stage = currentStage(record);
  if (!stage) return refuse('not_due');
  if (!isStageOpen(record)) {
    const opened = openIfTime(flowOf(record), stage, context);
    return isStageOpen(opened.record) || opened.record.stage !== record.stage
      ? settled(opened, { what: 'open', from: record, context })
      : refuse('not_due');
  }
  const gone = goOnIfOver(flowOf(record), context);
  if (gone.record.turn !== record.turn) return settled(gone, { what: 'go_on', from: record, context });
  const lateAt = stage.kind === 'approve' ? lateAtOf(record, stage, context) : null;
  if (stage.kind === 'approve' && lateAt !== null && lateAt <= context.now) {
    return settled(toldLate(record, stage, context), { what: 'late', from: record, context });
  }
  const come = dueRung(record, context.now, context);
  return come ? settled(rungSaid(record, come, context), { what: 'remind', from: record, context }) : refuse('not_due');
}

function toldLate(record: ProcedureRecord, { key, late }: ApproveStage, context: Context): Flow {
  const parts = partsOf(late?.to ?? [], record, { office: context, now: context.now });
  const people = parts.flatMap(({ personId }) => personId ?? []);
  const moments = { ...record.moments, [`${key}.late`]: context.now };
  return says(flowOf({ ...record, moments }), ...people.map((id) => message('late', person(id), { stage: key })));
}

/** Whom a rung reaches beside those who are asked. */
function superiorsOf(to: RungReader, record: ProcedureRecord, { org }: Context): string[] {
  if (to === 'manager') return chiefsOf(org);
  if (to === 'giver') return [record.starterId];
  if (to === 'lead') return record.asked.flatMap(({ department }) => departmentOf(org, department)?.lead ?? []);
  return to.startsWith('position:') ? holdersOf(org, to.slice('position:'.length)).slice(0, 1) : [];
}

function rungSaid(
  record: ProcedureRecord,
  { rung, at }: { rung: { to: RungReader[]; buzz: boolean; days: number }; at: Instant },
  context: Context,
): Flow {
  const { asked, dueAt, stage } = record;
  const name = rung.days < 0 ? 'before' : rung.days === 0 ? 'due' : 'overdue';
  const holders = asked.flatMap((one) => recipientOf(wallOf(one), context) ?? []);
  const lead = asked.flatMap(({ department }) => departmentOf(context.org, department)?.lead ?? [])[0] ?? null;
  const notices: Notice[] = remindersOf({
    holders: rung.to.includes('holder') ? holders : [],
    superiors: [...new Set(rung.to.flatMap((to) => superiorsOf(to, record, context)))],
    params: { rung: name, dueAt, stage, turn: record.turn },
    buzz: rung.buzz,
    lead,
    inDigest: 'soon',
  });
  return says(withRecord(flowOf(record), { remindedAt: at }), ...notices);
}
