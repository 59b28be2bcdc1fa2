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
  /** Who holds the ball: a person where one does, else null (the department, the clerks). */
  holderId: string | null;
  status: Status;
  /** Null where nobody waits for it. */
  dueAt: number | null;
  overdue: boolean;
  /** The surroundings of what was searched for; how a draft's words begin. */
  snippet: string;
  /** Whoever looks must give the customer an interim reply first. */
  owesInterim?: boolean;
  /** Set for a draft: when it was forwarded. */
  forwardedAt?: number;
}

type Held = Pick<ListedCase, 'holderId' | 'department' | 'status'>;

/** Who holds the ball, in words; empty where nobody does. */
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

/** The customer's name in a list, without what could be dialled. */
export function customerOf({ customer }: Pick<ListedCase, 'customer'>, { texts }: CardContext): string {
  return oneLine(mask(customer), MAX_CUSTOMER) || texts.card.unnamedCustomer;
}

/** Until when, which case, who has it and its status in one line. */
export function caseLine(item: Omit<ListedCase, 'overdue' | 'snippet'>, ctx: CardContext): string {
  const { texts } = ctx;
  const due = timeText(item.dueAt, ctx) || '–';
  const status = texts.statuses[item.status];
  return texts.digest.caseLine(numberOf(item), customerOf(item, ctx), holderOf(item, ctx), status, due);
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
