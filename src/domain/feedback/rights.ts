import type { Context } from '../office';
import { departmentServedBy } from '../org/membership';
import { type Parties, plays, type Who } from '../who';
import type { Command } from './commands';
import type { Feedback } from './model';
import { departmentOfWall } from './walls';

/** Who may do what (design §3.3). A refusal names the first of a row. */
const MAY: Record<Command['type'], Who[]> = {
  submit: ['rep'],
  save: ['rep'],
  set_priority: ['rep'],
  discard: ['rep'],
  merge: ['rep'],
  restore: ['rep'],
  route: ['clerk', 'admin'],
  instruct: ['manager'],
  claim: ['department', 'lead'],
  assign: ['lead', 'manager'],
  // The program releases a case whose holder has gone silent.
  release: ['department', 'holder', 'program'],
  still_working: ['holder'],
  reveal_contact: ['holder', 'rep', 'clerk', 'manager'],
  look: ['clerk', 'manager'],
  answer: ['department', 'holder'],
  answer_with_reply: ['department', 'holder'],
  amend_answer: ['department'],
  transfer: ['department', 'holder', 'lead'],
  request_info: ['department', 'holder'],
  provide_info: ['rep'],
  extend: ['department', 'holder', 'lead'],
  grant_extension: ['manager'],
  refuse_extension: ['manager'],
  interim: ['rep'],
  correct: ['clerk', 'admin', 'manager'],
  urge: ['rep', 'lead', 'manager'],
  nudge_rep: ['department', 'holder', 'lead'],
  cause: ['department', 'holder', 'lead'],
  withdraw: ['rep'],
  close: ['rep', 'clerk'],
  reopen: ['rep', 'clerk', 'manager'],
  split: ['rep'],
  adopt: ['clerk', 'admin'],
  note: ['rep', 'department'],
  undo: ['rep', 'department', 'holder'],
  recall: ['program'],
  edit: ['program'],
  keep_attachment: ['program'],
  forward_refused: ['program'],
  unassign: ['program'],
  move_department: ['program'],
  take_over: ['program'],
  skip_review: ['program'],
};

const partiesOf = ({ repId, department, claimedBy }: Feedback): Parties => ({
  rep: repId,
  department,
  holder: claimedBy,
});

/** Whether the actor may give this command. */
export function mayDo(type: Command['type'], feedback: Feedback, context: Pick<Context, 'actor' | 'org'>): boolean {
  return MAY[type].some((who) => plays(who, partiesOf(feedback), context));
}

/** Whether the actor could give this command while the case was where the tapped card or message says. */
export function mightOnce(type: Command['type'], feedback: Feedback, context: Pick<Context, 'actor' | 'org'>): boolean {
  const { actor, org } = context;
  if (!actor.shown) return false;
  const { wall, isDirect } = actor.shown;
  const now = partiesOf(feedback);
  const isToThem = isDirect && wall === null;
  const department = departmentOfWall(wall ?? '') ?? (isDirect ? null : departmentServedBy(actor.chatId, org));
  const then: Parties = {
    rep: isToThem || wall === 'rep' ? actor.id : now.rep,
    department: department ?? now.department,
    holder: isToThem ? actor.id : now.holder,
  };
  return MAY[type].some((who) => plays(who, then, context));
}

/** Whose right the command is, for the sentence that a person without the right reads. */
export function ownerOf(type: Command['type']): Who {
  return MAY[type][0] as Who;
}
