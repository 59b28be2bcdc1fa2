import type { OutboxRow } from '../../db/engine-rows';
import { OutboxStore } from '../../db/outbox-store';
import type { MessageNotice, Notice } from '../../domain/decision';
import { person } from '../../domain/messaging';
import { enqueueAll } from '../commands/commit';
import type { Core } from '../core';
import { confirm, written } from './held-row';
import type { Outgoing } from './outgoing';

/** A message or a card as it was sent, and the record it is about (`recordId` 0: about none). */
export interface SentItem {
  workflow: string;
  recordId: number;
  notice: Extract<Notice, { kind: 'message' | 'card' }>;
}

/** Buzzes people (加急) about what is out, and writes directly to those whom Feishu would not buzz. */
export class Buzzes {
  constructor(private readonly parts: { core: Core; outgoing: Pick<Outgoing, 'buzz'> }) {}

  /** Ends the row: after a crash the message is known to be out, and only the buzz is done again. */
  async after(row: OutboxRow, messageId: string, items: SentItem[]): Promise<void> {
    const { core, outgoing } = this.parts;
    const buzzed = [...new Set(items.flatMap(({ notice }) => notice.buzz ?? []))];
    if (buzzed.length > 0) {
      await written(core, (tx) => new OutboxStore(tx).partlySent(row.id, messageId));
      await confirm(core, row);
    }
    const refused = new Set(buzzed.length > 0 ? await outgoing.buzz(messageId, buzzed) : []);
    await written(core, async (tx) => {
      await new OutboxStore(tx).sent(row.id, messageId, core.clock.now());
      for (const { notice, ...about } of items) await enqueueAll(tx, core, about, insteadOf(notice, refused));
    });
  }
}

/** Messages to those whom a group's message or card could not buzz; none for people who got the message themselves. */
function insteadOf(notice: SentItem['notice'], refused: ReadonlySet<string>): MessageNotice[] {
  const { buzz = [], to } = notice;
  const others = buzz.filter((id) => refused.has(id) && id !== to.id);
  if (notice.kind === 'card') {
    const { unbuzzed } = notice;
    return unbuzzed ? others.map((id) => ({ kind: 'message', ...unbuzzed, to: person(id) })) : [];
  }
  const { unbuzzed, buzz: _buzz, ...message } = notice;
  return unbuzzed === undefined ? [] : others.map((id) => ({ ...message, name: unbuzzed, to: person(id) }));
}
