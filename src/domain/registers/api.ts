import type { RegisterEntry, RegisterName } from './register';
import type { RowFault } from './rows';

/** Registers for other systems (design §3.7). */
export interface RegistersApi {
  /** Takes in all rows or, if anything is wrong with any of them, none. */
  put(register: RegisterName, rows: unknown[]): Promise<TakenIn>;
  /** Entries in the order in which they came, those that `q` finds if it is given; null for a cursor of no page. */
  list(register: RegisterName, query: { q?: string; cursor?: string }): Promise<RegisterPage | null>;
}

export type TakenIn =
  | { ok: true; counts: { created: number; updated: number; unchanged: number } }
  | { ok: false; faults: RowFault[] };

export interface RegisterPage {
  items: RegisterEntry[];
  nextCursor: string | null;
}
