import type { Actor } from '../actor';
import { departmentOf, type Org } from '../org/org';
import type { Command } from './commands';
import type { Feedback } from './model';

export type Role = 'rep' | 'department' | 'holder' | 'clerk' | 'manager' | 'admin' | 'program';

/** Who may do what (design §3.3); the first role named is the one a refusal names. */
const MAY: Record<Command['type'], Role[]> = {
  submit: ['rep'],
  discard: ['rep'],
  route: ['clerk', 'admin'],
  instruct: ['manager'],
  claim: ['department'],
  // The program releases what its holder has gone silent about.
  release: ['department', 'holder', 'program'],
  still_working: ['holder'],
  reveal_contact: ['holder', 'rep', 'clerk', 'manager'],
  look: ['clerk', 'manager'],
  answer: ['department'],
  answer_with_reply: ['department'],
  transfer: ['department'],
  request_info: ['department'],
  provide_info: ['rep'],
  extend: ['department'],
  interim: ['rep'],
  correct: ['clerk', 'admin'],
  urge: ['rep'],
  withdraw: ['rep'],
  close: ['rep', 'clerk'],
  reopen: ['rep', 'clerk', 'manager'],
  split: ['rep'],
  adopt: ['clerk', 'admin'],
  note: ['rep', 'department'],
  recall: ['program'],
  edit: ['program'],
  keep_attachment: ['program'],
  forward_refused: ['program'],
  unassign: ['program'],
  move_department: ['program'],
  take_over: ['program'],
  skip_review: ['program'],
};

function plays(role: Role, actor: Actor, feedback: Feedback, org: Org): boolean {
  if (role === 'program') return actor.id === null;
  if (actor.id === null) return false;
  switch (role) {
    case 'rep':
      return actor.id === feedback.repId;
    case 'department': {
      const department = departmentOf(org, feedback.department);
      if (department === null) return false;
      // Without a group its lead and whoever claimed the case act for it, in their direct chats.
      if (department.chat === null) return [department.lead, feedback.claimedBy].includes(actor.id);
      return actor.chatId === department.chat;
    }
    case 'holder':
      return actor.id === feedback.claimedBy;
    case 'clerk':
      return org.clerks.includes(actor.id);
    case 'manager':
      return org.managers.includes(actor.id);
    case 'admin':
      return org.admins.includes(actor.id);
  }
}

export function mayDo(type: Command['type'], actor: Actor, feedback: Feedback, org: Org): boolean {
  return MAY[type].some((role) => plays(role, actor, feedback, org));
}

/** Whose right it is, for the sentence that a person without it is shown. */
export function ownerOf(type: Command['type']): Role {
  return MAY[type][0] as Role;
}
