import type { TimelineEntry } from '../../../cards/feedback/timeline-lines';
import { TimelineStore } from '../../db/timeline-store';
import type { Tx } from '../../db/transaction';
import { withoutInternal } from '../../domain/feedback/shareable';
import type { JsonObject } from '../../domain/messaging';

/** What the program does for itself tells a reader nothing. */
const UNTOLD = new Set(['keep_attachment', 'forward_refused', 'refill', 'postpone', 'look', 'add_message']);

/** The newest entries: no card shows more. */
const MAX_ENTRIES = 40;

const isTakingBack = ({ what }: { what: string }): boolean => what === 'recall' || what === 'undo';

/**
 * What happened to a case, as a parameter of the message that shows all of it; without internal remarks, and without the
 * words of messages that were taken back.
 */
export async function courseOf(tx: Tx, recordId: number): Promise<JsonObject> {
  const timeline = await new TimelineStore(tx).of('feedback', recordId);
  const told = timeline.filter(({ what }) => !UNTOLD.has(what)).slice(-MAX_ENTRIES);
  const takenBack = new Set(timeline.filter(isTakingBack).map(({ detail }) => detail.messageId));
  const entries = told.map(({ at, actorId, what, detail }): TimelineEntry => {
    const isTakenBack = takenBack.has(detail.messageId ?? null);
    const open = Object.entries(detail).map(([key, value]) => [
      key,
      typeof value !== 'string' ? value : isTakenBack ? '' : withoutInternal(value),
    ]);
    return { at, actorId, what, detail: Object.fromEntries(open) };
  });
  return { timeline: entries as unknown as JsonObject[] };
}
