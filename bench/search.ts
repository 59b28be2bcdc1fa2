import { FeedbackPages } from '../src/db/feedback-pages';
import { FeedbackRow, FeedbackSearchRow } from '../src/db/feedback-row';
import { FeedbackStore } from '../src/db/feedback-store';
import { OPEN_STATUSES, type Status } from '../src/domain/feedback/model';
import { at, feedback } from '../test/domain/feedback/fixtures';
import type { BenchDatabase } from './databases';
import { type Measurement, medianMs } from './measure';

const RECORDS = 100_000;
/** About 230 characters, like a few messages of a customer. */
const WORDS = '刚装的空调漏水，地板都泡了，请尽快派人维修，昨天下午送到的时候外壳就有划痕，师傅说不管。'.repeat(5);
const SUBMITTED: Status[] = [...OPEN_STATUSES, 'closed', 'withdrawn'];

/** The first page of a search that finds nothing in all cases, compared with reading all their text once. */
export async function measureSearching(database: BenchDatabase): Promise<Measurement> {
  const { db, inTransaction } = database;
  await fill(database);
  const search = (words: string) =>
    inTransaction(async (tx) => {
      const pages = new FeedbackPages(tx, { queries: [{ status: SUBMITTED, words }], order: 'newest' });
      const [first] = await pages.items(null, 6);
      return pages.counts(first ? { rank: first.rank, id: first.feedback.id } : null);
    });
  const value = await medianMs(9, () => search('退货单'));
  const found = await medianMs(9, () => search('漏水'));
  const limit = await medianMs(9, () => db.query('SELECT SUM(LENGTH(text)) AS read_all FROM feedback_search'));
  return {
    what: `a search that finds nothing, ${RECORDS.toLocaleString('en')} records`,
    database: database.dialect,
    unit: 'ms',
    value,
    limit,
    limitIs: 'reading all the search text once',
    note: `page and count; where everything matches: ${found.toFixed(0)} ms`,
  };
}

async function fill({ db, inTransaction }: BenchDatabase): Promise<void> {
  const source = {
    messageId: 'om_1',
    form: 'text',
    text: WORDS,
    sentAt: at('09:00'),
    recalledAt: null,
    attachments: [],
  };
  await inTransaction((tx) => new FeedbackStore(tx).insert({ ...feedback('closed'), id: 0, sources: [source] }));
  const columns = db.getMetadata(FeedbackRow).columns.map(({ databaseName }) => databaseName);
  const names = columns.filter((name) => name !== 'id').join(', ');
  const count = () => inTransaction((tx) => tx.count(FeedbackRow));
  for (let stored = await count(); stored < RECORDS; stored = await count()) {
    const double = `INSERT INTO feedback (${names}) SELECT ${names} FROM feedback LIMIT ?`;
    await inTransaction((tx) => tx.query(double, [RECORDS - stored]));
  }
  const texts =
    'INSERT INTO feedback_search SELECT id, (SELECT MAX(text) FROM feedback_search) FROM feedback WHERE id > 1';
  await inTransaction((tx) => tx.query(texts));
  if ((await inTransaction((tx) => tx.count(FeedbackSearchRow))) !== RECORDS)
    throw new Error('not every record has its text');
}
