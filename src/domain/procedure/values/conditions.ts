import type { ProcedureRecord, Value } from '../record';
import type { Condition } from '../stages';
import { allValues } from './computed';
import { isEmpty } from './form-values';

/** The button that was tapped, beside what the record holds. */
export interface Facts {
  button: string | null;
}

const NOTHING: Facts = { button: null };

/** A choice's key, or yes and no, as a definition writes them. */
function writtenAs(value: Value | undefined): string | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** Whether a definition's condition holds for the record now; what is not known holds for nothing. */
export function holds(condition: Condition, record: ProcedureRecord, facts: Facts = NOTHING): boolean {
  const values = allValues(record);
  switch (condition.kind) {
    case 'is': {
      const value = values[condition.field];
      const said = Array.isArray(value) ? value.map(String) : [writtenAs(value)];
      return said.some((one) => one !== null && condition.values.includes(one));
    }
    case 'over': {
      const value = values[condition.field];
      return typeof value === 'number' && value > condition.amount;
    }
    case 'set':
      return isEmpty(values[condition.field]) !== condition.isSet;
    case 'child':
      return record.children.some(
        ({ procedure, isOpen, stage }) => procedure === condition.procedure && !isOpen && stage === condition.end,
      );
    case 'button':
      return facts.button === condition.button;
    case 'any':
      return condition.of.some((one) => holds(one, record, facts));
    case 'all':
      return condition.of.every((one) => holds(one, record, facts));
  }
}
