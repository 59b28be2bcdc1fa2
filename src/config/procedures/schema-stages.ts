import { z } from 'zod';
import { ACTS } from '../../domain/procedure/stages';
import { list, mapping } from '../org-mappings';
import { moment } from './grammar/moments';
import { formField, label, name, sentence } from './grammar/names';
import { who } from './grammar/who';
import { duration, oneOf, timeOfDay, whole, yesOrNo } from './grammar/written';
import { alsoShort, calendarDays, condition, due, entriesOf, field, late, parts } from './schema-parts';

export const KINDS = ['fill', 'approve', 'wait', 'each', 'notify', 'outside', 'campaign'] as const;

const form = list(formField);

const way = mapping({
  when: condition.optional(),
  to: name,
  count: oneOf(['rounds']).optional(),
  again_after: duration.optional(),
});

/** The name of a stage or an end, or a list of ways. */
const next = alsoShort(
  z.preprocess((given) => (typeof given === 'string' ? [{ to: given }] : given), list(way)),
  { type: 'string' },
);

const step = mapping({
  key: name,
  name: label,
  who: parts,
  due: due.optional(),
  form: form.optional(),
  when: condition.optional(),
  sample: mapping({ share: whole(1, 100), at_least: whole(1, 1000).optional() }).optional(),
});

const ofEveryKind = {
  key: name,
  name: label,
  kind: oneOf(KINDS).optional(),
  due: due.optional(),
  opens: mapping({
    ...calendarDays,
    else: due.optional(),
    with: oneOf(['parent']).optional(),
    stage: name.optional(),
    but_not_before: due.optional(),
  }).optional(),
  ladder: name.optional(),
  skip: condition.optional(),
  next: next.optional(),
};

/** The entries that stages of a kind have beside those of every kind; the first line of each: what it cannot be without. */
export const OF_KIND = {
  fill: {
    needs: ['who'],
    has: [
      ...['who', 'claim', 'form', 'show', 'may', 'buttons', 'submit', 'needs_one', 'not_by', 'children'],
      ...['opens_record', 'approve_by', 'gate', 'bulk', 'group'],
    ],
  },
  approve: {
    needs: ['steps'],
    has: ['steps', 'together', 'return_to', 'on_reject', 'edit_voids', 'same_person', 'late', 'words'],
  },
  wait: { needs: ['until'], has: ['until'] },
  each: { needs: ['over', 'who', 'fields', 'form'], has: ['over', 'who', 'fields', 'form', 'group', 'again'] },
  notify: { needs: ['to'], has: ['to', 'receipt'] },
  outside: { needs: ['who', 'form'], has: ['who', 'form'] },
  campaign: { needs: ['items'], has: ['items', 'worklist', 'closes', 'progress'] },
} as const satisfies Record<(typeof KINDS)[number], { needs: readonly string[]; has: readonly string[] }>;

/** A stage of any kind: which entries its kind has, the checks know. */
export const stage = mapping({
  ...ofEveryKind,
  // fill, each, outside
  who: parts.optional(),
  form: form.optional(),
  // fill
  claim: yesOrNo.optional(),
  show: list(name).optional(),
  may: list(oneOf([...ACTS, 'claim'])).optional(),
  buttons: entriesOf(label).optional(),
  submit: label.optional(),
  needs_one: list(name).optional(),
  not_by: oneOf(['doers']).optional(),
  children: mapping({ of: name, field: name, at_least: whole(0, 1000).optional() }).optional(),
  opens_record: mapping({ of: name, copy: entriesOf(name).optional() }).optional(),
  approve_by: who.optional(),
  gate: mapping({ unless: mapping({ previous: name }), says: sentence }).optional(),
  bulk: yesOrNo.optional(),
  group: name.optional(),
  // approve
  steps: list(step).min(1, { error: 'must name at least one step' }).optional(),
  together: yesOrNo.optional(),
  return_to: name.optional(),
  on_reject: name.optional(),
  edit_voids: list(name).optional(),
  same_person: oneOf(['once', 'each']).optional(),
  late: late.optional(),
  words: mapping({ approve: label, return: label }).optional(),
  // wait
  until: mapping({ date: moment.optional(), children: name.optional(), all: name.optional() })
    .refine(({ date, children }) => (date === undefined) !== (children === undefined), 'must have date or children')
    .optional(),
  // each
  over: name.optional(),
  fields: entriesOf(field).optional(),
  again: mapping({ when: condition, items: name }).optional(),
  // notify
  to: parts.optional(),
  receipt: mapping({ due }).optional(),
  // campaign
  items: mapping({
    of: name,
    one_for: list(name).min(1, { error: 'must name at least one field' }),
    from: name,
    holder: name,
    keep_holder_of: name.optional(),
  }).optional(),
  worklist: mapping({ per: oneOf(['holder']).optional(), group: name.optional() }).optional(),
  closes: mapping({ when: oneOf(['all_ended']).optional(), or: due.optional(), by: parts.optional() }).optional(),
  progress: mapping({ to: who, at: timeOfDay, on: oneOf(['workdays', 'days']).optional() }).optional(),
}).meta({ id: 'stage' });
