import { unknownEntry } from '../../unknown-entry';
import type { Path } from '../../yaml-file';
import type { WrittenMoment } from '../grammar/moments';
import { momentOf } from '../meaning-of-moment';
import { itemsOf, type Partly } from '../partly';
import type { WrittenDue } from '../schema-parts';
import { type PlacedStage, type Scope, stageKeys } from '../scope';
import type { Checking } from './checking';

/** Faults of every moment that the stages name, and of the ladders. */
export function checkTimes(checking: Checking): void {
  const { scope } = checking;
  checkLadder(checking, [...scope.path, 'ladder'], scope.life.ladder);
  for (const { path, stage } of scope.stages) {
    checkLadder(checking, [...path, 'ladder'], stage.ladder);
    checkOpening(checking, { path, stage });
    checkDue(checking, [...path, 'due'], stage.due);
    checkDue(checking, [...path, 'late'], stage.late);
    checkDue(checking, [...path, 'receipt', 'due'], stage.receipt?.due);
    checkDue(checking, [...path, 'closes', 'or'], stage.closes?.or);
    checkMoment(checking, [...path, 'until', 'date'], stage.until?.date);
    for (const { index, item } of itemsOf(stage.steps)) checkDue(checking, [...path, 'steps', index, 'due'], item.due);
  }
}

function checkLadder({ ladders, fault }: Checking, path: Path, ladder: string | undefined): void {
  if (ladder === undefined || ladders.includes(ladder)) return;
  fault(path, `${ladder} ${unknownEntry(ladder, ladders)}`);
}

function checkOpening(checking: Checking, { path, stage }: Pick<PlacedStage, 'path' | 'stage'>): void {
  const { opens } = stage;
  if (!opens) return;
  const at = [...path, 'opens'];
  const { parent } = checking.scope;
  if (opens.after !== undefined || opens.before !== undefined) checkDue(checking, at, opens);
  checkDue(checking, [...at, 'but_not_before'], opens.but_not_before);
  if (opens.after !== undefined && opens.before !== undefined)
    checking.fault(at, 'must have after or before, not both');
  if (opens.with === undefined && opens.stage === undefined) return;
  if (opens.with === undefined || opens.stage === undefined) {
    checking.fault(at, 'needs both with: parent and the stage of the parent');
  } else if (parent === null) checking.fault([...at, 'with'], 'is for subprocedures only; leave it out');
  else if (!stageKeys(parent).includes(opens.stage)) {
    checking.fault([...at, 'stage'], `${opens.stage} ${unknownEntry(opens.stage, stageKeys(parent))}`);
  }
}

/** A fault if the due date is counted from no moment of this procedure. */
export function checkDue(checking: Checking, path: Path, due: Partly<WrittenDue> | undefined): void {
  if (!due) return;
  checkMoment(checking, [...path, 'after'], due.after);
  checkMoment(checking, [...path, 'before'], due.before);
  checkDue(checking, [...path, 'else'], due.else);
}

function checkMoment({ scope, fault }: Checking, path: Path, moment: WrittenMoment | undefined): void {
  if (moment === undefined || !scope.hasFields || hasUnclearType(scope, moment)) return;
  const meant = momentOf(moment, scope);
  if (typeof meant === 'string') fault(path, meant);
}

/** Whether the type of the field that is named has a fault of its own. */
function hasUnclearType({ fields, children }: Scope, moment: WrittenMoment): boolean {
  const name = nameIn(moment);
  const inside = moment.kind === 'last' ? [...children.values()].map((child) => child.fields) : [fields];
  return name !== null && inside.some((known) => known.has(name) && known.get(name)?.type === undefined);
}

function nameIn(moment: WrittenMoment): string | null {
  if (moment.kind === 'name') return moment.name;
  if (moment.kind === 'last') return moment.field;
  return moment.kind === 'edge' ? moment.of : null;
}
