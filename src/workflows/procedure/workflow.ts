import { procedureForm } from '../../../cards/procedure/asked-form';
import { procedureLine, procedureMessage } from '../../../cards/procedure/messages';
import { doneText, refusalText } from '../../../cards/procedure/refusal';
import { procedureCard } from '../../../cards/procedure/wall-card';
import { ProcedureStore } from '../../db/procedure/procedure-store';
import { isFormAct, refusalOfForm } from '../../domain/procedure/acts';
import { remind } from '../../domain/procedure/clock/remind';
import type { RecordCommand } from '../../domain/procedure/commands';
import { decide } from '../../domain/procedure/decide';
import type { DefinitionsOf } from '../../domain/procedure/definitions';
import { parseCommand } from '../../domain/procedure/parse';
import type { ProcedureRecord } from '../../domain/procedure/record';
import { rescueOf } from '../../domain/procedure/rescue';
import { maySee, wallsOf } from '../../domain/procedure/walls';
import type { Face, Moment, Rules, Wish, Workflow } from '../../engine/workflow';
import { RECORD } from './name';
import { peopleIn } from './people';
import { threadMessages } from './thread-messages';

/** Acts that need nothing filled in: they are done at once. */
function wish(type: string, fields: Record<string, string>, values: Record<string, string>): Wish {
  const act = type === 'ask' ? (values.act ?? '') : type === 'edit' ? 'edit' : null;
  if (act === null) return { wants: 'command', type, fields };
  return isFormAct(act) ? { wants: 'form', act, fields } : { wants: 'command', type: act, fields };
}

const rules = (zone: string): Rules<ProcedureRecord, RecordCommand> => ({
  parse: (type, fields, from = {}) =>
    parseCommand(type, fields, { zone: from.zone ?? zone, ...(from.record ? { record: from.record } : {}) }),
  wish,
  refusesForm: refusalOfForm,
  decide,
  remind,
  rescue: rescueOf,
});

const face: Face<ProcedureRecord> = {
  walls: wallsOf,
  card: (record, wall, context, retired) => procedureCard(record, wall, context, { retired }),
  message: ({ notice, record }, context) =>
    notice.name === 'form'
      ? formIn(notice.params ?? {}, notice.to.id, record, context)
      : procedureMessage(notice, record, context),
  line: ({ notice, record }, context) => procedureLine(notice, record, context),
  form: (record, asked, context) => procedureForm(record, asked, context),
  holdsForms: (name) => name === 'form' || name === 'whole',
  tapped: ({ notice, record }, context) => procedureMessage(notice, record, context),
  maySee,
  toast: (outcome, record, context) =>
    outcome.outcome === 'refused'
      ? { type: 'warning', content: refusalText(outcome.reason, outcome.detail, record, context) }
      : { type: 'success', content: doneText(outcome.type, record, context) },
  people: peopleIn,
};

/** The form that a message holds: it was asked for in a group, and sent to whoever asked. */
function formIn(
  params: Record<string, unknown>,
  by: string,
  record: ProcedureRecord,
  context: Parameters<typeof procedureForm>[2],
): ReturnType<typeof procedureForm> {
  const fields = (params.fields ?? {}) as Record<string, string>;
  return procedureForm(record, { act: String(params.act), fields, by }, context);
}

export interface ProcedureWorkflowParts {
  definitions: DefinitionsOf;
  /** The office's time zone, an IANA name. */
  timeZone: string;
  /** The moments at which records begin by themselves. */
  moments: Moment[];
}

/** One workflow for the records of all procedures: what each does stands in its definition. */
export function procedureWorkflow({
  definitions,
  timeZone,
  moments,
}: ProcedureWorkflowParts): Workflow<ProcedureRecord, RecordCommand> {
  return {
    name: RECORD,
    store: (tx) => new ProcedureStore(tx, definitions, timeZone),
    rules: rules(timeZone),
    face,
    messages: threadMessages,
    moments,
  };
}
