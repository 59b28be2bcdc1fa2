import { type Feedback, OPEN_STATUSES } from '../domain/feedback/model';
import type { Instant } from '../domain/time';
import { type FeedbackQuery, matching, Parameters, wordsLookedUp } from './feedback-query';
import { FeedbackRow } from './feedback-row';
import type { Tx } from './transaction';

/** Drafts first, then what is due first, what has no deadline last; open ones first and of these the newest; the newest first. */
export type Order = 'due' | 'open_first' | 'newest';

/** Where a page begins or ends: not how many lie before it, so that new cases do not move what was already read. */
export interface Edge {
  rank: number;
  id: number;
}

export type From = { after: Edge } | { before: Edge } | null;

export interface Page {
  items: Feedback[];
  /** How many lie before the first item, and how many there are. */
  position: number;
  total: number;
}

/** Later than any deadline. */
const NEVER: Instant = 8_640_000_000_000_000;

const open = OPEN_STATUSES.map((status) => `'${status}'`).join(', ');

const RANKS: Record<Order, { sql: string; of: (feedback: Feedback) => number; idsGo: 'ASC' | 'DESC' }> = {
  // The clock of a draft has not begun, and its customer waits all the same: it ranks by when it was forwarded.
  due: {
    sql: `CASE WHEN row.status = 'draft' THEN row.createdAt ELSE COALESCE(row.dueAt, ${NEVER}) END`,
    of: ({ status, createdAt, dueAt }) => (status === 'draft' ? createdAt : (dueAt ?? NEVER)),
    idsGo: 'ASC',
  },
  open_first: {
    sql: `CASE WHEN row.status IN (${open}) THEN 0 ELSE 1 END`,
    of: ({ status }) => (OPEN_STATUSES.includes(status) ? 0 : 1),
    idsGo: 'DESC',
  },
  newest: { sql: '0', of: () => 0, idsGo: 'DESC' },
};

export function edgeOf(feedback: Feedback, order: Order): Edge {
  return { rank: RANKS[order].of(feedback), id: feedback.id };
}

/** Records page by page, by what they are sorted by. */
export class FeedbackPages {
  constructor(
    private readonly tx: Tx,
    /** Records that answer one of these. */
    private queries: FeedbackQuery[],
    private readonly order: Order,
    private readonly length: number,
  ) {}

  /** The page after or before an edge; the first where nothing is named, or where less than a page lies before it. */
  async page(from: From): Promise<Page> {
    this.queries = await wordsLookedUp(this.tx, this.queries);
    const items = await this.itemsFrom(from);
    const [first] = items;
    return { items, ...(await this.counts(first ? edgeOf(first, this.order) : null)) };
  }

  private async itemsFrom(from: From): Promise<Feedback[]> {
    if (from === null) return this.items(null);
    if ('before' in from) {
      const items = await this.items(from);
      return items.length < this.length ? this.items(null) : items;
    }
    const items = await this.items(from);
    if (items.length > 0) return items;
    // What came after is gone by now: back to what came before.
    return this.itemsFrom({ before: from.after });
  }

  private async items(from: From): Promise<Feedback[]> {
    const goesBack = from !== null && 'before' in from;
    const { sql, idsGo } = RANKS[this.order];
    const parameters = new Parameters();
    const rows = matching(this.tx.createQueryBuilder(FeedbackRow, 'row'), this.queries, parameters);
    if (from) rows.andWhere(this.beyond('before' in from ? from.before : from.after, goesBack, parameters));
    const turned = idsGo === 'ASC' ? 'DESC' : 'ASC';
    rows.addSelect(sql, 'sorted').orderBy('sorted', goesBack ? 'DESC' : 'ASC');
    rows
      .addOrderBy('row.id', goesBack ? turned : idsGo)
      .limit(this.length)
      .setParameters(parameters.values);
    const items = (await rows.getMany()).map((row): Feedback => ({ ...row }));
    return goesBack ? items.reverse() : items;
  }

  /** What lies after an edge, or before it. */
  private beyond({ rank, id }: Edge, goesBack: boolean, parameters: Parameters): string {
    const { sql, idsGo } = RANKS[this.order];
    const [rankName, idName] = [parameters.add(rank), parameters.add(id)];
    const ids = (idsGo === 'ASC') === goesBack ? '<' : '>';
    return `(${sql} ${goesBack ? '<' : '>'} :${rankName} OR (${sql} = :${rankName} AND row.id ${ids} :${idName}))`;
  }

  private async counts(first: Edge | null): Promise<{ position: number; total: number }> {
    const parameters = new Parameters();
    const rows = matching(this.tx.createQueryBuilder(FeedbackRow, 'row'), this.queries, parameters);
    const before = first ? this.beyond(first, true, parameters) : '1 = 0';
    rows.select('COUNT(*)', 'total').addSelect(`SUM(CASE WHEN ${before} THEN 1 ELSE 0 END)`, 'position');
    const counted = await rows.setParameters(parameters.values).getRawOne<{ total: unknown; position: unknown }>();
    return { total: Number(counted?.total ?? 0), position: Number(counted?.position ?? 0) };
  }
}
