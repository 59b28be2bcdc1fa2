import type { Feedback } from '../domain/feedback/model';
import { type Edge, type From, type ListCounts, TIER, WAITING_TIERS } from '../domain/list-edges';
import { type FeedbackQuery, matching, Parameters, queryWhere, recordsOf, wordsLookedUp } from './feedback-query';
import { FeedbackRow } from './feedback-row';
import type { Tx } from './transaction';

/** `pressing`: as `rankOf` says; a draft ranks by the moment it was forwarded. `newest`: newest first. */
export type Order = 'pressing' | 'newest';

/** Greater than any id. */
const LAST_ID = 2_147_483_647;

const PRIORITY = "CASE row.priority WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 ELSE 2 END";

// A draft has no deadline yet, but its customer waits all the same.
const DEADLINE = `CASE WHEN row.status = 'draft' THEN row.createdAt ELSE COALESCE(row.deadlineAt, ${TIER - 1}) END`;

/** A case at its place in a list. */
export interface Placed {
  feedback: Feedback;
  rank: number;
}

export interface PagesAsked {
  /** A case is listed if it answers at least one of these. */
  queries: FeedbackQuery[];
  order: Order;
  /** A case that answers one of these waits for the reader, and stands first; absent: all wait alike. */
  first?: FeedbackQuery[];
}

/** Pages of cases in one order. */
export class FeedbackPages {
  private readonly lookedUp: Promise<FeedbackQuery[]>;

  constructor(
    private readonly tx: Tx,
    private readonly asked: PagesAsked,
  ) {
    this.lookedUp = wordsLookedUp(tx, asked.queries);
  }

  /** At most `limit` cases after or before an edge, in order; from the beginning if no edge is named. */
  async items(from: From, limit: number): Promise<Placed[]> {
    const goesBack = from !== null && 'before' in from;
    const parameters = new Parameters();
    const sql = this.rank(parameters);
    const rows = await this.matching(parameters);
    if (from) rows.andWhere(this.beyond(sql, 'before' in from ? from.before : from.after, { goesBack, parameters }));
    rows.addSelect(sql, 'sorted').orderBy('sorted', goesBack ? 'DESC' : 'ASC');
    rows
      .addOrderBy('row.id', this.isUpward === goesBack ? 'DESC' : 'ASC')
      .limit(limit)
      .setParameters(parameters.values);
    const { raw, entities } = await rows.getRawAndEntities<{ sorted: unknown }>();
    const cases = await recordsOf(this.tx, entities);
    const items = cases.map((feedback, at) => ({ feedback, rank: Number(raw[at]?.sorted) }));
    return goesBack ? items.reverse() : items;
  }

  /** The number of cases before the edge (null: none), of all cases, and of those that stand out. */
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

  /** Among cases of one rank, ids go up; the newest first means that they go down. */
  private get isUpward(): boolean {
    return this.asked.order === 'pressing';
  }

  private async matching(parameters: Parameters) {
    return matching(this.tx.createQueryBuilder(FeedbackRow, 'row'), await this.lookedUp, parameters);
  }

  /** The rank of a row, as `rankOf` has it. */
  private rank(parameters: Parameters): string {
    const { order, first } = this.asked;
    if (order === 'newest') return '0';
    const waits = first?.map((query) => `(${queryWhere(query, parameters)})`).join(' OR ');
    const behind = waits === undefined ? '0' : `CASE WHEN ${waits || '1 = 0'} THEN 0 ELSE ${WAITING_TIERS} END`;
    return `((${behind} + ${PRIORITY}) * ${TIER} + ${DEADLINE})`;
  }

  /** The condition for cases after an edge, or before it. */
  private beyond(sql: string, edge: Edge, { goesBack, parameters }: { goesBack: boolean; parameters: Parameters }) {
    const [rank, id] = [parameters.add(edge.rank), parameters.add(this.idOf(edge))];
    const ids = this.isUpward === goesBack ? '<' : '>';
    return `(${sql} ${goesBack ? '<' : '>'} :${rank} OR (${sql} = :${rank} AND row.id ${ids} :${id}))`;
  }

  private idOf({ id }: Edge): number {
    if (typeof id === 'number') return id;
    return (id === 'first') === this.isUpward ? 0 : LAST_ID;
  }
}
