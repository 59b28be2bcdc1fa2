import { isRecord, type Json, listed } from '../json';
import { type Place, report, step, stepIndex } from './card-faults';
import { INTERACTIVE_TAGS } from './card-schema';
import { checkMarkdown, countTables, type Known } from './markdown-rules';
import { checkTable } from './table-rules';

// Rules that a schema cannot express: they depend on the form around an element or on the rest of the card.

const MAX_DEPTH = 5;
const CONTAINERS = new Set(['form', 'column_set', 'interactive_container', 'collapsible_panel']);

/** State of one check of a card. */
export interface Scope {
  known: Known;
  /** Names of the forms and fields seen so far. */
  names: Set<string>;
  /** Number of tables seen so far, tables in markdown included. */
  tables: number;
}

/** The containers around an element. */
export interface Around {
  depth: number;
  form: { submits: number } | null;
}

/** Reports the faults of an element and of all elements inside. */
export function checkElement(element: unknown, at: Place, around: Around, scope: Scope): void {
  if (!isRecord(element)) return;
  const tag = String(element.tag);
  const depth = around.depth + (CONTAINERS.has(tag) ? 1 : 0);
  if (CONTAINERS.has(tag) && depth === MAX_DEPTH + 1) report(at, 'containers are nested too deep');
  const form = tag === 'form' ? { submits: 0 } : around.form;
  if (tag === 'form') useName(element, at, scope);
  if (INTERACTIVE_TAGS.has(tag)) checkControl(element, at, around.form, scope);
  if (tag === 'table') {
    scope.tables += 1;
    checkTable(element, at);
  }
  checkPeople(element, at, scope.known);
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

function checkControl(element: Json, at: Place, form: Around['form'], scope: Scope): void {
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

function useName({ name }: Json, at: Place, { names }: Scope): void {
  if (typeof name !== 'string' || !name) return;
  if (names.has(name)) report(at, `duplicate name ${name}`);
  names.add(name);
}

function checkPeople({ tag, user_id, persons, drop_invalid_user_id }: Json, at: Place, known: Known): void {
  const inList = tag === 'person_list' && drop_invalid_user_id !== true ? listed(persons) : [];
  const ids = [tag === 'person' ? user_id : null, ...inList.map((each) => (isRecord(each) ? each.id : null))];
  for (const id of ids) {
    if (typeof id === 'string' && known.person?.(id) === false) report(at, 'invalid user id', 100290);
  }
}

function checkTexts(element: Json, at: Place, scope: Scope): void {
  for (const holder of markdownOf(element)) {
    const translated = isRecord(holder.i18n_content) ? Object.values(holder.i18n_content) : [];
    for (const content of [holder.content, ...translated]) {
      if (typeof content === 'string') checkMarkdown(content, at, scope.known);
    }
    if (typeof holder.content === 'string') scope.tables += countTables(holder.content);
  }
}

/** The text objects of an element that contain markdown. */
function markdownOf(element: Json): Json[] {
  const texts = [element.text, element.title].filter((each) => isRecord(each) && each.tag === 'lark_md');
  const fields = listed(element.fields).map((field) => (isRecord(field) ? field.text : null));
  const { header } = element;
  const title = element.tag === 'collapsible_panel' && isRecord(header) ? header.title : null;
  const holders = [element.tag === 'markdown' ? element : null, ...texts, ...fields, title];
  return holders.filter(isRecord).filter(({ tag }) => tag !== 'plain_text');
}
