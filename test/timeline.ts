import { openDatabase } from '../src/db/data-source';
import type { TimelineRow } from '../src/db/engine-rows';
import { TimelineStore } from '../src/db/timeline-store';
import { createInTransaction } from '../src/db/transaction';
import type { World } from './world';

/** Reads the timeline of a case from the database, oldest entry first. */
export async function timelineOf(world: World, recordId: number): Promise<TimelineRow[]> {
  const db = await openDatabase(world.config.database);
  try {
    return await createInTransaction(db)((tx) => new TimelineStore(tx).of('feedback', recordId));
  } finally {
    await db.destroy();
  }
}
