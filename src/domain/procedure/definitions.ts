import { AppError } from '../errors';
import type { Definition } from './definition';

/** Finds definitions: those that new records follow, and the older versions that running records keep. */
export interface DefinitionsOf {
  /** The definition of a procedure or of a subprocedure in this version. Throws if the program does not know it. */
  of(name: string, version: number): Definition;
  /** What new records may follow, in the order of the files. */
  readonly current: readonly Definition[];
}

/** `current`: what the files say; `earlier`: versions that records were begun with. */
export function definitionsFrom(current: readonly Definition[], earlier: readonly Definition[] = []): DefinitionsOf {
  const known = new Map<string, Definition>();
  for (const root of [...earlier, ...current]) {
    for (const one of withSubprocedures(root)) known.set(keyOf(one.name, root.version), one);
  }
  return {
    current,
    of: (name, version) => {
      const found = known.get(keyOf(name, version));
      if (!found) throw new AppError('config_invalid', `no definition of ${name} in version ${version}`);
      return found;
    },
  };
}

const keyOf = (name: string, version: number): string => `${name}:${version}`;

function withSubprocedures(definition: Definition): Definition[] {
  return [definition, ...Object.values(definition.subprocedures).flatMap(withSubprocedures)];
}
