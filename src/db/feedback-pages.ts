import { deadlineOf } from '../domain/feedback/clock/deadline';
import { type Feedback, OPEN_STATUSES } from '../domain/feedback/model';
import type { Edge, From } from '../domain/list-edges';
import type { Instant } from '../domain/time';
import { type FeedbackQuery, matching, Parameters, recordsOf, wordsLookedUp } from './feedback-query';
import { FeedbackRow } from './feedback-row';
import type { Tx } from './transaction';

/**
 * `due`: drafts first, then by deadline, cases without a deadline last. `open_first`: open cases first, newest first.
 * `newest`: newest first.
 */
export type Order = 'due' | 'open_first' | 'newest';

/** Greater than any id. */
const LAST_ID = 2_147_483_647;

/** Later than any deadline. */
const NEVER: Instant = 8_640_000_000_000_000;

const open = OPEN_STATUSES.map((status) => `'${status}'`).join(', ');

const RANKS: Record<Order, { sql: string; of: (feedback: Feedback) => number; idsGo: 'ASC' | 'DESC' }> = {
  // A draft has no deadline yet, but its customer waits all the same: it ranks by the moment it was forwarded.
  due: {
    sql: `CASE WHEN row.status = 'draft' THEN row.createdAt ELSE COALESCE(row.deadlineAt, ${NEVER}) END`,
    of: (feedback) => (feedback.status === 'draft' ? feedback.createdAt : (deadlineOf(feedback) ?? NEVER)),
    idsGo: 'ASC',
  },
  open_first: {
    sql: `CASE WHEN row.status IN (${open}) THEN 0 ELSE 1 END`,
    of: ({ status }) => (OPEN_STATUSES.includes(status) ? 0 : 1),
    idsGo: 'DESC',
  },
  newest: { sql: '0', of: () => 0, idsGo: 'DESC' },
};

/** The position of this case in the order. */
export function edgeOf(feedback: Feedback, order: Order): { rank: number; id: number } {
  return { rank: RANKS[order].of(feedback), id: feedback.id };
}

/** Pages of cases in one order. */
export class FeedbackPages {
  private readonly lookedUp: Promise<FeedbackQuery[]>;

  /** Pages of the cases that answer at least one of the queries. */
  constructor(
    private readonly tx: Tx,
    queries: FeedbackQuery[],
    private readonly order: Order,
  ) {
    this.lookedUp = wordsLookedUp(tx, queries);
  }

  /** At most `limit` cases after or before an edge, in order; from the beginning if no edge is named. */
  async items(from: From, limit: number): Promise<Feedback[]> {
    const goesBack = from !== null && 'before' in from;
    const { sql, idsGo } = RANKS[this.order];
    const parameters = new Parameters();
    const rows = await this.matching(parameters);
    if (from) rows.andWhere(this.beyond('before' in from ? from.before : from.after, goesBack, parameters));
    const turned = idsGo === 'ASC' ? 'DESC' : 'ASC';
    rows.addSelect(sql, 'sorted').orderBy('sorted', goesBack ? 'DESC' : 'ASC');
    rows
      .addOrderBy('row.id', goesBack ? turned : idsGo)
      .limit(limit)
      .setParameters(parameters.values);
    const items = await recordsOf(this.tx, await rows.getMany());
    return goesBack ? items.reverse() : items;
  }

  /** The number of cases before the edge (null: none), and of all cases. */
  async counts(before: Edge | null): Promise<{ position: number; total: number }> {
    const parameters = new Parameters();
    const rows = await this.matching(parameters);
    const isBefore = before ? this.beyond(before, true, parameters) : '1 = 0';
    rows.select('COUNT(*)', 'total').addSelect(`SUM(CASE WHEN ${isBefore} THEN 1 ELSE 0 END)`, 'position');
    const counted = await rows.setParameters(parameters.values).getRawOne<{ total: unknown; position: unknown }>();
    return { total: Number(counted?.total ?? 0), position: Number(counted?.position ?? 0) };
  }

  private async matching(parameters: Parameters) {
    return matching(this.tx.createQueryBuilder(FeedbackRow, 'row'), await this.lookedUp, parameters);
  }

  /** The condition for cases after an edge, or before it. */
  private beyond(edge: Edge, goesBack: boolean, parameters: Parameters): string {
    const { sql, idsGo } = RANKS[this.order];
    const [rank, id] = [parameters.add(edge.rank), parameters.add(this.idOf(edge))];
    const ids = (idsGo === 'ASC') === goesBack ? '<' : '>';
    return `(${sql} ${goesBack ? '<' : '>'} :${rank} OR (${sql} = :${rank} AND row.id ${ids} :${id}))`;
  }

  private idOf({ id }: Edge): number {
    if (typeof id === 'number') return id;
    return (id === 'first') === (RANKS[this.order].idsGo === 'ASC') ? 0 : LAST_ID;
  }
}
