import type { WrittenWho } from '../grammar/who';
import { itemsOf } from '../partly';
import { kindOf, type PlacedStage, type Scope } from '../scope';
import type { Checking } from './checking';
import { stagesBefore } from './ways';

/** Nobody decides on their own work, and no amount goes by without a decision. */
export function checkApprovals(checking: Checking): void {
  const { scope } = checking;
  for (const placed of scope.stages) {
    checkSteps(checking, placed);
    const { approve_by, who } = placed.stage;
    const isOwn = approve_by && itemsOf(who).some(({ item }) => sameness(item) === sameness(approve_by));
    if (isOwn) checking.fault([...placed.path, 'approve_by'], 'is who fills the stage in; name somebody else');
  }
  if (scope.parent === null) checkAmounts(checking);
}

function checkSteps({ scope, fault }: Checking, placed: PlacedStage): void {
  const authors = new Set(authorsBefore(scope, placed, new Set()));
  for (const { index, item: step } of itemsOf(placed.stage.steps)) {
    const who = itemsOf(step.who).map(({ item }) => sameness(item));
    // A step with a form and a condition explains; it decides on nothing of its own.
    const isExplaining = (step.form?.length ?? 0) > 0 && step.when !== undefined;
    const isUnclear = who.length === 0 || who.length < (step.who?.length ?? 0);
    if (isUnclear || isExplaining || !who.every((one) => authors.has(one))) continue;
    fault([...placed.path, 'steps', index, 'who'], OWN_WORK);
  }
}

const OWN_WORK =
  'may be whoever wrote what is decided; name a manager, a position or a lead, or, if the step only explains, give it a form and when';

/** The parts that wrote what a stage decides on: in the stages before it in which somebody writes something. */
function authorsBefore(scope: Scope, placed: PlacedStage, seen: Set<PlacedStage>): string[] {
  seen.add(placed);
  return stagesBefore(scope, placed).flatMap((before) => {
    if (WRITING.includes(kindOf(before.stage))) return authorsOf(scope, before);
    return seen.has(before) ? [] : authorsBefore(scope, before, seen);
  });
}

const WRITING = ['fill', 'each', 'outside', 'campaign'];

/** The parts that write what a stage asks for, and all that a start by one part only makes of the starter. */
function authorsOf(scope: Scope, { stage }: PlacedStage): string[] {
  const { who, items } = stage;
  const filled = itemsOf(who).map(({ item }) => sameness(item));
  if (items?.holder) return [`person:${items.holder}`];
  return filled.includes('starter') ? [...filled, ...onlyStarter(scope)] : filled;
}

/** The one part that may start records; empty if there are several. */
function onlyStarter({ starts }: Scope): string[] {
  const parts = itemsOf(starts).flatMap(({ item }) => itemsOf(item.by).map((one) => sameness(one.item)));
  const different = [...new Set(parts)];
  return different.length === 1 ? different : [];
}

/** The same text for parts that are the same person: the starter holds the record until it is handed over. */
function sameness(who: WrittenWho): string {
  if (who.part === 'holder' || who.part === 'anyone') return 'starter';
  if (who.part === 'parent') return `parent.${sameness(who.who)}`;
  if (who.part === 'parent_holder') return 'parent.starter';
  const part = who.part === 'field' ? 'person' : who.part;
  return 'name' in who ? `${part}:${who.name}` : part;
}

const TOTAL = /(?:^|_)total$/;

function checkAmounts({ scope, fault }: Checking): void {
  const isDecided = scope.stages.some(({ stage }) => kindOf(stage) === 'approve' || stage.approve_by !== undefined);
  if (isDecided || scope.stages.length === 0) return;
  for (const [name, { type, computed }] of scope.fields) {
    if (type !== 'money' || !(computed?.kind === 'sum' || TOTAL.test(name))) continue;
    fault([...scope.path, 'fields', name], 'is an amount that nobody approves; add a stage of kind approve');
  }
}
