import { findChromium } from './browser/find-chromium';
import { startMysql } from './mysql-server';
import { buildPage, buildProgram, programFolder } from './process/build-program';
import { makeTemplates } from './templates';

/**
 * Prepares what the test files share. Builds the sandbox's page, starts a private MySQL server unless
 * TEST_MYSQL_URL names one, and migrates one database of each dialect for the tests to copy.
 * Without a server or a browser the tests that need it are not run, and the closing summary says so.
 */
export default async function globalSetup({
  testPathPatterns,
}: {
  testPathPatterns: { patterns: string[] };
}): Promise<void> {
  if (findChromium() !== null) process.env.TEST_BROWSER = 'yes';
  process.env.TEST_PROGRAM = programFolder();
  await Promise.all([preparePage(), prepareDatabases()]);
  // A run of all files needs the program; a run of some builds it when a file asks for it.
  if (testPathPatterns.patterns.length === 0) await buildProgram();
}

async function preparePage(): Promise<void> {
  process.env.TEST_PAGE = await buildPage();
}

async function prepareDatabases(): Promise<void> {
  if (!process.env.TEST_MYSQL_URL) {
    const server = await startMysql(true);
    if (server) process.env.TEST_MYSQL_URL = server.url;
    (globalThis as { mysqlServer?: unknown }).mysqlServer = server;
  }
  process.env.TEST_TEMPLATES = await makeTemplates(process.env.TEST_MYSQL_URL ?? null);
  forgetEntities();
}

/**
 * TypeORM keeps the entities that it has met on `globalThis`. With one worker jest runs the tests in this process and
 * hands its globals to them: every file would add its own copy, and none could be freed.
 */
function forgetEntities(): void {
  delete (globalThis as { typeormMetadataArgsStorage?: unknown }).typeormMetadataArgsStorage;
}
