import { z } from 'zod';
import { list, mapping } from '../org-mappings';
import { label, name, templateName } from './grammar/names';
import { pattern } from './grammar/patterns';
import { who } from './grammar/who';
import { anyText, duration, oneOf, timeOfDay, whole, written, yesOrNo } from './grammar/written';
import { entriesOf, field, parts } from './schema-parts';
import { stage } from './schema-stages';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** `12-01` → [12, 1]; null for a day that no year has. */
const dayOfYear = written((text) => {
  const [, month = '', day = ''] = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(text) ?? [];
  const longest = [4, 6, 9, 11].includes(Number(month)) ? 30 : Number(month) === 2 ? 29 : 31;
  return month !== '' && Number(day) <= longest ? { month: Number(month), day: Number(day) } : null;
}, 'a day such as "12-01"');

const weekday = written(
  (text) => {
    const index = (WEEKDAYS as readonly string[]).indexOf(text);
    return index < 0 ? null : index + 1;
  },
  `one of ${WEEKDAYS.join(', ')}`,
  { enum: [...WEEKDAYS] },
);

const every = mapping({
  month: whole(1, 31).optional(),
  quarter: whole(1, 31).optional(),
  year: dayOfYear.optional(),
  week: weekday.optional(),
  roll: oneOf(['previous_workday', 'next_workday', 'none']).optional(),
  at: timeOfDay.optional(),
}).refine(
  ({ month, quarter, year, week }) => [month, quarter, year, week].filter((one) => one !== undefined).length === 1,
  'must have month, quarter, year or week, one of them',
);

const start = mapping({
  by: parts.optional(),
  from: list(name).optional(),
  copy: entriesOf(name).optional(),
  fill: entriesOf(anyText).optional(),
  every: every.optional(),
  for_each: oneOf(['customer', 'product', 'project']).optional(),
  give_to: who.optional(),
  after: mapping({
    of: name,
    ended: name,
    add: whole(0, 3660).optional(),
    unit: oneOf(['day', 'workday']).optional(),
  }).optional(),
  propose_to: who.optional(),
  when: mapping({ count: name, same: list(name), at_least: whole(1, 1000), within: duration }).optional(),
}).refine(
  ({ by, every, after, propose_to }) => [by, every, after, propose_to].filter((one) => one !== undefined).length === 1,
  'must have by, every, after or propose_to, one of them',
);

const figure = z.looseObject(
  { name: label },
  { error: ({ input }) => (input === undefined ? 'is missing' : 'must be a mapping of name, a measure and more') },
);

/** What a procedure and its subprocedures have in common. */
const life = {
  name: label,
  ladder: name.optional(),
  fields: entriesOf(field),
  stages: list(stage).min(1, { error: 'must name at least one stage' }),
  ends: entriesOf(label),
  void: mapping({ by: parts, reason: yesOrNo.optional(), until: name.optional() }).optional(),
  correct: mapping({
    until: written(
      (text) => (/^(?:parent\.)?[a-z][a-z0-9_]{0,49}$/.test(text) ? text : null),
      'the name of a stage, with parent. in front of it if it is one of the parent',
    ),
    by: parts.optional(),
  }).optional(),
};

const subprocedure = mapping({ ...life, number: pattern.optional(), title: pattern.optional() });

const plainName = written(
  (text) => (/^[\p{L}\p{N}][\p{L}\p{N} ./_-]{0,49}$/u.test(text) ? text : null),
  "a form's number such as QR-10.2-01/A0",
);

/** A whole file: one procedure. */
export const definitionShape = mapping({
  procedure: name,
  version: whole(1, 9999),
  ...life,
  number: pattern,
  title: pattern,
  edition: plainName.optional(),
  start: list(start).optional(),
  subprocedures: entriesOf(subprocedure).optional(),
  document: mapping({
    template: templateName,
    of: list(oneOf(['all'])).optional(),
    signatures: list(
      written(
        (text) => (/^[a-z][a-z0-9_]*(?:\.(?:\*|[a-z][a-z0-9_]*))?$/.test(text) ? text : null),
        'a stage, a step such as review.gm, or all steps: review.*',
      ),
    ).optional(),
    sheets: list(name).optional(),
    words: label.optional(),
  }).optional(),
  figures: entriesOf(figure).optional(),
});

export type WrittenDefinition = z.output<typeof definitionShape>;
export type WrittenSubprocedure = z.output<typeof subprocedure>;
export type WrittenLife = Pick<WrittenDefinition, keyof typeof life> & { number?: string; title?: string };
export type WrittenStage = z.output<typeof stage>;
export type WrittenField = z.output<typeof field>;
export type WrittenStart = z.output<typeof start>;
