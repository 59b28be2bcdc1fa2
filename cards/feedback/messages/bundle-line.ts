import { deadlineOf } from '../../../src/domain/feedback/clock/deadline';
import { holderIdOf } from '../../../src/domain/feedback/holders';
import { type Feedback, isAtRest, numberOf } from '../../../src/domain/feedback/model';
import type { JsonObject } from '../../../src/domain/messaging';
import type { BundleLine } from '../../kit/bundle-card';
import type { CardContext } from '../../kit/context';
import { timeText } from '../../kit/names';
import { customerOf, holderOf } from '../case-line';
import { standing } from '../situation';
import { messageActs, messageName } from './message-acts';

/** One of several cases that one message is about. */
export interface BundledCase {
  feedback: Feedback;
  /** The name of the message that the case would get alone. */
  name: string;
  params: JsonObject;
  /** The message asks for nothing any more: the case has moved on. */
  isSettled: boolean;
}

/** The deadline that the message is about: an extended case has two. */
const dueOf = ({ feedback, params }: BundledCase): number | null =>
  typeof params.dueAt === 'number' ? params.dueAt : deadlineOf(feedback);

function factsOf(item: BundledCase, ctx: CardContext): string {
  const { department, status } = item.feedback;
  const holder = holderOf({ holderId: holderIdOf(item.feedback), department, status }, ctx);
  return ctx.texts.list.facts({ status: ctx.texts.statuses[status], holder, due: timeText(dueOf(item), ctx) });
}

function whyOf({ feedback, name, params, isSettled }: BundledCase, ctx: CardContext): string {
  const message = messageName(name, params, ctx.texts);
  if (isSettled || message === null) return standing(feedback, ctx);
  return ctx.texts.clock.why[message] ?? standing(feedback, ctx);
}

/** A case in a bundle: number, customer, status, holder, deadline and why it is listed; contact details masked. */
export function bundleLine(item: BundledCase, ctx: CardContext): BundleLine {
  const { feedback, name, params, isSettled } = item;
  return {
    head: `${numberOf(feedback)} ${customerOf(feedback, ctx)}`,
    why: whyOf(item, ctx),
    facts: factsOf(item, ctx),
    acts: isSettled ? [] : messageActs(name, feedback, params, ctx),
    dueAt: dueOf(item),
    isSettled: isSettled || isAtRest(feedback),
    isReadersTurn: name === 'reminder',
    isLate: params.rung === 'due' || params.rung === 'overdue',
  };
}
