import { nearest } from '../../unknown-entry';
import type { Path } from '../../yaml-file';
import { FIELDS_OF_PART, PARTS, type WrittenWho } from '../grammar/who';
import { itemsOf } from '../partly';
import { isCampaignItems, type Scope } from '../scope';
import { type Checking, fieldAt, unknown } from './checking';

/** Parts that there are before any record is; whoever starts a record is its starter and holder. */
const BEFORE_A_RECORD = ['anyone', 'manager', 'clerk', 'admin', 'position', 'department', 'starter', 'holder'];

/** A fault for each part of a list that this procedure does not have. */
export function checkParts(
  checking: Checking,
  path: Path,
  parts: readonly (WrittenWho | undefined)[] | undefined,
): void {
  for (const { index, item } of itemsOf(parts)) checkWho(checking, [...path, index], item);
}

/** A fault if the part is none that a record of this procedure has. */
export function checkWho(checking: Checking, path: Path, who: WrittenWho | undefined): void {
  if (who === undefined) return;
  const { scope, fault } = checking;
  const { parent } = scope;
  if (who.part === 'anyone') fault(path, 'anyone may only start a record; name who acts here, such as starter');
  else if (who.part === 'parent_holder') {
    if (parent === null) fault(path, 'parent_holder is a part of subprocedures only; write holder');
  } else if (who.part === 'parent') {
    if (parent === null) fault(path, 'parent. is for subprocedures only; leave it out');
    else checkWho({ ...checking, scope: parent }, path, who.who);
  } else if ('name' in who) checkNamed(checking, path, who.part, who.name);
}

function checkNamed(checking: Checking, path: Path, part: string, name: string): void {
  const { scope, fault } = checking;
  if (part === 'department') {
    const meant = scope.fields.has(name) ? undefined : nearest(name, departmentFields(scope));
    if (meant) fault(path, `department:${name} is near to the field ${meant}; did you mean department:${meant}?`);
    else if (scope.fields.has(name)) fieldAt(checking, path, name, ['department']);
    return;
  }
  const types = FIELDS_OF_PART[part];
  if (!types || (part === 'rep_of' && isCampaignItems(scope, name))) return;
  if (part !== 'field' || scope.fields.has(name)) fieldAt(checking, path, name, types);
  else if (scope.hasFields) unknown(checking, path, name, [...PARTS, ...peopleFields(scope)]);
}

const fieldsOfTypes = (scope: Scope, types: readonly string[]) =>
  [...scope.fields].filter(([, { type }]) => type && types.includes(type)).map(([name]) => name);
const departmentFields = (scope: Scope) => fieldsOfTypes(scope, ['department']);
const peopleFields = (scope: Scope) => fieldsOfTypes(scope, ['person', 'people']);

/** Who begins records: no record is there yet whose fields could name anybody. */
export function checkStarters(
  checking: Checking,
  path: Path,
  parts: readonly (WrittenWho | undefined)[] | undefined,
): void {
  for (const { index, item } of itemsOf(parts)) {
    const isField = item.part === 'field' && !checking.scope.fields.has(item.name);
    if (isField) checkWho(checking, [...path, index], item);
    else if (!BEFORE_A_RECORD.includes(item.part) || isDepartmentField(checking.scope, item)) {
      checking.fault([...path, index], `must be one of ${BEFORE_A_RECORD.join(', ')}: no record is there yet`);
    }
  }
}

const isDepartmentField = (scope: Scope, who: WrittenWho) => who.part === 'department' && scope.fields.has(who.name);
