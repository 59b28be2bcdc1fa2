import { CardStore } from '../db/card-store';
import { InboxStore } from '../db/inbox-store';
import { OutboxStore } from '../db/outbox-store';
import { TimelineStore } from '../db/timeline-store';
import type { Tx } from '../db/transaction';
import { type Core, cardContext } from '../engine/core';
import type { Catalogue, TimelineInWords } from './catalogue';

/** The timeline, in words, of the record to which a message on Feishu belongs. */
export class History {
  constructor(
    private readonly core: Core,
    private readonly catalogues: Catalogue[],
  ) {}

  /** Null if the message belongs to no record, or if its workflow puts no timeline into words. */
  async of(messageId: string): Promise<TimelineInWords | null> {
    const { core, catalogues } = this;
    const found = await core.inTransaction((tx) => this.find(tx, messageId));
    if (!found) return null;
    const { workflow, record, entries } = found;
    const catalogue = catalogues.find((one) => one.workflow === workflow.name);
    const actors = entries.flatMap(({ actorId }) => actorId ?? []);
    const people = [...workflow.face.people(record, null, core.office()), ...actors];
    return catalogue?.timeline?.(record, entries, cardContext(core, await core.directory.names(people))) ?? null;
  }

  private async find(tx: Tx, messageId: string) {
    const row =
      (await new CardStore(tx).byMessage(messageId)) ??
      (await new OutboxStore(tx).byMessage(messageId)) ??
      (await new InboxStore(tx).byMessage(messageId));
    const known = await this.core.workflows.record(tx, row);
    return known && { ...known, entries: await new TimelineStore(tx).of(known.workflow.name, known.record.id) };
  }
}
