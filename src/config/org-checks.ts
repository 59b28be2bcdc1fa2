import { seenAs } from '../domain/fields';
import { DEFAULT_CATEGORIES, UNSURE } from '../domain/org/org';
import { DEFAULT_ORG } from '../domain/org/settings';
import { readId, readKey, readName } from '../domain/org/values';
import { isDate } from '../domain/time';
import { type Entries, entriesOf, type Fault, isMapping, itemsOf } from './org-entries';
import { checkAbsences, checkLadders, checkPositions, checkProcedures } from './org-procedure-checks';

/**
 * What must hold between the values of `org.yaml`, such as that no key is there twice. `file` may hold wrong values, whose
 * faults are known already: so that all faults come at once, they are passed over here.
 */
export function checkOrgFile(file: unknown, fault: Fault): void {
  const { departments, categories, routing, sla, digest, holidays, ...people } = entriesOf(file);
  checkRouting(routing, people, fault);
  checkCategories(categories, fault);
  checkDepartments(departments, keysOf(categories), fault);
  checkReminders(entriesOf(sla), fault);
  checkDigest(entriesOf(digest), people, fault);
  checkHolidays(holidays, fault);
  checkPositions(people, fault);
  checkAbsences(people.absent, fault);
  checkLadders(people.ladders, people.positions, fault);
  checkProcedures(people.procedures, fault);
}

/** A list of people that is left out may be filled in chat; an empty one says that nobody does it. */
function checkRouting(routing: unknown, { clerks, managers }: Entries, fault: Fault): void {
  const isEmpty = (list: unknown) => Array.isArray(list) && list.length === 0;
  const needs = (role: string) => fault(['routing'], `${routing} needs at least one person in ${role}`);
  if ((routing === 'clerk' || routing === 'clerk+manager') && isEmpty(clerks)) needs('clerks');
  if (routing === 'clerk+manager' && isEmpty(managers)) needs('managers');
}

function checkCategories(categories: unknown, fault: Fault): void {
  if (Array.isArray(categories) && categories.length === 0) {
    fault(['categories'], 'must list at least one category');
  }
  const keys = new Set<string>();
  const names = new Set<string>();
  for (const [index, item] of itemsOf(categories).entries()) {
    const { key, name } = entriesOf(item);
    checkKey(key, keys, (message) => fault(['categories', index, 'key'], message));
    checkName(name, names, (message) => fault(['categories', index, 'name'], message));
    const isBuiltIn = (DEFAULT_CATEGORIES as readonly unknown[]).includes(key);
    if (isMapping(item) && name === undefined && !isBuiltIn) fault(['categories', index, 'name'], 'is missing');
  }
}

const isKey = (key: unknown): key is string => typeof key === 'string' && readKey(key) !== null;

/** The categories that a department may have. */
function keysOf(categories: unknown): unknown[] {
  if (categories === undefined) return [...DEFAULT_CATEGORIES];
  return itemsOf(categories)
    .map((item) => entriesOf(item).key)
    .filter(isKey);
}

function checkDepartments(departments: unknown, categories: unknown[], fault: Fault): void {
  const keys = new Set([UNSURE]);
  const names = new Set<string>();
  const chats = new Set<string>();
  for (const [index, item] of itemsOf(departments).entries()) {
    const { key, name, chat, categories: own } = entriesOf(item);
    checkKey(key, keys, (message) => fault(['departments', index, 'key'], message));
    checkName(name, names, (message) => fault(['departments', index, 'name'], message));
    if (typeof chat === 'string' && readId(chat, 'oc_') !== null) {
      if (chats.has(chat)) fault(['departments', index, 'chat'], 'already serves another department');
      chats.add(chat);
    }
    for (const [at, category] of itemsOf(own).entries()) {
      if (categories.includes(category)) continue;
      fault(['departments', index, 'categories', at], `must be one of ${categories.join(', ')}`);
    }
  }
}

function checkKey(key: unknown, taken: Set<string>, fault: (message: string) => void): void {
  if (!isKey(key)) return;
  if (taken.has(key)) fault(key === UNSURE ? `${UNSURE} is reserved` : `${key} is there twice`);
  taken.add(key);
}

/** People choose by names: two that look the same could not be told apart. */
function checkName(name: unknown, taken: Set<string>, fault: (message: string) => void): void {
  if (typeof name !== 'string' || readName(name) === null) return;
  const seen = seenAs(name);
  if (taken.has(seen)) fault(`${seen} is there twice`);
  taken.add(seen);
}

function checkReminders({ remind_before, reply_within }: Entries, fault: Fault): void {
  const longest = typeof reply_within === 'number' ? reply_within : DEFAULT_ORG.sla.replyWithinMs;
  for (const [index, ms] of itemsOf(remind_before).entries()) {
    if (typeof ms !== 'number' || ms < longest) continue;
    fault(['sla', 'remind_before', index], 'must be shorter than sla.reply_within');
  }
}

/** Managers who are left out of the file are named in chat, where nobody knows them yet. */
function checkDigest({ digest_only }: Entries, { managers }: Entries, fault: Fault): void {
  if (!Array.isArray(managers)) return;
  const only = itemsOf(digest_only);
  for (const [index, id] of only.entries()) {
    if (typeof id !== 'string' || readId(id, 'ou_') === null || managers.includes(id)) continue;
    fault(['digest', 'digest_only', index], 'must be one of managers');
  }
  if (managers.length > 0 && managers.every((id) => only.includes(id))) {
    fault(['digest', 'digest_only'], 'must leave at least one of managers, who hears of late cases');
  }
}

function checkHolidays(holidays: unknown, fault: Fault): void {
  for (const [index, item] of itemsOf(holidays).entries()) {
    const { from, to } = entriesOf(item);
    const areDates = [from, to].every((date) => typeof date === 'string' && isDate(date));
    if (!areDates || String(to) >= String(from)) continue;
    fault(['holidays', index, 'to'], `must not lie before holidays[${index}].from`);
  }
}
