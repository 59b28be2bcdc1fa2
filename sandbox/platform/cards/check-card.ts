import { type CardFault, isRecord, type Json, listed, type Place, report, step, stepIndex } from './card-checks';
import { INTERACTIVE_TAGS } from './card-components';
import { cardFrame } from './card-frame';
import { checkMarkdown, countTables, type Known } from './markdown-rules';

export type { CardFault } from './card-checks';
export type { Known } from './markdown-rules';

/** Feishu's limits on one card. */
export const CARD_LIMITS = { bytes: 30 * 1024, elements: 200, depth: 5, tables: 5 } as const;
/** Code of a fault that is answered with 230025 instead of 230099. */
export const TOO_LARGE = 230025;

const CONTAINERS = new Set(['form', 'column_set', 'interactive_container', 'collapsible_panel']);
/** Free data inside which nothing is an element. */
const OPAQUE = new Set(['chart_spec', 'rows', 'value', 'style', 'streaming_config', 'summary']);

interface Scope {
  known: Known;
  names: Set<string>;
  tables: number;
  markdownTables: number;
}

interface Around {
  depth: number;
  form: { submits: number } | null;
}

/**
 * Says why Feishu would refuse this card; an empty list means that it takes it. `known` tells which images and people
 * exist; without it they are not looked up.
 */
export function checkCard(card: unknown, known: Known = {}): CardFault[] {
  const at: Place = { path: 'ROOT', faults: [] };
  const json = JSON.stringify(card) ?? 'null';
  const bytes = Buffer.byteLength(json);
  if (bytes > CARD_LIMITS.bytes) report(at, `the card has ${bytes} bytes`, TOO_LARGE);
  const plain: unknown = JSON.parse(json);
  cardFrame(plain, at);
  if (!isRecord(plain)) return at.faults;
  checkTags(plain, known, at);
  const scope: Scope = { known, names: new Set(), tables: 0, markdownTables: 0 };
  const body = isRecord(plain.body) ? plain.body : {};
  const inBody = step(step(at, 'body'), 'elements');
  for (const [index, element] of listed(body.elements).entries()) {
    checkElement(element, stepIndex(inBody, index, element), { depth: 0, form: null }, scope);
  }
  const tables = scope.tables + scope.markdownTables;
  if (tables > CARD_LIMITS.tables) report(at, 'card table number over limit', 11310);
  return at.faults;
}

/** The text that Feishu puts in `msg` beside code 230099. */
export function faultMessage(fault: CardFault): string {
  const { code, path, message } = fault;
  return `Failed to create card content, ext=ErrCode: ${code}; ErrPath: ${path}; ErrMsg: ${message}; `;
}

function checkTags(card: Json, known: Known, at: Place): void {
  const ids = new Set<string>();
  let tags = 0;
  for (const each of objectsIn([card.header, card.body])) {
    if (typeof each.tag === 'string') tags += 1;
    if (typeof each.element_id === 'string') {
      if (ids.has(each.element_id)) report(at, `element_id ${each.element_id} is duplicate`, 300301);
      ids.add(each.element_id);
    }
    if (typeof each.img_key === 'string' && known.image?.(each.img_key) === false) {
      report(at, 'image key is invalid', 200570);
    }
  }
  if (tags > CARD_LIMITS.elements) report(at, `element exceeds the limit: ${tags}`, 11310);
}

function* objectsIn(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const each of value) yield* objectsIn(each);
  if (!isRecord(value)) return;
  yield value;
  for (const [key, each] of Object.entries(value)) if (!OPAQUE.has(key)) yield* objectsIn(each);
}

function checkElement(element: unknown, at: Place, around: Around, scope: Scope): void {
  if (!isRecord(element)) return;
  const tag = String(element.tag);
  const depth = around.depth + (CONTAINERS.has(tag) ? 1 : 0);
  if (CONTAINERS.has(tag) && depth === CARD_LIMITS.depth + 1) report(at, 'containers are nested too deep');
  const form = tag === 'form' ? { submits: 0 } : around.form;
  if (tag === 'form') useName(element, at, scope);
  if (INTERACTIVE_TAGS.has(tag)) checkControl(element, at, around, scope);
  if (tag === 'table') checkTable(element, at, scope);
  if (tag === 'person') checkPeople([element.user_id], at, scope);
  if (tag === 'person_list' && element.drop_invalid_user_id !== true) {
    checkPeople(
      listed(element.persons).map((each) => (isRecord(each) ? each.id : null)),
      at,
      scope,
    );
  }
  checkTexts(element, at, scope);
  checkChildren(element, at, { depth, form }, scope);
  if (tag === 'form' && form?.submits === 0) report(at, 'there is no submit button in the form', 300123);
}

function checkChildren(element: Json, at: Place, around: Around, scope: Scope): void {
  if (element.tag === 'column_set') {
    for (const [index, column] of listed(element.columns).entries()) {
      if (isRecord(column)) checkChildren(column, stepIndex(step(at, 'columns'), index, column), around, scope);
    }
  }
  for (const [index, child] of listed(element.elements).entries()) {
    checkElement(child, stepIndex(step(at, 'elements'), index, child), around, scope);
  }
}

function checkControl(element: Json, at: Place, { form }: Around, scope: Scope): void {
  if (form && !(typeof element.name === 'string' && element.name.trim())) {
    report(at, 'a component in a form needs a name', 200530);
  }
  useName(element, at, scope);
  if (!form && element.required === true) report(at, 'required only in form');
  if (element.tag === 'button') checkButton(element, at, form);
  if (element.tag === 'select_img' && element.multi_select === true && !form) report(at, 'multi_select only in form');
  const values = listed(element.options).flatMap((option) => (isRecord(option) ? [option.value] : []));
  const given = values.filter((value) => value !== undefined);
  if (new Set(given).size < given.length) report(at, 'duplicate option value');
}

function checkButton(button: Json, at: Place, form: Around['form']): void {
  const legacy = { form_submit: 'submit', form_reset: 'reset' }[String(button.action_type)];
  const kind = button.form_action_type ?? legacy;
  if (kind && !form) report(at, 'formActionType only in form');
  if (form && !kind) report(at, 'a button in a form must be submit or reset');
  if (form && kind === 'submit') form.submits += 1;
}

function useName(element: Json, at: Place, scope: Scope): void {
  if (typeof element.name !== 'string' || !element.name) return;
  if (scope.names.has(element.name)) report(at, `duplicate name ${element.name}`);
  scope.names.add(element.name);
}

function checkPeople(ids: unknown[], at: Place, { known }: Scope): void {
  for (const id of ids) {
    if (typeof id === 'string' && known.person && !known.person(id)) report(at, 'invalid user id', 100290);
  }
}

function checkTexts(element: Json, at: Place, scope: Scope): void {
  const holders: unknown[] = element.tag === 'markdown' ? [element] : [];
  holders.push(...[element.text, element.title].filter((each) => isRecord(each) && each.tag === 'lark_md'));
  for (const field of listed(element.fields)) if (isRecord(field)) holders.push(field.text);
  if (element.tag === 'collapsible_panel' && isRecord(element.header)) holders.push(element.header.title);
  for (const holder of holders) {
    if (!isRecord(holder) || holder.tag === 'plain_text') continue;
    const translated = isRecord(holder.i18n_content) ? Object.values(holder.i18n_content) : [];
    for (const content of [holder.content, ...translated]) {
      if (typeof content === 'string') checkMarkdown(content, at, scope.known);
    }
    if (typeof holder.content === 'string') scope.markdownTables += countTables(holder.content);
  }
}

function checkTable(table: Json, at: Place, scope: Scope): void {
  scope.tables += 1;
  const types = new Map<unknown, unknown>();
  for (const column of listed(table.columns)) {
    if (!isRecord(column)) continue;
    if (types.has(column.name)) report(at, `duplicate column ${String(column.name)}`, 200914);
    types.set(column.name, column.data_type);
  }
  for (const row of listed(table.rows)) {
    for (const [key, cell] of Object.entries(isRecord(row) ? row : {})) {
      if (!types.has(key)) report(at, `no column ${key}`, 200915);
      else if (!fitsColumn(types.get(key), cell)) report(at, `cell ${key} is not of its data_type`, 200914);
    }
  }
}

function fitsColumn(type: unknown, cell: unknown): boolean {
  switch (type) {
    case 'number':
    case 'date':
      return typeof cell === 'number';
    case 'options':
      return (
        typeof cell === 'string' ||
        (Array.isArray(cell) && cell.every((each) => isRecord(each) && typeof each.text === 'string'))
      );
    case 'persons':
      return typeof cell === 'string' || (Array.isArray(cell) && cell.every((each) => typeof each === 'string'));
    default:
      return typeof cell === 'string';
  }
}
