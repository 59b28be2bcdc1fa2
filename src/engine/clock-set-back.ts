import { PROGRAM } from '../domain/actor';
import { commit, untilFresh } from './commands/commit';
import { type Core, contextOf } from './core';
import { eachAwaited } from './each-awaited';
import type { AnyWorkflow } from './workflow';

/** After the wall clock was set back: puts right the open records of all workflows that the false time has touched. */
export async function putRecordsRight(core: Core): Promise<void> {
  for (const workflow of core.workflows.all) {
    await eachAwaited(core, workflow, (id) => putRight(core, workflow, id));
  }
}

async function putRight(core: Core, workflow: AnyWorkflow, id: number): Promise<void> {
  await untilFresh(core.inTransaction, async (tx) => {
    const record = await workflow.store(tx).get(id);
    const decision = record && workflow.rules.setBack?.(record, contextOf(core, PROGRAM));
    if (record && decision?.ok) await commit(tx, core, workflow, decision, record);
  });
}
