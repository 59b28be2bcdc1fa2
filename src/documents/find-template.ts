import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { TemplateFault } from './template-fault';

export interface Template {
  /** The file's name, for faults. */
  file: string;
  bytes: Buffer;
}

/** The template of every procedure that has none of its own. */
export const STANDARD_TEMPLATE = 'standard.docx';

const MAX_BYTES = 10 * 1024 * 1024;
/** A plain file name: no folder, no drive, no `..`, nothing hidden. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_ -]{0,80}\.docx$/u;

/**
 * The template of this name in the first folder that has it; `standard.docx` of the first folder that has one if there is
 * none of that name. Throws a `TemplateFault` for a name that is no plain file name, for a file of more than 10 MB, and
 * if not even a standard template is there.
 */
export async function findTemplate(folders: string[], name: string): Promise<Template> {
  if (!NAME.test(name)) throw fault(name, 'must be a plain file name that ends with .docx');
  for (const wanted of new Set([name, STANDARD_TEMPLATE])) {
    for (const folder of folders) {
      const bytes = await read(path.join(folder, wanted), wanted);
      if (bytes) return { file: wanted, bytes };
    }
  }
  throw fault(name, `is in none of the folders, and neither is ${STANDARD_TEMPLATE}`);
}

const fault = (file: string, problem: string) => new TemplateFault(file, [{ tag: '', place: '', problem }]);

/** Null if there is no such file. */
async function read(file: string, name: string): Promise<Buffer | null> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) throw fault(name, 'is larger than 10 MB');
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ENOTDIR') {
      return null;
    }
    throw error;
  }
}
