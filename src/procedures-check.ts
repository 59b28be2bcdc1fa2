import path from 'node:path';
import { loadConfig } from './config/environment';
import { ProcedureFaults } from './config/procedures/faults';
import { loadProcedures } from './config/procedures/load-procedures';
import type { Definition } from './domain/procedure/definition';
import { endWithFault } from './end-with-fault';
import { packageRoot } from './package-root';

/**
 * Checks the definitions of the folders that are named, else those that a start would read. Prints a line for each
 * definition, or for each fault, `capa.yaml:12: …`; faults end it with 1.
 */
function run(named: string[]): void {
  const folders = named.length > 0 ? named : foldersOfAStart();
  try {
    const { definitions, sources } = loadProcedures(folders, { ladders: [] });
    process.stdout.write(definitions.map((one) => `${sources[one.name]?.file}: ${lineFor(one)}\n`).join(''));
  } catch (error) {
    if (!(error instanceof ProcedureFaults)) throw error;
    const lines = error.faults.map(({ file, line, message }) => `${file}:${line ?? 1}: ${message}\n`);
    process.stdout.write(lines.join(''));
    process.exitCode = 1;
  }
}

/** The shipped folder, and the company's own if there is one. */
function foldersOfAStart(): string[] {
  const { proceduresDir } = loadConfig();
  return [path.join(packageRoot(), 'procedures'), ...(proceduresDir === null ? [] : [proceduresDir])];
}

/** `capa (纠正和预防措施处理单) version 1, 7 stages (issue, …), 23 fields`. */
function lineFor({ name, label, version, stages, fields }: Definition): string {
  const keys = stages.map(({ key }) => key).join(', ');
  return `${name} (${label.zh}) version ${version}, ${stages.length} stages (${keys}), ${Object.keys(fields).length} fields`;
}

try {
  run(process.argv.slice(2));
} catch (error) {
  endWithFault(error);
}
