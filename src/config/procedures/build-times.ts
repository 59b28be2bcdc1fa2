import { AppError } from '../../domain/errors';
import type { Condition, Due, Moment, Opening } from '../../domain/procedure/stages';
import { plainValue } from './build-fields';
import type { WrittenMoment } from './grammar/moments';
import { momentOf } from './meaning-of-moment';
import type { WrittenStage } from './schema';
import type { WrittenCondition, WrittenDue } from './schema-parts';
import type { Scope } from './scope';

/** Throws `config_invalid` if the procedure has no such moment, which the checks of a file rule out. */
export function momentIn(scope: Scope, written: WrittenMoment): Moment {
  const moment = momentOf(written, scope);
  if (typeof moment === 'string') throw new AppError('config_invalid', `${scope.name}: a moment ${moment}`);
  return moment;
}

/** The due date as the kit reads it; null for none. */
export function dueOf(scope: Scope, written: WrittenDue | undefined): Due | null {
  const moment = written?.after ?? written?.before;
  if (!written || !moment) return null;
  const { add = 0, unit = 'day', roll = null, at = null } = written;
  return {
    side: written.after ? 'after' : 'before',
    moment: momentIn(scope, moment),
    ...{ add, unit, roll, at },
    else: dueOf(scope, written.else),
  };
}

/** When the stage opens; null: as soon as it is entered. */
export function openingOf(scope: Scope, written: WrittenStage['opens']): Opening | null {
  if (!written) return null;
  return {
    after: dueOf(scope, written),
    withParent: written.with ? (written.stage ?? null) : null,
    notBefore: dueOf(scope, written.but_not_before),
  };
}

/** The condition as the kit reads it, about fields of these types; null for none. */
export function conditionOf(written: WrittenCondition | undefined, fields: Scope['fields']): Condition | null {
  return written ? readCondition(written, fields) : null;
}

function readCondition(written: WrittenCondition, fields: Scope['fields']): Condition {
  const { field = '', child, ended = '', button, any, all, over, set } = written;
  const inside = any ?? all;
  if (inside) return { kind: any ? 'any' : 'all', of: inside.map((one) => readCondition(one, fields)) };
  if (child !== undefined) return { kind: 'child', procedure: child, end: ended };
  if (button !== undefined) return { kind: 'button', button };
  if (over !== undefined) return { kind: 'over', field, amount: over };
  if (set !== undefined) return { kind: 'set', field, isSet: set };
  const values = written.is ?? written.in ?? [];
  return { kind: 'is', field, values: values.map((value) => plainValue(fields.get(field)?.type, value)) };
}
