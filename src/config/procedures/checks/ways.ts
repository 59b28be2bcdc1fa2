import { nearest } from '../../unknown-entry';
import { plainValue } from '../build-fields';
import { isBroken, itemsOf } from '../partly';
import { type FieldPart, kindOf, type PlacedStage, type Scope, stageKeys } from '../scope';
import { type Checking, unknown, valuesOf } from './checking';
import { hasForm, valuesTested } from './conditions';

/** Where records go: targets that are there, a way on from each stage, each stage on the way from the first to an end. */
export function checkWays(checking: Checking): void {
  const { scope } = checking;
  const targets = [...stageKeys(scope), ...scope.ends];
  for (const { path, stage } of scope.stages) {
    for (const { index, item } of itemsOf(stage.next)) {
      if (item.to === undefined || scope.life.ends === undefined || targets.includes(item.to)) continue;
      unknown(checking, [...path, 'next', index, 'to'], item.to, targets);
    }
  }
  for (const placed of scope.stages) checkIsComplete(checking, placed);
  checkIsConnected(checking);
}

/** A fault if a record may find no way, or if a way is never taken. */
function checkIsComplete({ scope, fault }: Checking, { path, stage }: PlacedStage): void {
  const ways = itemsOf(stage.next);
  const isUnclear = ways.length < (stage.next?.length ?? 0) || ways.some(({ item }) => isBroken(item, 'when'));
  if (ways.length === 0 || isUnclear) return;
  const always = ways.find(({ item }) => item.when === undefined);
  if (always) {
    const [never] = ways.filter(({ index }) => index > always.index);
    if (never) fault([...path, 'next', never.index], 'is never taken: a way without when stands before it; move it up');
    return;
  }
  // Without a further way, the record waits for the child.
  if (ways.some(({ item }) => item.when?.child !== undefined)) return;
  const reason = gapIn(scope, stage);
  if (reason !== null) fault([...path, 'next'], reason);
}

/** Why a record may find no way; null if it always finds one. */
function gapIn(scope: Scope, stage: PlacedStage['stage']): string | null {
  const conditions = itemsOf(stage.next).flatMap(({ item }) => item.when ?? []);
  const buttons = conditions.flatMap(({ button }) => button ?? []);
  const onlyButtons = kindOf(stage) === 'fill' && !hasForm(stage) && stage.submit === undefined;
  if (onlyButtons && buttons.length === conditions.length) return null;
  const isSet = (set: boolean) => conditions.flatMap((one) => (one.set === set && one.field ? [one.field] : []));
  if (isSet(true).some((field) => isSet(false).includes(field))) return null;
  const tested = new Map<string, string[]>();
  for (const { field, values } of conditions.flatMap((one) => valuesTested(one) ?? [])) {
    tested.set(field, [...(tested.get(field) ?? []), ...values]);
  }
  const gaps = [...tested].map(([name, values]) => gapOf(name, scope.fields.get(name), values, stage));
  if (gaps.includes(null)) return null;
  return gaps[0] ?? 'leads nowhere if none of its conditions holds; add a last way without when';
}

const gapOf = (
  name: string,
  field: FieldPart | undefined,
  values: string[],
  { form }: PlacedStage['stage'],
): string | null => {
  const possible = field && valuesOf(field);
  // Already a fault of its own.
  if (!field || isBroken(field, 'type') || isBroken(field, 'choices')) return null;
  if (!possible) return `leads nowhere if ${name} is something else; add a last way without when`;
  const given = new Set(values.map((value) => plainValue(field.type, value)));
  const missing = [...new Set(possible.map((value) => plainValue(field.type, value)))].filter(
    (value) => !given.has(value),
  );
  if (missing.length > 0) {
    return `leads nowhere if ${name} is ${missing.join(' or ')}; add a way for it, or a last one without when`;
  }
  const inForm = itemsOf(form).find(({ item }) => item.field === name);
  return inForm && !inForm.item.required
    ? `leads nowhere if ${name} is empty; write ${name}* in the form, or add a last way without when`
    : null;
};

/** A fault for each stage to which no way leads, or from which none leads to an end. */
function checkIsConnected({ scope, fault }: Checking): void {
  const [first] = scope.stages;
  const ways = new Map(
    scope.stages.flatMap((placed, index) => (placed.key ? [[placed.key, onwards(scope, index)]] : [])),
  );
  const isUnclear = scope.stages.some(({ key }) => key === undefined) || [...ways.values()].includes(null);
  // Faults that are known already may be the reason.
  if (!first?.key || isUnclear || scope.life.ends === undefined) return;
  const targetsOf = (key: string) => ways.get(key) ?? [];
  const reached = closure([first.key], targetsOf);
  const leadingOn = closure(scope.ends, (key) => [...ways].flatMap(([from, to]) => (to?.includes(key) ? [from] : [])));
  for (const { path, key } of scope.stages) {
    if (key === undefined) continue;
    if (!reached.has(key)) fault([...path, 'key'], `${key} is never reached; let a next lead to it, or leave it out`);
    // Of stages that lead to each other only: those from which none leads further.
    else if (!leadingOn.has(key) && isBottom(key, targetsOf)) {
      fault([...path, 'key'], `${key} leads to no end; let its next lead on`);
    }
  }
}

/** Whether every stage to which this one leads comes back to it. */
const isBottom = (key: string, targetsOf: (key: string) => readonly string[]) =>
  [...closure([key], targetsOf)].every((one) => closure([one], targetsOf).has(key));

/** The stages and ends to which a stage leads; null if that cannot be told. */
function onwards(scope: Scope, index: number): string[] | null {
  const stage = scope.stages[index]?.stage;
  if (!stage || (['next', 'return_to', 'on_reject'] as const).some((entry) => isBroken(stage, entry))) return null;
  const following = scope.stages[index + 1]?.key ?? scope.ends[0];
  const next = stage.next === undefined ? [following] : stage.next.map((way) => way?.to);
  const beside = [stage.return_to, stage.on_reject].filter((key) => key !== undefined);
  const known = [...stageKeys(scope), ...scope.ends];
  const meant = [...next, ...beside].map((key) => key && nearest(key, known));
  return meant.every((key) => key !== undefined) ? meant.filter((key) => key !== '') : null;
}

/** Everything to which steps lead from these. */
function closure(from: readonly string[], stepsOf: (key: string) => readonly string[]): Set<string> {
  const found = new Set(from);
  // A set hands out what is added to it while it is gone through.
  for (const key of found) for (const next of stepsOf(key)) found.add(next);
  return found;
}

/** The stage to which this one returns; if it returns to none, those above it in the file that lead to it. */
export function stagesBefore(scope: Scope, placed: PlacedStage): PlacedStage[] {
  const { key } = placed;
  const returned = scope.stages.filter((one) => one.key !== undefined && one.key === placed.stage.return_to);
  if (returned.length > 0 || key === undefined) return returned;
  return scope.stages.slice(0, scope.stages.indexOf(placed)).filter((_, index) => onwards(scope, index)?.includes(key));
}
