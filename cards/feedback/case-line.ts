import { isAtRest, numberOf, type Status } from '../../src/domain/feedback/model';
import type { CardContext } from '../kit/context';
import type { ListRow } from '../kit/list-row';
import { mask } from '../kit/mask';
import { departmentName, personName, timeText } from '../kit/names';
import { oneLine } from '../kit/plain-text';

const MAX_CUSTOMER = 30;
const MAX_SNIPPET = 60;

/** A case as a list shows it. */
export interface ListedCase {
  id: number;
  customer: string;
  department: string | null;
  /** The person who holds the ball; null if the department, the clerks or the managers hold it. */
  holderId: string | null;
  status: Status;
  /** Null if the case has no deadline. */
  dueAt: number | null;
  overdue: boolean;
  /** The text around the words that were searched for; of a draft the beginning of the customer's text. */
  snippet: string;
  /** The reader must give the customer an interim reply first. */
  owesInterim?: boolean;
  /** Set for a draft: when it was forwarded. */
  forwardedAt?: number;
}

type Held = Pick<ListedCase, 'holderId' | 'department' | 'status'>;

/** Who holds the ball, in words; empty if nobody does. */
export function holderOf({ holderId, department, status }: Held, ctx: CardContext): string {
  const { holders } = ctx.texts;
  if (isAtRest({ status })) return '';
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

/** Deadline, number, customer, holder and status in one line. */
export function caseLine(item: Omit<ListedCase, 'overdue' | 'snippet'>, ctx: CardContext): string {
  const { texts } = ctx;
  const due = timeText(item.dueAt, ctx) || '–';
  return texts.digest.caseLine({
    number: numberOf(item),
    customer: customerOf(item, ctx),
    holder: holderOf(item, ctx),
    status: texts.statuses[item.status],
    due,
  });
}

/** A case as a row of a list; contact details are masked. */
export function caseRow(item: ListedCase, ctx: CardContext): ListRow {
  const { list, statuses } = ctx.texts;
  const { status, overdue, snippet, owesInterim, forwardedAt } = item;
  const due = timeText(item.dueAt, ctx);
  const facts = list.facts({ status: statuses[status], holder: holderOf(item, ctx), due: overdue ? '' : due });
  return {
    head: `${numberOf(item)} ${customerOf(item, ctx)}`,
    facts: forwardedAt === undefined ? facts : list.notSubmitted(timeText(forwardedAt, ctx)),
    note: owesInterim ? list.owesInterim : '',
    alarm: overdue ? list.overdueSince(due) : '',
    snippet: oneLine(mask(snippet), MAX_SNIPPET),
    opens: { cmd: 'feedback.show', id: item.id },
  };
}
