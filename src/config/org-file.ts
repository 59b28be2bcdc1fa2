import type { z } from 'zod';
import { AppError } from '../domain/errors';
import type { OrgSettings } from '../domain/org/settings';
import { orgSchema } from './org-schema';
import { readUtf8 } from './utf8';
import { type Path, YamlFile } from './yaml-file';

/**
 * What `org.yaml` says; nothing if there is no file. Throws `config_invalid` with a line for each fault, all at once:
 * `org.yaml: line 12: …`.
 */
export function readOrg(file: string | null): OrgSettings {
  if (file === null) return {};
  const source = readUtf8(file);
  try {
    return parseOrgFile(source);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const faults = error.message.split('\n').map((fault) => `${file}: ${fault}`);
    throw new AppError(error.code, faults.join('\n'), { cause: error });
  }
}

/**
 * Reads the text of an `org.yaml` (design §3.4). What the file does not say is absent. Throws `config_invalid` with one
 * `line N: …` for each fault, all at once, in the order of the file.
 */
export function parseOrgFile(source: string): OrgSettings {
  const file = new YamlFile(source);
  const read = orgSchema.safeDecode((file.value ?? {}) as z.input<typeof orgSchema>);
  const wrong = read.success ? [] : read.error.issues.flatMap((issue) => faultsOf(issue, file));
  const faults = [...file.faults, ...wrong].sort((a, b) => a.line - b.line);
  if (faults.length === 0 && read.success) return read.data;
  throw new AppError('config_invalid', faults.map(({ line, message }) => `line ${line}: ${message}`).join('\n'));
}

function faultsOf(issue: z.core.$ZodIssue, file: YamlFile): { line: number; message: string }[] {
  const { path, message } = issue;
  if (issue.code !== 'unrecognized_keys') {
    return [{ line: file.lineOf(path), message: `${pathText(path) || 'the file'} ${message}` }];
  }
  const messages = message.split('\n');
  return issue.keys.map((entry, index) => ({
    line: file.lineOfEntry(path, entry),
    message: `${pathText([...path, entry])} ${messages[index]}`,
  }));
}

/** `departments[0].name`. */
function pathText(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('');
}
