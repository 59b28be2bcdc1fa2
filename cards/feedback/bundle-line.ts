import { type Feedback, isAtRest, numberOf } from '../../src/domain/feedback/model';
import type { JsonObject } from '../../src/domain/messaging';
import type { BundleLine } from '../kit/bundle-card';
import type { CardContext } from '../kit/context';
import { standing, timeText } from '../kit/names';
import { customerOf, holderOf } from './case-line';
import { messageName, offers } from './reminder-acts';

/** One of several cases that one message is about. */
export interface BundledCase {
  feedback: Feedback;
  /** The message it would be alone. */
  name: string;
  params: JsonObject;
  /** It no longer asks for anything: what it asked for was done meanwhile. */
  isSettled: boolean;
}

/** The deadline that the message is about: an extended case has two. */
const dueOf = ({ feedback, params }: BundledCase): number | null =>
  typeof params.dueAt === 'number' ? params.dueAt : feedback.dueAt;

/** Which case it is. */
function lineOf({ feedback }: BundledCase, ctx: CardContext): string {
  return `${numberOf(feedback)} ${customerOf(feedback, ctx)}`;
}

/** Its status, who has it, and until when. */
function factsOf(item: BundledCase, ctx: CardContext): string {
  const { department, status, claimedBy, repId } = item.feedback;
  const holders = { draft: repId, handling: claimedBy, waiting: repId, answered: repId };
  const holderId = holders[status as keyof typeof holders] ?? null;
  const holder = holderOf({ holderId, department, status }, ctx);
  return ctx.texts.list.facts({ status: ctx.texts.statuses[status], holder, due: timeText(dueOf(item), ctx) });
}

function whyOf({ feedback, name, params, isSettled }: BundledCase, ctx: CardContext): string {
  const message = messageName(name, params);
  if (isSettled || message === null) return standing(feedback, ctx);
  return ctx.texts.clock.why[message] ?? standing(feedback, ctx);
}

/** A case's line in a message about several records. */
export function bundleLine(item: BundledCase, ctx: CardContext): BundleLine {
  const { feedback, name, params, isSettled } = item;
  return {
    head: lineOf(item, ctx),
    why: whyOf(item, ctx),
    facts: factsOf(item, ctx),
    acts: isSettled ? [] : offers(name, feedback, params, ctx),
    dueAt: dueOf(item),
    isOpen: !isSettled && !isAtRest(feedback),
    isReminder: name === 'reminder',
    isLate: params.rung === 'due' || params.rung === 'overdue',
  };
}
