import { startMysql } from './mysql-server';

/**
 * Gives the tests a MySQL server: the one that TEST_MYSQL_URL names, or a private one where the binaries are
 * installed. Without either the MySQL half is not run, and the closing summary says so.
 */
export default async function globalSetup(): Promise<void> {
  if (process.env.TEST_MYSQL_URL) return;
  const server = await startMysql();
  if (!server) return;
  process.env.TEST_MYSQL_URL = server.url;
  (globalThis as { mysqlServer?: unknown }).mysqlServer = server;
}
