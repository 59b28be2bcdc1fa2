import type { Entry } from '../domain/decision';
import { TimelineRow } from './rows';
import type { Tx } from './transaction';

export class TimelineStore {
  constructor(private readonly tx: Tx) {}

  async add(workflow: string, recordId: number, version: number, entry: Entry): Promise<void> {
    const { at, actorId, what, detail = {} } = entry;
    await this.tx.insert(TimelineRow, { workflow, recordId, version, at, actorId, what, detail } as never);
  }

  /** Oldest first. */
  of(workflow: string, recordId: number): Promise<TimelineRow[]> {
    return this.tx.find(TimelineRow, { where: { workflow, recordId }, order: { version: 'ASC' } });
  }
}
