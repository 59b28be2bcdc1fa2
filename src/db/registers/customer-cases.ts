import { type FeedbackQuery, matching, wordsLookedUp } from '../feedback-query';
import { FeedbackRow } from '../feedback-row';
import type { Tx } from '../transaction';

/** More cases than any customer has. */
const MAX_CASES = 2000;

/** What tells whether a case is a customer's. */
export type CustomerCase = Pick<FeedbackRow, 'id' | 'customer' | 'status'>;

/** The cases that answer one of the queries and whose texts hold the words, the newest first. */
export async function casesNaming(tx: Tx, queries: FeedbackQuery[], words: string): Promise<CustomerCase[]> {
  const asked = await wordsLookedUp(
    tx,
    queries.map((query) => ({ ...query, words })),
  );
  const rows = tx.createQueryBuilder(FeedbackRow, 'row').select(['row.id', 'row.customer', 'row.status']);
  return matching(rows, asked).orderBy('row.id', 'DESC').limit(MAX_CASES).getMany();
}
