import { type Edge, type From, type ListCounts, TIER, WAITING_TIERS } from '../../domain/list-edges';
import type { DefinitionsOf } from '../../domain/procedure/definitions';
import type { ProcedureRecord } from '../../domain/procedure/record';
import { Parameters } from '../feedback-query';
import type { Tx } from '../transaction';
import { anyOf, isAskedOf, type ProcedureQuery, wordsLookedUp } from './procedure-query';
import { ProcedureRow } from './procedure-row';
import { alone } from './record-rows';

/** Greater than any id. */
const LAST_ID = 2_147_483_647;

const PRIORITY = "CASE row.priority WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 ELSE 2 END";
const DEADLINE = `COALESCE(row.dueAt, ${TIER - 1})`;

/** A record at its place in a list, without its parent and its children. */
export interface PlacedRecord {
  record: ProcedureRecord;
  rank: number;
}

export interface ProcedurePagesAsked {
  /** A record is listed if it answers at least one of these. */
  queries: ProcedureQuery[];
  /** `pressing`: as `rankOf` says; `newest`: newest first. */
  order: 'pressing' | 'newest';
  /** A record of which one of these must act stands first. */
  first: string[];
}

/** Pages of records in one order. */
export class ProcedurePages {
  private readonly lookedUp: Promise<ProcedureQuery[]>;

  constructor(
    private readonly tx: Tx,
    private readonly definitions: DefinitionsOf,
    private readonly asked: ProcedurePagesAsked,
  ) {
    this.lookedUp = wordsLookedUp(tx, asked.queries);
  }

  /** At most `limit` records after or before an edge, in order; from the beginning if no edge is named. */
  async items(from: From, limit: number): Promise<PlacedRecord[]> {
    const goesBack = from !== null && 'before' in from;
    const parameters = new Parameters();
    const sql = this.rank(parameters);
    const rows = await this.matching(parameters);
    if (from) rows.andWhere(this.beyond(sql, 'before' in from ? from.before : from.after, { goesBack, parameters }));
    rows.addSelect(sql, 'sorted');
    // Records of one rank need no sorting: they are read in the order of their ids until there are enough.
    if (this.isUpward) rows.orderBy('sorted', goesBack ? 'DESC' : 'ASC');
    rows.addOrderBy('row.id', this.isUpward === goesBack ? 'DESC' : 'ASC').limit(limit);
    const { raw, entities } = await rows.setParameters(parameters.values).getRawAndEntities<{ sorted: unknown }>();
    const items = entities.map((row, at) => ({
      record: alone(row, this.definitions),
      rank: Number(raw[at]?.sorted),
    }));
    return goesBack ? items.reverse() : items;
  }

  /** The number of records before the edge (null: none), of all records, and of those that stand out. */
  async counts(before: Edge | null): Promise<ListCounts> {
    const parameters = new Parameters();
    const sql = this.rank(parameters);
    const rows = await this.matching(parameters);
    const isBefore = before ? this.beyond(sql, before, { goesBack: true, parameters }) : '1 = 0';
    const isWaiting = this.asked.order === 'newest' ? '1 = 0' : `${sql} < ${WAITING_TIERS * TIER}`;
    const count = (condition: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
    rows
      .select('COUNT(*)', 'total')
      .addSelect(count(isBefore), 'position')
      .addSelect(count(isWaiting), 'waiting')
      .addSelect(count("row.priority = 'urgent'"), 'urgent');
    const counted = await rows.setParameters(parameters.values).getRawOne<Record<keyof ListCounts, unknown>>();
    const numberOf = (name: keyof ListCounts) => Number(counted?.[name] ?? 0);
    return {
      position: numberOf('position'),
      total: numberOf('total'),
      waiting: numberOf('waiting'),
      urgent: numberOf('urgent'),
    };
  }

  private get isUpward(): boolean {
    return this.asked.order === 'pressing';
  }

  private async matching(parameters: Parameters) {
    const isMysql = this.tx.connection.options.type === 'mysql';
    const condition = anyOf(await this.lookedUp, parameters, isMysql);
    return this.tx.createQueryBuilder(ProcedureRow, 'row').where(`(${condition})`);
  }

  /** The rank of a row, as `rankOf` has it. */
  private rank(parameters: Parameters): string {
    const { order, first } = this.asked;
    if (order === 'newest') return '0';
    const waits = first.length === 0 ? '1 = 0' : isAskedOf(first, parameters);
    return `((CASE WHEN ${waits} THEN 0 ELSE ${WAITING_TIERS} END + ${PRIORITY}) * ${TIER} + ${DEADLINE})`;
  }

  /** The condition for records after an edge, or before it. */
  private beyond(
    sql: string,
    edge: Edge,
    { goesBack, parameters }: { goesBack: boolean; parameters: Parameters },
  ): string {
    const [rank, id] = [parameters.add(edge.rank), parameters.add(this.idOf(edge))];
    const ids = this.isUpward === goesBack ? '<' : '>';
    return `(${sql} ${goesBack ? '<' : '>'} :${rank} OR (${sql} = :${rank} AND row.id ${ids} :${id}))`;
  }

  private idOf({ id }: Edge): number {
    if (typeof id === 'number') return id;
    return (id === 'first') === this.isUpward ? 0 : LAST_ID;
  }
}
