import { In } from 'typeorm';
import { foldedName, MAX_FOLDED } from '../../domain/registers/folding';
import { coresIn, NameIndex } from '../../domain/registers/match';
import { type Brought, REGISTERS, type RegisterName } from '../../domain/registers/register';
import { clean } from '../../domain/text/clean-text';
import type { Instant } from '../../domain/time';
import { isDuplicateKey, type Tx } from '../transaction';
import { RegisterMentionRow, RegisterProposalRow } from './register-rows';
import { RegisterStore } from './register-store';

/** A record, with its workflow. */
export interface Bringer {
  workflow: string;
  recordId: number;
}

/** A name that waits for a decision, and how many records bring it. */
export interface Proposal extends Bringer {
  id: number;
  register: RegisterName;
  name: string;
  count: number;
}

const CHUNK = 250;

/** Names that records bring and that no entry has: proposed to the office, never added by themselves. */
export class ProposalStore {
  constructor(private readonly tx: Tx) {}

  /** Notes what a record brings now, in place of what it brought before. */
  async note(record: Bringer, brought: Brought[], now: Instant): Promise<void> {
    await this.tx.delete(RegisterMentionRow, { ...record });
    for (const { register, name } of brought) {
      const folded = foldedName(name);
      if (folded === '' || (await new RegisterStore(this.tx, register).find(name))) continue;
      await this.propose({
        register,
        folded,
        name: clean(name).replace(/\s+/g, ' ').slice(0, MAX_FOLDED),
        ...record,
        firstAt: now,
      });
      await this.tx.upsert(RegisterMentionRow, { ...record, register, folded }, [
        ...['workflow', 'recordId', 'register', 'folded'],
      ]);
    }
  }

  /** How many names wait, by register. */
  async counts(): Promise<Record<RegisterName, number>> {
    const rows = await this.waitingRows()
      .select('proposal.register', 'register')
      .addSelect('COUNT(*)', 'names')
      .groupBy('proposal.register')
      .getRawMany<{ register: RegisterName; names: unknown }>();
    const of = (register: RegisterName) => Number(rows.find((row) => row.register === register)?.names ?? 0);
    return Object.fromEntries(REGISTERS.map((register) => [register, of(register)])) as Record<RegisterName, number>;
  }

  /** The names that wait, the oldest first. */
  async waiting(register: RegisterName, limit: number): Promise<Proposal[]> {
    const rows = await this.waitingRows()
      .andWhere('proposal.register = :register', { register })
      .orderBy('proposal.id', 'ASC')
      .limit(limit)
      .getMany();
    return Promise.all(rows.map((row) => this.counted(row)));
  }

  /** A name that still waits; null if somebody has decided. */
  async get(id: number): Promise<Proposal | null> {
    const row = await this.tx.findOneBy(RegisterProposalRow, { id, state: 'proposed' });
    return row && this.counted(row);
  }

  /** The name is never proposed again. */
  async decline(id: number): Promise<void> {
    await this.tx.update(RegisterProposalRow, { id }, { state: 'declined' });
  }

  /** Takes out names that an entry has by now. */
  async settle(register: RegisterName): Promise<void> {
    const store = new RegisterStore(this.tx, register);
    for (let after = 0; ; ) {
      const rows = await this.tx
        .createQueryBuilder(RegisterProposalRow, 'proposal')
        .where('proposal.register = :register AND proposal.id > :after', { register, after })
        .orderBy('proposal.id', 'ASC')
        .limit(CHUNK)
        .getMany();
      const known = [
        ...(await store.named(rows.map(({ folded }) => folded))),
        ...(await store.cored(rows.flatMap(({ name }) => coresIn(name)))),
      ];
      const index = new NameIndex([...new Map(known.map((entry) => [entry.id, entry])).values()]);
      const found = rows.filter(({ name }) => index.find(name) !== null);
      if (found.length > 0) {
        await this.tx.delete(RegisterProposalRow, { id: In(found.map(({ id }) => id)) });
        await this.tx.delete(RegisterMentionRow, { register, folded: In(found.map(({ folded }) => folded)) });
      }
      if (rows.length < CHUNK) return;
      after = rows.at(-1)?.id ?? after;
    }
  }

  /** Names whose records have all been withdrawn or corrected wait no longer. */
  private waitingRows() {
    const mentioned = this.tx
      .createQueryBuilder()
      .select('1')
      .from(RegisterMentionRow, 'mention')
      .where('mention.register = proposal.register AND mention.folded = proposal.folded');
    return this.tx
      .createQueryBuilder(RegisterProposalRow, 'proposal')
      .where("proposal.state = 'proposed'")
      .andWhere(`EXISTS (${mentioned.getQuery()})`);
  }

  private async counted({ id, register, folded, name, workflow, recordId }: RegisterProposalRow): Promise<Proposal> {
    const count = await this.tx.countBy(RegisterMentionRow, { register, folded });
    return { id, register, name, workflow, recordId, count };
  }

  private async propose(row: Omit<RegisterProposalRow, 'id' | 'state'>): Promise<void> {
    const { register, folded } = row;
    if (await this.tx.findOneBy(RegisterProposalRow, { register, folded })) return;
    try {
      await this.tx.insert(RegisterProposalRow, { ...row, state: 'proposed' });
    } catch (error) {
      // Another record brought the same name at the same moment.
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
