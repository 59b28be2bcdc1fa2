import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { MysqlServer } from './mysql-server';
import { removeTemplates } from './templates';

/** Removes what the global setup has made. */
export default async function globalTeardown(): Promise<void> {
  const { TEST_PROGRAM, TEST_TEMPLATES, TEST_MYSQL_URL } = process.env;
  if (TEST_PROGRAM) for (const folder of madeBeside(TEST_PROGRAM)) rmSync(folder, { recursive: true, force: true });
  if (TEST_TEMPLATES) await removeTemplates(TEST_TEMPLATES, TEST_MYSQL_URL ?? null);
  await (globalThis as { mysqlServer?: MysqlServer | null }).mysqlServer?.stop();
}

/** The folder of the run's program, and those of turns that nobody passed on. */
function madeBeside(program: string): string[] {
  const parent = path.dirname(program);
  const names = existsSync(parent) ? readdirSync(parent) : [];
  return names.filter((name) => name.startsWith(path.basename(program))).map((name) => path.join(parent, name));
}
