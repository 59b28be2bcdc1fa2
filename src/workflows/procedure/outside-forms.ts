import type { Texts } from '../../../cards/texts/texts';
import { PROGRAM } from '../../domain/actor';
import type { OutsideField, OutsideForm, OutsideForms, OutsidePage } from '../../domain/outside-form';
import type { FieldDefinition, Label } from '../../domain/procedure/definition';
import { outsideStageOf } from '../../domain/procedure/moves/outside';
import type { ProcedureRecord, Value } from '../../domain/procedure/record';
import type { FormField } from '../../domain/procedure/stages';
import { type FormFault, missingIn, readForm } from '../../domain/procedure/values/form-values';
import type { CommandHandler } from '../../engine/commands/command-handler';
import type { Core } from '../../engine/core';
import type { AnyWorkflow } from '../../engine/workflow';
import { RECORD } from './name';
import { readToken, tokenKey } from './outside-token';

export interface OutsideParts {
  core: Core;
  commands: CommandHandler;
  /** The workflow of records; null if the program has none. */
  workflow: AnyWorkflow | null;
  key: Buffer;
}

/** What somebody typed into a form, and what was wrong with it. */
interface Typed {
  fields: Record<string, string>;
  faults: FormFault[];
}

const NOTHING: Typed = { fields: {}, faults: [] };

const AS: Partial<Record<FieldDefinition['type'], OutsideField['as']>> = {
  long: 'text',
  number: 'number',
  money: 'number',
  date: 'date',
  choice: 'one_of',
  choices: 'some_of',
  yesno: 'one_of',
  rating: 'one_of',
  nps: 'one_of',
};

/** Types that nobody outside can fill in on a page. */
const NOT_OUTSIDE: ReadonlySet<string> = new Set(['rows', 'files', 'records', 'person', 'people', 'department']);

/** The web forms of people outside: each a stage of a record, opened by its token. */
export class ProcedureOutsideForms implements OutsideForms {
  constructor(private readonly parts: OutsideParts) {}

  async open(token: string): Promise<OutsidePage> {
    const record = await this.recordOf(token);
    return record ? this.page(record, NOTHING) : this.gone(token);
  }

  async answer(token: string, fields: Record<string, string>, intent: 'save' | 'submit'): Promise<OutsidePage> {
    const { commands, workflow, core } = this.parts;
    const ref = readToken(token, this.parts.key);
    const record = await this.recordOf(token);
    const stage = record && outsideStageOf(record);
    if (!ref || !record || !stage || !workflow) return this.gone(token);
    const { values, faults } = readForm(record.definition.fields, fields, core.office().timeZone);
    const asked = stage.form.filter(({ field }) => !NOT_OUTSIDE.has(record.definition.fields[field]?.type ?? ''));
    const missing = intent === 'save' ? [] : missingIn(asked, { ...record.values, ...values });
    const wrong = [...faults, ...missing.map((field): FormFault => ({ field, fault: 'missing' }))];
    if (wrong.length > 0) return this.page(record, { fields, faults: wrong });
    const command = { type: 'outside', values, intent, ofTurn: ref.turn };
    const done = await commands.execute({ workflow, recordId: ref.recordId }, command, PROGRAM);
    if (done.outcome === 'refused') return this.gone(token);
    if (intent === 'submit') return this.words('thanks', true);
    return this.page(done.record as ProcedureRecord, NOTHING, this.texts.savedNote);
  }

  private get texts(): Texts['outside'] {
    return this.parts.core.texts.outside;
  }

  /** The record whose form this token opens now; null if it opens none. */
  private async recordOf(token: string): Promise<ProcedureRecord | null> {
    const { core, workflow, key } = this.parts;
    const ref = readToken(token, key);
    if (!ref || !workflow) return null;
    const record = (await core.inTransaction((tx) => workflow.store(tx).get(ref.recordId))) as ProcedureRecord | null;
    return record && record.turn === ref.turn && outsideStageOf(record) ? record : null;
  }

  private gone(token: string): OutsidePage {
    return readToken(token, this.parts.key) ? this.words('closed', true) : this.words('unknown', false);
  }

  private words(name: 'thanks' | 'closed' | 'unknown', isThere: boolean): OutsidePage {
    return { kind: 'words', locale: this.parts.core.texts.locale, ...this.texts[name], isThere };
  }

  private async page(record: ProcedureRecord, typed: Typed, note = this.texts.note): Promise<OutsidePage> {
    const { core } = this.parts;
    const { nameOf } = await core.directory.namesWithin([record.holderId]);
    const { definition } = record;
    const form: OutsideForm = {
      locale: core.texts.locale,
      title: this.label(definition.label),
      lead: this.texts.lead(nameOf(record.holderId), [record.number, record.title].filter(Boolean).join(' ')),
      fields: (outsideStageOf(record)?.form ?? []).flatMap((asked) => this.field(asked, record, typed)),
      note,
      submit: this.texts.submit,
      save: this.texts.save,
      optional: this.texts.optional,
    };
    return { kind: 'form', form };
  }

  private label({ zh, en }: Label): string {
    return this.parts.core.texts.locale === 'en-US' ? en : zh;
  }

  private field({ field: key, required }: FormField, record: ProcedureRecord, typed: Typed): OutsideField[] {
    const field = record.definition.fields[key];
    if (!field || field.computed || NOT_OUTSIDE.has(field.type)) return [];
    const fault = typed.faults.find((one) => one.field === key)?.fault ?? null;
    const given = typed.fields[key];
    const values =
      given === undefined ? writtenValues(record.values[key]) : field.type === 'choices' ? given.split(',') : [given];
    return [
      {
        ...{ name: key, label: this.label(field.label), required, as: AS[field.type] ?? 'line', values },
        choices: this.choices(field),
        fault: fault === null ? null : this.faultText(fault),
      },
    ];
  }

  private faultText(fault: FormFault['fault']): string {
    if (fault === 'missing') return this.texts.missing;
    return fault === 'not_a_number' ? this.texts.notANumber : this.texts.wrong;
  }

  private choices({ type, choices }: FieldDefinition): OutsideField['choices'] {
    const { yes, no, ratings } = this.texts;
    if (type === 'yesno')
      return [
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ];
    if (type === 'rating') return ratings.map((label, index) => ({ value: String(index + 1), label })).reverse();
    if (type === 'nps')
      return Array.from({ length: 11 }, (_, value) => ({ value: String(value), label: String(value) }));
    return choices.map(({ key, label }) => ({ value: key, label: this.label(label) }));
  }
}

/** A value as a form field would bring it. */
function writtenValues(value: Value | undefined): string[] {
  if (value === undefined) return [];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [String(value)];
}

/** The web forms of people outside; a program without procedures knows no token. */
export function outsideFormsOf({
  core,
  commands,
  appSecret,
}: Pick<OutsideParts, 'core' | 'commands'> & { appSecret: string }): OutsideForms {
  const workflow = core.workflows.named(RECORD);
  const key = tokenKey(appSecret);
  return new ProcedureOutsideForms({ core, commands, workflow, key });
}
