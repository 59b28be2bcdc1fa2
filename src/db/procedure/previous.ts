import type { ProcedureRecord } from '../../domain/procedure/record';
import type { Tx } from '../transaction';
import { ProcedureRow, ProcedureValueRow } from './procedure-row';

/** What two records of one procedure must share to be one after the other. */
const KEYS: ReadonlySet<string> = new Set(['project', 'customer', 'product']);

/**
 * The record before this one, for the gate of its definition: of the same project, customer or product, and of an earlier
 * month where records have one. Records that came to nothing do not count. Null if there is none.
 */
export async function previousOf(
  tx: Tx,
  record: ProcedureRecord,
): Promise<{ number: string; end: string | null } | null> {
  const { id, definition, values } = record;
  const fields = Object.values(definition.fields);
  const key = fields.find(({ type }) => KEYS.has(type))?.key;
  const month = fields.find(({ type }) => type === 'month')?.key;
  const query = tx
    .createQueryBuilder(ProcedureRow, 'row')
    .where('row.procedureName = :procedure AND row.id <> :id', { procedure: definition.name, id })
    .andWhere('row.number IS NOT NULL AND row.stage NOT IN (:...nothing)', { nothing: ['void', 'rejected'] });
  if (key !== undefined && typeof values[key] === 'string') {
    query.innerJoin(ProcedureValueRow, 'same', 'same.recordId = row.id AND same.field = :key AND same.text = :value', {
      key,
      value: values[key],
    });
  }
  if (month !== undefined && typeof values[month] === 'string') {
    query
      .innerJoin(
        ProcedureValueRow,
        'earlier',
        'earlier.recordId = row.id AND earlier.field = :month AND earlier.text < :than',
        {
          month,
          than: values[month],
        },
      )
      .orderBy('earlier.text', 'DESC');
  }
  const found = await query.addOrderBy('row.id', 'DESC').limit(1).getOne();
  return found && { number: found.number ?? '', end: found.isOpen ? null : found.stage };
}
