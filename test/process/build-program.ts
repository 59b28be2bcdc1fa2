import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { until } from './until';

const run = promisify(execFile);

const ROOT = path.join(__dirname, '..', '..');
/** Inside the project: the program finds its packages from here. */
const CACHE = path.join(ROOT, 'node_modules', '.cache');
const PAGE = path.join(CACHE, 'test-page');
const PREFIX = 'test-program-';
const BUILT = '.built';
const BUILT_WITHIN_MS = 120_000;

/** Builds the sandbox's page unless it is up to date; returns its folder. */
export async function buildPage(): Promise<string> {
  await run(process.execPath, [path.join(ROOT, 'sandbox', 'build-page.mjs'), PAGE]);
  return PAGE;
}

/** Names a folder for the program of this run, and removes those of runs that were killed. */
export function programFolder(): string {
  mkdirSync(CACHE, { recursive: true });
  for (const name of readdirSync(CACHE)) {
    const isLeft = name.startsWith(PREFIX) && !isAlive(Number.parseInt(name.slice(PREFIX.length), 10));
    if (isLeft) rmSync(path.join(CACHE, name), { recursive: true, force: true });
  }
  return path.join(CACHE, `${PREFIX}${process.pid}`);
}

/** Compiles the program as `npm run build` does, once a run: the first test file that needs the program builds it. */
export async function buildProgram(): Promise<void> {
  const folder = process.env.TEST_PROGRAM as string;
  if (isFirst(folder)) await compileInto(folder);
  else
    await until(
      () => existsSync(path.join(folder, BUILT)),
      BUILT_WITHIN_MS,
      () => 'the program is built',
    );
}

/** Only one process can make the folder. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Faults of types are left to the type check. */
async function compileInto(folder: string): Promise<void> {
  const compiler = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const into = ['--outDir', folder, '--tsBuildInfoFile', path.join(folder, '.tsbuildinfo')];
  await run(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--noCheck', ...into], { cwd: ROOT });
  cpSync(process.env.TEST_PAGE as string, path.join(folder, 'sandbox', 'page'), { recursive: true });
  writeFileSync(path.join(folder, BUILT), '');
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
