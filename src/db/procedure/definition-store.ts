import type { StoredVersion, UsedVersion } from '../../domain/procedure/versions';
import type { Instant } from '../../domain/time';
import type { Tx } from '../transaction';
import { ProcedureDefinitionRow, ProcedureRow } from './procedure-row';

/** The definitions with which records began, as their files were then. */
export class DefinitionStore {
  constructor(private readonly tx: Tx) {}

  stored(): Promise<(StoredVersion & { text: string })[]> {
    return this.tx.find(ProcedureDefinitionRow, { order: { name: 'ASC', version: 'ASC' } });
  }

  /** Keeps a definition; one of this name and version is replaced. */
  async keep(definition: StoredVersion & { text: string }, now: Instant): Promise<void> {
    const { name, version, text, hash } = definition;
    await this.tx.upsert(ProcedureDefinitionRow, { name, version, text, hash, storedAt: now }, ['name', 'version']);
  }

  /** With which versions records began, and how many of those are open. */
  async usedVersions(): Promise<UsedVersion[]> {
    const rows = await this.tx
      .createQueryBuilder(ProcedureRow, 'row')
      .select('row.procedureName', 'name')
      .addSelect('row.definitionVersion', 'version')
      .addSelect('COUNT(*)', 'records')
      .addSelect('SUM(CASE WHEN row.isOpen THEN 1 ELSE 0 END)', 'open')
      .groupBy('row.procedureName')
      .addGroupBy('row.definitionVersion')
      .getRawMany<Record<'version' | 'records' | 'open', unknown> & { name: string }>();
    return rows.map(({ name, version, records, open }) => ({
      ...{ name, version: Number(version), records: Number(records), open: Number(open) },
    }));
  }
}
