import { ProposalStore } from '../../db/registers/proposal-store';
import { RegisterStore } from '../../db/registers/register-store';
import type { Tx } from '../../db/transaction';
import { foldedName } from '../../domain/registers/folding';
import { mergeEntries, withLearned } from '../../domain/registers/merge';
import { namesInRows, type Plan, planRows, type Taking } from '../../domain/registers/plan';
import type { RegisterEntry, RegisterName } from '../../domain/registers/register';
import type { RegisterRow } from '../../domain/registers/rows';
import { keyFrom } from '../../domain/registers/sheet';
import type { Instant } from '../../domain/time';

/** Why a change was not made: somebody decided before, an entry is gone, it is one and the same, a name is another's. */
export type Unchanged =
  | { ok: false; reason: 'alreadyDone' | 'gone' | 'sameEntry' }
  | { ok: false; reason: 'taken'; other: string };

export type Changed = { ok: true; entry: RegisterEntry | null } | Unchanged;

const refused = (reason: 'alreadyDone' | 'gone' | 'sameEntry'): Unchanged => ({ ok: false, reason });

/** Changes a register inside the caller's transaction; every change settles the names that waited for it. */
export class RegisterChanges {
  private readonly store: RegisterStore;
  private readonly proposals: ProposalStore;

  constructor(
    tx: Tx,
    private readonly register: RegisterName,
    private readonly now: Instant,
  ) {
    this.store = new RegisterStore(tx, register);
    this.proposals = new ProposalStore(tx);
  }

  /** What rows would change; nothing is written. */
  async plan(rows: RegisterRow[], taking: Taking): Promise<Plan> {
    return planRows(this.register, rows, await this.store.named(namesInRows(rows)), taking);
  }

  /** Plans the rows and writes them; nothing is written if there is any fault. */
  async take(rows: RegisterRow[], taking: Taking): Promise<Plan> {
    await this.store.hold(this.now);
    const plan = await this.plan(rows, taking);
    if (plan.faults.length === 0 && plan.changed.length > 0) await this.write(plan.changed);
    return plan;
  }

  /** A proposed name becomes an entry of its own. */
  async add(proposalId: number): Promise<Changed> {
    await this.store.hold(this.now);
    const proposal = await this.proposals.get(proposalId);
    if (!proposal) return refused('alreadyDone');
    const { name } = proposal;
    const plan = await this.plan([{ key: keyFrom(name), name }], 'adds');
    const [fault] = plan.faults;
    if (fault) return { ok: false, reason: 'taken', other: fault.other ?? name };
    await this.write(plan.changed);
    return { ok: true, entry: await this.store.find(name) };
  }

  /** A proposed name becomes a name of an entry. */
  async alias(proposalId: number, entryId: number): Promise<Changed> {
    await this.store.hold(this.now);
    const proposal = await this.proposals.get(proposalId);
    if (!proposal) return refused('alreadyDone');
    const entry = await this.store.get(entryId);
    if (!entry) return refused('gone');
    const [owner] = await this.store.named([foldedName(proposal.name)]);
    if (owner && owner.id !== entry.id) return { ok: false, reason: 'taken', other: owner.name };
    const next = { ...withLearned(entry, [proposal.name]), version: entry.version + 1 };
    await this.write([next]);
    return { ok: true, entry: next };
  }

  /** A proposed name is never proposed again. */
  async decline(proposalId: number): Promise<Changed> {
    await this.store.hold(this.now);
    if (!(await this.proposals.get(proposalId))) return refused('alreadyDone');
    await this.proposals.decline(proposalId);
    return { ok: true, entry: null };
  }

  /** Makes one entry of two; `into` remains. */
  async merge(fromId: number, intoId: number): Promise<Changed> {
    await this.store.hold(this.now);
    if (fromId === intoId) return refused('sameEntry');
    const [from, into] = [await this.store.get(fromId), await this.store.get(intoId)];
    if (!from || !into) return refused('gone');
    const next = { ...mergeEntries(into, from), version: into.version + 1 };
    await this.store.remove(from.id);
    await this.write([next]);
    return { ok: true, entry: next };
  }

  private async write(entries: RegisterEntry[]): Promise<void> {
    await this.store.save(entries);
    await this.proposals.settle(this.register);
  }
}
