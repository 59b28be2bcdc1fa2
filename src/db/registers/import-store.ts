import { LessThan } from 'typeorm';
import type { JsonObject } from '../../domain/messaging';
import type { RegisterSheet } from '../../domain/registers/sheet';
import { DAY, type Instant } from '../../domain/time';
import type { Tx } from '../transaction';
import { RegisterImportRow } from './register-rows';

/** Whoever has not confirmed by then sends the file again. */
const KEPT_FOR_MS = 7 * DAY;

/** Sheets that were sent and not confirmed yet. */
export class ImportStore {
  constructor(private readonly tx: Tx) {}

  /** Keeps a sheet and returns its id; forgets those of last week. */
  async add(by: { byId: string; messageId: string }, sheet: RegisterSheet, now: Instant): Promise<number> {
    await this.tx.delete(RegisterImportRow, { createdAt: LessThan(now - KEPT_FOR_MS) });
    const row = { ...by, register: sheet.register, sheet, createdAt: now, state: 'offered' as const, outcome: null };
    const { identifiers } = await this.tx.insert(RegisterImportRow, row as never);
    return (identifiers[0] as { id: number }).id;
  }

  /** Null if it was forgotten. */
  get(id: number): Promise<RegisterImportRow | null> {
    return this.tx.findOneBy(RegisterImportRow, { id });
  }

  /** Returns true to the one caller that may import the sheet. */
  async take(id: number): Promise<boolean> {
    const { affected } = await this.tx.update(RegisterImportRow, { id, state: 'offered' }, { state: 'imported' });
    return affected === 1;
  }

  /** Keeps what the import changed, for a tap whose answer came too late. */
  async keep(id: number, outcome: JsonObject): Promise<void> {
    await this.tx.update(RegisterImportRow, { id }, { outcome } as never);
  }
}
