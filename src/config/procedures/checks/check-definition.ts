import { entriesOf, type Partly } from '../partly';
import type { WrittenDefinition } from '../schema';
import { scopeOf } from '../scope';
import { checkApprovals } from './approvals';
import type { Checking, Fault } from './checking';
import { checkDocument, checkEnds } from './closing';
import { checkConditions } from './conditions';
import { checkFields, checkName } from './fields';
import { checkFormUse } from './form-use';
import { checkStages } from './stages';
import { checkPatterns, checkStarts } from './starts';
import { checkTimes } from './times';
import { checkWays } from './ways';

/** What must hold between the entries of one definition; what has a fault already is missing from `definition`. */
export function checkDefinition(definition: Partly<WrittenDefinition>, ladders: readonly string[], fault: Fault): void {
  const scope = scopeOf(definition);
  const checking: Checking = { scope, fault, ladders };
  checkStarts(checking);
  checkLife(checking);
  checkDocument(checking, definition);
  for (const [name] of entriesOf(definition.subprocedures)) {
    checkName(checking, ['subprocedures', name], name);
    const child = scope.children.get(name);
    if (child) checkLife({ ...checking, scope: child });
  }
}

/** What holds for procedures and subprocedures alike. */
function checkLife(checking: Checking): void {
  checkPatterns(checking);
  checkFields(checking, [...checking.scope.path, 'fields'], checking.scope.fields);
  checkStages(checking);
  checkTimes(checking);
  checkConditions(checking);
  checkWays(checking);
  checkApprovals(checking);
  checkFormUse(checking);
  checkEnds(checking);
}
