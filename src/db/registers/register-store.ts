import { Brackets, In } from 'typeorm';
import { coreName, foldedName } from '../../domain/registers/folding';
import { coresIn, type Match, NameIndex, similarEntries } from '../../domain/registers/match';
import { aliasesOf } from '../../domain/registers/plan';
import type { RegisterEntry, RegisterName } from '../../domain/registers/register';
import type { Instant } from '../../domain/time';
import { holdMutex } from '../mutex';
import type { Tx } from '../transaction';
import { RegisterAliasRow, RegisterEntryRow } from './register-rows';

/** So many values or rows go into one statement. */
const CHUNK = 250;
/** Similar names are chosen from so many. */
const MAX_CANDIDATES = 60;
/** Greater than any character of a folded name: the end of all names with one beginning. */
const LAST = '\u{10FFFF}';

const entryOf = ({ entryKey, ...row }: RegisterEntryRow): RegisterEntry => ({ ...row, key: entryKey });
const rowOf = ({ key, id, ...entry }: RegisterEntry) => ({ ...entry, ...(id === 0 ? {} : { id }), entryKey: key });

/** The values in portions that fit into one statement. */
function chunksOf<T>(values: T[]): T[][] {
  const count = Math.ceil(values.length / CHUNK);
  return Array.from({ length: count }, (_, at) => values.slice(at * CHUNK, (at + 1) * CHUNK));
}

async function inChunks<T, R>(values: T[], work: (chunk: T[]) => Promise<R[]>): Promise<R[]> {
  const found: R[] = [];
  for (const chunk of chunksOf(values)) found.push(...(await work(chunk)));
  return found;
}

export class RegisterStore {
  constructor(
    private readonly tx: Tx,
    private readonly register: RegisterName,
  ) {}

  /** Changes of one register come one after the other, across all processes, until the transaction ends. */
  async hold(now: Instant): Promise<void> {
    await holdMutex(this.tx, `register:${this.register}`, now);
  }

  async get(id: number): Promise<RegisterEntry | null> {
    const row = await this.tx.findOneBy(RegisterEntryRow, { id, register: this.register });
    return row && entryOf(row);
  }

  count(): Promise<number> {
    return this.tx.countBy(RegisterEntryRow, { register: this.register });
  }

  /** Whether the register holds anything. */
  async isUsed(): Promise<boolean> {
    return (await this.tx.findOne(RegisterEntryRow, { where: { register: this.register } })) !== null;
  }

  /** The entry that a name means, by index alone; null if none, or if several may be meant. */
  async find(name: string): Promise<RegisterEntry | null> {
    return new NameIndex(await this.called(name)).find(name);
  }

  /** The entry that a name means, or at most five with similar names. */
  async match(name: string): Promise<Match> {
    const entry = await this.find(name);
    return entry ? { entry, near: [] } : { entry: null, near: await this.similarTo(name) };
  }

  /** At most five entries with similar names; an entry of exactly this name is one of them. */
  async similarTo(name: string): Promise<RegisterEntry[]> {
    if (foldedName(name) === '') return [];
    const [called, similar] = [await this.called(name), await this.similar(coreName(name))];
    const all = new Map([...called, ...similar].map((entry) => [entry.id, entry]));
    return similarEntries([...all.values()], name);
  }

  /** All entries that have one of these folded names. */
  async named(folds: string[]): Promise<RegisterEntry[]> {
    const { register } = this;
    const aliases = await inChunks(folds, (chunk) => this.tx.findBy(RegisterAliasRow, { register, folded: In(chunk) }));
    return this.byIds(aliases.map(({ entryId }) => entryId));
  }

  /** All entries that have one of these cores. */
  async cored(cores: string[]): Promise<RegisterEntry[]> {
    const { register } = this;
    const aliases = await inChunks(cores, (chunk) => this.tx.findBy(RegisterAliasRow, { register, core: In(chunk) }));
    return this.byIds(aliases.map(({ entryId }) => entryId));
  }

  /** A page in the order of their ids: entries after `after` whose names or keys hold `q`, if one is given. */
  async page({ q, after }: { q: string; after: number }, limit: number): Promise<RegisterEntry[]> {
    const query = this.tx
      .createQueryBuilder(RegisterEntryRow, 'entry')
      .where('entry.register = :register AND entry.id > :after', { register: this.register, after })
      .orderBy('entry.id', 'ASC')
      .limit(limit);
    const sought = foldedName(q);
    if (sought !== '') {
      const named = query.subQuery().select('named.entryId').from(RegisterAliasRow, 'named');
      named.where('named.register = :register AND INSTR(named.folded, :sought) > 0');
      query.andWhere(`entry.id IN ${named.getQuery()}`, { sought });
    }
    return (await query.getMany()).map(entryOf);
  }

  /** Stores new entries (`id` 0) and changed ones, with all the names that find them. */
  async save(entries: RegisterEntry[]): Promise<void> {
    const { register } = this;
    const stored = entries.flatMap(({ id }) => (id === 0 ? [] : [id]));
    for (const chunk of chunksOf(stored)) await this.tx.delete(RegisterAliasRow, { entryId: In(chunk) });
    for (const chunk of chunksOf(entries)) {
      const [made, changed] = [chunk.filter(({ id }) => id === 0), chunk.filter(({ id }) => id !== 0)];
      if (made.length > 0) await this.tx.insert(RegisterEntryRow, made.map(rowOf) as never);
      if (changed.length > 0) await this.tx.upsert(RegisterEntryRow, changed.map(rowOf) as never, ['id']);
      const keys = chunk.map(({ key }) => key);
      const rows = await this.tx.find(RegisterEntryRow, {
        select: { id: true, entryKey: true },
        where: { register, entryKey: In(keys) },
      });
      const ids = new Map(rows.map(({ entryKey, id }) => [entryKey, id]));
      const aliases = chunk.flatMap((entry) =>
        aliasesOf(entry).map(({ folded, name }) => ({
          ...{ register, folded, core: coreName(name), entryId: ids.get(entry.key) ?? 0 },
        })),
      );
      for (const some of chunksOf(aliases)) await this.tx.insert(RegisterAliasRow, some);
    }
  }

  /** Takes an entry out, for example one that was merged into another. */
  async remove(id: number): Promise<void> {
    await this.tx.delete(RegisterAliasRow, { entryId: id });
    await this.tx.delete(RegisterEntryRow, { id });
  }

  /** The entries that have exactly this name, or a core of it. */
  private async called(name: string): Promise<RegisterEntry[]> {
    const folded = foldedName(name);
    if (folded === '') return [];
    const { register } = this;
    const exact = await this.tx.findBy(RegisterAliasRow, { register, folded });
    const alike = await this.tx.find(RegisterAliasRow, {
      where: { register, core: In(coresIn(name)) },
      take: MAX_CANDIDATES,
    });
    return this.byIds([...exact, ...alike].map(({ entryId }) => entryId));
  }

  /** Entries whose names begin alike, hold the core, or are held in it; of very many those of about the same length. */
  private async similar(core: string): Promise<RegisterEntry[]> {
    const { register } = this;
    const beginning = [...core].slice(0, 2).join('');
    const alike = await this.tx
      .createQueryBuilder(RegisterAliasRow, 'alias')
      .where('alias.register = :register', { register })
      .andWhere(
        new Brackets((where) => {
          where
            .where('alias.core >= :beginning AND alias.core < :end', { beginning, end: `${beginning}${LAST}` })
            .orWhere('INSTR(alias.core, :core) > 0')
            .orWhere('INSTR(:core, alias.core) > 0', { core });
        }),
      )
      .orderBy('ABS(LENGTH(alias.core) - LENGTH(:core))')
      .limit(MAX_CANDIDATES)
      .getMany();
    return this.byIds(alike.map(({ entryId }) => entryId));
  }

  private async byIds(ids: number[]): Promise<RegisterEntry[]> {
    const rows = await inChunks([...new Set(ids)], (chunk) => this.tx.findBy(RegisterEntryRow, { id: In(chunk) }));
    return rows.map(entryOf).sort((a, b) => a.id - b.id);
  }
}
