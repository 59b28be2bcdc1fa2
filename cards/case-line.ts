import { numberOf, type Status } from '../src/domain/feedback/model';
import type { CardContext } from './context';
import { mask } from './mask';
import { departmentName, personName, timeText } from './names';
import { oneLine } from './text';

const MAX_CUSTOMER = 30;

/** A case as a list shows it. */
export interface ListedCase {
  id: number;
  customer: string;
  department: string | null;
  /** Who holds the ball: a person where one does, else null (the department, the clerks). */
  holderId: string | null;
  status: Status;
  dueAt: number | null;
}

function holderOf({ holderId, department, status }: ListedCase, ctx: CardContext): string {
  const { holders } = ctx.texts;
  if (holderId !== null) {
    const name = personName(holderId, ctx);
    return status === 'handling' ? holders.inDepartment(name, departmentName(department, ctx)) : name;
  }
  if (status === 'triage') return holders.clerks;
  return status === 'review' ? holders.managers : departmentName(department, ctx);
}

/** Number, customer, who has it, status and due time in one line. */
export function caseLine(item: ListedCase, ctx: CardContext): string {
  const { texts } = ctx;
  const customer = oneLine(mask(item.customer), MAX_CUSTOMER) || texts.card.unnamedCustomer;
  const due = timeText(item.dueAt, ctx) || '–';
  return texts.digest.caseLine(numberOf(item), customer, holderOf(item, ctx), texts.statuses[item.status], due);
}
