import { bundleCard } from '../../../cards/kit/bundle-card';
import type { CardContext } from '../../../cards/kit/context';
import type { OutboxRow } from '../../db/rows';
import type { CardJson, Recipient } from '../../domain/messaging';
import { type Core, cardContext } from '../core';
import type { NameOf } from '../directory';
import type { NoticeItem } from './notice-items';

/** Draws several messages to one recipient as one. */
export function drawBundle(to: Recipient, items: NoticeItem[], context: CardContext): CardJson {
  const lines = items.flatMap((item) => item.workflow.face.line?.(item, context) ?? []);
  return bundleCard(to, lines, context);
}

/** A sent message after a tap on one of its buttons; null if it stays as it is. */
export function drawTapped(
  { row, items }: { row: OutboxRow; items: NoticeItem[] },
  core: Pick<Core, 'office' | 'texts'>,
  nameOf: NameOf,
): CardJson | null {
  const context = cardContext(core, nameOf);
  const [first, second] = items;
  if (!first || !('to' in row.notice)) return null;
  if (second) return drawBundle(row.notice.to, items, context);
  return first.workflow.face.tapped?.(first, context) ?? null;
}
