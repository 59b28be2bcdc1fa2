import { deadlineOf, owesInterim } from '../../../src/domain/feedback/clock/deadline';
import { holderIdOf } from '../../../src/domain/feedback/holders';
import { type Feedback, isAtRest } from '../../../src/domain/feedback/model';
import { beginningOf } from '../../../src/domain/feedback/source-text';
import { subjectOf } from '../../../src/domain/feedback/subject';
import type { JsonObject, Recipient } from '../../../src/domain/messaging';
import type { BundleLine, TogetherAct } from '../../kit/bundle-card';
import { button } from '../../kit/button';
import type { CardContext } from '../../kit/context';
import type { Element } from '../../kit/elements';
import { caseRow, type RowAct, rowActs } from '../case-line';
import { isAboutDraft, messageName } from './message-acts';
import { messageFacts } from './message-facts';
import { type Part, partOf, whoMustAct } from './reader';

/** One of several cases that one message is about. */
export interface BundledCase {
  feedback: Feedback;
  /** The name of the message that the case would get alone. */
  name: string;
  params: JsonObject;
  to: Recipient;
  /** The message asks for nothing any more: the case has moved on. */
  isSettled: boolean;
}

/** The deadline that the message is about: an extended case has two. */
const dueOf = ({ feedback, params }: BundledCase): number | null =>
  typeof params.dueAt === 'number' ? params.dueAt : deadlineOf(feedback);

/** Told to somebody above the holder, or to the rep while others work. */
const isOnlyTold = ({ name }: BundledCase): boolean => name === 'escalation' || name === 'unclaimed_rep';

/** What the reader does first, and what stands in the row's menu. */
type Offered = [act: RowAct, ...more: RowAct[]];

function asRep(feedback: Feedback): Offered {
  if (feedback.status === 'draft') return ['show', 'discard'];
  if (feedback.status === 'waiting') return ['provide', 'show'];
  if (feedback.status === 'answered') return ['close', 'show'];
  return owesInterim(feedback) ? ['interim', 'show'] : ['urge', 'show'];
}

const asLead = ({ status }: Feedback): Offered =>
  status === 'assigned' ? ['assign', 'urge', 'transfer', 'show'] : ['urge', 'assign', 'show'];

const BY_PART: Record<Part, (feedback: Feedback) => Offered> = {
  group: ({ status }) => (status === 'assigned' ? ['claim'] : status === 'handling' ? ['answer'] : ['show']),
  holder: () => ['answer', 'extend', 'show'],
  rep: asRep,
  router: () => ['route', 'show'],
  lead: asLead,
  manager: ({ status }) => (status === 'review' ? ['instruct', 'show'] : ['urge', 'reassign', 'instruct', 'show']),
  other: () => ['show'],
};

function actsOf({ feedback, name, params, to }: BundledCase, ctx: CardContext): Element[] {
  const { id, repId } = feedback;
  if (isAboutDraft(params) && name === 'escalation') {
    const adopt = { cmd: 'feedback.adopt', id, word: ctx.texts.commands.adopt, values: { rep: repId } };
    return [button({ ...adopt, look: 'choice' })];
  }
  const [act, ...more]: Offered =
    params.asks === true
      ? ['still_working', 'answer', 'release', 'show']
      : BY_PART[partOf(feedback, to, ctx.org)](feedback);
  return rowActs({ id, act, more }, ctx);
}

/** Holders answer for all their cases at once; superiors urge all that are late. */
function togetherOf(item: BundledCase, ctx: CardContext): TogetherAct | null {
  const { clock } = ctx.texts;
  const part = partOf(item.feedback, item.to, ctx.org);
  const dueAt = dueOf(item);
  if (part === 'holder') return { cmd: 'feedback.still_working_all', word: () => clock.stillOnAll };
  const isLate = dueAt !== null && dueAt <= ctx.now;
  if (!isLate || item.name !== 'escalation' || (part !== 'lead' && part !== 'manager')) return null;
  return { cmd: 'feedback.urge_all', word: clock.urgeTogether, confirm: clock.urgeTogetherConfirm };
}

/** Why the row is there, where status and time do not tell it. */
function noteOf(item: BundledCase, ctx: CardContext): string {
  const { name, params, feedback } = item;
  if (feedback.status === 'draft') return beginningOf(feedback);
  const tells = params.asks === true || params.duty === 'interim' || params.rung === 'silent_lead' || name === 'urged';
  const message = tells ? messageName(name, params.asks === true ? { rung: 'silent' } : params, ctx.texts) : null;
  return message === null ? '' : ctx.texts.messages[message](messageFacts(feedback, params, ctx)).short;
}

/** A case in a bundle, as a row with its act; contact details masked. */
export function bundleLine(item: BundledCase, ctx: CardContext): BundleLine {
  const { feedback, isSettled, to } = item;
  const { id, customer, department, status, priority, createdAt } = feedback;
  const isOver = isSettled || isAtRest(feedback);
  const row = caseRow(
    {
      ...{ id, customer, department, status, priority, dueAt: dueOf(item) },
      subject: subjectOf(feedback),
      holderId: holderIdOf(feedback),
      snippet: isOver ? '' : noteOf(item, ctx),
      ...(status === 'draft' ? { forwardedAt: createdAt } : {}),
    },
    ctx,
  );
  return {
    ...row,
    isPressing: row.isPressing && !isOver,
    acts: isOver ? [] : actsOf(item, ctx),
    dueAt: dueOf(item),
    isSettled: isOver,
    isReadersTurn: !isOnlyTold(item),
    isUrgent: priority === 'urgent' && !isOver,
    mention: to.type === 'chat' ? whoMustAct(feedback, ctx.org) : null,
    together: isOver ? null : togetherOf(item, ctx),
  };
}
