import { isAtRest, numberOf, type Priority, type Status } from '../../src/domain/feedback/model';
import { type ButtonLook, button } from '../kit/button';
import type { CardContext } from '../kit/context';
import { block, clamped, type Element } from '../kit/elements';
import type { ListRow } from '../kit/list-row';
import { mask } from '../kit/mask';
import { departmentName, personName, timeText } from '../kit/names';
import { menu } from '../kit/parts/acts';
import { oneLine } from '../kit/plain-text';
import { deadlineSaid, deadlineShort, isSoon } from '../kit/time-left';

const MAX_CUSTOMER = 30;
const MAX_IN_SUBJECT = 10;
const MAX_SNIPPET = 60;

/** Far more than a line shows, so that no number is cut before it is masked. */
const MAX_READ = 1000;

/** A case as a list shows it. */
export interface ListedCase {
  id: number;
  customer: string;
  /** What the case is about; empty if nobody knows. */
  subject: string;
  priority: Priority;
  department: string | null;
  /** The person who holds the ball; null if the department, the clerks or the managers hold it. */
  holderId: string | null;
  status: Status;
  /** Null if the case has no deadline. */
  dueAt: number | null;
  /** The text around the words that were searched for; of a draft the beginning of the customer's text. */
  snippet: string;
  /** The reader must give the customer an interim reply first. */
  owesInterim?: boolean;
  /** Set for a draft: when it was forwarded. */
  forwardedAt?: number;
  /** What the reader can do with the case at once; `show` if absent. */
  act?: RowAct;
  /** The reader's other acts, in the menu. */
  more?: RowAct[];
}

/** An act of a row: done at once, or by the form or card that it brings. */
export type RowAct =
  | 'show'
  | 'claim'
  | 'answer'
  | 'provide'
  | 'close'
  | 'urge'
  | 'assign'
  | 'reassign'
  | 'instruct'
  | 'extend'
  | 'route'
  | 'interim'
  | 'release'
  | 'transfer'
  | 'still_working'
  | 'discard'
  | 'draft';

/** These are done by a tap; the others bring a form or a card. */
const AT_ONCE: ReadonlySet<RowAct> = new Set(['show', 'urge', 'claim', 'still_working', 'discard']);

type Held = Pick<ListedCase, 'holderId' | 'department' | 'status'>;

/** Who holds the ball, in words; empty if nobody does. */
export function holderOf({ holderId, department, status }: Held, ctx: CardContext): string {
  const { holders } = ctx.texts;
  // The reader need not be told the reader's own name.
  if (isAtRest({ status }) || (holderId !== null && holderId === ctx.readerId)) return '';
  if (holderId !== null) {
    const name = personName(holderId, ctx);
    return status === 'handling' ? holders.inDepartment(name, departmentName(department, ctx)) : name;
  }
  if (status === 'triage') return holders.clerks;
  return status === 'review' ? holders.managers : departmentName(department, ctx);
}

/** The customer's name in one masked line. */
export function customerOf(
  { customer }: Pick<ListedCase, 'customer'>,
  { texts }: CardContext,
  max = MAX_CUSTOMER,
): string {
  return oneLine(mask(customer), max) || texts.card.unnamedCustomer;
}

/** `客户 · 事由`; contact details are masked. */
export function subjectLine(
  { customer, subject, priority }: Pick<ListedCase, 'customer' | 'subject' | 'priority'>,
  ctx: CardContext,
): string {
  const shown = (typed: string, max: number) => oneLine(mask(typed.slice(0, MAX_READ)), max);
  return ctx.texts.card.title({
    customer: shown(customer, MAX_IN_SUBJECT),
    subject: shown(subject, MAX_SNIPPET),
    isUrgent: priority === 'urgent',
  });
}

/** Time left, number, status and holder in one line: `超 2 小时 · FB-6 品质部待接单`. */
export function caseFacts(item: ListedCase, ctx: CardContext): string {
  const { texts } = ctx;
  const { priority, status, dueAt, forwardedAt } = item;
  const due =
    forwardedAt === undefined ? deadlineShort(dueAt, ctx) : texts.list.notSubmitted(timeText(forwardedAt, ctx));
  const who = texts.list.whoAndStatus(holderOf(item, ctx), texts.statuses[status]);
  return [priority === 'high' ? texts.priorities.high : '', due, `${numberOf(item)} ${who}`]
    .filter(Boolean)
    .join(' · ');
}

/** What a case is, who has it, and how much time is left, on a shaded ground; contact details are masked. */
export function caseBlock(item: StandingCase, ctx: CardContext, shade: 'grey' | 'orange' = 'grey'): Element[] {
  const standing = ctx.texts.list.whoAndStatus(holderOf(item, ctx), ctx.texts.statuses[item.status]);
  const facts = [numberOf(item), standing, deadlineSaid(item.dueAt, ctx)].filter(Boolean).join(' · ');
  return block(shade, facts, clamped(subjectLine(item, ctx), 1));
}

type StandingCase = Held & Pick<ListedCase, 'id' | 'customer' | 'subject' | 'priority' | 'dueAt'>;

/** The act of a row, and the menu ⋯ with the others. `look`: how an act other than `show` stands out. */
export function rowActs(
  item: Pick<ListedCase, 'id' | 'act' | 'more'>,
  ctx: CardContext,
  look: ButtonLook = 'choice',
): Element[] {
  const { id, act = 'show', more = [] } = item;
  const words = ctx.texts.rowActs;
  if (act === 'draft') return [button({ cmd: 'feedback.show', id, word: words.draft })];
  const first = AT_ONCE.has(act)
    ? button({ cmd: `feedback.${act}`, id, word: words[act], look: act === 'show' ? 'default' : look })
    : button({ cmd: 'feedback.ask', id, word: words[act], look, values: { act } });
  return [
    first,
    ...menu(
      { cmd: 'feedback.ask', id },
      more.map((one) => ({ act: one, word: words[one] })),
    ),
  ];
}

/** A case as a row of a list; contact details are masked. */
export function caseRow(item: ListedCase, ctx: CardContext): ListRow {
  const { list } = ctx.texts;
  const { snippet, owesInterim, status, priority, dueAt } = item;
  const isOpen = !isAtRest({ status });
  return {
    head: subjectLine(item, ctx) || numberOf(item),
    facts: caseFacts(item, ctx),
    isPressing: isOpen && (priority === 'urgent' || isSoon(dueAt, ctx)),
    note: owesInterim ? list.owesInterim : oneLine(mask(snippet), MAX_SNIPPET),
    acts: rowActs(item, ctx),
  };
}
