import type { RegisterName } from '../../domain/registers/register';
import type { Tx } from '../transaction';
import { RegisterStore } from './register-store';

/** Read at once; a register may be long. */
const PORTION = 500;

/** The names of the entries with which the company deals on a date (`2026-12-01`), in the order of their entry. */
export async function activeNames(tx: Tx, register: RegisterName, date: string): Promise<string[]> {
  const store = new RegisterStore(tx, register);
  const names: string[] = [];
  for (let after = 0; ; ) {
    const entries = await store.page({ q: '', after }, PORTION);
    const active = entries.filter(
      ({ activeFrom, activeUntil }) => (activeFrom ?? date) <= date && date <= (activeUntil ?? date),
    );
    names.push(...active.map(({ name }) => name));
    after = entries.at(-1)?.id ?? 0;
    if (entries.length < PORTION) return names;
  }
}
