import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ProcedureFaults } from '../../../src/config/procedures/faults';
import { loadProcedures, type Procedures } from '../../../src/config/procedures/load-procedures';

export const SHIPPED = path.join(__dirname, '..', '..', '..', 'procedures');
export const EXAMPLES = path.join(SHIPPED, 'examples');
export const FIXTURES = path.join(__dirname, 'fixtures');

const made: string[] = [];

/** A folder with these files. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'procedures-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The faults of these folders, each as `a.yaml:3: …`; empty if there are none. */
export function faultsOf(...folders: string[]): string[] {
  try {
    loadProcedures(folders, { ladders: [] });
  } catch (error) {
    if (!(error instanceof ProcedureFaults)) throw error;
    return error.faults.map(({ file, line, message }) => `${path.basename(file)}:${line}: ${message}`);
  }
  return [];
}

export const load = (...folders: string[]): Procedures => loadProcedures(folders, { ladders: [] });

/** A small procedure without faults, of which `rest` may say more. */
export const small = (name: string, { rest = '', stage = '' } = {}): string => `procedure: ${name}
version: 1
name: 小事 | Small matter
number: X-{year}-{seq:3}
title: "{what}"
start: [{ by: anyone }]
fields:
  what: { label: 事项 | What, type: text }
stages:
  - { key: ask, name: 提出 | Ask, who: starter, form: [what*]${stage} }
ends: { done: 完成 | Done }
${rest}`;
