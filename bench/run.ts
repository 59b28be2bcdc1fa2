import 'reflect-metadata';
import { cpus } from 'node:os';
import { DIALECTS, type Dialect } from '../test/databases';
import { startMysql } from '../test/mysql-server';
import { openBenchDatabase } from './databases';
import { measureDeciding } from './decide';
import { type Measurement, tableOf } from './measure';
import { measureReceiving } from './receive';
import { measureRendering } from './render';
import { measureSearching } from './search';
import { measureIdleTick } from './tick';

const ON_A_DATABASE = [measureReceiving, measureDeciding, measureIdleTick, measureSearching];

async function on(dialect: Dialect): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const measure of ON_A_DATABASE) {
    const database = await openBenchDatabase(dialect);
    try {
      measurements.push(await measure(database));
    } finally {
      await database.close();
    }
  }
  return measurements;
}

/** Measures each number beside its limit in the same run, so that the machine's speed cancels out. Never fails. */
async function run(): Promise<void> {
  const server = process.env.TEST_MYSQL_URL ? null : await startMysql(false);
  if (server) process.env.TEST_MYSQL_URL = server.url;
  const dialects: Dialect[] = process.env.TEST_MYSQL_URL ? ['sqlite', 'mysql'] : DIALECTS;
  try {
    const measurements = [await measureRendering()];
    for (const dialect of dialects) measurements.push(...(await on(dialect)));
    process.stdout.write(`\n${cpus().length} cores, Node ${process.versions.node}\n\n${tableOf(measurements)}\n\n`);
    if (!dialects.includes('mysql')) process.stdout.write('MySQL was not measured: no server found.\n');
  } finally {
    await server?.stop();
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exitCode = 1;
});
