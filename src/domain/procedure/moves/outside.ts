import { refuse } from '../../decision';
import { leave } from '../course/course';
import { flowOf } from '../course/flow';
import { currentStage, type Deed, isStageOpen, type ProcedureRecord } from '../record';
import type { FillStage, OutsideStage } from '../stages';
import { formValues, incomplete } from './fill';
import { type Move, tooLate } from './move';

/** Stands in a deed for somebody outside the company, whom nobody here knows by name. */
export const OUTSIDE = 'outside';

/** The stage whose form somebody outside may fill in now; null if there is none. */
export function outsideStageOf(record: ProcedureRecord): FillStage | OutsideStage | null {
  const stage = currentStage(record);
  if (!stage || !isStageOpen(record) || (stage.kind !== 'fill' && stage.kind !== 'outside')) return null;
  return stage.who.some(({ kind }) => kind === 'outside') ? stage : null;
}

/** Somebody outside keeps a draft of the form, or hands it in: once, while the stage is open. */
export const fromOutside: Move<'outside'> = (record, command, context) => {
  const stage = outsideStageOf(record);
  if (!stage || record.turn !== command.ofTurn) return tooLate(record);
  const values = { ...record.values, ...formValues(stage.form, command.values) };
  const filled = { ...record, values };
  if (command.intent === 'save') return { flow: flowOf(filled) };
  const fault = incomplete(stage, filled);
  if (fault) return fault;
  if (stage.form.length === 0) return refuse('card_unknown');
  const deed: Deed = {
    ...{ what: stage.key, verdict: 'submit', by: OUTSIDE, insteadOf: null },
    ...{ at: context.now, remark: '', round: record.round },
  };
  return { flow: leave(flowOf({ ...filled, deeds: [...record.deeds, deed] }), stage, context) };
};
