import type { QueryRunner } from 'typeorm';
import type { openDatabase } from '../src/db/data-source';

type Database = Awaited<ReturnType<typeof openDatabase>>;

/** What happens in place of a COMMIT; `commit` is the COMMIT itself. */
export type CommitFault = (commit: () => Promise<unknown>, runner: QueryRunner) => Promise<unknown>;

/** The error of a COMMIT that the database refused, as the driver reports it. */
export const refusedCommit = (errno: number) => Object.assign(new Error('COMMIT refused'), { errno });

/**
 * From now on each COMMIT on these connections takes the next of `faults`, and then commits. Returns the ids of the
 * connections that were asked to commit.
 */
export function failCommits(db: Database, faults: CommitFault[]): number[] {
  const asked: number[] = [];
  const createQueryRunner = db.createQueryRunner.bind(db);
  db.createQueryRunner = (...args) => {
    const runner = createQueryRunner(...args);
    const query = runner.query.bind(runner) as (...asked: [string, ...unknown[]]) => Promise<unknown>;
    const failing = async (...statement: [string, ...unknown[]]) => {
      if (statement[0] !== 'COMMIT') return query(...statement);
      const [{ id }] = (await query('SELECT CONNECTION_ID() AS id')) as [{ id: number | string }];
      asked.push(Number(id));
      const fault = faults.shift();
      return fault ? fault(() => query('COMMIT'), runner) : query('COMMIT');
    };
    return Object.assign(runner, { query: failing });
  };
  return asked;
}
