import type { OutboxRow } from '../../db/rows';
import type { BundledNotice, Notice } from '../../domain/decision';
import { inLanes } from '../queue/lanes';

type BundleNotice = Extract<Notice, { kind: 'bundle' }>;

export interface Bundle {
  workflow: string;
  notice: BundleNotice;
  /** The rows that it stands for. */
  ids: number[];
}

function itemOf({ recordId, notice }: OutboxRow): BundledNotice[] {
  return notice.kind === 'message' ? [{ recordId, notice }] : [];
}

/** What was gathered, by recipient: several rows become one bundle, one alone stays what it is. */
export function bundlesOf(rows: OutboxRow[]): { single: number[]; bundles: Bundle[] } {
  const single: number[] = [];
  const bundles: Bundle[] = [];
  const lanes = inLanes(rows, (row) => `${row.workflow} ${'to' in row.notice ? row.notice.to.id : row.id}`);
  for (const lane of lanes) {
    const [first] = lane;
    if (!first) continue;
    if (lane.length === 1 || !('to' in first.notice)) {
      single.push(...lane.map(({ id }) => id));
      continue;
    }
    const notice: BundleNotice = { kind: 'bundle', to: first.notice.to, items: lane.flatMap(itemOf) };
    bundles.push({ workflow: first.workflow, notice, ids: lane.map(({ id }) => id) });
  }
  return { single, bundles };
}
