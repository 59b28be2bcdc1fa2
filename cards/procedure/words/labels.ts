import type { Label } from '../../../src/domain/procedure/definition';
import { stageOf } from '../../../src/domain/procedure/definition';
import type { ProcedureRecord } from '../../../src/domain/procedure/record';
import type { Stage } from '../../../src/domain/procedure/stages';
import type { CardContext } from '../../kit/context';
import { oneLine } from '../../kit/plain-text';

const MAX_LABEL = 40;

type Reading = Pick<CardContext, 'texts'>;

/** A label of a definition in the reader's language, in one line. */
export function labelText(label: Label, { texts }: Reading): string {
  return oneLine(texts.locale === 'zh-CN' ? label.zh : label.en || label.zh, MAX_LABEL);
}

/** Several labels in one line, the first six of them. */
export function labelList(labels: Label[], ctx: Reading): string {
  return ctx.texts.card.list(labels.slice(0, 6).map((label) => labelText(label, ctx)));
}

/** The name of a stage or of an end by its key; the key for an unknown one. */
export function stageName({ definition }: Pick<ProcedureRecord, 'definition'>, key: string, ctx: Reading): string {
  const label = stageOf(definition, key)?.name ?? definition.ends[key];
  return label ? labelText(label, ctx) : oneLine(key, MAX_LABEL);
}

/** The stages whose steps this key may name: approvals. */
const stepName = (stage: Stage, key: string): Label | undefined =>
  stage.kind === 'approve' ? stage.steps.find((step) => step.key === key)?.name : undefined;

/** The name of whatever a deed was about: a stage, or a step (`review.gm`); the key for an unknown one. */
export function deedName(record: ProcedureRecord, what: string, ctx: Reading): string {
  const [stageKey = '', step] = what.split('.', 2);
  const stage = stageOf(record.definition, stageKey);
  const label = stage && step !== undefined ? stepName(stage, step) : undefined;
  return label ? labelText(label, ctx) : stageName(record, stageKey, ctx);
}

/** What a client might interpret in a markdown text (`feishu/card-2.0.md` §7.4), each with its entity. */
const MARKUP = /[&<>*_~`[\]()!#+\-:\\/"'$|]/g;

/** A word of a definition for a place that may take markup and shows no entities: the head of a table. */
export const bare = (word: string): string => word.replace(/[<>[\]`*_|~]/g, '');

/** A word of a definition for a place that takes markup: stage names on the line of progress. */
export const unmarked = (word: string): string => word.replace(MARKUP, (mark) => `&#${mark.charCodeAt(0)};`);
