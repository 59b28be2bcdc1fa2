import type { Tx } from '../../db/transaction';
import type { Opened } from '../../domain/decision';
import { person } from '../../domain/messaging';
import type { Context, Office } from '../../domain/office';
import { chiefsOf } from '../../domain/org/org';
import { latestSlot, nextSlot } from '../../domain/procedure/clock/recurrence';
import { partOf } from '../../domain/procedure/course/who';
import type { Definition, Start } from '../../domain/procedure/definition';
import type { Values } from '../../domain/procedure/record';
import { dateOf } from '../../domain/time';
import type { Moment } from '../../engine/workflow';
import { begun, blankRecord, filledBy } from './begin';

type Every = Extract<Start, { kind: 'every' }>;
export type RegisterName = NonNullable<Every['forEach']>;

/** The names of a register's entries that are in use on a date. */
export type NamesIn = (tx: Tx, register: RegisterName, date: string) => Promise<string[]>;

export interface ScheduleParts {
  definitions: readonly Definition[];
  office: () => Office;
  namesIn: NamesIn;
}

/**
 * The moments at which records begin by themselves, one for each `every` of a definition. A slot is served once,
 * whatever number of processes run, and late if none ran when it came.
 */
export function scheduleOf({ definitions, office, namesIn }: ScheduleParts): Moment[] {
  return definitions.flatMap((definition) =>
    definition.start.flatMap((start, index): Moment[] =>
      start.kind === 'every' ? [momentOf(definition, start, { index, office, namesIn })] : [],
    ),
  );
}

function momentOf(
  definition: Definition,
  start: Every,
  { index, office, namesIn }: { index: number } & Omit<ScheduleParts, 'definitions'>,
): Moment {
  const isOff = () => office().org.proceduresOff?.includes(definition.name) ?? false;
  return {
    name: `begin_${definition.name}_${index}`,
    slot: (now) => latestSlot(start.every, now, office()),
    nextSlot: (now) => nextSlot(start.every, now, office()),
    notices: async () => (isOff() ? [] : nobodyIn(definition, start, office())),
    opens: async (tx, slot, context) => (isOff() ? [] : opened(tx, definition, start, { slot, context, namesIn })),
  };
}

function giveTo(definition: Definition, start: Every, context: Context): string | null {
  const blank = blankRecord(definition, context);
  return partOf(start.giveTo, blank, { office: context, now: context.now })?.personId ?? null;
}

/** Nobody holds the position to which the records would be given: the admins hear of it. */
function nobodyIn(definition: Definition, start: Every, office: Office) {
  const context = { ...office, now: 0, actor: { id: null, chatId: null } };
  if (giveTo(definition, start, context) !== null) return [];
  const admins = office.org.admins.length > 0 ? office.org.admins : chiefsOf(office.org);
  const params = { procedure: definition.label.zh, name: definition.name };
  return admins.map((id) => ({ kind: 'message' as const, name: 'nobody_to_begin', to: person(id), params }));
}

interface Serving {
  slot: number;
  context: Context;
  namesIn: NamesIn;
}

async function opened(
  tx: Tx,
  definition: Definition,
  start: Every,
  { slot, context, namesIn }: Serving,
): Promise<(Opened & { workflow: string })[]> {
  const starterId = giveTo(definition, start, context);
  if (starterId === null) return [];
  // What is filled in belongs to the slot, also if it is served late.
  const filled = filledBy(definition, start.fill, { ...context, now: slot });
  const each = await valuesForEach(tx, definition, start, { slot, context, namesIn });
  return each.map((values) =>
    begun(definition, { starterId, values: { ...filled, ...values }, origin: null, context }),
  );
}

async function valuesForEach(
  tx: Tx,
  { fields }: Definition,
  { forEach }: Every,
  { slot, context, namesIn }: Serving,
): Promise<Values[]> {
  const field = Object.values(fields).find(({ type }) => type === forEach);
  if (forEach === null || !field) return [{}];
  const names = await namesIn(tx, forEach, dateOf(slot, context.timeZone));
  return names.map((name) => ({ [field.key]: name }));
}
