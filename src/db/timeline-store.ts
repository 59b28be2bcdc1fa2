import { In, MoreThanOrEqual } from 'typeorm';
import type { Entry } from '../domain/decision';
import type { Instant } from '../domain/time';
import { TimelineRow } from './engine-rows';
import type { Tx } from './transaction';

/** Commands that only members of the department's group can give, and that leave the case with the department. */
const OF_A_DEPARTMENT = ['claim', 'answer', 'request_info', 'extend'];
/** Enough recent entries to tell for which departments a person acts. */
const ENTRIES_READ = 50;
/** SQLite and MySQL take far more parameters; the rows must fit into memory. */
const IDS_AT_ONCE = 200;

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

  /** The timelines of several records by their ids, each with its oldest entry first; no entry for an empty one. */
  async ofAll(workflow: string, recordIds: number[]): Promise<Map<number, TimelineRow[]>> {
    const timelines = new Map<number, TimelineRow[]>();
    for (let i = 0; i < recordIds.length; i += IDS_AT_ONCE) {
      const where = { workflow, recordId: In(recordIds.slice(i, i + IDS_AT_ONCE)) };
      const rows = await this.tx.find(TimelineRow, { where, order: { recordId: 'ASC', version: 'ASC' } });
      for (const row of rows) timelines.set(row.recordId, [...(timelines.get(row.recordId) ?? []), row]);
    }
    return timelines;
  }

  /** The departments for which this person has acted since then; taps in a group prove membership (ADR 022). */
  async departmentsActedFor(workflow: string, actorId: string, since: Instant): Promise<string[]> {
    const rows = await this.tx.find(TimelineRow, {
      where: { workflow, actorId, at: MoreThanOrEqual(since), what: In(OF_A_DEPARTMENT) },
      order: { at: 'DESC' },
      take: ENTRIES_READ,
    });
    const departments = rows.map(({ detail }) => detail.department);
    return [...new Set(departments.filter((key) => typeof key === 'string'))];
  }
}
