import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Silence } from '../../src/watchdog-thread';
import { buildProgram } from './build-program';
import { until } from './until';

const LIMIT_MS = 1000;

/** A process under a watchdog that runs `code` and tells when it has begun and ended it. */
function watched(code: string, ...options: string[]): ChildProcess & { said: () => string } {
  const watchdog = path.join(process.env.TEST_PROGRAM as string, 'src', 'watchdog.js');
  const script = `
    require(${JSON.stringify(watchdog)}).startWatchdog(console, ${LIMIT_MS}).then(() => {
      require('fs').writeSync(1, 'begins ');
      ${code}
    });
    const spin = (ms) => { const end = Date.now() + ms; while (Date.now() < end); };`;
  const child = spawn(process.execPath, [...options, '-e', script], { env: { PATH: process.env.PATH } });
  let said = '';
  child.stdout.on('data', (bytes) => {
    said += String(bytes);
  });
  return Object.assign(child, { said: () => said });
}

const ended = (child: ChildProcess) =>
  new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code)));

describe('a process whose main thread is stuck', () => {
  beforeAll(buildProgram);

  test('is ended with a line in its log, also if it was asked to stop', async () => {
    const child = watched("process.on('SIGTERM', () => process.exit(0)); for (;;);");
    await until(() => child.said().includes('begins'));
    child.kill('SIGTERM');
    expect(await ended(child)).toBe('SIGKILL');
    const line = JSON.parse(child.said().replace('begins ', ''));
    expect(line).toMatchObject({ level: 60, pid: child.pid, msg: expect.stringContaining('stuck') });
    expect(line.silentMs).toBeGreaterThanOrEqual(LIMIT_MS);
  });

  test('goes on after a step that is merely long, or under a debugger', async () => {
    const step = watched('spin(500); setTimeout(() => process.exit(3), 600)');
    const debugged = watched('spin(2000); process.exit(4)', '--inspect=0');
    expect(await Promise.all([ended(step), ended(debugged)])).toEqual([3, 4]);
  });

  test('goes on after it was stopped from outside for longer', async () => {
    const child = watched('setTimeout(() => process.exit(5), 1500)');
    await until(() => child.said().includes('begins'));
    child.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 2 * LIMIT_MS));
    child.kill('SIGCONT');
    expect(await ended(child)).toBe(5);
  });
});

describe('silence', () => {
  const looks = (...looked: [beats: number, passedMs: number][]) => {
    const silence = new Silence(1000);
    return looked.map(([beats, passedMs]) => silence.after(beats, passedMs));
  };

  test('grows while the count of heartbeats stands, and ends with the next one', () => {
    expect(looks([1, 1000], [1, 1000], [1, 1500], [2, 1000], [2, 1000])).toEqual([0, 1000, 2500, 0, 1000]);
  });

  test('is not what a machine slept: a look that comes very late counts as two', () => {
    expect(looks([1, 1000], [1, 3_600_000], [1, 1000], [2, 1000])).toEqual([0, 2000, 3000, 0]);
  });
});
