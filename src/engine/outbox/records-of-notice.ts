import type { OutboxRow } from '../../db/rows';
import type { Tx } from '../../db/transaction';
import type { BundledNotice, RecordBase } from '../../domain/decision';
import type { About, AnyWorkflow } from '../workflow';

function itemsOf({ notice, recordId }: OutboxRow): BundledNotice[] {
  if (notice.kind === 'bundle') return notice.items;
  return notice.kind === 'message' ? [{ recordId, notice }] : [];
}

/** The messages that a row says, each with its record as it is now; without those that are about no record. */
export async function aboutOf(tx: Tx, workflow: AnyWorkflow, row: OutboxRow): Promise<About<RecordBase>[]> {
  const about: About<RecordBase>[] = [];
  for (const { recordId, notice } of itemsOf(row)) {
    const record = recordId > 0 ? await workflow.store(tx).get(recordId) : null;
    if (record) about.push({ notice, record });
  }
  return about;
}
