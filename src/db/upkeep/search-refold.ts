import { LessThan } from 'typeorm';
import { searchTextOf } from '../../domain/feedback/search';
import { FeedbackSearchRow, SearchRefoldRow } from '../feedback-row';
import { FeedbackStore } from '../feedback-store';
import type { Tx } from '../transaction';

/** Records of one transaction, which holds up other work on SQLite. */
const PORTION = 50;

/**
 * Folds the search text of some older records again, newest first; true if more are left. A record is locked, so that
 * the text of a version that somebody saves meanwhile stays.
 */
export async function foldSearchTextAgain(tx: Tx): Promise<boolean> {
  const asked = await tx.findOne(SearchRefoldRow, { where: {} });
  if (!asked) return false;
  const { below } = asked;
  const rows = await tx.find(FeedbackSearchRow, {
    select: { feedbackId: true },
    where: { feedbackId: LessThan(below) },
    order: { feedbackId: 'DESC' },
    take: PORTION,
  });
  for (const { feedbackId } of rows) {
    const record = await new FeedbackStore(tx).locked(feedbackId);
    if (record) await tx.update(FeedbackSearchRow, { feedbackId }, { text: searchTextOf(record) });
  }
  // Another process may be further already.
  const last = rows.length < PORTION ? undefined : rows.at(-1);
  if (last) await tx.update(SearchRefoldRow, { below }, { below: last.feedbackId });
  else await tx.delete(SearchRefoldRow, { below });
  return last !== undefined;
}
