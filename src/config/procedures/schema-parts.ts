import { z } from 'zod';
import { FIELD_TYPES } from '../../domain/procedure/definition';
import type { Unit } from '../../domain/procedure/stages';
import type { TimeOfDay } from '../../domain/time';
import { list, mapping } from '../org-mappings';
import { COLUMN_TYPES, columnInShort } from './grammar/columns';
import { computed } from './grammar/computed';
import { moment, type WrittenMoment } from './grammar/moments';
import { label, name } from './grammar/names';
import { who } from './grammar/who';
import { amount, anyText, type EditorShape, editorShapes, oneOf, timeOfDay, whole, yesOrNo } from './grammar/written';

/** One item, or a list of them. */
export function some<T extends z.ZodType>(item: T) {
  const asList = (given: unknown) => (given === undefined || Array.isArray(given) ? given : [given]);
  const error = ({ input }: { input?: unknown }) => (input === undefined ? 'is missing' : 'must be a list');
  return z.preprocess(asList, z.array(item, { error }).min(1, { error: 'must name at least one' }));
}

/** A part, or a list of them: any of them may act. */
export const parts = alsoShort(some(who), { type: 'string' });

/** Entries of any name, each of this shape. */
export function entriesOf<T extends z.ZodType>(entry: T) {
  const error = ({ input }: { input?: unknown }) => (input === undefined ? 'is missing' : 'must be a mapping of names');
  return z.record(z.string(), entry, { error });
}

/** `schema`, which a text may stand for in short: an editor is told of both. */
export function alsoShort<T extends z.ZodType>(schema: T, short: EditorShape): T {
  editorShapes.add(schema, { short });
  return schema;
}

/** How a day is counted from a moment. */
export const calendarDays = {
  after: moment.optional(),
  before: moment.optional(),
  add: whole(0, 3660).optional(),
  unit: oneOf(['day', 'workday']).optional(),
  roll: oneOf(['previous_workday', 'next_workday']).optional(),
  at: timeOfDay.optional(),
};

const isCountedFromOne = ({ after, before }: { after?: unknown; before?: unknown }) =>
  (after === undefined) !== (before === undefined);
const FROM_ONE = 'must have after or before, one of the two';

export interface WrittenDue {
  after?: WrittenMoment | undefined;
  before?: WrittenMoment | undefined;
  add?: number | undefined;
  unit?: Unit | undefined;
  roll?: 'previous_workday' | 'next_workday' | undefined;
  at?: TimeOfDay | undefined;
  else?: WrittenDue | undefined;
}

/** A due date. */
export const due: z.ZodType<WrittenDue> = mapping({
  ...calendarDays,
  get else() {
    return due.optional();
  },
})
  .refine(isCountedFromOne, FROM_ONE)
  .meta({ id: 'due' });

/** Until when a stage must be done, and who hears if it is not. */
export const late = mapping({ ...calendarDays, to: parts }).refine(isCountedFromOne, FROM_ONE);

const SHAPES = '{field, is | in | over | set}, {child, ended}, {button}, {any: […]} or {all: […]}';
const count = (values: unknown[]) => values.filter((value) => value !== undefined).length;

export interface WrittenCondition {
  field?: string | undefined;
  is?: string[] | undefined;
  in?: string[] | undefined;
  over?: number | undefined;
  set?: boolean | undefined;
  needs?: string | undefined;
  child?: string | undefined;
  ended?: string | undefined;
  button?: string | undefined;
  any?: WrittenCondition[] | undefined;
  all?: WrittenCondition[] | undefined;
}

/** A condition: exactly one of its shapes. `needs` counts in `next` only. */
export const condition: z.ZodType<WrittenCondition> = mapping({
  field: name.optional(),
  is: alsoShort(some(anyText), { type: ['string', 'number', 'boolean'] }).optional(),
  in: list(anyText).optional(),
  over: amount.optional(),
  set: yesOrNo.optional(),
  needs: name.optional(),
  child: name.optional(),
  ended: name.optional(),
  button: name.optional(),
  get any() {
    return list(condition).optional();
  },
  get all() {
    return list(condition).optional();
  },
})
  .refine(
    ({ field, child, button, any, all, ended, ...tests }) =>
      count([field, child, button, any, all]) === 1 &&
      count([tests.is, tests.in, tests.over, tests.set]) === (field === undefined ? 0 : 1) &&
      (child === undefined) === (ended === undefined),
    `must be one of ${SHAPES}`,
  )
  .meta({ id: 'condition' });

const choices = entriesOf(label).meta({ id: 'choices' });

const column = z.preprocess(
  (given) => (typeof given === 'string' ? columnInShort(given) : given),
  mapping({ label: label.optional(), type: oneOf(COLUMN_TYPES).optional(), choices: choices.optional() }),
);

/** A field: what people see of it and what may stand in it. */
export const field = mapping({
  label,
  type: oneOf(FIELD_TYPES),
  choices: choices.optional(),
  default: anyText.optional(),
  columns: entriesOf(alsoShort(column, { type: 'string' })).optional(),
  from: name.optional(),
  by: list(oneOf(['paste', 'xlsx', 'add'])).optional(),
  of: name.optional(),
  private: yesOrNo.optional(),
  computed: computed.optional(),
}).meta({ id: 'field' });
