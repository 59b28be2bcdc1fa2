import { cp, mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const SOURCES = path.join(path.dirname(fileURLToPath(import.meta.url)), 'page');
/** In the built folder: since when it is up to date. */
const STAMP = '.built';
/** Other files that have a say in what is built. */
const MADE_BY = [fileURLToPath(import.meta.url), path.join(SOURCES, '..', '..', 'package-lock.json')];
/** Beside index.html these are copied as they are; what ends in .tsx or .ts, and what a style sheet imports, is bundled. */
const BUNDLED = ['main.tsx', 'wall.tsx', 'page.css', 'card.css'];
const STATIC = /\.(?:html|css|svg)$/;

/**
 * Builds the browser client into a folder. What is imported only on demand (the charts) becomes a file of its own.
 * @param {string} folder
 */
export async function buildPage(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(SOURCES)) {
    if (STATIC.test(name) && !BUNDLED.includes(name)) await cp(path.join(SOURCES, name), path.join(folder, name));
  }
  // Only here: it takes longer to load than to find out that nothing is to be done.
  const { build } = await import('esbuild');
  const entryPoints = BUNDLED.map((name) => path.join(SOURCES, name));
  await build({
    entryPoints,
    outdir: folder,
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
}

/** Whether nothing that the page is made of has changed since it was built into this folder. */
async function isBuilt(folder) {
  const built = await modifiedAt(path.join(folder, STAMP)).catch(() => null);
  if (built === null) return false;
  const names = await readdir(SOURCES, { recursive: true });
  const files = [SOURCES, ...names.map((name) => path.join(SOURCES, name)), ...MADE_BY];
  const changed = await Promise.all(files.map((file) => modifiedAt(file).catch(() => built)));
  return Math.max(...changed) <= built;
}

const modifiedAt = async (file) => (await stat(file)).mtimeMs;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = path.resolve(process.argv[2] ?? 'dist/sandbox/page');
  if (!(await isBuilt(folder))) {
    // The stamp tells when the sources were read, not when the work was done.
    const startedAt = new Date();
    await buildPage(folder);
    await writeFile(path.join(folder, STAMP), '');
    await utimes(path.join(folder, STAMP), startedAt, startedAt);
  }
}
