import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { buildProgram } from './build-program';

beforeAll(buildProgram);

/** Runs code in a process whose own words go to its log; returns the log and how the process ended. */
function run(code: string) {
  const source = (name: string) => JSON.stringify(path.join(process.env.TEST_PROGRAM as string, 'src', name));
  const script = `
    require(${source('report-to-log.js')}).reportToLog(require(${source('log.js')}).createLog('info'));
    ${code}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { status, stderr, lines: lines.map((line) => JSON.parse(line)), stdout };
}

test('warnings of Node are lines of the log', () => {
  const { status, stderr, lines } = run("process.emitWarning('13800001234 is deprecated', 'DeprecationWarning');");
  expect([status, stderr, lines]).toEqual([0, '', [expect.objectContaining({ level: 40, msg: 'Node warns' })]]);
  expect(JSON.stringify(lines)).not.toContain('13800001234');
});

test.each([
  ['thrown', "setImmediate(() => { throw new Error('电话 13800001234'); });"],
  ['rejected', "Promise.reject(new Error('电话 13800001234'));"],
])('an error that is %s and not caught ends the process with a line of the log, without its words', (_, code) => {
  const { status, stderr, lines, stdout } = run(code);
  expect([status, stderr, lines]).toEqual([1, '', [expect.objectContaining({ level: 60 })]]);
  expect(lines[0].err.stack).not.toEqual([]);
  expect(stdout).not.toContain('13800001234');
});
