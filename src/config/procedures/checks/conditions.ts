import { nearest } from '../../unknown-entry';
import type { Path } from '../../yaml-file';
import { entriesOf, itemsOf, type Partly } from '../partly';
import type { WrittenCondition } from '../schema-parts';
import type { FieldPart, PlacedStage, StagePart } from '../scope';
import { type Checking, fieldAt, NUMBERS, unknown, valueAt } from './checking';

export type ConditionPart = Partly<WrittenCondition>;

/** What a condition may ask about. */
interface About {
  fields: ReadonlyMap<string, FieldPart>;
  /** Null: neither a tapped button nor a child is known here. */
  buttons: readonly string[] | null;
}

/** Faults of every condition of the stages. */
export function checkConditions(checking: Checking): void {
  const { fields } = checking.scope;
  for (const { path, stage } of checking.scope.stages) {
    checkCondition(checking, [...path, 'skip'], stage.skip, { fields, buttons: null });
    for (const { index, item } of itemsOf(stage.steps)) {
      checkCondition(checking, [...path, 'steps', index, 'when'], item.when, { fields, buttons: null });
    }
    const lines = new Map(entriesOf<FieldPart>(stage.fields));
    checkCondition(checking, [...path, 'again', 'when'], stage.again?.when, { fields: lines, buttons: null });
    checkWays(checking, { path, stage });
  }
}

function checkWays(checking: Checking, { path, stage }: Pick<PlacedStage, 'path' | 'stage'>): void {
  const about = { fields: checking.scope.fields, buttons: entriesOf(stage.buttons).map(([key]) => key) };
  const ways = itemsOf(stage.next);
  for (const { index, item } of ways) {
    const at = [...path, 'next', index, 'when'];
    checkCondition(checking, at, item.when, about);
    fieldAt(checking, [...at, 'needs'], item.when?.needs);
  }
  const asked = ways.flatMap(({ item }) => buttonsOf(item.when)).map((one) => nearest(one, about.buttons));
  if (ways.length < (stage.next?.length ?? 0)) return;
  for (const button of about.buttons.filter((one) => !asked.includes(one))) {
    checking.fault([...path, 'buttons', button], `has no way on; add { when: { button: ${button} }, to: … } to next`);
  }
}

/** The buttons that a condition asks about. */
function buttonsOf(condition: ConditionPart | undefined): string[] {
  const inner = [...itemsOf(condition?.any), ...itemsOf(condition?.all)].flatMap(({ item }) => buttonsOf(item));
  return condition?.button === undefined ? inner : [condition.button];
}

function checkCondition(checking: Checking, path: Path, condition: ConditionPart | undefined, about: About): void {
  if (!condition) return;
  const { fault } = checking;
  for (const list of ['any', 'all'] as const) {
    for (const { index, item } of itemsOf(condition[list]))
      checkCondition(checking, [...path, list, index], item, about);
  }
  const { buttons } = about;
  if (condition.button !== undefined) {
    if (buttons === null) fault([...path, 'button'], 'is known in next only; ask about a field instead');
    else if (buttons.length === 0) fault([...path, 'button'], `${condition.button} is no button; add it under buttons`);
    else if (!buttons.includes(condition.button)) unknown(checking, [...path, 'button'], condition.button, buttons);
  }
  if (condition.child !== undefined && buttons === null) {
    fault([...path, 'child'], 'is known in next only; ask about a field instead');
  }
  const isWay = buttons !== null && path.at(-1) === 'when';
  if (condition.needs !== undefined && !isWay) fault([...path, 'needs'], 'counts in next only, beside the condition');
  checkValues(checking, path, condition, about);
}

function checkValues(checking: Checking, path: Path, condition: ConditionPart, { fields }: About): void {
  const field = fieldAt(checking, [...path, 'field'], condition.field, undefined, fields);
  if (!field) return;
  for (const test of ['is', 'in'] as const) {
    for (const { index, item } of itemsOf(condition[test])) valueAt(checking, [...path, test, index], field, item);
  }
  if (condition.over !== undefined && field.type && !NUMBERS.includes(field.type)) {
    checking.fault([...path, 'over'], `compares numbers; ${condition.field} is a field of type ${field.type}`);
  }
}

/** The values of one field that lead on: of `is` and `in`, and of `any` of those about the same field. */
export function valuesTested({ field, is, in: list, any }: ConditionPart): { field: string; values: string[] } | null {
  if (field !== undefined && (is || list)) {
    return { field, values: itemsOf(is ?? list).map(({ item }) => item) };
  }
  const inner = itemsOf(any).map(({ item }) => valuesTested(item));
  const first = inner[0];
  if (!first || !inner.every((one) => one?.field === first.field)) return null;
  return { field: first.field, values: inner.flatMap((one) => one?.values ?? []) };
}

/** Whether the stage has a form that people submit. */
export const hasForm = (stage: StagePart): boolean => (stage.form?.length ?? 0) > 0;
