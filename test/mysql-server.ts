import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { makeFastFolder } from './fast-folder';

/** A running server; `stop` also deletes its data. */
export interface MysqlServer {
  url: string;
  signal(signal: NodeJS.Signals): void;
  /** Ends the server and keeps its data. */
  shutDown(): Promise<void>;
  /** Starts it again, on the same port. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

const run = promisify(execFile);

const STARTUP_MS = 30_000;
const PREFIX = 'feedback-mysql-';

const ON_DISK = ['--innodb-flush-log-at-trx-commit=2'];
const IN_MEMORY = ['--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0', '--innodb-flush-method=nosync'];

function findOnPath(...names: string[]): string | null {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/bin'];
  for (const name of names) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      if (existsSync(file)) return file;
    }
  }
  return null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function untilItAnswers(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + STARTUP_MS;
  for (;;) {
    try {
      await (await createConnection(url)).end();
      return;
    } catch (error) {
      if (Date.now() > deadline || server.exitCode !== null) throw error;
      await sleep(50);
    }
  }
}

/**
 * Starts a private MySQL or MariaDB server in a folder of its own; null if none is installed. `inMemory` gives up
 * durability: each test makes a database, which takes three times as long on a disk.
 */
export async function startMysql(inMemory: boolean): Promise<MysqlServer | null> {
  const server = findOnPath('mariadbd', 'mysqld');
  if (!server) return null;
  const folder = inMemory ? makeFastFolder(PREFIX) : mkdtempSync(path.join(tmpdir(), PREFIX));
  const data = path.join(folder, 'data');
  // A directory for this server alone: a server that starts deletes every file in its directory for temporary tables.
  const temporary = path.join(folder, 'tmp');
  mkdirSync(temporary);
  const user = userInfo().username;
  const install = findOnPath('mariadb-install-db');
  const places = [`--datadir=${data}`, `--tmpdir=${temporary}`, `--user=${user}`];
  const [program, ...options] = install
    ? [install, '--auth-root-authentication-method=normal', '--skip-test-db']
    : [server, '--initialize-insecure'];
  await run(program as string, ['--no-defaults', ...places, ...options]);
  const port = await freePort();
  const url = `mysql://root:@127.0.0.1:${port}`;
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(
      server,
      [
        '--no-defaults',
        ...places,
        `--port=${port}`,
        '--bind-address=127.0.0.1',
        `--socket=${path.join(folder, 'mysql.sock')}`,
        `--pid-file=${path.join(folder, 'mysql.pid')}`,
        ...(inMemory ? IN_MEMORY : ON_DISK),
        '--skip-log-bin',
      ],
      { stdio: 'ignore' },
    );
    await untilItAnswers(url, child);
    return child;
  };
  let child = await start();
  const shutDown = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  };
  return {
    url,
    signal: (signal) => void child.kill(signal),
    shutDown,
    startAgain: async () => {
      child = await start();
    },
    stop: async () => {
      await shutDown();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
