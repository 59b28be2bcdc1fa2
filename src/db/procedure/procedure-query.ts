import { wordsIn } from '../../domain/feedback/search';
import type { Instant } from '../../domain/time';
import { MAX_IDS, Parameters, textHolds } from '../feedback-query';
import type { Tx } from '../transaction';
import { ProcedureSearchRow } from './procedure-row';

/** Which records a list holds; what is absent is not asked for. */
export interface ProcedureQuery {
  isOpen?: boolean;
  /** One of these must act now. */
  askedOf?: string[];
  /** One of these has to do with the record. */
  party?: string[];
  /** Only records that everybody of the office may see. */
  isPrivate?: false;
  procedure?: string;
  stage?: string;
  holderId?: string;
  dueBefore?: Instant;
  /** Words that must all be found. */
  words?: string;
  /** Ids below this one, for the next page. */
  before?: number;
  /** Only these ids. */
  ids?: number[];
}

/** The words of a search; a number may be written with its sign, as `#CAPA-2026-001`. */
const searchedWords = (words: string): string[] => wordsIn(words).map((word) => word.replace(/^#(?=.)/, ''));

/** The condition for a search text that holds all the words. */
const holdsAll = (words: string[], parameters: Parameters, isMysql: boolean): string =>
  words.map((word) => textHolds(parameters.add(word), isMysql)).join(' AND ');

/** The condition for records that ask one of these to act. */
export const isAskedOf = (parties: string[], parameters: Parameters): string =>
  `row.id IN (SELECT asked.recordId FROM procedure_asked asked WHERE asked.party IN (:...${parameters.add(parties)}))`;

/** The condition for records that one of these has to do with; `isOpen` absent: open or not. */
function isWith(parties: string[], isOpen: boolean | undefined, parameters: Parameters): string {
  const open = isOpen === undefined ? '' : ` AND party.isOpen = :${parameters.add(isOpen)}`;
  const names = parameters.add(parties);
  return `row.id IN (SELECT party.recordId FROM procedure_party party WHERE party.party IN (:...${names})${open})`;
}

/** The condition for records that answer the query; holds only the parts that the query asks for. */
function conditionOf(query: ProcedureQuery, parameters: Parameters, isMysql: boolean): string {
  const { isOpen, askedOf, party, isPrivate, procedure, stage, holderId, dueBefore, words = '', before, ids } = query;
  if ([askedOf, party, ids].some((list) => list?.length === 0)) return '1 = 0';
  const asked: string[] = [];
  const equals = (column: string, value: unknown) => {
    if (value !== undefined) asked.push(`row.${column} = :${parameters.add(value)}`);
  };
  // Who is asked of a record that has ended is nobody, and parties know whether theirs is open: a condition on the record
  // beside them would only tempt the databases to read all records that are open, or all that are closed.
  if (askedOf) asked.push(isAskedOf(askedOf, parameters));
  if (party) asked.push(isWith(party, isOpen, parameters));
  if (!askedOf && !party) equals('isOpen', isOpen);
  equals('isPrivate', isPrivate);
  equals('procedureName', procedure);
  equals('stage', stage);
  equals('holderId', holderId);
  if (dueBefore !== undefined) asked.push(`row.dueAt <= :${parameters.add(dueBefore)}`);
  if (before !== undefined) asked.push(`row.id < :${parameters.add(before)}`);
  if (ids) asked.push(`row.id IN (:...${parameters.add(ids)})`);
  const searched = searchedWords(words);
  if (searched.length > 0) {
    const looked = `looked.recordId = row.id AND ${holdsAll(searched, parameters, isMysql)}`;
    asked.push(`EXISTS (SELECT 1 FROM procedure_search looked WHERE ${looked})`);
  }
  return asked.join(' AND ') || '1 = 1';
}

/** The condition for records that answer at least one of the queries; no query: no record. */
export function anyOf(queries: ProcedureQuery[], parameters: Parameters, isMysql: boolean): string {
  const [first, ...others] = queries;
  const any = queries.map((query) => `(${conditionOf(query, parameters, isMysql)})`).join(' OR ');
  if (!first || others.length === 0) return any || '1 = 0';
  // What all of them ask for stands in front once more: MySQL uses no index for subqueries that are joined by OR.
  const { isOpen, ids } = first;
  const shared: ProcedureQuery = {
    ...(isOpen !== undefined && others.every((one) => one.isOpen === isOpen) ? { isOpen } : {}),
    ...(ids !== undefined && others.every((one) => one.ids === ids) ? { ids } : {}),
  };
  return `${conditionOf(shared, parameters, isMysql)} AND (${any})`;
}

/** True if an index finds the query's records before any text is read. */
const isNarrow = ({ askedOf, party, holderId }: ProcedureQuery): boolean =>
  [askedOf, party, holderId].some((one) => one !== undefined);

/**
 * Replaces the words of the queries, which are the same in all, by the ids of the few records that hold them. Returns the
 * queries unchanged if indexes find their records, or if very many records hold the words (ADR 021).
 */
export async function wordsLookedUp(tx: Tx, queries: ProcedureQuery[]): Promise<ProcedureQuery[]> {
  const words = searchedWords(queries[0]?.words ?? '');
  if (words.length === 0 || queries.every(isNarrow)) return queries;
  const parameters = new Parameters();
  const where = holdsAll(words, parameters, tx.connection.options.type === 'mysql');
  const found = await tx
    .createQueryBuilder(ProcedureSearchRow, 'looked')
    .select('looked.recordId')
    .where(where, parameters.values)
    .limit(MAX_IDS + 1)
    .getMany();
  if (found.length > MAX_IDS) return queries;
  const ids = found.map(({ recordId }) => recordId);
  return queries.map(({ words: _words, ...query }) => ({ ...query, ids }));
}
