import { createHash } from 'node:crypto';
import { DefinitionStore } from '../../db/procedure/definition-store';
import type { InTransaction } from '../../db/transaction';
import { AppError } from '../../domain/errors';
import type { Definition } from '../../domain/procedure/definition';
import { type DefinitionsOf, definitionsFrom } from '../../domain/procedure/definitions';
import { type VersionFault, versionFaults } from '../../domain/procedure/versions';
import type { Instant } from '../../domain/time';

/** The definitions that the files say, and the text of each by its name. */
export interface LoadedProcedures {
  definitions: Definition[];
  sources: Record<string, { file: string; text: string }>;
}

export interface KnownDefinitionsParts {
  loaded: LoadedProcedures;
  inTransaction: InTransaction;
  /** Reads a definition that was stored. */
  definitionFrom: (text: string, file: string) => Definition;
  now: Instant;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Keeps the loaded definitions beside those that records began with, and finds both. Throws an `AppError` with a line for
 * each definition that would strand records.
 */
export async function knownDefinitions({
  loaded,
  inTransaction,
  definitionFrom,
  now,
}: KnownDefinitionsParts): Promise<DefinitionsOf> {
  const versions = loaded.definitions.map(({ name, version }) => {
    const text = loaded.sources[name]?.text ?? '';
    return { name, version, text, hash: hashOf(text) };
  });
  const stored = await inTransaction(async (tx) => {
    const store = new DefinitionStore(tx);
    const known = await store.stored();
    const faults = versionFaults(versions, known, await store.usedVersions());
    if (faults.length > 0)
      throw new AppError('config_invalid', faults.map((fault) => faultText(fault, loaded)).join('\n'));
    const isKept = ({ name, version, hash }: (typeof versions)[number]) =>
      known.some((one) => one.name === name && one.version === version && one.hash === hash);
    for (const one of versions) if (!isKept(one)) await store.keep(one, now);
    return known;
  });
  const isLoaded = (name: string, version: number) =>
    versions.some((one) => one.name === name && one.version === version);
  const earlier = stored
    .filter(({ name, version }) => !isLoaded(name, version))
    .map(({ name, version, text }) => definitionFrom(text, `${name} (version ${version})`));
  return definitionsFrom(loaded.definitions, earlier);
}

function faultText(fault: VersionFault, { sources }: LoadedProcedures): string {
  const file = sources[fault.name]?.file ?? fault.name;
  switch (fault.fault) {
    case 'changed':
      return `${file}: ${fault.records} records began with version ${fault.version} as it was; write version: ${fault.version + 1}`;
    case 'older':
      return `${file}: version ${fault.newest} is in use; write version: ${fault.newest + 1}`;
    case 'removed':
      return `${fault.name}: ${fault.open} records of it are open; keep its file, and switch it off in org.yaml (procedures: { ${fault.name}: off })`;
  }
}
