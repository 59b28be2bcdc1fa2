import { nearest } from '../../unknown-entry';
import type { Path } from '../../yaml-file';
import { entriesOf, isBroken, itemsOf } from '../partly';
import { OF_KIND } from '../schema-stages';
import { type FieldPart, isCampaignItems, kindOf, type PlacedStage, type StagePart } from '../scope';
import { type Checking, endAt, fieldAt, stageAt, unknown } from './checking';
import { checkFields, checkName } from './fields';
import { checkParts, checkWho } from './people';

/** Moments of their own: a stage of that name could not be told apart. */
const RESERVED = ['entered', 'opened'];

/** What must hold of each stage for itself: its entries, and the fields, stages and parts that they name. */
export function checkStages(checking: Checking): void {
  const keys = new Set<string>();
  for (const placed of checking.scope.stages) {
    checkKey(checking, placed, keys);
    checkKind(checking, placed);
    checkReferences(checking, placed);
  }
}

function checkKey(checking: Checking, { path, key }: PlacedStage, taken: Set<string>): void {
  if (key === undefined) return;
  const { scope, fault } = checking;
  const at = [...path, 'key'];
  checkName(checking, at, key);
  if (taken.has(key)) fault(at, `${key} is there twice; give one of the two stages another key`);
  else if (RESERVED.includes(key)) fault(at, `${key} is reserved for a moment; choose another key`);
  else if (scope.ends.includes(key)) fault(at, `${key} is an end, too; give one of the two another name`);
  taken.add(key);
}

const ALL_ENTRIES = [...new Set(Object.values(OF_KIND).flatMap(({ has }): readonly string[] => has))];

function checkKind({ fault }: Checking, { path, stage }: PlacedStage): void {
  if (isBroken(stage, 'kind')) return;
  const kind = kindOf(stage);
  const { needs, has }: { needs: readonly string[]; has: readonly string[] } = OF_KIND[kind];
  for (const entry of ALL_ENTRIES.filter((one) => one in stage && !has.includes(one))) {
    const kinds = entriesOf<{ has: readonly string[] }>(OF_KIND).filter(([, of]) => of.has.includes(entry));
    const names = kinds.map(([name]) => name).join(' or ');
    fault([...path, entry], `belongs to stages of kind ${names}; this one is ${kind}`);
  }
  for (const entry of needs.filter((one) => !(one in stage))) {
    fault([...path, entry], `is missing; a stage of kind ${kind} needs it`);
  }
}

function checkReferences(checking: Checking, { path, stage }: PlacedStage): void {
  const lineFields = new Map<string, FieldPart>(entriesOf(stage.fields));
  const isEach = kindOf(stage) === 'each';
  if (isEach) checkFields(checking, [...path, 'fields'], lineFields);
  checkForm(checking, [...path, 'form'], stage.form, isEach ? lineFields : undefined);
  for (const entry of ['show', 'needs_one', 'edit_voids'] as const) {
    for (const { index, item } of itemsOf(stage[entry])) fieldAt(checking, [...path, entry, index], item);
  }
  checkParts(checking, [...path, 'who'], stage.who);
  checkParts(checking, [...path, 'to'], stage.to);
  checkWho(checking, [...path, 'approve_by'], stage.approve_by);
  fieldAt(checking, [...path, 'group'], stage.group, undefined, groupFields(checking, stage));
  for (const [button] of entriesOf(stage.buttons)) checkName(checking, [...path, 'buttons', button], button);
  checkFill(checking, path, stage);
  checkApprove(checking, path, stage);
  checkRest(checking, path, stage);
}

/** The lines of campaign items are grouped by a field of the items; records of others have fields that nobody knows here. */
function groupFields({ scope }: Checking, { over, group }: StagePart): ReadonlyMap<string, FieldPart> {
  if (over === undefined) return scope.fields;
  const items = scope.stages.find(({ stage }) => kindOf(stage) === 'campaign')?.stage.items?.of;
  const child = scope.children.get(items ?? scope.fields.get(over)?.of ?? '');
  return child?.fields ?? new Map([[group ?? '', {}]]);
}

/** A fault for each field of a form that is not there, that is there twice, or that the program works out. */
export function checkForm(
  checking: Checking,
  path: Path,
  form: StagePart['form'],
  fields?: ReadonlyMap<string, FieldPart>,
): void {
  const seen = new Set<string>();
  for (const { index, item } of itemsOf(form)) {
    const at = [...path, index];
    const field = fieldAt(checking, at, item.field, undefined, fields);
    if (field?.computed) checking.fault(at, `${item.field} is worked out by the program; put it under show instead`);
    if (seen.has(item.field)) checking.fault(at, `${item.field} is there twice; leave one of the two out`);
    seen.add(item.field);
  }
}

function checkFill(checking: Checking, path: Path, { children, gate, opens_record }: StagePart): void {
  if (children) {
    const own = [...checking.scope.children.keys()];
    const isKnown = children.of !== undefined && own.includes(children.of);
    // The records may be of another procedure, which only the check of all files can know.
    if (children.of && !isKnown && nearest(children.of, own)) {
      unknown(checking, [...path, 'children', 'of'], children.of, own);
    }
    const field = fieldAt(checking, [...path, 'children', 'field'], children.field, ['records']);
    if (field?.of && isKnown && field.of !== children.of) {
      checking.fault(
        [...path, 'children', 'field'],
        `${children.field} lists records of ${field.of}, not of ${children.of}`,
      );
    }
  }
  endAt(checking, [...path, 'gate', 'unless', 'previous'], gate?.unless?.previous);
  for (const [name, source] of entriesOf(opens_record?.copy)) {
    const at = [...path, 'opens_record', 'copy', name];
    if (!SOURCES.includes(source)) fieldAt(checking, at, source);
  }
}

/** What else than a field a record can hand to another one. */
const SOURCES = ['title', 'number', 'record'];

function childAt(checking: Checking, path: Path, name: string | undefined): void {
  const known = [...checking.scope.children.keys()];
  if (name === undefined || known.includes(name)) return;
  if (known.length > 0) unknown(checking, path, name, known);
  else checking.fault(path, `${name} is no subprocedure; describe it under subprocedures`);
}

function checkApprove(checking: Checking, path: Path, stage: StagePart): void {
  stageAt(checking, [...path, 'return_to'], stage.return_to);
  endAt(checking, [...path, 'on_reject'], stage.on_reject);
  checkParts(checking, [...path, 'late', 'to'], stage.late?.to);
  const keys = new Set<string>();
  for (const { index, item: step } of itemsOf(stage.steps)) {
    const at = [...path, 'steps', index];
    if (step.key && keys.has(step.key))
      checking.fault([...at, 'key'], `${step.key} is there twice; choose another key`);
    if (step.key) keys.add(step.key);
    checkParts(checking, [...at, 'who'], step.who);
    checkForm(checking, [...at, 'form'], step.form);
  }
}

function checkRest(checking: Checking, path: Path, stage: StagePart): void {
  const { scope, fault } = checking;
  const { until, over, again, items, worklist, closes, progress } = stage;
  if (until?.children !== undefined) checkAwaited(checking, [...path, 'until'], until.children, until.all);
  if (over !== undefined && !isCampaignItems(scope, over)) fieldAt(checking, [...path, 'over'], over, ['records']);
  childAt(checking, [...path, 'again', 'items'], again?.items);
  childAt(checking, [...path, 'items', 'of'], items?.of);
  fieldAt(checking, [...path, 'items', 'from'], items?.from, ['rows', 'records']);
  fieldAt(checking, [...path, 'items', 'holder'], items?.holder, ['person', 'people']);
  const child = scope.children.get(items?.of ?? '');
  if (child) {
    for (const { index, item } of itemsOf(items?.one_for)) {
      fieldAt(checking, [...path, 'items', 'one_for', index], item, undefined, child.fields);
    }
    fieldAt(checking, [...path, 'items', 'keep_holder_of'], items?.keep_holder_of, undefined, child.fields);
    fieldAt(checking, [...path, 'worklist', 'group'], worklist?.group, undefined, child.fields);
  }
  checkParts(checking, [...path, 'closes', 'by'], closes?.by);
  checkWho(checking, [...path, 'progress', 'to'], progress?.to);
  const isByField = kindOf(stage) === 'outside' && stage.who?.every((who) => who && who.part !== 'outside');
  if (isByField) fault([...path, 'who'], 'must name outside:<field>, as people outside fill the stage in');
}

function checkAwaited(checking: Checking, path: Path, children: string, all: string | undefined): void {
  const { scope } = checking;
  const records = scope.fields.get(children);
  const lists = [...scope.fields].filter(([, { type }]) => type === 'records').map(([name]) => name);
  const opened = scope.stages.flatMap(({ stage }) =>
    [stage.opens_record?.of, stage.children?.of].flatMap((of) => of ?? []),
  );
  const known = [...lists, ...scope.children.keys(), ...opened];
  if (!records && !known.includes(children)) {
    if (scope.hasFields) unknown(checking, [...path, 'children'], children, known);
    return;
  }
  if (records) fieldAt(checking, [...path, 'children'], children, ['records']);
  const child = scope.children.get(records?.of ?? children);
  if (child && all !== undefined && all !== 'ended') endAt({ ...checking, scope: child }, [...path, 'all'], all);
}
