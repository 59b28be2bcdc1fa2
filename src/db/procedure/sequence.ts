import type { Tx } from '../transaction';
import { ProcedureSequenceRow } from './procedure-row';

/**
 * The next count of this prefix, from 1 on. The row stays locked until the transaction ends, so counts have no gaps: one
 * that was undone is given again.
 */
export async function nextInSequence(tx: Tx, prefix: string): Promise<number> {
  const isMysql = tx.connection.options.type === 'mysql';
  await tx.query(
    isMysql
      ? 'INSERT INTO procedure_sequence (prefix, last) VALUES (?, 1) ON DUPLICATE KEY UPDATE last = last + 1'
      : 'INSERT INTO procedure_sequence (prefix, last) VALUES (?, 1) ON CONFLICT (prefix) DO UPDATE SET last = last + 1',
    [prefix],
  );
  const { last } = await tx.findOneByOrFail(ProcedureSequenceRow, { prefix });
  return last;
}
