import { textsOf } from '../cards/texts/texts';
import { FeedbackRow } from '../src/db/feedback-row';
import { FeedbackStore } from '../src/db/feedback-store';
import { dailyDigests } from '../src/desk/digest';
import { Tick } from '../src/engine/tick';
import { feedbackCatalogue } from '../src/workflows/feedback/catalogue';
import { at, feedback } from '../test/domain/feedback/fixtures';
import type { BenchDatabase } from './databases';
import { type Measurement, medianMs } from './measure';
import { coreAt } from './organisation';

const RECORDS = 100_000;
const OPEN = 500;
const NOW = at('10:00');

/** A tick at which nothing is due, over many records, compared with one SELECT that finds nothing. */
export async function measureIdleTick(database: BenchDatabase): Promise<Measurement> {
  const { db, inTransaction } = database;
  await fill(database);
  const core = coreAt(NOW, inTransaction);
  const tick = new Tick({
    core,
    desk: { moments: dailyDigests([feedbackCatalogue(textsOf('zh-CN'))], core.office), folds: async () => new Map() },
    housekeeping: [],
    eachTick: [],
  });
  const value = await medianMs(100, () => tick.run());
  const limit = await medianMs(100, () => db.query('SELECT 1 FROM period WHERE job = ?', ['none']));
  return {
    what: `a tick with nothing due, ${RECORDS.toLocaleString('en')} records`,
    database: database.dialect,
    unit: 'ms',
    value,
    limit,
    limitIs: 'one SELECT that finds nothing',
    note: 'two transactions: reminders, digests',
  };
}

/** Nearly all records are at rest; the open ones have a later reminder. */
async function fill({ db, inTransaction }: BenchDatabase): Promise<void> {
  await inTransaction((tx) => new FeedbackStore(tx).insert({ ...feedback('closed'), id: 0 }));
  const columns = db.getMetadata(FeedbackRow).columns.map(({ databaseName }) => databaseName);
  const names = columns.filter((name) => name !== 'id').join(', ');
  const double = `INSERT INTO feedback (${names}) SELECT ${names} FROM feedback LIMIT ?`;
  const count = () => inTransaction((tx) => tx.count(FeedbackRow));
  for (let stored = await count(); stored < RECORDS; stored = await count()) {
    await inTransaction((tx) => tx.query(double, [RECORDS - stored]));
  }
  const open = { status: 'assigned' as const, closedAt: null, nextReminderAt: NOW + 1 };
  await inTransaction((tx) =>
    tx.createQueryBuilder().update(FeedbackRow).set(open).where('id <= :open', { open: OPEN }).execute(),
  );
}
