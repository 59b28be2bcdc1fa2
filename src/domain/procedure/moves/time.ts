import { refuse } from '../../decision';
import { person } from '../../messaging';
import type { Context } from '../../office';
import { chiefsOf } from '../../org/org';
import { holdersOf } from '../../org/positions';
import { flowOf, message, says } from '../course/flow';
import type { Extension, ProcedureRecord } from '../record';
import { type Move, type Moved, mine, stageMay } from './move';

/** Who must agree: the giver the first time, whoever stands above them from the second time on. */
function nodOf(record: ProcedureRecord, { org, actor }: Context, count: number): string | null {
  const { starterId } = record;
  const above = [...chiefsOf(org), ...holdersOf(org, 'gm')].find((id) => id !== starterId && id !== actor.id);
  const asked = count === 0 ? starterId : (above ?? starterId);
  return asked === actor.id ? null : asked;
}

function granted(record: ProcedureRecord, extension: Extension): ProcedureRecord {
  const { until, count } = extension;
  const asked = record.asked.map((one) => ({ ...one, dueAt: until }));
  return { ...record, asked, extension: { ...extension, count: count + 1, waitsFor: null }, remindedAt: null };
}

/** 延期: a later date for the stage. The giver's own counts at once. */
export const extend: Move<'extend'> = (record, command, context): Moved => {
  const my = mine(record, command, context, ['fill', 'each']);
  if ('ok' in my) return my;
  const { stage, asked } = my;
  const { until, reason } = command;
  const by = context.actor.id;
  if (!stageMay(stage, 'extend') || by === null) return refuse('not_allowed_here');
  if (until <= context.now || (asked.dueAt !== null && until <= asked.dueAt))
    return refuse('not_later', { dueAt: asked.dueAt });
  if (reason === '') return refuse('missing_fields', { fields: ['reason'] });
  if (record.extension?.waitsFor) return refuse('extension_waits', { names: [record.extension.waitsFor] });
  const count = record.extension?.count ?? 0;
  const waitsFor = nodOf(record, context, count);
  const extension: Extension = { until, reason, by, at: context.now, count, waitsFor };
  const detail = { until, reason };
  if (waitsFor === null) return { flow: flowOf(granted(record, extension)), detail };
  const ask = message('extension', person(waitsFor), { until, reason, by, asks: true });
  return { flow: says(flowOf({ ...record, extension }), ask), detail };
};

/** Agrees to an asked extension, or not. */
export const allowExtension: Move<'allow_extension'> = (record, command, { actor }) => {
  const { extension } = record;
  if (!extension?.waitsFor) return refuse('nothing_asked');
  if (extension.waitsFor !== actor.id) return refuse('not_yours', { names: [extension.waitsFor] });
  const { until, by } = extension;
  const next = command.allow ? granted(record, extension) : { ...record, extension: { ...extension, waitsFor: null } };
  const told = message(command.allow ? 'extension' : 'extension_refused', person(by), { until, by: actor.id });
  return { flow: says(flowOf(next), told), detail: { until, allow: command.allow } };
};
