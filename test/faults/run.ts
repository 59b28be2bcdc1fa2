import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Dialect } from '../databases';
import { startMysql } from '../mysql-server';
import { BURST } from './burst';
import { CLOCK_STEPS } from './clock-steps';
import { DATABASE_FAULTS } from './database-faults';
import { type Fault, type Figure, type Order, tableOf } from './fault';
import { FULL_DISK } from './full-disk';
import { KILLS } from './kills';
import { OUTAGES } from './outages';
import { SLEEPS } from './sleeps';
import { SLOW_NEIGHBOURS } from './slow-neighbours';

const FAULTS: Fault[] = [KILLS, SLEEPS, FULL_DISK, CLOCK_STEPS, DATABASE_FAULTS, OUTAGES, BURST, SLOW_NEIGHBOURS];

const USAGE = `npm run test:faults -- [${FAULTS.map(({ name }) => name).join(' | ')} …] [--database sqlite|mysql] [--kills 300] [--seed 1]`;

/** Plays the faults that the command line names, or all; ends with 1 if anything was lost, shown twice, or late. */
async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      database: { type: 'string' },
      kills: { type: 'string', default: '300' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
    },
  });
  const unknown = positionals.filter((name) => !FAULTS.some((fault) => fault.name === name));
  if (unknown.length > 0) throw new Error(`no such fault: ${unknown.join(', ')}\n${USAGE}`);
  const chosen = FAULTS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const server = process.env.TEST_MYSQL_URL ? null : await startMysql(false);
  if (server) process.env.TEST_MYSQL_URL = server.url;
  // Nothing that the run has started outlives it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  process.once('exit', () => server?.signal('SIGKILL'));
  const here: Dialect[] = process.env.TEST_MYSQL_URL ? ['sqlite', 'mysql'] : ['sqlite'];
  const order: Order = {
    dialects: here.filter((dialect) => values.database === undefined || values.database === dialect),
    seed: Number(values.seed),
    kills: Number(values.kills),
    log: (words) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${words}\n`),
  };
  const figures: Figure[] = [];
  try {
    for (const fault of chosen) {
      order.log(`${fault.name}: load ${loadavg()[0]?.toFixed(1)}`);
      for (const play of fault.plays(order)) {
        const found = [await play().catch((error: unknown) => brokenOff(fault, error))].flat();
        figures.push(...found);
        order.log(tableOf(found).split('\n').slice(2).join('\n'));
      }
    }
  } finally {
    await server?.stop();
    const table = `${cpus().length} cores, Node ${process.versions.node}, seed ${order.seed}\n\n${tableOf(figures)}\n`;
    process.stdout.write(`\n${table}\n`);
    if (values.out) writeFileSync(values.out, table);
  }
  if (figures.some(({ isGood }) => isGood === false)) process.exitCode = 1;
}

/** A play that could not be ended says nothing good. */
function brokenOff({ name }: Fault, error: unknown): Figure {
  const { stack } = error as Error;
  process.stderr.write(`${stack}\n`);
  const [seen = ''] = String(error).split('\n');
  return { fault: name, load: '', database: '', expected: 'an end', seen, isGood: false };
}

run().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exitCode = 1;
});
