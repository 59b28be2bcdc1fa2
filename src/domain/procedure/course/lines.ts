import type { Context } from '../../office';
import { routersOf } from '../../who';
import type { Line, ProcedureRecord, RecordLink, Values } from '../record';
import type { EachStage } from '../stages';

/** The linked records of a field. */
export function linksIn({ values }: Pick<ProcedureRecord, 'values'>, field: string): RecordLink[] {
  const value = values[field];
  return Array.isArray(value)
    ? value.filter((one): one is RecordLink => typeof one === 'object' && 'workflow' in one)
    : [];
}

/**
 * A line for each linked record, with whoever looks after it; a record that nobody looks after goes to the clerks. The
 * words for customers that the record holds are what each line begins with.
 */
export function linesOf(stage: EachStage, record: ProcedureRecord, { org }: Context): Line[] {
  const wording = record.values.customer_text;
  const begins: Values =
    typeof wording === 'string' && 'told_customer' in stage.fields ? { told_customer: wording } : {};
  return linksIn(record, stage.over).map((link) => ({
    link,
    personId: link.repId ?? routersOf(org)[0] ?? null,
    values: begins,
    ...{ state: 'open', by: null, at: null, reason: '' },
  }));
}
