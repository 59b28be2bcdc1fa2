import { type Feedback, isAtRest, numberOf } from '../../src/domain/feedback/model';
import type { CardJson, JsonObject, Recipient } from '../../src/domain/messaging';
import { fitted, type Room } from '../kit/card-size';
import type { CardContext } from '../kit/context';
import { card, type Element, hr, lines } from '../kit/elements';
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

function elementsOf(item: BundledCase, ctx: CardContext): Element[] {
  const asked = item.isSettled ? [] : offers(item.name, item.feedback, item.params, ctx);
  return [...lines([lineOf(item, ctx), whyOf(item, ctx), factsOf(item, ctx)]), ...asked];
}

/** How many cases are listed: enough for a morning, few enough for a phone. */
const shownIn = (room: Room): number => room.items * 3;

/**
 * One person's (or group's) many due cases as one message: number, customer, who has it, status, due time, and why it
 * is listed; contact details masked. The most urgent come first.
 */
export function bundleCard(to: Recipient, items: BundledCase[], ctx: CardContext): CardJson {
  const { clock, card: words } = ctx.texts;
  const sorted = [...items].sort((a, b) => (dueOf(a) ?? 0) - (dueOf(b) ?? 0));
  const open = sorted.filter(({ feedback, isSettled }) => !isSettled && !isAtRest(feedback));
  const isTheirs = open.some(({ name }) => name === 'reminder');
  const titleOf =
    to.type === 'chat' ? clock.bundleForGroup : isTheirs ? clock.bundleForHolder : clock.bundleForSuperior;
  const title = titleOf(open.length);
  const isLate = open.some(({ params }) => params.rung === 'due' || params.rung === 'overdue');
  return fitted((room) => {
    const shown = sorted.slice(0, shownIn(room));
    const hidden = sorted.length - shown.length;
    return card({
      title,
      colour: open.length === 0 ? 'grey' : isLate ? 'red' : 'orange',
      summary: title,
      elements: [
        ...shown.flatMap((item, i) => [...(i > 0 ? [hr()] : []), ...elementsOf(item, ctx)]),
        ...lines([hidden > 0 && words.more(hidden)]),
        ...lines([clock.bundleEnds], 'quiet'),
      ],
    });
  });
}
