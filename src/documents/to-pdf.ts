import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Logger } from 'pino';
import { oneAtATime } from './one-at-a-time';

export interface PdfOptions {
  log: Pick<Logger, 'warn'>;
  /** For how many milliseconds LibreOffice may work; 30 s if absent. */
  limitMs?: number;
}

const LIMIT_MS = 30_000;
const PROGRAM = 'soffice';

/** LibreOffice takes hundreds of megabytes: one conversion at a time. */
const inTurn = oneAtATime();

/**
 * The document as PDF, by LibreOffice. Null, with the reason in the log, if LibreOffice is not installed, takes too long
 * or fails: the caller sends the .docx file then.
 */
export function toPdf(docx: Buffer, { log, limitMs = LIMIT_MS }: PdfOptions): Promise<Buffer | null> {
  return inTurn(() =>
    inFolder((folder) => converted(docx, folder, limitMs)).catch((error) => {
      log.warn({ reason: reasonOf(error) }, 'a document stays without PDF');
      return null;
    }),
  );
}

/** Works in a folder that is removed afterwards. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'document-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function converted(docx: Buffer, folder: string, limitMs: number): Promise<Buffer> {
  const source = path.join(folder, 'document.docx');
  await writeFile(source, docx);
  // A profile of its own: a LibreOffice that somebody has open would take the job, and leave it.
  const profile = pathToFileURL(path.join(folder, 'profile')).href;
  const quiet = ['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nofirststartwizard'];
  const job = ['--convert-to', 'pdf', '--outdir', folder, source];
  await run([`-env:UserInstallation=${profile}`, ...quiet, ...job], folder, limitMs);
  const pdf = await readFile(path.join(folder, 'document.pdf')).catch(() => null);
  if (pdf === null || !pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Failure('LibreOffice made no PDF');
  return pdf;
}

class Failure extends Error {}

function reasonOf(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? 'LibreOffice (soffice) is not installed' : (code ?? 'unknown');
}

/** Runs LibreOffice as a group of processes, since it starts others that must end with it. It gets none of our secrets. */
function run(args: string[], folder: string, limitMs: number): Promise<void> {
  const env = { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, LC_ALL: 'C.UTF-8' };
  const child = spawn(PROGRAM, args, { env, cwd: folder, stdio: 'ignore', detached: true });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    endGroup(child.pid);
  }, limitMs);
  return new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (isLate) reject(new Failure(`LibreOffice took longer than ${limitMs} ms`));
      else if (code === 0) resolve();
      else reject(new Failure(`LibreOffice ended with ${signal ?? code}`));
    });
  }).finally(() => {
    clearTimeout(timer);
    endGroup(child.pid);
  });
}

/** Ends every process of the group; none is left of most. */
function endGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nothing of the group runs any more.
  }
}
