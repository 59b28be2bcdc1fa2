import { cp, mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const SOURCES = path.join(path.dirname(fileURLToPath(import.meta.url)), 'page');
/** File in the built folder; its time tells since when the folder is up to date. */
const STAMP = '.built';
/** Further files on which the build depends. */
const MADE_BY = [fileURLToPath(import.meta.url), path.join(SOURCES, '..', '..', 'package-lock.json')];
/** Entry points of the bundles. Other HTML, CSS and SVG files are copied. */
const BUNDLED = ['main.tsx', 'wall.tsx', 'page.css', 'card.css'];
const STATIC = /\.(?:html|css|svg)$/;

/**
 * Builds the browser client into a folder. Code that is imported on demand (the charts) becomes a file of its own.
 * @param {string} folder
 */
export async function buildPage(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(SOURCES)) {
    if (STATIC.test(name) && !BUNDLED.includes(name)) await cp(path.join(SOURCES, name), path.join(folder, name));
  }
  // Imported here because esbuild loads slower than the check whether a build is needed.
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

/** Whether the folder is newer than all files on which the build depends. */
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
    // The stamp holds the time at which the sources were read, not the end of the build.
    const startedAt = new Date();
    await buildPage(folder);
    await writeFile(path.join(folder, STAMP), '');
    await utimes(path.join(folder, STAMP), startedAt, startedAt);
  }
}
