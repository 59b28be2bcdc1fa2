import type { OpenVersion, StoredVersion } from '../../domain/procedure/versions';
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

  /** Which versions have open records, and how many. */
  async openVersions(): Promise<OpenVersion[]> {
    const rows = await this.tx
      .createQueryBuilder(ProcedureRow, 'row')
      .select('row.procedureName', 'name')
      .addSelect('row.definitionVersion', 'version')
      .addSelect('COUNT(*)', 'open')
      .where('row.isOpen = :open', { open: true })
      .groupBy('row.procedureName')
      .addGroupBy('row.definitionVersion')
      .getRawMany<{ name: string; version: unknown; open: unknown }>();
    return rows.map(({ name, version, open }) => ({ name, version: Number(version), open: Number(open) }));
  }
}
