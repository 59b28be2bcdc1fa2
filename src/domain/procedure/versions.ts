/** A definition as records began with it; `hash` is that of its text. */
export interface StoredVersion {
  name: string;
  version: number;
  hash: string;
}

/** A version of a procedure or a subprocedure that records began with: how many, and how many of them are open. */
export interface UsedVersion {
  name: string;
  version: number;
  records: number;
  open: number;
}

export type VersionFault =
  /** The file was changed, and records began with what it said: it needs a higher version. */
  | { name: string; fault: 'changed'; version: number; records: number }
  /** The file's version is lower than one that was in use. */
  | { name: string; fault: 'older'; version: number; newest: number }
  /** No file defines the procedure any more, and records of it are open. */
  | { name: string; fault: 'removed'; version: number; open: number };

/**
 * What of the loaded definitions would strand records: a record keeps the version it began with, so no version in use may
 * say something else, and none with open records may go.
 */
export function versionFaults(
  loaded: readonly StoredVersion[],
  stored: readonly StoredVersion[],
  used: readonly UsedVersion[],
): VersionFault[] {
  const useOf = (name: string, version: number) => used.find((one) => one.name === name && one.version === version);
  const faults = loaded.flatMap(({ name, version, hash }): VersionFault[] => {
    const known = stored.filter((one) => one.name === name);
    const newest = Math.max(0, ...known.map((one) => one.version));
    if (version < newest) return [{ name, fault: 'older', version, newest }];
    const same = known.find((one) => one.version === version);
    const records = useOf(name, version)?.records ?? 0;
    return same && same.hash !== hash && records > 0 ? [{ name, fault: 'changed', version, records }] : [];
  });
  const removed = stored.flatMap(({ name, version }): VersionFault[] => {
    const open = useOf(name, version)?.open ?? 0;
    return open > 0 && !loaded.some((one) => one.name === name) ? [{ name, fault: 'removed', version, open }] : [];
  });
  return [...faults, ...removed];
}
