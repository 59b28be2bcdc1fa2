import { RegisterStore } from '../../db/registers/register-store';
import type { RegisterPage, RegistersApi, TakenIn } from '../../domain/registers/api';
import type { RegisterName } from '../../domain/registers/register';
import { readRows } from '../../domain/registers/rows';
import type { Core } from '../../engine/core';
import { RegisterChanges } from './register-changes';

const PAGE = 100;
/** The id of the last entry on the page before. */
const CURSOR = /^[1-9]\d{0,8}$/;

/** The API for other systems that keep customers, products and projects. */
export class RegisterService implements RegistersApi {
  constructor(private readonly core: Pick<Core, 'inTransaction' | 'clock'>) {}

  async put(register: RegisterName, given: unknown[]): Promise<TakenIn> {
    const { rows, faults } = readRows(given);
    const plan = await this.core.inTransaction(async (tx) => {
      const changes = new RegisterChanges(tx, register, this.core.clock.now());
      return faults.length > 0 ? changes.plan(rows, 'replaces') : changes.take(rows, 'replaces');
    });
    const all = [...faults, ...plan.faults].sort((a, b) => a.row - b.row);
    return all.length > 0 ? { ok: false, faults: all } : { ok: true, counts: plan.counts };
  }

  async list(
    register: RegisterName,
    { q = '', cursor }: { q?: string; cursor?: string },
  ): Promise<RegisterPage | null> {
    if (cursor !== undefined && !CURSOR.test(cursor)) return null;
    const after = cursor === undefined ? 0 : Number(cursor);
    const found = await this.core.inTransaction((tx) => new RegisterStore(tx, register).page({ q, after }, PAGE + 1));
    const items = found.slice(0, PAGE);
    return { items, nextCursor: found.length > PAGE ? String(items.at(-1)?.id) : null };
  }
}
