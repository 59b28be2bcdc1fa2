import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Runs before each test file. A worker runs dozens of files, and each file loads its own modules with their own
 * `AsyncLocalStorage`. Node 20 copies every storage in use for every promise, for as long as the process lives:
 * the last files took three times as long as alone. So the storages of the files before are switched off.
 */
type Storage = AsyncLocalStorage<unknown>;
type Patched = typeof AsyncLocalStorage & { inUse?: Set<Storage> };

const shared = AsyncLocalStorage as Patched;

if (!shared.inUse) {
  const inUse = new Set<Storage>();
  const { run } = AsyncLocalStorage.prototype;
  AsyncLocalStorage.prototype.run = function (this: Storage, ...given: unknown[]) {
    inUse.add(this);
    return Reflect.apply(run, this, given);
  } as typeof run;
  shared.inUse = inUse;
}
for (const storage of shared.inUse) storage.disable();
shared.inUse.clear();
