import type { Core } from './core';
import type { AnyWorkflow } from './workflow';

const BATCH = 100;

/** Does the work for each open record of a workflow, one after the other, by id; reads the ids in small batches. */
export async function eachAwaited(
  core: Core,
  workflow: AnyWorkflow,
  work: (id: number) => Promise<void>,
): Promise<void> {
  for (let after = 0, ids: number[] = []; ; after = ids.at(-1) ?? after) {
    ids = await core.inTransaction((tx) => workflow.store(tx).awaitedAfter(after, BATCH));
    for (const id of ids) await work(id);
    if (ids.length < BATCH) return;
  }
}
