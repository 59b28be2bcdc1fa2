import type { Tx } from '../../src/db/transaction';
import type { Stores } from './stores';

type Statement = [sql: string, parameters: unknown[]];

/** The statements that a piece of work sends to the database. */
export async function statementsOf({ db }: Stores, work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const { logger } = db;
  const logQuery = (sql: string, parameters: unknown[] = []) => {
    if (/^(?:SELECT|UPDATE|DELETE)/.test(sql)) statements.push([sql, parameters]);
  };
  db.logger = Object.assign(Object.create(logger), { logQuery });
  await work().finally(() => {
    db.logger = logger;
  });
  return statements;
}

/** The steps of the database's plan that read a whole table. */
export async function walkedThrough(
  { db, dialect }: Stores,
  tx: Tx,
  sql: string,
  parameters: unknown[],
): Promise<string[]> {
  // The plan for ids that were just looked up says nothing.
  if (/WHERE\s+\(?["`]id["`] IN/.test(sql)) return [];
  if (dialect === 'sqlite') {
    const plan: { detail: string }[] = await tx.query(...asLookUp(sql, parameters));
    return plan.map(({ detail }) => detail).filter((detail) => /^SCAN/.test(detail));
  }
  const plan: { type: string; table: string; key: string | null }[] = await db.query(`EXPLAIN ${sql}`, parameters);
  return plan
    .filter(({ type }) => type === 'ALL' || type === 'index')
    .map(({ table, key, type }) => `${table}: ${type} ${key ?? 'no key'} for ${sql}`);
}

/** The embedded driver explains only statements that read; a change finds its rows like a look-up. */
function asLookUp(sql: string, parameters: unknown[]): Statement {
  const [, what, rest = ''] = /^(UPDATE .* SET .*? WHERE|DELETE FROM \S+ WHERE) (.*)$/.exec(sql) ?? [];
  if (what === undefined) return [`EXPLAIN QUERY PLAN ${sql}`, parameters];
  const table = /"\w+"/.exec(what)?.[0];
  const later = parameters.slice(what.split('?').length - 1);
  return [`EXPLAIN QUERY PLAN SELECT 1 FROM ${table} WHERE ${rest}`, later];
}
