import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { toPdf } from '../../src/documents/to-pdf';

const DOCX = Buffer.from('a document');
const { PATH } = process.env;
let bin = '';
let said: object[] = [];
const log = { warn: (fields: object) => said.push(fields) } as never;
const convert = (limitMs?: number) => toPdf(DOCX, limitMs === undefined ? { log } : { log, limitMs });

beforeEach(async () => {
  bin = await mkdtemp(path.join(tmpdir(), 'bin-'));
  Object.assign(process.env, { PATH: bin });
  said = [];
});
afterEach(async () => {
  Object.assign(process.env, { PATH });
  // Nothing of a conversion is left, whatever became of it.
  const folders = (await noted('folders')).split('\n').filter(Boolean);
  expect(folders.filter((folder) => existsSync(folder))).toEqual([]);
  await rm(bin, { recursive: true });
});

const noted = (name: string) => readFile(path.join(bin, name), 'utf8').catch(() => '');

/** Puts a stand-in for LibreOffice on the path: a program that runs this code, with `args`, `out` and `fs` at hand. */
async function standIn(code: string): Promise<void> {
  const file = path.join(bin, 'soffice');
  const head = `#!${process.execPath}\nconst fs = require('node:fs');\nconst args = process.argv.slice(2);\n`;
  const out = "const out = require('node:path').join(args[args.indexOf('--outdir') + 1], 'document.pdf');\n";
  const note = `fs.appendFileSync(${JSON.stringify(path.join(bin, 'folders'))}, require('node:path').dirname(out) + '\\n');\n`;
  await writeFile(file, `${head}${out}${note}${code}`);
  await chmod(file, 0o755);
}

describe('a document becomes a PDF', () => {
  test('by LibreOffice, without windows, in a profile of its own, and without our secrets', async () => {
    await standIn(
      `fs.writeFileSync(out, '%PDF-1.7 ' + JSON.stringify({ args, env: process.env, docx: fs.readFileSync(args.at(-1), 'utf8') }));`,
    );
    const told = JSON.parse(String(await convert()).slice('%PDF-1.7 '.length));
    expect(told.docx).toBe('a document');
    expect(told.args).toEqual(expect.arrayContaining(['--headless', '--convert-to', 'pdf']));
    expect(told.args[0]).toMatch(/^-env:UserInstallation=file:\/\/.*\/profile$/);
    expect(Object.keys(told.env).sort()).toEqual(['HOME', 'LC_ALL', 'PATH', 'TMPDIR']);
    expect(`${told.env.HOME}\n`).toBe(await noted('folders'));
  });

  test('one at a time, also after one that failed', async () => {
    const running = JSON.stringify(path.join(bin, 'running'));
    await standIn(`
      if (fs.existsSync(${running})) process.exit(9);
      fs.writeFileSync(${running}, '');
      fs.writeFileSync(out, '%PDF-');
      setTimeout(() => { fs.unlinkSync(${running}); }, 100);`);
    const missing = await toPdf(DOCX, { log, limitMs: 0 });
    expect(missing).toBeNull();
    await rm(path.join(bin, 'running'), { force: true });
    said = [];
    const all = await Promise.all([convert(), convert(), convert()]);
    expect([all.map(String), said]).toEqual([['%PDF-', '%PDF-', '%PDF-'], []]);
  });
});

describe('a document stays without PDF, with the reason in the log,', () => {
  test('if LibreOffice is not installed', async () => {
    expect(await convert()).toBeNull();
    expect(said).toEqual([{ reason: 'LibreOffice (soffice) is not installed' }]);
  });

  test.each([
    ['fails', 'process.exit(77);', 'LibreOffice ended with 77'],
    ['crashes', "process.kill(process.pid, 'SIGSEGV');", 'LibreOffice ended with SIGSEGV'],
    ['says that all is well and writes nothing', '', 'LibreOffice made no PDF'],
    ['writes something else', "fs.writeFileSync(out, 'sorry');", 'LibreOffice made no PDF'],
  ])('if LibreOffice %s', async (_name, code, reason) => {
    await standIn(code);
    expect(await convert()).toBeNull();
    expect(said).toEqual([{ reason }]);
  });

  test('if LibreOffice takes too long: it is ended with the programs that it started', async () => {
    const file = path.join(bin, 'child');
    await standIn(`
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      fs.writeFileSync(${JSON.stringify(file)}, String(child.pid));
      setInterval(() => {}, 1000);`);
    expect(await convert(1500)).toBeNull();
    expect(said).toEqual([{ reason: 'LibreOffice took longer than 1500 ms' }]);
    const pid = Number(await noted('child'));
    expect(pid).toBeGreaterThan(0);
    expect(await isGone(pid)).toBe(true);
  });
});

/** Whether a process ends soon; one that has ended may still be listed until its parent notices. */
async function isGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 200; tries += 1) {
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ' Z ');
    if (/\) Z |^ Z $/.test(state)) return true;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return false;
}
