import { AsyncLocalStorage } from 'node:async_hooks';

// Runs before each test file, and disables the storages of earlier files. Each file loads its own copy of a module, with
// its own `AsyncLocalStorage`, and Node 20 visits every enabled storage for every promise. Without this the last files of
// a worker take three times as long as the first.

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
