import { readdirSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../domain/errors';
import { LADDERS } from '../../domain/org/ladders';
import type { Definition } from '../../domain/procedure/definition';
import { readUtf8 } from '../utf8';
import { buildDefinition } from './build-definition';
import { checkBetween } from './check-between';
import { faultAt, inOrder, type ProcedureFault, ProcedureFaults } from './faults';
import { type ReadText, readText } from './read-definition';

/** The definitions that hold, and the text that each was read from. */
export interface Procedures {
  definitions: Definition[];
  /** By the procedure's name. */
  sources: Record<string, { file: string; text: string }>;
}

interface Source {
  text: string;
  read: ReadText;
}

/**
 * Reads the `.yaml` files of these folders, folders inside them left aside. A definition of a later folder takes the place
 * of one of the same name. `known.ladders` are the company's own ladders. Throws `ProcedureFaults` (`config_invalid`) with
 * every fault of every file; then nothing is loaded.
 */
export function loadProcedures(folders: readonly string[], known: { ladders: readonly string[] }): Procedures {
  const ladders = [...new Set([...Object.keys(LADDERS), ...known.ladders])];
  const faults: ProcedureFault[] = [];
  const holding = new Map<string, Source>();
  for (const folder of folders) {
    const sources: Source[] = [];
    for (const file of gathered(faults, folder, () => filesIn(folder))) {
      const read = gathered(faults, file, () => [sourceOf(file, ladders)]);
      faults.push(...read.flatMap((source) => source.read.faults));
      sources.push(...read);
    }
    faults.push(...namedTwice(sources));
    for (const source of sources) if (source.read.name !== null) holding.set(source.read.name, source);
  }
  const texts = [...holding.values()];
  faults.push(...checkBetween(texts.map(({ read }) => read)));
  if (faults.length > 0) throw new ProcedureFaults(inOrder(faults));
  const written = texts.flatMap(({ text, read }) => (read.written ? [{ text, read, written: read.written }] : []));
  return {
    definitions: written.map((one) => buildDefinition(one.written)),
    sources: Object.fromEntries(
      written.map(({ text, read, written: { procedure } }) => [procedure, { file: read.file, text }]),
    ),
  };
}

/** What `read` brings of a file or folder; nothing, and a fault, if it cannot be read. */
function gathered<T>(faults: ProcedureFault[], file: string, read: () => T[]): T[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const reason = error.message.slice(`${file}: `.length);
    const [, line, message = reason] = /^line (\d{1,9}): (.*)$/s.exec(reason) ?? [];
    faults.push({ file, line: line ? Number(line) : null, message });
    return [];
  }
}

/** The definitions of a folder, in the order of their names. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && /\.ya?ml$/i.test(entry.name) && !entry.name.startsWith('.'))
      .map(({ name }) => path.join(folder, name))
      .sort();
  } catch (error) {
    const { message } = error as NodeJS.ErrnoException;
    throw new AppError('config_invalid', `${folder}: cannot be read: ${message}`, { cause: error });
  }
}

function sourceOf(file: string, ladders: readonly string[]): Source {
  const text = readUtf8(file);
  return { text, read: readText(text, file, ladders) };
}

function namedTwice(sources: readonly Source[]): ProcedureFault[] {
  return sources.flatMap(({ read }, index) => {
    const first = sources.slice(0, index).find((one) => one.read.name !== null && one.read.name === read.name);
    return first
      ? [faultAt(read, ['procedure'], `${read.name} is in ${first.read.file}, too; rename one of the two`)]
      : [];
  });
}
