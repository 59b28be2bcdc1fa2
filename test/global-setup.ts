import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from './browser/find-chromium';
import { startMysql } from './mysql-server';

/**
 * Builds the sandbox's page for those tests that open it, notes for the closing summary whether there is a browser, and
 * gives the tests a MySQL server: the one that TEST_MYSQL_URL names, or a private one where the binaries are installed.
 * Without either the MySQL half is not run, and the closing summary says so.
 */
export default async function globalSetup(): Promise<void> {
  const page = mkdtempSync(path.join(tmpdir(), 'sandbox-page-'));
  execFileSync(process.execPath, [path.join(__dirname, '..', 'sandbox', 'build-page.mjs'), page]);
  process.env.TEST_PAGE = page;
  if (findChromium() !== null) process.env.TEST_BROWSER = 'yes';
  if (process.env.TEST_MYSQL_URL) return;
  const server = await startMysql(true);
  if (!server) return;
  process.env.TEST_MYSQL_URL = server.url;
  (globalThis as { mysqlServer?: unknown }).mysqlServer = server;
}
