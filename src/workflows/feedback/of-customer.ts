import { FeedbackStore } from '../../db/feedback-store';
import { type CustomerCase, casesNaming } from '../../db/registers/customer-cases';
import type { Tx } from '../../db/transaction';
import type { CustomerItem, OfCustomer, SoughtCustomer } from '../../desk/catalogue';
import { isAtRest } from '../../domain/feedback/model';
import type { JsonObject } from '../../domain/messaging';
import type { Context } from '../../domain/office';
import { listed, visibleTo } from './lists';

/** The cases of a customer that the actor may see: open ones first, then the newest. */
export async function casesOfCustomer(
  tx: Tx,
  { stems, isMeant }: SoughtCustomer,
  limit: number,
  context: Context,
): Promise<OfCustomer> {
  const queries = visibleTo(context.actor.id ?? '', context.org);
  const found = new Map<number, CustomerCase>();
  for (const stem of stems) {
    for (const one of await casesNaming(tx, queries, stem)) if (isMeant(one.customer)) found.set(one.id, one);
  }
  const sorted = [...found.values()].sort((a, b) => Number(isAtRest(a)) - Number(isAtRest(b)) || b.id - a.id);
  const ids = sorted.slice(0, limit).map(({ id }) => id);
  const cases = ids.length === 0 ? [] : await new FeedbackStore(tx).find({ ids }, limit);
  const items = cases.map((feedback): CustomerItem => {
    const item = listed(feedback, '', { context, actsFor: null, inGroup: false }) as unknown as JsonObject;
    return { id: feedback.id, isOpen: !isAtRest(feedback), createdAt: feedback.createdAt, item };
  });
  return { total: sorted.length, items: items.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)) };
}
