import { nearest } from '../../unknown-entry';
import { entriesOf, isBroken, itemsOf } from '../partly';
import { kindOf, type Scope } from '../scope';
import type { Checking } from './checking';

/** A fault for each field that can never have a value: on no form, and set by nothing else. */
export function checkFormUse({ scope, fault }: Checking): void {
  const { life, stages, starts } = scope;
  const isUnclear =
    itemsOf(life.stages).length < (life.stages?.length ?? 0) ||
    itemsOf(starts).length < starts.length ||
    stages.some(({ stage }) => ['form', 'steps', 'children', 'items'].some((entry) => isBroken(stage, entry)));
  // What has a fault of its own may name any field.
  if (isUnclear || stages.length === 0) return;
  const names = [...scope.fields.keys()];
  // A name with a fault of its own stands for the field that was probably meant.
  const named = [...filledIn(scope), ...begunWith(scope), ...fromParent(scope)];
  const set = new Set(named.map((name) => nearest(name, names)));
  for (const [name, field] of scope.fields) {
    if (set.has(name) || 'computed' in field || 'default' in field) continue;
    fault(
      [...scope.path, 'fields', name],
      'is on no form and set by nothing; put it into the form of a stage, or leave it out',
    );
  }
}

/** Fields that stages ask for, and lists of the records that they open. */
const filledIn = ({ stages }: Scope): string[] =>
  stages.flatMap(({ stage }) => [
    ...(kindOf(stage) === 'each' ? [] : itemsOf(stage.form).map(({ item }) => item.field)),
    ...itemsOf(stage.steps).flatMap(({ item }) => itemsOf(item.form).map((one) => one.item.field)),
    ...[stage.children?.field].flatMap((field) => field ?? []),
  ]);

/** Fields that have a value from the beginning. */
const begunWith = ({ starts, fields }: Scope): string[] =>
  itemsOf(starts).flatMap(({ item }) => [
    ...Object.keys(item.fill ?? {}),
    ...Object.keys(item.copy ?? {}),
    ...[...fields].filter(([, { type }]) => type !== undefined && type === item.for_each).map(([name]) => name),
    ...itemsOf(item.when?.same).map((one) => one.item),
  ]);

/** Fields that the campaign of the parent fills in: what the records are for, and columns of the same name. */
function fromParent({ name, parent }: Scope): string[] {
  const names = [...(parent?.children.keys() ?? [])];
  const items = (parent?.stages ?? []).flatMap(({ stage }) =>
    stage.items && nearest(stage.items.of ?? '', names) === name ? [stage.items] : [],
  );
  return items.flatMap(({ one_for, from }) => [
    ...itemsOf(one_for).map(({ item }) => item),
    ...entriesOf(parent?.fields.get(from ?? '')?.columns).map(([column]) => column),
  ]);
}
