import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

export interface MysqlServer {
  url: string;
  stop(): Promise<void>;
}

const STARTUP_MS = 30_000;

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

/** Starts a private MySQL or MariaDB server in a folder of its own; null where none is installed. */
export async function startMysql(): Promise<MysqlServer | null> {
  const server = findOnPath('mariadbd', 'mysqld');
  if (!server) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'feedback-mysql-'));
  const data = path.join(folder, 'data');
  // Of its own: a server that starts deletes what others left in the directory for temporary tables.
  const temporary = path.join(folder, 'tmp');
  mkdirSync(temporary);
  const user = userInfo().username;
  const install = findOnPath('mariadb-install-db');
  const places = [`--datadir=${data}`, `--tmpdir=${temporary}`, `--user=${user}`];
  const [program, ...options] = install
    ? [install, '--auth-root-authentication-method=normal', '--skip-test-db']
    : [server, '--initialize-insecure'];
  execFileSync(program as string, ['--no-defaults', ...places, ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  const port = await freePort();
  const child = spawn(
    server,
    [
      '--no-defaults',
      ...places,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      `--socket=${path.join(folder, 'mysql.sock')}`,
      `--pid-file=${path.join(folder, 'mysql.pid')}`,
      '--innodb-flush-log-at-trx-commit=2',
      '--skip-log-bin',
    ],
    { stdio: 'ignore' },
  );
  const url = `mysql://root:@127.0.0.1:${port}`;
  await untilItAnswers(url, child);
  return {
    url,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
