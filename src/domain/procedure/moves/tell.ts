import { refuse } from '../../decision';
import type { Context } from '../../office';
import { leave } from '../course/course';
import { type Flow, flowOf, withDeed, withRecord } from '../course/flow';
import type { Asked, Line, ProcedureRecord } from '../record';
import type { EachStage } from '../stages';
import { missingIn } from '../values/form-values';
import { formValues } from './fill';
import { type Move, mine, notYours } from './move';

/** The stage goes on once no line is open; whoever has no open line left is no longer asked. */
function withLine(record: ProcedureRecord, index: number, line: Line, stage: EachStage, context: Context): Flow {
  const lines = record.lines.map((one, at) => (at === index ? line : one));
  const waits = (asked: Asked) => lines.some(({ state, personId }) => state === 'open' && personId === asked.personId);
  const flow = withRecord(flowOf(record), { lines, asked: record.asked.filter(waits) });
  return lines.some(({ state }) => state === 'open') ? flow : leave(flow, stage, context);
}

/** One linked record is done, such as one customer who was told. */
export const tell: Move<'tell'> = (record, command, context) => {
  const my = mine(record, command, context, ['each']);
  if ('ok' in my) return my;
  const { stage } = my;
  const line = record.lines[command.line];
  if (line?.state !== 'open') return refuse('line_done');
  if (line.personId !== my.asked.personId) return notYours(record);
  const values = { ...line.values, ...formValues(stage.form, command.values) };
  const missing = missingIn(stage.form, values);
  if (missing.length > 0) return refuse('missing_fields', { fields: missing });
  const { now, actor } = context;
  const told: Line = { ...line, values, state: 'done', by: actor.id, at: now };
  const done = withDeed(record, context, { what: stage.key, verdict: 'submit', insteadOf: my.asked.insteadOf });
  return { flow: withLine(done, command.line, told, stage, context), detail: { number: line.link.number } };
};

/** One linked record is passed over, such as a customer who no longer exists; why is kept. */
export const skipLine: Move<'tell_skip'> = (record, command, context) => {
  const my = mine(record, command, context, ['each']);
  if ('ok' in my) return my;
  const line = record.lines[command.line];
  if (line?.state !== 'open') return refuse('line_done');
  if (line.personId !== my.asked.personId) return notYours(record);
  if (command.reason === '') return refuse('missing_fields', { fields: ['reason'] });
  const { now, actor } = context;
  const skipped: Line = { ...line, state: 'skipped', by: actor.id, at: now, reason: command.reason };
  const detail = { number: line.link.number, reason: command.reason };
  return { flow: withLine(record, command.line, skipped, my.stage, context), detail };
};
