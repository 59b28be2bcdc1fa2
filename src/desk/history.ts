import { CardStore } from '../db/card-store';
import { InboxStore } from '../db/inbox-store';
import { OutboxStore } from '../db/outbox-store';
import { TimelineStore } from '../db/timeline-store';
import type { Tx } from '../db/transaction';
import { type Core, cardContext } from '../engine/core';
import type { Known } from '../engine/workflow';
import type { Catalogue, TimelineInWords } from './catalogue';

/** The timelines, in words, of the records that a message on Feishu is about: several for a bundle. */
export class History {
  constructor(
    private readonly core: Core,
    private readonly catalogues: Catalogue[],
  ) {}

  /** Empty if the message is about no record, or if its workflow puts no timeline into words. */
  async of(messageId: string): Promise<TimelineInWords[]> {
    const { core } = this;
    const told: TimelineInWords[] = [];
    for (const known of await core.inTransaction((tx) => this.recordsOf(tx, messageId))) {
      const inWords = await this.inWords(known);
      if (inWords) told.push(inWords);
    }
    return told;
  }

  private async inWords({ workflow, record }: Known): Promise<TimelineInWords | null> {
    const { core, catalogues } = this;
    const entries = await core.inTransaction((tx) => new TimelineStore(tx).of(workflow.name, record.id));
    const catalogue = catalogues.find((one) => one.workflow === workflow.name);
    const actors = entries.flatMap(({ actorId }) => actorId ?? []);
    const people = [...workflow.face.people(record, null, core.office()), ...actors];
    return catalogue?.timeline?.(record, entries, cardContext(core, await core.directory.names(people))) ?? null;
  }

  private async recordsOf(tx: Tx, messageId: string): Promise<Known[]> {
    const known: Known[] = [];
    for (const ref of await this.refsOf(tx, messageId)) {
      const one = await this.core.workflows.record(tx, ref);
      const isKnown = known.some(({ workflow, record }) => workflow === one?.workflow && record.id === one.record.id);
      if (one && !isKnown) known.push(one);
    }
    return known;
  }

  private async refsOf(tx: Tx, messageId: string): Promise<{ workflow: string | null; recordId: number | null }[]> {
    const card = await new CardStore(tx).byMessage(messageId);
    if (card) return [card];
    const sent = await new OutboxStore(tx).byMessage(messageId);
    if (sent?.notice.kind === 'bundle') {
      return sent.notice.items.map(({ workflow = sent.workflow, recordId }) => ({ workflow, recordId }));
    }
    const from = sent ?? (await new InboxStore(tx).byMessage(messageId));
    return from ? [from] : [];
  }
}
