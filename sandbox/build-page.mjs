import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const HERE = fileURLToPath(import.meta.url);
const SOURCES = path.join(path.dirname(HERE), 'page');
const MADE_OF = [SOURCES, HERE, path.join(path.dirname(HERE), '..', 'package-lock.json')];
/** A file in the built folder that says what the folder was built from. */
const STAMP = '.built';
/** These are bundled, with what they import; index.html and the other static files are copied. */
const BUNDLED = ['main.tsx', 'wall.tsx', 'page.css', 'card.css'];
const STATIC = /\.(?:html|css|svg)$/;

/**
 * Builds the browser client into a folder. Code that the page imports on demand (the charts) becomes a file of its own.
 * @param {string} folder
 */
export async function buildPage(folder) {
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  for (const name of await readdir(SOURCES)) {
    if (STATIC.test(name) && !BUNDLED.includes(name)) await cp(path.join(SOURCES, name), path.join(unfinished, name));
  }
  // Imported late: to load esbuild takes longer than to find that nothing has changed.
  const { build } = await import('esbuild');
  await build({
    entryPoints: BUNDLED.map((name) => path.join(SOURCES, name)),
    outdir: unfinished,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    sourcemap: false,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfig: path.join(SOURCES, 'tsconfig.json'),
    logLevel: 'warning',
  });
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
}

/**
 * Says whether a folder was built from these files and folders as they are now, by path, size and time of change.
 * `write` notes in the folder that it was, as of the moment of the question.
 * @param {string} folder
 * @param {string[]} sources
 */
export async function isUpToDate(folder, sources) {
  const stamp = path.join(folder, STAMP);
  const now = await fingerprintOf(sources);
  const then = await readFile(stamp, 'utf8').catch(() => null);
  return {
    isUpToDate: then === now,
    write: () => writeFile(stamp, now),
    remove: () => rm(stamp, { force: true }),
  };
}

async function fingerprintOf(sources) {
  const files = (await Promise.all(sources.map(filesIn))).flat().sort();
  const lines = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(file);
      return `${file} ${size} ${mtimeMs}`;
    }),
  );
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

async function filesIn(source) {
  if (!(await stat(source)).isDirectory()) return [source];
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = path.resolve(process.argv[2] ?? 'dist/sandbox/page');
  const stamp = await isUpToDate(folder, MADE_OF);
  if (!stamp.isUpToDate) {
    await buildPage(folder);
    await stamp.write();
  }
}
