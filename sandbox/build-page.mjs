import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const SOURCES = path.join(path.dirname(fileURLToPath(import.meta.url)), 'page');
/** Beside index.html these are copied as they are; what ends in .tsx or .ts, and what a style sheet imports, is bundled. */
const BUNDLED = ['main.tsx', 'wall.tsx', 'card.css'];
const STATIC = /\.(?:html|css|svg|mjs)$/;

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

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildPage(path.resolve(process.argv[2] ?? 'dist/sandbox/page'));
}
