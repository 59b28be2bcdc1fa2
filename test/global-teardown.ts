import { rmSync } from 'node:fs';
import type { MysqlServer } from './mysql-server';
import { removeTemplates } from './templates';

/** Removes what the global setup has made. */
export default async function globalTeardown(): Promise<void> {
  const { TEST_PROGRAM, TEST_TEMPLATES, TEST_MYSQL_URL } = process.env;
  if (TEST_PROGRAM) rmSync(TEST_PROGRAM, { recursive: true, force: true });
  if (TEST_TEMPLATES) await removeTemplates(TEST_TEMPLATES, TEST_MYSQL_URL ?? null);
  await (globalThis as { mysqlServer?: MysqlServer | null }).mysqlServer?.stop();
}
