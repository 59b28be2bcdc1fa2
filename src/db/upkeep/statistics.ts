import type { EntityManager } from 'typeorm';

/** Rows read per index: enough for the planner, and milliseconds even on a large table. */
const ROWS_READ = 400;

/** Also tables that this connection has not asked yet. */
const ALL_TABLES = '0x10002';

/**
 * Lets SQLite count what its indexes hold, if that has changed much: without statistics it reads whole tables that an
 * index would narrow down. MySQL does so by itself.
 */
export async function refreshStatistics(manager: EntityManager): Promise<void> {
  if (manager.connection.options.type === 'mysql') return;
  await manager.query(`PRAGMA analysis_limit = ${ROWS_READ}`);
  await manager.query(`PRAGMA optimize = ${ALL_TABLES}`);
}
