import { type Refused, refuse } from '../decision';
import type { Context } from '../office';
import { isDraft } from './moves/finish';
import { mine } from './moves/move';
import { currentStage, type ProcedureRecord } from './record';
import type { MayAct, Stage } from './stages';

/** What people can ask a form for, beside the stage's own (design §3.3, one form at a time). */
export const FORM_ACTS = [
  ...(['edit', 'transfer', 'question', 'extend', 'hand_over', 'decline', 'delegate', 'add_approver'] as const),
  ...(['note', 'withdraw', 'void', 'tell_skip', 'correct', 'return', 'reject', 'add_child'] as const),
] as const;
export type FormAct = (typeof FORM_ACTS)[number];

export const isFormAct = (act: string): act is FormAct => FORM_ACTS.some((one) => one === act);

/** The stages at which an act belongs to whoever is asked. */
const AT: Partial<Record<FormAct, Stage['kind'][]>> = {
  edit: ['fill', 'outside'],
  transfer: ['fill'],
  question: ['fill'],
  extend: ['fill', 'each'],
  hand_over: ['fill', 'outside'],
  decline: ['fill'],
  add_child: ['fill'],
  delegate: ['approve'],
  add_approver: ['approve'],
  return: ['approve'],
  reject: ['approve'],
  tell_skip: ['each'],
};

/** The right to an act that a stage must give. */
const RIGHT: Partial<Record<FormAct, MayAct>> = {
  transfer: 'transfer',
  question: 'ask',
  extend: 'extend',
  hand_over: 'hand_over',
  decline: 'decline',
};

/** Why the actor cannot have the form of an act now; null if they can. */
export function refusalOfForm(record: ProcedureRecord, act: string, context: Context): Refused | null {
  if (!isFormAct(act)) return refuse('card_unknown');
  if (!record.isOpen) return act === 'note' ? null : refuse('ended');
  const kinds = AT[act];
  if (!kinds) return null;
  const my = mine(record, {}, context, kinds);
  if ('ok' in my) return my;
  const right = RIGHT[act];
  const { stage } = my;
  return right === undefined || (stage.kind === 'fill' && stage.may.includes(right))
    ? null
    : refuse('not_allowed_here');
}

/** The acts of the menu ⋯ that whoever works on the record has now, in the order in which cards show them. */
export function actsOf(record: ProcedureRecord, context: Context): FormAct[] {
  const acts = FORM_ACTS.filter((act) => act !== 'note' && refusalOfForm(record, act, context) === null);
  return currentStage(record)?.kind === 'fill' && isDraft(record) ? acts.filter((act) => act !== 'void') : acts;
}
