import { CardStore } from '../db/card-store';
import { InboxStore } from '../db/inbox-store';
import { OutboxStore } from '../db/outbox-store';
import { TimelineStore } from '../db/timeline-store';
import type { InTransaction, Tx } from '../db/transaction';
import type { RecordBase } from '../domain/decision';
import type { Directory } from './directory';
import type { AnyWorkflow, Told } from './workflow';

/** The record that a message on the platform belongs to, told from its timeline. */
export class History {
  constructor(
    private readonly inTransaction: InTransaction,
    private readonly workflows: AnyWorkflow[],
    private readonly directory: Directory,
  ) {}

  /** Null where the message belongs to no record, or to one whose workflow tells nothing. */
  async of(messageId: string): Promise<Told | null> {
    const found = await this.inTransaction((tx) => this.find(tx, messageId));
    if (!found?.workflow.tell) return null;
    const { workflow, record, entries } = found;
    const people = entries.flatMap(({ actorId }) => actorId ?? []);
    return found.workflow.tell(record, entries, await this.directory.names([...workflow.peopleIn(record), ...people]));
  }

  private async find(tx: Tx, messageId: string) {
    const row =
      (await new CardStore(tx).byMessage(messageId)) ??
      (await new OutboxStore(tx).byMessage(messageId)) ??
      (await new InboxStore(tx).byMessage(messageId));
    const workflow = this.workflows.find(({ name }) => name === row?.workflow);
    if (!workflow || !row?.recordId) return null;
    const record: RecordBase | null = await workflow.store(tx).get(row.recordId);
    if (!record) return null;
    return { workflow, record, entries: await new TimelineStore(tx).of(workflow.name, row.recordId) };
  }
}
