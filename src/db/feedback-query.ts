import { Brackets, In, type ObjectLiteral, type SelectQueryBuilder, type WhereExpressionBuilder } from 'typeorm';
import type { Feedback, Source, Status } from '../domain/feedback/model';
import { idNamedBy, wordsIn } from '../domain/feedback/search';
import type { Instant } from '../domain/time';
import { FeedbackJoinedRow, type FeedbackRow, FeedbackSearchRow } from './feedback-row';
import type { Tx } from './transaction';

export interface FeedbackQuery {
  status?: Status[];
  department?: string;
  repId?: string;
  claimedBy?: string;
  answeredBy?: string;
  /** Only cases that have hung in their department's group. */
  assigned?: true;
  /** Only extended cases whose customer has had no interim reply yet. */
  withoutInterim?: true;
  /** The deadline is this moment or before. */
  dueBefore?: Instant;
  /** Opened at this moment or later. */
  createdFrom?: Instant;
  /** Submitted in [from, to). */
  submittedFrom?: Instant;
  submittedTo?: Instant;
  /** Words that must all be found in the texts of the record, or the record's number. */
  words?: string;
  /** Ids below this one, for the next page. */
  before?: number;
  /** Only these ids. */
  ids?: number[];
}

/** What a record's messages were when they were read; `joined`: some of them are rows of their own. */
export interface ReadSources {
  all: ReadonlySet<Source>;
  joined: boolean;
}

/** By each message as it was read, so that a save knows which ones are new. */
const readWith = new WeakMap<Source, ReadSources>();

/** What was read together with these messages; null if none of them is as it was read. */
export function readBefore(sources: Source[]): ReadSources | null {
  for (const source of sources) {
    const read = readWith.get(source);
    if (read) return read;
  }
  return null;
}

/** The records in these rows, with the messages that have joined them. */
export async function recordsOf(tx: Tx, rows: FeedbackRow[]): Promise<Feedback[]> {
  const growing = rows.filter(({ refillAt }) => refillAt !== null).map(({ id }) => id);
  const joined =
    growing.length === 0
      ? []
      : await tx.find(FeedbackJoinedRow, { where: { feedbackId: In(growing) }, order: { id: 'ASC' } });
  return rows.map(({ deadlineAt: _computed, ...record }) => {
    const more = joined.filter(({ feedbackId }) => feedbackId === record.id).map(({ source }) => source);
    const sources =
      more.length === 0 ? record.sources : [...record.sources, ...more].sort((a, b) => a.sentAt - b.sentAt);
    const read = { all: new Set(sources), joined: more.length > 0 };
    for (const source of sources) readWith.set(source, read);
    return { ...record, sources };
  });
}

/** Parameters under names that are unique within one statement. */
export class Parameters {
  private count = 0;
  readonly values: ObjectLiteral = {};

  add(value: unknown): string {
    this.count += 1;
    const name = `p${this.count}`;
    this.values[name] = value;
    return name;
  }
}

type Condition = [field: keyof FeedbackQuery, sql: (name: string) => string];

const CONDITIONS: Condition[] = [
  ['status', (name) => `row.status IN (:...${name})`],
  ['department', (name) => `row.department = :${name}`],
  ['repId', (name) => `row.repId = :${name}`],
  ['claimedBy', (name) => `row.claimedBy = :${name}`],
  ['answeredBy', (name) => `row.answeredBy = :${name}`],
  ['dueBefore', (name) => `row.deadlineAt <= :${name}`],
  ['createdFrom', (name) => `row.createdAt >= :${name}`],
  ['submittedFrom', (name) => `row.submittedAt >= :${name}`],
  ['submittedTo', (name) => `row.submittedAt < :${name}`],
  ['before', (name) => `row.id < :${name}`],
  ['ids', (name) => `row.id IN (:...${name})`],
];

/** The condition for records that answer the query; holds only the parts that the query asks for. */
export function queryWhere(query: FeedbackQuery, parameters: Parameters): string {
  const asked = CONDITIONS.flatMap(([field, sql]) => {
    const value = query[field];
    return value === undefined ? [] : [sql(parameters.add(value))];
  });
  if (query.ids?.length === 0) return '1 = 0';
  if (query.assigned) asked.push('row.assignedAt IS NOT NULL');
  if (query.withoutInterim) asked.push('row.extension IS NOT NULL AND row.interimAt IS NULL');
  // A condition that is always true would keep the databases from using one index per query.
  return asked.length === 0 ? '1 = 1' : asked.join(' AND ');
}

/**
 * The condition for a search text that holds the word of this parameter. Comparing bytes is several times as fast on MySQL
 * as comparing characters (ADR 021), and the table `looked` holds nothing else.
 */
export const textHolds = (name: string, isMysql: boolean): string =>
  isMysql ? `LOCATE(CAST(:${name} AS BINARY), CAST(looked.text AS BINARY)) > 0` : `INSTR(looked.text, :${name}) > 0`;

/** The condition for records whose text holds all the words. */
function wordsWhere(words: string, parameters: Parameters, isMysql: boolean): string {
  return wordsIn(words)
    .map((word) => {
      const id = idNamedBy(word);
      const inText = textHolds(parameters.add(word), isMysql);
      return id === null ? inText : `(${inText} OR looked.feedbackId = :${parameters.add(id)})`;
    })
    .join(' AND ');
}

/**
 * Adds the condition that a record answers at least one query (no query: no record) and holds the `words` of the first
 * query.
 */
export function matching<R extends ObjectLiteral>(
  found: SelectQueryBuilder<R>,
  queries: FeedbackQuery[],
  parameters = new Parameters(),
): SelectQueryBuilder<R> {
  const words = queries[0]?.words ?? '';
  const anyOf = (where: WhereExpressionBuilder) => {
    for (const query of queries) where.orWhere(queryWhere(query, parameters));
  };
  found.where(queries.length === 0 ? '1 = 0' : new Brackets(anyOf));
  const isMysql = found.connection.options.type === 'mysql';
  const searched = wordsWhere(words, parameters, isMysql);
  if (searched !== '') {
    found.innerJoin(FeedbackSearchRow, 'looked', 'looked.feedbackId = row.id').andWhere(searched);
  }
  return found.setParameters(parameters.values);
}

/** If more records than this hold the words, a search is likely to find enough of them near the top. */
export const MAX_IDS = 2000;

/** True if an index finds the query's records before any text is read. */
const isNarrow = ({ repId, claimedBy, answeredBy, department }: FeedbackQuery) =>
  [repId, claimedBy, answeredBy, department].some((key) => key !== undefined);

/**
 * Replaces the words of the queries by the ids of the few records that hold the words. Returns the queries unchanged if
 * an index finds their records, or if very many records hold the words. Reading the text record by record costs several
 * times as much (ADR 021).
 */
export async function wordsLookedUp(tx: Tx, queries: FeedbackQuery[]): Promise<FeedbackQuery[]> {
  const words = queries[0]?.words ?? '';
  if (wordsIn(words).length === 0 || queries.every(isNarrow)) return queries;
  const parameters = new Parameters();
  const where = wordsWhere(words, parameters, tx.connection.options.type === 'mysql');
  const found = await tx
    .createQueryBuilder(FeedbackSearchRow, 'looked')
    .select('looked.feedbackId')
    .where(where, parameters.values)
    .limit(MAX_IDS + 1)
    .getMany();
  if (found.length > MAX_IDS) return queries;
  const ids = found.map(({ feedbackId }) => feedbackId);
  return queries.map(({ words: _words, ...query }) => ({ ...query, ids }));
}
