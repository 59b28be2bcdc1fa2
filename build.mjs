import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPage, isUpToDate } from './sandbox/build-page.mjs';

// `npm run build` builds the program and the sandbox's page into `dist`. `npm start` asks for `--if-changed`: nothing is
// built if no source has changed since the last build.

const ROOT = path.dirname(fileURLToPath(import.meta.url));
const DIST = path.join(ROOT, 'dist');
const SOURCES = ['src', 'cards', 'migrations', 'sandbox', 'build.mjs', 'tsconfig.json', 'tsconfig.build.json'];
const MADE_OF = [...SOURCES, 'package.json', 'package-lock.json'].map((name) => path.join(ROOT, name));

/** Compiles the program; resolves with the compiler's faults, empty if there are none. */
async function compile() {
  const compiler = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, output } = await run(process.execPath, [compiler, '-p', 'tsconfig.build.json']);
  return status === 0 ? '' : output || 'tsc did not run\n';
}

function run(program, args) {
  const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (bytes) => {
    output += bytes;
  });
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, output })));
}

const stamp = await isUpToDate(DIST, MADE_OF);
if (!process.argv.includes('--if-changed') || !stamp.isUpToDate) {
  const startedAt = performance.now();
  process.stdout.write('正在构建 / Building …');
  await stamp.remove();
  const [faults] = await Promise.all([compile(), buildPage(path.join(DIST, 'sandbox', 'page'))]);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(faults === '' ? ` ${seconds} 秒 / s\n` : `\n${faults}`);
  if (faults === '') await stamp.write();
  else process.exitCode = 1;
}
