import type { DocumentModel, DocumentNames, DocumentSignature } from '../document/model';
import { DOCUMENT_WORDS, type DocumentLocale } from '../document/words';
import { type Instant, longTime } from '../time';
import { stepOf } from './asks';
import { type FieldDefinition, type Label, stageOf } from './definition';
import { fieldOf, sectionsOf, tablesOf } from './document-sections';
import type { Paper } from './document-tables';
import { type Asked, currentStage, type Deed, type ProcedureRecord, type Value } from './record';

export interface DocumentOptions {
  timeZone: string;
  locale: DocumentLocale;
  /** Oldest first. */
  timeline: { at: Instant; who: string; what: string }[];
  /** A value in the words of the cards. */
  show(field: FieldDefinition, value: Value): string;
  /** Whether the person for whom it is printed may see this private field. */
  maySee(field: FieldDefinition): boolean;
  printedAt: Instant;
  /** The open_id of the person for whom it is printed. */
  printedBy: string;
  /** Printed at the head; empty for none. */
  company: string;
}

const MAX_NAMES = 3;

/** A record as a form on paper: every value that its card shows, who signed, and where it is now. */
export function documentOf(record: ProcedureRecord, names: DocumentNames, options: DocumentOptions): DocumentModel {
  const { definition } = record;
  const { locale, timeZone } = options;
  const words = DOCUMENT_WORDS[locale];
  const paper: Paper = { record, names, options, words };
  return {
    locale,
    words,
    company: options.company,
    title: definition.label[locale],
    number: record.number === '' ? words.noNumber : record.number,
    edition: definition.edition ?? '',
    version: words.version(definition.version),
    state: stateOf(paper),
    sections: sectionsOf(paper),
    signatures: signaturesOf(paper),
    timeline: options.timeline.map(({ at, who, what }) => ({ at: longTime(at, timeZone), who, what })),
    printed: {
      at: longTime(options.printedAt, timeZone),
      by: names.nameOf(options.printedBy),
      recordVersion: words.recordVersion(record.version),
    },
    fields: Object.fromEntries(Object.values(definition.fields).map((field) => [field.key, fieldOf(field, paper)])),
    tables: tablesOf(paper),
  };
}

/** 已关闭 · 审批中：总经理 · 原因分析：品质部 */
function stateOf(paper: Paper): string {
  const { record, words, options } = paper;
  const stage = currentStage(record);
  if (stage === null) return textOf(record.definition.ends[record.stage], record.stage, options);
  const name = stage.name[options.locale];
  if (stage.kind === 'approve') {
    const steps = record.asked.map(({ step }) => textOf(stepOf(record, stage, step)?.name, step, options));
    return words.approving(some(steps, paper));
  }
  if (stage.kind === 'each') {
    const done = record.lines.filter(({ state }) => state !== 'open').length;
    return words.told(name, done, record.lines.length);
  }
  const asked = record.asked.map((one) => partyOf(one, paper));
  return words.withWhom(name, some(asked, paper));
}

const textOf = (label: Label | undefined, key: string, { locale }: DocumentOptions): string => label?.[locale] || key;

/** The first few of them, each once. */
function some(texts: string[], { words }: Paper): string {
  const all = [...new Set(texts)].filter((text) => text !== '');
  const first = words.list(all.slice(0, MAX_NAMES));
  return all.length > MAX_NAMES ? words.andMore(first) : first;
}

function partyOf({ personId, department, insteadOf }: Asked, { names, words }: Paper): string {
  if (personId === null) return department === null ? '' : names.departmentOf(department);
  const name = names.nameOf(personId);
  return insteadOf === null ? name : words.insteadOf(name, names.nameOf(insteadOf));
}

/** Who did which stage or step: those that the definition names, else everybody who submitted or decided. */
function signaturesOf(paper: Paper): DocumentSignature[] {
  const { record, options, names, words } = paper;
  const named = record.definition.document?.signatures ?? [];
  const signs = ({ what, verdict }: Deed) =>
    named.length === 0 ? verdict !== 'read' : named.some((pattern) => isOf(pattern, what));
  return record.deeds.filter(signs).map((deed) => {
    const { what, by, insteadOf, at, remark } = deed;
    const who = names.nameOf(by);
    return {
      key: what,
      step: deed.round > 1 ? words.round(stepName(what, paper), deed.round) : stepName(what, paper),
      verdict: verdictOf(deed, paper),
      who: insteadOf === null ? who : words.insteadOf(who, names.nameOf(insteadOf)),
      at: longTime(at, options.timeZone),
      remark,
    };
  });
}

/** `review`, `review.*` and `review.gm` all name the step `review.gm`. */
function isOf(pattern: string, what: string): boolean {
  const stem = pattern.endsWith('.*') ? pattern.slice(0, -2) : pattern;
  return what === stem || what.startsWith(`${stem}.`);
}

function placeOf(what: string, { record }: Paper) {
  const [stageKey = '', ...rest] = what.split('.');
  return { stage: stageOf(record.definition, stageKey), step: rest.join('.') };
}

function stepName(what: string, paper: Paper): string {
  const { stage, step } = placeOf(what, paper);
  const { record, options, words } = paper;
  if (stage?.kind === 'approve' && step !== '') {
    const own = stage.steps.find(({ key }) => key === step);
    if (own) return textOf(own.name, step, options);
    return words.addedStep(stepOf(record, stage, step)?.name[options.locale] ?? '');
  }
  return textOf(stage?.name, what, options);
}

function verdictOf({ what, verdict }: Deed, paper: Paper): string {
  const { stage } = placeOf(what, paper);
  const own = stage?.kind === 'approve' ? stage.words : null;
  const isOwn = verdict === 'approve' || verdict === 'return';
  return (isOwn && own?.[verdict][paper.options.locale]) || paper.words.verdicts[verdict];
}
