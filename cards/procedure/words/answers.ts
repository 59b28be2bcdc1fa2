import type { Json, JsonObject } from '../../../src/domain/messaging';
import { type CommandType, isCardCommand } from '../../../src/domain/procedure/commands';
import type { ProcedureRecord } from '../../../src/domain/procedure/record';
import type { CardContext } from '../../kit/context';
import { departmentName, personName, timeText } from '../../kit/names';
import { oneLine } from '../../kit/plain-text';
import { refusalSentence } from '../../kit/refusal';
import type { ProcedureRefusalFacts } from '../../texts/procedure-facts';
import type { Texts } from '../../texts/texts';
import { personIn } from '../people';
import { labelText, stageName } from './labels';
import { numberIn, textIn } from './params';

type RefusalName = keyof Texts['procedure']['refusals'];

const MAX_SAID = 80;

const textsIn = (json: Json | undefined): string[] =>
  Array.isArray(json) ? json.filter((one) => typeof one === 'string') : [];

/** A person, a department, or a word that is neither. */
function nameOf(key: string, ctx: CardContext): string {
  const id = personIn(key);
  if (id !== '') return personName(id, ctx);
  return key.startsWith('department:') ? departmentName(key.slice('department:'.length), ctx) : oneLine(key, MAX_SAID);
}

/** The label of a field by its key: of the record, of a line, or of an act's own form. */
function fieldName(record: ProcedureRecord | null, key: string, ctx: CardContext): string {
  const own: Record<string, string> = ctx.texts.procedure.fields;
  const ofLines =
    record?.definition.stages.flatMap((stage) => (stage.kind === 'each' ? [stage.fields[key]] : [])) ?? [];
  const label = record?.definition.fields[key]?.label ?? ofLines.find((field) => field !== undefined)?.label;
  return label ? labelText(label, ctx) : ((Object.hasOwn(own, key) ? own[key] : undefined) ?? oneLine(key, MAX_SAID));
}

/** Fields by their labels, else people and departments by name. */
function namesOf(detail: JsonObject, record: ProcedureRecord | null, ctx: CardContext): string {
  const fields = textsIn(detail.fields).map((key) => fieldName(record, key, ctx));
  const people = textsIn(detail.names).map((key) => nameOf(key, ctx));
  return ctx.texts.card.list(fields.length > 0 ? fields : people);
}

function factsOf(detail: JsonObject, record: ProcedureRecord | null, ctx: CardContext): ProcedureRefusalFacts {
  const by = textIn(detail, 'by');
  const at = numberIn(detail, 'at');
  const stage = textIn(detail, 'stage') || (record?.stage ?? '');
  const says = detail.says;
  const label = typeof says === 'object' && says !== null && !Array.isArray(says) ? says : {};
  return {
    stage: record && stage !== '' ? stageName(record, stage, ctx) : oneLine(stage, MAX_SAID),
    names: namesOf(detail, record, ctx),
    by: by === '' ? '' : nameOf(by, ctx),
    at: timeText(at, ctx),
    count: numberIn(detail, 'count') ?? 1,
    number: oneLine(textIn(detail, 'number'), MAX_SAID),
    says: labelText({ zh: textIn(label, 'zh'), en: textIn(label, 'en') }, ctx),
  };
}

/**
 * The sentence that a person is shown for a refusal about a record, or about none (null). `detail` may hold `by`, `at` (ms),
 * `stage`, `fields` (keys), `names` (open_ids or department keys), `count`, `number`, `says` (a label); always a sentence.
 */
export function refusalOf(
  reason: string,
  detail: JsonObject,
  record: ProcedureRecord | null,
  ctx: CardContext,
): string {
  const { refusals, deeds } = ctx.texts.procedure;
  const isOwn = (name: string): name is RefusalName => Object.hasOwn(refusals, name);
  if (isOwn(reason)) return refusals[reason](factsOf(detail, record, ctx));
  const terms = {
    deedOf: (command: string) => deeds[command as CommandType] ?? '',
    statusOf: (stage: string) => (record ? stageName(record, stage, ctx) : stage),
    fieldOf: (_command: string, name: string) => fieldName(record, name, ctx),
    owner: record ? personName(record.holderId, ctx) : '',
  };
  return refusalSentence({ reason, detail }, terms, ctx);
}

/** What a person reads after a command was carried out. */
export function doneToast(type: string, record: ProcedureRecord, ctx: CardContext): string {
  const { done, thisOne } = ctx.texts.procedure;
  const said = isCardCommand(type) || type === 'add_rows' ? done[type] : undefined;
  return said ? said(record.number === '' ? thisOne : record.number) : ctx.texts.procedure.noted;
}
