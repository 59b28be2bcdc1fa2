/** A definition as records began with it; `hash` is that of its text. */
export interface StoredVersion {
  name: string;
  version: number;
  hash: string;
}

/** A version of a procedure or a subprocedure that still has open records. */
export interface OpenVersion {
  name: string;
  version: number;
  open: number;
}

export type VersionFault =
  /** The file was changed, and open records run by what it said: it needs a higher version. */
  | { name: string; fault: 'changed'; version: number; open: number }
  /** The file's version is lower than one that was in use. */
  | { name: string; fault: 'older'; version: number; newest: number }
  /** No file defines the procedure any more, and records of it are open. */
  | { name: string; fault: 'removed'; version: number; open: number };

/**
 * What of the loaded definitions would strand open records: a running record keeps the version it began with, so no version
 * in use may say something else, or go.
 */
export function versionFaults(
  loaded: readonly StoredVersion[],
  stored: readonly StoredVersion[],
  open: readonly OpenVersion[],
): VersionFault[] {
  const openIn = (name: string, version: number) =>
    open.filter((one) => one.name === name && one.version === version).reduce((sum, one) => sum + one.open, 0);
  const faults = loaded.flatMap(({ name, version, hash }): VersionFault[] => {
    const known = stored.filter((one) => one.name === name);
    const newest = Math.max(0, ...known.map((one) => one.version));
    if (version < newest) return [{ name, fault: 'older', version, newest }];
    const same = known.find((one) => one.version === version);
    const count = openIn(name, version);
    return same && same.hash !== hash && count > 0 ? [{ name, fault: 'changed', version, open: count }] : [];
  });
  const removed = stored.flatMap(({ name, version }): VersionFault[] => {
    const count = openIn(name, version);
    return count > 0 && !loaded.some((one) => one.name === name)
      ? [{ name, fault: 'removed', version, open: count }]
      : [];
  });
  return [...faults, ...removed];
}
