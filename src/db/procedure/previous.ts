import type { ProcedureRecord } from '../../domain/procedure/record';
import type { Tx } from '../transaction';
import { ProcedureRow, ProcedureValueRow } from './procedure-row';
import { lookedUpText } from './record-indexes';

/** What two records of one procedure must share to be one after the other. */
const KEYS: ReadonlySet<string> = new Set(['project', 'customer', 'product']);

/**
 * The record before this one, for the gate of its definition: of the same project, customer or product, and of an earlier
 * month where records have one, else begun earlier. Records that came to nothing do not count. Null if there is none, and
 * while this record does not say which project, customer, product or month it is of.
 */
export async function previousOf(
  tx: Tx,
  { id, definition, values }: ProcedureRecord,
): Promise<{ number: string; end: string | null } | null> {
  const fields = Object.values(definition.fields);
  const key = fields.find(({ type }) => KEYS.has(type))?.key;
  const month = fields.find(({ type }) => type === 'month')?.key;
  if ([key, month].some((field) => field !== undefined && typeof values[field] !== 'string')) return null;
  const query = tx
    .createQueryBuilder(ProcedureRow, 'row')
    .where('row.procedureName = :procedure AND row.id <> :id', { procedure: definition.name, id })
    .andWhere('row.number IS NOT NULL AND row.stage NOT IN (:...nothing)', { nothing: ['void', 'rejected'] });
  if (key !== undefined) {
    const same = 'same.recordId = row.id AND same.field = :key AND same.text = :value';
    query.innerJoin(ProcedureValueRow, 'same', same, { key, value: lookedUpText(values[key]) });
  }
  if (month === undefined) {
    query.andWhere('row.id < :id');
  } else {
    const earlier = 'earlier.recordId = row.id AND earlier.field = :month AND earlier.text < :than';
    query.innerJoin(ProcedureValueRow, 'earlier', earlier, { month, than: values[month] });
    query.orderBy('earlier.text', 'DESC');
  }
  const found = await query.addOrderBy('row.id', 'DESC').limit(1).getOne();
  return found && { number: found.number ?? '', end: found.isOpen ? null : found.stage };
}
