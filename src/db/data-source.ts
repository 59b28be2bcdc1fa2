import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type QueryRunner } from 'typeorm';
import { FirstTables1764000000000 } from '../../migrations/1764000000000-first-tables';
import { InboxKept1764000000010 } from '../../migrations/1764000000010-inbox-kept';
import { InterimReply1764000000020 } from '../../migrations/1764000000020-interim-reply';
import { SilentClaims1764000000030 } from '../../migrations/1764000000030-silent-claims';
import { Search1764000000040 } from '../../migrations/1764000000040-search';
import { ListIndexes1764000000041 } from '../../migrations/1764000000041-list-indexes';
import { Organisation1764000000050 } from '../../migrations/1764000000050-organisation';
import { Platform1764000000060 } from '../../migrations/1764000000060-platform';
import { DraftsAreChased1764000000070 } from '../../migrations/1764000000070-drafts-are-chased';
import { DigestOfAllWorkflows1764000000080 } from '../../migrations/1764000000080-digest-of-all-workflows';
import { Claims1764000000090 } from '../../migrations/1764000000090-claims';
import { ClosedIndex1764000000100 } from '../../migrations/1764000000100-closed-index';
import { Deadlines1764000000110 } from '../../migrations/1764000000110-deadlines';
import { Refusals1764000000120 } from '../../migrations/1764000000120-refusals';
import { JoinedMessages1764000000130 } from '../../migrations/1764000000130-joined-messages';
import { SearchRefold1764000000135 } from '../../migrations/1764000000135-search-refold';
import { Doubt1764000000140 } from '../../migrations/1764000000140-doubt';
import { DirectChats1764000000150 } from '../../migrations/1764000000150-direct-chats';
import { Subject1764000000160 } from '../../migrations/1764000000160-subject';
import { NodsAndMutes1764000000170 } from '../../migrations/1764000000170-nods-and-mutes';
import { SimilarCases1764000000180 } from '../../migrations/1764000000180-similar-cases';
import { Procedures1764000000190 } from '../../migrations/1764000000190-procedures';
import { Registers1764000000210 } from '../../migrations/1764000000210-registers';
import { AppError } from '../domain/errors';
import {
  CardRow,
  IdempotencyRow,
  InboxRow,
  MutexRow,
  OrganisationRow,
  OutboxRow,
  PeriodRow,
  PersonRow,
  PlatformRow,
  RefusedElementRow,
  TimelineRow,
} from './engine-rows';
import { FeedbackJoinedRow, FeedbackRow, FeedbackSearchRow, SearchRefoldRow } from './feedback-row';
import { BUSY_MS, GuardedSqlite } from './guarded-sqlite';
import { CONNECTIONS } from './mysql-transactions';
import { PROCEDURE_ROWS } from './procedure/procedure-row';
import {
  RegisterAliasRow,
  RegisterEntryRow,
  RegisterImportRow,
  RegisterMentionRow,
  RegisterProposalRow,
} from './registers/register-rows';
import { refreshStatistics } from './upkeep/statistics';

export type DatabaseConfig = { type: 'sqlite'; path: string } | { type: 'mysql'; url: string };

const schema = {
  entities: [
    CardRow,
    FeedbackJoinedRow,
    FeedbackRow,
    FeedbackSearchRow,
    IdempotencyRow,
    InboxRow,
    MutexRow,
    OrganisationRow,
    OutboxRow,
    PeriodRow,
    PersonRow,
    PlatformRow,
    RefusedElementRow,
    RegisterAliasRow,
    RegisterEntryRow,
    RegisterImportRow,
    RegisterMentionRow,
    RegisterProposalRow,
    SearchRefoldRow,
    TimelineRow,
    ...PROCEDURE_ROWS,
  ],
  migrations: [
    FirstTables1764000000000,
    InboxKept1764000000010,
    InterimReply1764000000020,
    SilentClaims1764000000030,
    Search1764000000040,
    ListIndexes1764000000041,
    Organisation1764000000050,
    Platform1764000000060,
    DraftsAreChased1764000000070,
    DigestOfAllWorkflows1764000000080,
    Claims1764000000090,
    ClosedIndex1764000000100,
    Deadlines1764000000110,
    Refusals1764000000120,
    JoinedMessages1764000000130,
    SearchRefold1764000000135,
    Doubt1764000000140,
    DirectChats1764000000150,
    Subject1764000000160,
    NodsAndMutes1764000000170,
    SimilarCases1764000000180,
    Procedures1764000000190,
    Registers1764000000210,
  ],
  migrationsTransactionMode: 'each' as const,
};

/** A database that is not yet open; `more` are the driver's options. */
export function describeDatabase(config: DatabaseConfig, more: object = {}): DataSource {
  if (config.type === 'sqlite') {
    if (config.path !== ':memory:') mkdirSync(path.dirname(path.resolve(config.path)), { recursive: true });
    return new DataSource({
      ...schema,
      type: 'better-sqlite3',
      driver: GuardedSqlite,
      database: config.path,
      enableWAL: config.path !== ':memory:',
      timeout: BUSY_MS,
      ...more,
    });
  }
  return new DataSource({
    ...schema,
    type: 'mysql',
    url: config.url,
    charset: 'utf8mb4',
    timezone: 'Z',
    // One more than transactions use, for what is asked outside of them.
    poolSize: CONNECTIONS + 1,
    connectTimeout: 5000,
    ...more,
  });
}

/**
 * Opens the database and runs pending migrations. If many processes start together, each migration still runs once.
 * Throws `database_unreachable`, or `database_too_new` if the database knows migrations that this program does not.
 */
export async function openDatabase(config: DatabaseConfig): Promise<DataSource> {
  let db: DataSource;
  try {
    db = await describeDatabase(config).initialize();
  } catch (error) {
    throw new AppError('database_unreachable', reasonOf(error, config), { cause: error });
  }
  try {
    await refuseNewer(db);
    await (config.type === 'mysql' ? migrateLocked(db) : migrateInOneTransaction(db));
    await refreshStatistics(db.manager);
  } catch (error) {
    await db.destroy().catch(() => undefined);
    throw error;
  }
  return db;
}

/** An older program would read columns that are gone, and write rows that the newer one cannot read. */
async function refuseNewer(db: DataSource): Promise<void> {
  const isNew = !(await db.createQueryRunner().hasTable('migrations'));
  if (isNew) return;
  const rows: { name: string }[] = await db.query('SELECT name FROM migrations');
  const known = new Set(schema.migrations.map(({ name }) => name));
  const newer = rows.map(({ name }) => name).filter((name) => !known.has(name));
  if (newer.length === 0) return;
  throw new AppError(
    'database_too_new',
    `数据库来自更新版本的程序（${newer.join(', ')}）：请使用新版本程序，或恢复升级前的备份。 ` +
      'The database was made by a newer version of the program: start that version, or restore the backup taken before.',
  );
}

/**
 * The reason in the driver's code; SQLite, which knows no address and no password, also tells it in words if it has no
 * code.
 */
function reasonOf(error: unknown, { type }: DatabaseConfig): string {
  const { code, message = '' } = error as { code?: unknown; message?: string };
  const named = typeof code === 'string' && code !== '' ? code : null;
  const reason = named ?? (type === 'sqlite' && message !== '' ? message.split('\n', 1)[0] : 'unknown reason');
  return `cannot open the database (${reason})`;
}

const OTHERS_MIGRATE_WITHIN_MS = 60_000;
const MIGRATING = 'another process has been migrating for a minute';

/** Hashed, because MySQL allows 64 characters for a lock's name and as many for a database's name. */
const LOCK = "CONCAT('feedback-migrations-', SHA1(DATABASE()))";

/** MySQL's named lock belongs to one connection: it is taken, used and released on the same connection. */
async function migrateLocked(db: DataSource): Promise<void> {
  const runner: QueryRunner = db.createQueryRunner();
  try {
    const [{ held }] = await runner.query(`SELECT GET_LOCK(${LOCK}, ${OTHERS_MIGRATE_WITHIN_MS / 1000}) AS held`);
    if (Number(held) !== 1) throw new AppError('database_unreachable', MIGRATING);
    await db.runMigrations();
  } finally {
    await runner.query(`SELECT RELEASE_LOCK(${LOCK})`);
    await runner.release();
  }
}

/**
 * SQLite has no named lock, so one transaction around all migrations holds the write lock. The driver must not wait for
 * the lock: that would stop this process's event loop.
 */
async function migrateInOneTransaction(db: DataSource): Promise<void> {
  const runner = db.createQueryRunner();
  await runner.query('PRAGMA busy_timeout = 0');
  await beginRetrying(runner);
  try {
    await db.runMigrations({ transaction: 'none' });
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
  await runner.query(`PRAGMA busy_timeout = ${BUSY_MS}`);
}

async function beginRetrying(runner: QueryRunner): Promise<void> {
  const until = Date.now() + OTHERS_MIGRATE_WITHIN_MS;
  for (;;) {
    try {
      await runner.startTransaction();
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (Date.now() > until) throw new AppError('database_unreachable', MIGRATING, { cause: error });
      await sleep(50);
    }
  }
}

/** The driver's code is SQLITE_BUSY or one of its extended codes. */
function isBusy(error: unknown): boolean {
  const { code } = (error as { driverError?: { code?: unknown } }).driverError ?? {};
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY');
}
