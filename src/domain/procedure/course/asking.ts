import type { Notice } from '../../decision';
import { person } from '../../messaging';
import type { Context } from '../../office';
import { chiefsOf } from '../../org/org';
import { dueAtOf } from '../clock/dates';
import type { Asked, ProcedureRecord } from '../record';
import type { Stage } from '../stages';
import { type Flow, hang, message, says, wallOf, withRecord } from './flow';
import type { Part } from './who';

/** Asks these parts to do the stage; if there are none, the admins are asked who should. */
export function askAll(flow: Flow, stage: Stage, parts: Part[], context: Context): Flow {
  const dueAt = stage.due && dueAtOf(stage.due, flow.record, context);
  const asked = parts.map((part): Asked => ({ ...part, step: '', since: context.now, dueAt }));
  return askThem(withRecord(flow, { asked }), asked, context);
}

/** Hangs the cards of those who are asked, and tells an absent person who stands in for them. */
export function askThem(flow: Flow, asked: readonly Asked[], context: Context): Flow {
  if (asked.length === 0) return says(flow, ...nobody(flow.record, context));
  return asked.reduce((next, one) => {
    const hung = hang(next, wallOf(one), context);
    const { insteadOf, personId } = one;
    return insteadOf === null || personId === null
      ? hung
      : says(hung, message('stand_in', person(insteadOf), { to: personId, stage: next.record.stage }));
  }, flow);
}

/** A stage that nobody can act on never exists silently: the admins are asked. */
export function nobody({ stage, turn, id }: ProcedureRecord, { org }: Context): Notice[] {
  const admins = org.admins.length > 0 ? org.admins : chiefsOf(org);
  return admins.map((admin) => ({ ...message('nobody', person(admin), { stage }), once: `nobody-${id}-${turn}` }));
}
