import type { OutboxRow } from '../../db/engine-rows';
import { OutboxStore } from '../../db/outbox-store';
import type { MessageNotice, Notice } from '../../domain/decision';
import type { CardJson } from '../../domain/messaging';
import { type Instant, MINUTE } from '../../domain/time';
import type { Core } from '../core';
import type { Known } from '../workflow';
import { confirm } from './held-row';
import { contextFor, drawnNotice } from './notice-items';
import type { Outgoing } from './outgoing';

/** A decision enqueues its messages at once; only the clock's resolution and a slow commit lie between. */
const CAUSED_WITHIN_MS = 10 * MINUTE;

type NoticeOf<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>;

/** A message about a record that is out. */
interface Spoken {
  messageId: string;
  notice: MessageNotice;
}

/** Draws messages anew that were sent before: what they said was taken back, or is done. */
export class SpokenMessages {
  constructor(private readonly parts: { core: Core; outgoing: Pick<Outgoing, 'patchCard'> }) {}

  /** A message that waits still is drawn from the record when its turn comes. */
  async redraw(row: OutboxRow, { cause, at }: NoticeOf<'redraw'>, known: Known): Promise<void> {
    const spoken = await this.spoken(row, at, at + CAUSED_WITHIN_MS);
    const caused = spoken.filter(({ notice }) => notice.params?.cause === cause);
    await this.drawAnew(row, caused, (notice) => drawnNotice(this.parts.core, known, notice));
  }

  /** Only what was asked of somebody turns grey: the record says which messages that are. */
  async grey(row: OutboxRow, { since }: NoticeOf<'grey'>, known: Known): Promise<void> {
    const { core } = this.parts;
    const spoken = await this.spoken(row, since, core.clock.now() + 1);
    await this.drawAnew(row, spoken, async (notice) => {
      const context = await contextFor(core, known, notice);
      return known.workflow.face.settled?.({ notice, record: known.record }, context) ?? null;
    });
  }

  private async spoken({ workflow, recordId }: OutboxRow, start: Instant, end: Instant): Promise<Spoken[]> {
    const { inTransaction } = this.parts.core;
    const rows = await inTransaction((tx) => new OutboxStore(tx).aboutRecord(workflow, recordId, start, end));
    return rows.flatMap(({ notice, messageId }) =>
      notice.kind === 'message' && messageId !== null ? [{ notice, messageId }] : [],
    );
  }

  private async drawAnew(
    row: OutboxRow,
    spoken: Spoken[],
    draw: (notice: MessageNotice) => Promise<CardJson | null>,
  ): Promise<void> {
    const { core, outgoing } = this.parts;
    for (const { notice, messageId } of spoken) {
      const card = await draw(notice);
      await confirm(core, row);
      if (card) await outgoing.patchCard(messageId, card);
    }
    await core.inTransaction((tx) => new OutboxStore(tx).sent(row.id, null, core.clock.now()));
  }
}
