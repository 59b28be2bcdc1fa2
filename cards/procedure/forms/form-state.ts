import type { FieldDefinition } from '../../../src/domain/procedure/definition';
import type { ProcedureRecord } from '../../../src/domain/procedure/record';
import type { Condition, FillStage, FormField, Way } from '../../../src/domain/procedure/stages';
import { isBlankValue } from '../words/values';
import { fitsInput, isForForms } from './controls';

/** So many fields stand on a card at once. */
const MAX_FIELDS = 4;
/** So many choices stand side by side as buttons. */
const MAX_CHOICES = 3;

/** A field of a form with its definition. */
export interface Entry {
  field: FieldDefinition;
  required: boolean;
}

/** What of a stage's form a card shows now. */
export interface FormState {
  /** Every field that a card can hold, without `choice`. */
  inputs: Entry[];
  shown: Entry[];
  /** Required fields that are empty and not shown: they come in the next step. */
  missing: number;
  /** The field on which the way depends: its choices stand as buttons. */
  choice: FieldDefinition | null;
  /** Fields that come as messages under the card: files and tables. */
  messages: Entry[];
  /** Texts that are too long for a control: they stay as they are. */
  tooLong: FieldDefinition[];
}

export function entriesOf({ definition }: ProcedureRecord, form: FormField[]): Entry[] {
  return form.flatMap(({ field, required }) => {
    const known = definition.fields[field];
    return known ? [{ field: known, required }] : [];
  });
}

/** The fields that a condition looks at. */
const fieldsIn = (condition: Condition | null): string[] => {
  if (condition === null) return [];
  if (condition.kind === 'any' || condition.kind === 'all') return condition.of.flatMap(fieldsIn);
  return condition.kind === 'is' ? [condition.field] : [];
};

/** The choice of the form on which the stage's way on depends, if it has few enough choices to be buttons. */
function decidingChoice(entries: Entry[], next: Way[]): FieldDefinition | null {
  const looked = new Set(next.flatMap(({ when }) => fieldsIn(when)));
  const found = entries.find(({ field: { key, type, choices } }) => {
    const isFew = choices.length > 1 && choices.length <= MAX_CHOICES;
    return type === 'choice' && isFew && looked.has(key);
  });
  return found?.field ?? null;
}

/**
 * A short form holds everything, as long as something required is missing. A longer one asks for a few fields at a time that
 * are required and empty, or of which one is needed. What is filled in already is not asked for again: the form that 修改
 * brings holds all fields.
 */
export function formState(
  record: ProcedureRecord,
  stage: Pick<FillStage, 'form' | 'next'> & Partial<Pick<FillStage, 'needsOne'>>,
): FormState {
  const entries = entriesOf(record, stage.form);
  const choice = decidingChoice(entries, stage.next);
  const onCards = entries.filter(({ field }) => isForForms(field) && field !== choice);
  const isHeld = ({ field }: Entry) => fitsInput(record.values[field.key]);
  const inputs = onCards.filter(isHeld);
  const { needsOne = [] } = stage;
  const isOneNeeded = needsOne.every((key) => isBlankValue(record.values[key]));
  const isNeeded = ({ field, required }: Entry) => required || (isOneNeeded && needsOne.includes(field.key));
  const empty = inputs.filter((entry) => isNeeded(entry) && isBlankValue(record.values[entry.field.key]));
  const isShort = inputs.length <= MAX_FIELDS;
  const isAsked = empty.length > 0 || inputs.every(({ required }) => !required);
  const shown = isShort ? (isAsked ? inputs : []) : empty.slice(0, MAX_FIELDS);
  return {
    inputs,
    shown,
    missing: isShort ? 0 : empty.length - shown.length,
    choice,
    messages: entries.filter(
      ({ field: { type, computed } }) => computed === null && (type === 'files' || type === 'rows'),
    ),
    tooLong: onCards.filter((entry) => !isHeld(entry)).map(({ field }) => field),
  };
}

/** Whether the condition holds once the field has this choice; null if other fields decide, too. */
function holdsWith(condition: Condition, field: string, choice: string): boolean | null {
  switch (condition.kind) {
    case 'is':
      return condition.field === field ? condition.values.includes(choice) : null;
    case 'any':
    case 'all': {
      const parts = condition.of.map((one) => holdsWith(one, field, choice));
      const decided = condition.kind === 'any';
      if (parts.includes(decided)) return decided;
      return parts.includes(null) ? null : !decided;
    }
    default:
      return null;
  }
}

/** Where a choice leads; null if other values decide, too. */
export function wayWith(next: Way[], field: string, choice: string): Way | null {
  for (const way of next) {
    const holds = way.when === null ? true : holdsWith(way.when, field, choice);
    if (holds !== false) return holds ? way : null;
  }
  return null;
}
