import type { JsonObject } from '../../../src/domain/messaging';
import { stageOf } from '../../../src/domain/procedure/definition';
import { departmentName, personName } from '../../kit/names';
import { oneLine } from '../../kit/plain-text';
import { isPast } from '../../kit/time-left';
import type { ProcedureFacts } from '../../texts/procedure-facts';
import { everybodyAsked } from '../parts/sections';
import { personIn } from '../people';
import { askedName, dueOf, type View } from '../record-frame';
import { dueDay } from '../words/due';
import { bare, labelText, stageName } from '../words/labels';
import { numberIn, textIn } from '../words/params';

const MAX_NAME = 60;

/** Somebody in the parameters: a person's open_id, or a department's key. */
function whoIn(params: JsonObject, name: string, { ctx }: View): string {
  const key = textIn(params, name);
  if (key === '') return '';
  const id = personIn(key);
  return id === '' ? departmentName(key.replace(/^department:/, ''), ctx) : personName(id, ctx);
}

/** The stage or step that the notice names, else the present one. */
function stageIn(view: View, params: JsonObject): string {
  const { record, ctx } = view;
  const step = textIn(params, 'step');
  const stage = stageOf(record.definition, record.stage);
  const own = stage?.kind === 'approve' ? stage.steps.find(({ key }) => key === step)?.name : undefined;
  if (own) return labelText(own, ctx);
  const key = textIn(params, 'stage');
  return key === '' ? askedName(view) : stageName(record, key, ctx);
}

/** The due date that the notice is about. */
export const dueIn = (view: View, params: JsonObject): number | null =>
  numberIn(params, 'dueAt') ?? dueOf(view.record, view.ask);

/** The names, times and words that a message may use. */
export function messageFacts(view: View, params: JsonObject, typed: string): ProcedureFacts {
  const { record, ctx } = view;
  const until = numberIn(params, 'until') ?? record.extension?.until ?? null;
  const field = record.definition.fields[textIn(params, 'field')];
  return {
    stage: stageIn(view, params),
    holder: everybodyAsked(record.asked, view),
    by: whoIn(params, 'by', view),
    to: whoIn(params, 'to', view) || whoIn(params, 'person', view),
    until: until === null ? '' : dueDay(until, ctx),
    end: record.isOpen ? '' : bare(stageName(record, record.stage, ctx)),
    name: oneLine(textIn(params, 'name'), MAX_NAME),
    field: field ? labelText(field.label, ctx) : '',
    text: typed,
    inGroup: view.reader?.type === 'department',
    isLate: isPast(dueIn(view, params), ctx),
  };
}
