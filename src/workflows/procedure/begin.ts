import type { Opened } from '../../domain/decision';
import type { Context } from '../../domain/office';
import { type Beginning, newRecord } from '../../domain/procedure/begin';
import { shiftMonth } from '../../domain/procedure/clock/dates';
import { plays } from '../../domain/procedure/course/who';
import { timed } from '../../domain/procedure/decide';
import type { Definition, Start } from '../../domain/procedure/definition';
import type { ProcedureRecord, Value, Values } from '../../domain/procedure/record';
import { writtenValue } from '../../domain/procedure/values/form-values';
import { normalised } from '../../domain/text/normalised-text';
import { dateOf } from '../../domain/time';
import { RECORD } from './name';

type ByPerson = Extract<Start, { kind: 'by' }>;

/** The way in which this person may begin a record by a word; null if there is none. */
export function startFor(definition: Definition, context: Context): ByPerson | null {
  const blank = blankRecord(definition, context);
  return (
    definition.start.find(
      (start): start is ByPerson => start.kind === 'by' && start.who.some((who) => plays(who, blank, context)),
    ) ?? null
  );
}

/** A record of which nothing is known but who begins it: rights to begin are asked of it. */
export function blankRecord(definition: Definition, { now, actor }: Context): ProcedureRecord {
  const id = actor.id ?? '';
  return {
    ...{
      id: 0,
      version: 1,
      nextReminderAt: null,
      definition,
      number: '',
      title: '',
      starterId: id,
      holderId: id,
      origin: null,
    },
    ...{ stage: '', isOpen: true, turn: 0, round: 1, values: {}, moments: {}, dueAt: null, asked: [], approval: null },
    ...{
      lines: [],
      deeds: [],
      parties: [],
      claims: {},
      extension: null,
      question: null,
      remindedAt: null,
      urgedAt: null,
    },
    ...{ parentId: null, parentField: null, parent: null, children: [], createdAt: now, endedAt: null },
  };
}

const MONTHS: Record<string, number> = { last_month: -1, this_month: 0, next_month: 1 };

/** The values that a way to begin fills in; `next_month` is counted from today. */
export function filledBy(definition: Definition, fill: Record<string, string>, { now, timeZone }: Context): Values {
  const month = dateOf(now, timeZone).slice(0, 7);
  const values = Object.entries(fill).flatMap(([key, text]): [string, Value][] => {
    const field = definition.fields[key];
    const months = MONTHS[text];
    if (!field) return [];
    const value = months === undefined ? writtenValue(field, text, timeZone) : shiftMonth(month, months);
    return value === null ? [] : [[key, value]];
  });
  return Object.fromEntries(values);
}

/** A record that is about to be stored, with its first card. */
export function begun(definition: Definition, beginning: Beginning): Opened & { workflow: string } {
  const { context } = beginning;
  const { record, notices } = newRecord(definition, beginning);
  const next = timed(record, context);
  const entry = { at: context.now, actorId: context.actor.id, what: 'begin', detail: { procedure: definition.name } };
  return { workflow: RECORD, next, entry, notices };
}

/** How a name must fit: it is the procedure's name, stands in it, or is all but the form's last words (审批表, 单). */
export function fits({ label, name }: Definition, typed: string, isWhole: boolean): boolean {
  const asked = normalised(typed);
  const names = [label.zh, label.en, name].map(normalised);
  if (asked === '') return false;
  return isWhole ? names.includes(asked) : names.some((one) => one.includes(asked));
}

/** The procedures that a typed name means: those called just so, else those in whose names it stands. */
export function namedBy(definitions: readonly Definition[], typed: string, isWhole: boolean): Definition[] {
  const exact = definitions.filter((one) => fits(one, typed, true));
  return exact.length > 0 || isWhole ? exact : definitions.filter((one) => fits(one, typed, false));
}
