import { readFileSync } from 'node:fs';
import { AppError } from '../domain/errors';
import type { OrgSettings } from '../domain/org/settings';
import { parseOrgFile } from './org-file';

/** What the file says; nothing where there is none. Throws `config_invalid` with a line per fault, each naming the file. */
export function readOrg(file: string | null): OrgSettings {
  if (file === null) return {};
  try {
    return parseOrgFile(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const faults = error.message.split('\n').map((fault) => `${file}: ${fault}`);
    throw new AppError(error.code, faults.join('\n'), { cause: error });
  }
}
