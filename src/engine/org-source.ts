import { BindingStore } from '../db/small-stores';
import type { InTransaction } from '../db/transaction';
import { departmentOf, type Org } from '../domain/org';
import type { Clock } from '../domain/time';

export type Bound = { ok: true; department: string } | { ok: false; reason: 'not_yours' | 'unknown_department' };

/** The organisation as it is now: `org.yaml`, and for departments without a group there, the one bound in chat. */
export class OrgSource {
  private current: Org;

  constructor(
    private readonly file: Org,
    private readonly inTransaction: InTransaction,
    private readonly clock: Clock,
  ) {
    this.current = file;
  }

  org(): Org {
    return this.current;
  }

  /** Reads the bindings again: another process may have made some. */
  async refresh(): Promise<void> {
    const bindings = await this.inTransaction((tx) => new BindingStore(tx).all());
    const groups = new Map(bindings.map(({ department, chatId }) => [department, chatId]));
    this.current = {
      ...this.file,
      departments: this.file.departments.map((department) => ({
        ...department,
        chat: department.chat ?? groups.get(department.key) ?? null,
      })),
    };
  }

  /** An admin says which department a group serves (`org.bind`, design §3.3). */
  async bind(department: string, chatId: string, adminId: string): Promise<Bound> {
    if (!this.file.admins.includes(adminId)) return { ok: false, reason: 'not_yours' };
    if (!departmentOf(this.file, department)) return { ok: false, reason: 'unknown_department' };
    await this.inTransaction((tx) => new BindingStore(tx).bind(department, chatId, adminId, this.clock.now()));
    await this.refresh();
    return { ok: true, department };
  }
}
