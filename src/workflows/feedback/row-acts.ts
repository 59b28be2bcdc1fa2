import type { ListedCase, RowAct } from '../../../cards/feedback/case-line';
import { isSoon } from '../../../cards/kit/time-left';
import { deadlineOf, owesInterim } from '../../domain/feedback/clock/deadline';
import { type Feedback, isAtRest } from '../../domain/feedback/model';
import type { Context } from '../../domain/office';
import { ledBy } from '../../domain/org/membership';
import { HOUR } from '../../domain/time';
import { routersOf } from '../../domain/who';

/** Who reads a list. */
export interface Reader {
  context: Context;
  /** The department for which the reader acts from where the list stands: in its group, or as its member; null for none. */
  actsFor: string | null;
  /** Everybody in the group reads the list. */
  inGroup: boolean;
}

type Acts = Pick<ListedCase, 'act' | 'more'>;

const SHOW: Acts = { act: 'show' };

const withMenu = (act: RowAct, ...more: RowAct[]): Acts => ({ act, more: [...more, 'show'] });

/** The next act of this reader on a listed case, and the rarer ones. */
export function actsOf(feedback: Feedback, reader: Reader): Acts {
  const { actor, org } = reader.context;
  const personId = actor.id ?? '';
  if (isAtRest(feedback)) return SHOW;
  if (reader.inGroup) return ofDepartment(feedback) ?? SHOW;
  if (feedback.repId === personId) return ofRep(feedback, reader.context);
  if (feedback.claimedBy === personId) return ofDepartment(feedback) ?? SHOW;
  if (ledBy(personId, org).includes(feedback.department ?? '')) return ofLead(feedback);
  if (reader.actsFor !== null && reader.actsFor === feedback.department) return ofDepartment(feedback) ?? SHOW;
  if (feedback.status === 'triage' && routersOf(org).includes(personId)) return withMenu('route');
  return org.managers.includes(personId) ? ofManager(feedback) : SHOW;
}

function ofRep(feedback: Feedback, context: Context): Acts {
  const { status, priority, lastUrgedAt } = feedback;
  if (status === 'draft') return { act: 'draft' };
  if (status === 'waiting') return withMenu('provide');
  if (status === 'answered') return withMenu('close');
  if (owesInterim(feedback)) return withMenu('interim');
  const isPressing = priority === 'urgent' || isSoon(deadlineOf(feedback), context);
  const mayUrge = lastUrgedAt === null || context.now - lastUrgedAt >= HOUR;
  return isPressing && mayUrge ? withMenu('urge') : SHOW;
}

/** What members of the department do; null while it is not their turn. */
function ofDepartment({ status }: Feedback): Acts | null {
  if (status === 'assigned') return withMenu('claim', 'transfer');
  return status === 'handling' ? withMenu('answer', 'transfer', 'extend') : null;
}

function ofLead({ status }: Feedback): Acts {
  if (status === 'assigned') return withMenu('assign', 'claim', 'transfer');
  return status === 'handling' ? withMenu('urge', 'assign', 'extend') : withMenu('urge');
}

const ofManager = ({ status }: Feedback): Acts =>
  status === 'review' ? withMenu('instruct', 'reassign') : withMenu('urge', 'reassign', 'instruct');
