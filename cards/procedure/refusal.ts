import { NO_LONGER_APPLIES } from '../../src/domain/decision';
import type { Json, JsonObject } from '../../src/domain/messaging';
import { type CardCommand, isCardCommand } from '../../src/domain/procedure/commands';
import type { Label } from '../../src/domain/procedure/definition';
import { askedBy } from '../../src/domain/procedure/parse';
import { currentStage, type ProcedureRecord } from '../../src/domain/procedure/record';
import type { CardContext } from '../kit/context';
import { departmentName, personName } from '../kit/names';
import { oneLine } from '../kit/plain-text';
import { sinceText } from '../kit/time-left';

import { labelText } from './labels';

const MAX_CELL = 20;

const textsIn = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** The labels of fields: of the definition, of a line, or of an act. */
function labels(keys: string[], record: ProcedureRecord | null, ctx: CardContext): string {
  const { fields } = ctx.texts.procedure;
  const stage = record && currentStage(record);
  const children =
    stage?.kind === 'fill' && stage.children ? record?.definition.subprocedures[stage.children.of] : undefined;
  const known = { ...children?.fields, ...(stage?.kind === 'each' ? stage.fields : {}), ...record?.definition.fields };
  const named = keys.map((key) => {
    const field = known[key];
    return field ? labelText(field.label, ctx) : (fields[key as keyof typeof fields] ?? key);
  });
  return ctx.texts.card.list(named);
}

function whose({ people, departments }: JsonObject, ctx: CardContext): string {
  const names = [
    ...textsIn(people).map((id) => personName(id, ctx)),
    ...textsIn(departments).map((key) => departmentName(key, ctx)),
  ];
  return ctx.texts.card.list(names.slice(0, 3));
}

/** The wrong lines of a pasted table, each with its column and what stands there. */
function rowFaults({ faults }: JsonObject): { line: number; column: string; text: string }[] {
  const all = (Array.isArray(faults) ? faults : []) as { line: number; column: string; text: string }[];
  return all.map(({ line, column, text }) => ({
    line,
    column: oneLine(column, MAX_CELL),
    text: oneLine(text, MAX_CELL),
  }));
}

function fieldFaults({ faults }: JsonObject, record: ProcedureRecord | null, ctx: CardContext): string {
  const all = (Array.isArray(faults) ? faults : []) as { field: string; fault: string }[];
  const missing = all.filter(({ fault }) => fault === 'missing').map(({ field }) => field);
  const { refusals } = ctx.texts.procedure;
  return missing.length > 0
    ? refusals.missing(labels(missing, record, ctx))
    : refusals.wrong(
        labels(
          all.map(({ field }) => field),
          record,
          ctx,
        ),
      );
}

/** Why a tap changed nothing, in a sentence. */
export function refusalText(
  reason: string,
  detail: JsonObject,
  record: ProcedureRecord | null,
  ctx: CardContext,
): string {
  const { refusals } = ctx.texts.procedure;
  switch (reason) {
    case NO_LONGER_APPLIES:
      return typeof detail.by === 'string'
        ? refusals.tooLateBy(personName(detail.by, ctx), sinceText(Number(detail.at), ctx))
        : refusals.too_late;
    case 'not_yours': {
      const who = whose(detail, ctx);
      return who === '' ? refusals.not_yours : refusals.notYoursBut(who);
    }
    case 'missing_fields':
      return refusals.missing(labels(textsIn(detail.fields), record, ctx));
    case 'field_faults':
      return fieldFaults(detail, record, ctx);
    case 'needs_one':
      return refusals.needsOne(labels(textsIn(detail.fields), record, ctx));
    case 'too_few_children': {
      const child = record?.definition.subprocedures[String(detail.of)];
      return refusals.tooFewChildren(child ? labelText(child.label, ctx) : '', Number(detail.atLeast));
    }
    case 'row_faults':
      return refusals.rows(rowFaults(detail));
    case 'gate':
      return refusals.gate(labelText(detail.says as unknown as Label, ctx), String(detail.number));
    default: {
      const known = (refusals as Record<string, unknown>)[reason];
      return typeof known === 'string' ? known : refusals.other;
    }
  }
}

/** What a person reads after a tap that did something; `type` is the command's name, also another name of it. */
export function doneText(type: string, record: ProcedureRecord | null, { texts }: CardContext): string {
  const command: CardCommand | null = isCardCommand(type) ? type : (askedBy(type, record ?? undefined)?.type ?? null);
  const { done } = texts.procedure;
  return command !== null && command in done ? done[command as keyof typeof done] : done.submit;
}
