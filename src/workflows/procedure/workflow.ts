import type { CardContext } from '../../../cards/kit/context';
import { passageCard } from '../../../cards/kit/passage-card';
import { procedureForm } from '../../../cards/procedure/forms/asked-form';
import { bundleLineOf } from '../../../cards/procedure/messages/bundle-line';
import { procedureMessage, settledMessage } from '../../../cards/procedure/messages/message-card';
import { procedureCard } from '../../../cards/procedure/procedure-card';
import { doneToast, refusalOf } from '../../../cards/procedure/words/answers';
import { ProcedureStore } from '../../db/procedure/procedure-store';
import type { CardJson, JsonObject } from '../../domain/messaging';
import { isFormAct, refusalOfForm } from '../../domain/procedure/acts';
import { remind } from '../../domain/procedure/clock/remind';
import type { RecordCommand } from '../../domain/procedure/commands';
import { decide } from '../../domain/procedure/decide';
import type { DefinitionsOf } from '../../domain/procedure/definitions';
import { askedBy, parseCommand, withTurn } from '../../domain/procedure/parse';
import { currentStage, type ProcedureRecord } from '../../domain/procedure/record';
import { rescueOf } from '../../domain/procedure/rescue';
import { missingIn } from '../../domain/procedure/values/form-values';
import { maySee, wallsOf } from '../../domain/procedure/walls';
import { SECOND } from '../../domain/time';
import type { Face, Moment, Rules, Wish, Workflow } from '../../engine/workflow';
import { RECORD } from './name';
import { peopleIn } from './people';
import { threadMessages } from './thread-messages';

/** Acts that need nothing filled in: they are done at once. */
function wish(type: string, given: Record<string, string>, values: Record<string, string>): Wish {
  const fields = withTurn(given, values);
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
    notice.name === 'refusal'
      ? refusalCard(notice.params ?? {}, record, context)
      : procedureMessage(notice, record, context),
  line: ({ notice, record }, context) => bundleLineOf(notice, record, context),
  form: (record, asked, context) => procedureForm(record, asked, context),
  holdsForms: (name) => name === 'form' || name === 'whole',
  tapped: ({ notice, record }, context) => procedureMessage(notice, record, context),
  settled: ({ notice, record }, context) => settledMessage(notice, record, context),
  maySee,
  toast: (outcome, record, context) =>
    outcome.outcome === 'refused'
      ? { type: 'warning', content: refusalOf(outcome.reason, outcome.detail, record, context) }
      : { type: 'success', content: record ? toastFor(outcome.type, record, context) : '' },
  people: peopleIn,
};

/** Why a reply under a card changed nothing. */
function refusalCard({ reason, detail }: JsonObject, record: ProcedureRecord, context: CardContext): CardJson {
  const said = refusalOf(String(reason), (detail ?? {}) as JsonObject, record, context);
  return passageCard({ title: context.texts.chat.botName, lines: [said] });
}

/** A form that was handed in lately left a deed; without one, a part of it is still missing. */
const LATELY_MS = 10 * SECOND;

/** What a person reads after a tap; after a part of a form, what is still missing. */
function toastFor(type: string, record: ProcedureRecord, context: CardContext): string {
  const command = commandNamed(type, record);
  const stage = currentStage(record);
  const isHandedIn = (record.deeds.at(-1)?.at ?? 0) >= context.now - LATELY_MS;
  if (command !== 'submit' || isHandedIn || stage?.kind !== 'fill') return doneToast(command, record, context);
  const fields = missingIn(stage.form, record.values);
  if (fields.length > 0) return refusalOf('missing_fields', { fields }, record, context);
  if (stage.needsOne.length > 0) return refusalOf('needs_one', { fields: stage.needsOne }, record, context);
  const { of = '', atLeast = 1 } = stage.children ?? {};
  const names = [record.definition.subprocedures[of]?.label.zh ?? ''];
  return refusalOf('missing_children', { names, count: atLeast }, record, context);
}

/** The command behind a button's name, such as `tell_satisfied`. */
const commandNamed = (type: string, record: ProcedureRecord): string => askedBy(type, record)?.type ?? type;

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
