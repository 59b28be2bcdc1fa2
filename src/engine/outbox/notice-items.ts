import { bundleCard } from '../../../cards/kit/bundle-card';
import type { CardContext } from '../../../cards/kit/context';
import { readBy } from '../../../cards/kit/names';
import type { OutboxRow } from '../../db/engine-rows';
import type { Tx } from '../../db/transaction';
import type { BundledNotice, MessageNotice, Notice } from '../../domain/decision';
import type { CardJson, Recipient } from '../../domain/messaging';
import { type Core, cardContext } from '../core';
import { inLanes } from '../queue/queue';
import type { Known, Workflows } from '../workflow';

/** One message about one record, as both are now. */
export interface NoticeItem extends Known {
  notice: MessageNotice;
}

/** The messages of a row: several for a bundle, none if the row is no message. */
function bundledIn({ notice, workflow, recordId }: OutboxRow): BundledNotice[] {
  if (notice.kind === 'bundle') return notice.items.map((item) => ({ workflow, ...item }));
  return notice.kind === 'message' ? [{ workflow, recordId, notice }] : [];
}

/** The messages of a row, each with its record as it is now; leaves out messages about no record. */
export async function itemsOf(tx: Tx, workflows: Workflows, row: OutboxRow): Promise<NoticeItem[]> {
  const items: NoticeItem[] = [];
  for (const { workflow, recordId, notice } of bundledIn(row)) {
    const known = await workflows.record(tx, { workflow: workflow ?? null, recordId });
    if (known) items.push({ ...known, notice });
  }
  return items;
}

/** Several rows that go out as one message. */
export interface Bundle {
  notice: Extract<Notice, { kind: 'bundle' }>;
  /** The rows in this bundle. */
  ids: number[];
}

/** Gathers rows by recipient over all workflows: several rows become one bundle, a single row stays alone. */
export function bundlesOf(rows: OutboxRow[]): { single: number[]; bundles: Bundle[] } {
  const single: number[] = [];
  const bundles: Bundle[] = [];
  for (const lane of inLanes(rows, (row) => ('to' in row.notice ? row.notice.to.id : String(row.id)))) {
    const [first] = lane;
    if (!first) continue;
    const ids = lane.map(({ id }) => id);
    if (lane.length === 1 || !('to' in first.notice)) {
      single.push(...ids);
      continue;
    }
    const notice = { kind: 'bundle' as const, to: first.notice.to, items: lane.flatMap(bundledIn) };
    bundles.push({ notice, ids });
  }
  return { single, bundles };
}

/** The recipient's name is looked up, too, so that an admin can choose the person by name in the set-up. */
export async function contextFor(core: Core, { workflow, record }: Known, notice: MessageNotice): Promise<CardContext> {
  const recipient = notice.to.type === 'person' ? [notice.to.id] : [];
  const people = [...workflow.face.people(record, notice, core.office()), ...recipient];
  return cardContext(core, await core.directory.names(people));
}

/** Draws a message about a record; null if it is no longer true. */
export async function drawnNotice(core: Core, known: Known, notice: MessageNotice): Promise<CardJson | null> {
  return known.workflow.face.message({ notice, record: known.record }, await contextFor(core, known, notice));
}

/** Draws several messages to one recipient as one. */
export function drawBundle(to: Recipient, items: NoticeItem[], context: CardContext): CardJson {
  const read = to.type === 'person' ? readBy(to.id, context) : context;
  const lines = items.flatMap((item) => item.workflow.face.line?.(item, read) ?? []);
  return bundleCard(to, lines, read);
}

/** A sent message after a tap on one of its buttons; null if the message stays as it is. */
export function drawTapped(
  { row, items }: { row: OutboxRow; items: NoticeItem[] },
  context: CardContext,
): CardJson | null {
  const [first, second] = items;
  if (!first || !('to' in row.notice)) return null;
  if (second) return drawBundle(row.notice.to, items, context);
  return first.workflow.face.tapped?.(first, context) ?? null;
}
