import type { Path } from '../../yaml-file';
import type { Partly } from '../partly';
import { entriesOf, itemsOf } from '../partly';
import type { WrittenDefinition } from '../schema';
import { kindOf, placedStage, stageKeys } from '../scope';
import { type Checking, stageAt, unknown } from './checking';
import { checkName } from './fields';
import { checkParts } from './people';

const VOID = 'void';

/** What must hold of the ends, of declaring void and of correcting. */
export function checkEnds(checking: Checking): void {
  const { scope, fault } = checking;
  const { life, path, ends } = scope;
  if (life.ends && !ends.some((end) => end !== VOID)) fault([...path, 'ends'], 'must name an end beside void');
  else if (ends[0] === VOID)
    fault([...path, 'ends', VOID], 'must not come first: the last stage leads to the first end');
  for (const end of ends) checkName(checking, [...path, 'ends', end], end);
  checkParts(checking, [...path, 'void', 'by'], life.void?.by);
  stageAt(checking, [...path, 'void', 'until'], life.void?.until);
  checkParts(checking, [...path, 'correct', 'by'], life.correct?.by);
  checkCorrect(checking, [...path, 'correct', 'until'], life.correct?.until);
}

function checkCorrect(checking: Checking, path: Path, until: string | undefined): void {
  const [first, inParent] = until?.split('.') ?? [];
  const { parent } = checking.scope;
  if (inParent === undefined) stageAt(checking, path, first);
  else if (parent) stageAt({ ...checking, scope: parent }, path, inParent);
  else checking.fault(path, 'parent. is for subprocedures only; leave it out');
}

/** What must hold of the document and the figures: signatures are of stages that are there. */
export function checkDocument(checking: Checking, { document, figures }: Partly<WrittenDefinition>): void {
  const { scope } = checking;
  for (const { index, item } of itemsOf(document?.signatures)) {
    checkSignature(checking, ['document', 'signatures', index], item);
  }
  for (const [name, figure] of entriesOf(figures)) {
    checkName(checking, [...scope.path, 'figures', name], name);
    const measures = Object.keys(figure).filter((entry) => MEASURES.includes(entry));
    if (measures.length !== 1) {
      checking.fault(['figures', name], `must have one measure: ${MEASURES.join(', ')}`);
    }
  }
}

const MEASURES = ['count', 'share', 'mean', 'median', 'sum', 'spread', 'ratio'];

function checkSignature(checking: Checking, path: Path, signature: string): void {
  const { scope, fault } = checking;
  const [key = '', step] = signature.split('.');
  const stage = placedStage(scope, key)?.stage;
  if (!stage) unknown(checking, path, key, stageKeys(scope));
  else if (step !== undefined && kindOf(stage) !== 'approve') {
    fault(path, `${key} has no steps, as it is of kind ${kindOf(stage)}; write ${key}`);
  } else if (step !== undefined && step !== '*') {
    const steps = itemsOf(stage.steps).flatMap(({ item }) => item.key ?? []);
    if (!steps.includes(step)) unknown(checking, path, step, [...steps, '*']);
  }
}
