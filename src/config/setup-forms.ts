import { z } from 'zod';
import { isBlank } from '../domain/fields';
import type { SetupFaultName } from '../domain/org/changes';
import { readHolidayLines } from '../domain/org/holiday-lines';
import { type Category, DEFAULT_CATEGORIES } from '../domain/org/org';
import {
  type DepartmentSettings,
  type FoundDepartment,
  fixedInDepartment,
  type OrgState,
} from '../domain/org/settings';
import { MAX_NAME_LENGTH, NONE, readKey } from '../domain/org/values';
import { fieldText, filled, fits, items, NOTHING, type Read, readForm, wrong } from './form-fields';
import { inFile, settingsOf } from './org-schema';
import * as value from './org-values';

type Fields = Record<string, string>;

/** Commas and the like. A space, too, but not within `not working`: a keyword may be several words. */
const BETWEEN_WORDS = /[,，、;；\n]|(?<![!-~])\s|\s(?![!-~])/;

const people = items(/[\s,，、;；]+/).pipe(z.array(value.person));

/** Adds or changes a department. `key` is null for a new one. */
export function readDepartment(state: OrgState, key: string | null, fields: Fields): Read {
  const known = state.org.categories.map((category) => category.key);
  const form = z.object({
    name: filled(value.name),
    lead: people,
    keywords: items(BETWEEN_WORDS).refine((keywords) => fits(keywords, ', '), wrong('too_long')),
    categories: items(/,/).refine((keys) => keys.every((one) => known.includes(one)), wrong('not_a_choice')),
    feishu_department: fieldText.transform((id) => id || null).pipe(value.feishuDepartment.nullable()),
  });
  const fixed = new Set<string>(key === null ? [] : fixedInDepartment(state, key));
  if (fixed.has('feishuDepartment')) fixed.add('feishu_department');
  return readForm(form, fields, fixed, ({ lead, feishu_department, ...rest }) => {
    const department: DepartmentSettings = { key: key ?? newKey(state), ...rest };
    if (lead) department.lead = lead[0] ?? null;
    if (feishu_department !== undefined) department.feishuDepartment = feishu_department;
    return { type: 'department', department };
  });
}

/** A key that no case carries: versions only grow. */
function newKey({ version, org }: OrgState, more = 0): string {
  const key = `department_${version + 1 + more}`;
  return org.departments.some((department) => department.key === key) ? `${key}_b` : key;
}

const groupForm = z.object({ chat: filled(value.chat) });

/** The group of a department, or none. */
export function readGroup(department: string, fields: Fields): Read {
  if (fields.chat?.trim() === NONE) return { ok: true, change: { type: 'bind', department, chat: null } };
  return readForm(groupForm, fields, NOTHING, ({ chat = null }) => ({ type: 'bind', department, chat }));
}

const removalForm = z.object({ into: filled(z.string()) });

/** Removes a department. Its cases go into another one, or to the clerks (`none`). */
export function readRemoval(key: string, fields: Fields): Read {
  return readForm(removalForm, fields, NOTHING, ({ into = NONE }) => ({
    type: 'remove_department',
    key,
    into: into === NONE ? null : into,
  }));
}

const peopleForm = z.object({ clerks: people, managers: people, admins: people });

/** Who clerks, managers and admins are. */
export function readPeople({ file }: OrgState, fields: Fields): Read {
  return readForm(peopleForm, fields, new Set(Object.keys(inFile(file))), (roles) => ({ type: 'people', ...roles }));
}

const routingForm = z.object({ routing: filled(value.routing) });

/** The way of a case to its department. */
export function readRouting(fields: Fields): Read {
  return readForm(routingForm, fields, NOTHING, ({ routing = 'direct' }) => ({ type: 'routing', routing }));
}

/**
 * One category a line: its name, or `key：name`. A name that is there already keeps its key, which cases carry; a new
 * one gets a key of its own. `builtIn` are the names of the built-in categories in the language of the form.
 */
export function readCategories(state: OrgState, fields: Fields, builtIn: Record<string, string>): Read {
  const lines = items(/\n+/, Number.POSITIVE_INFINITY).refine((all) => all.length > 0, wrong('missing'));
  const form = z.object({
    categories: lines.transform((typed, { issues }) => {
      const categories = typed.map((line, index) => categoryIn(line, index, state, builtIn));
      for (const fault of faultsOf(categories, builtIn)) {
        issues.push({ code: 'custom', input: typed, ...wrong(fault) });
      }
      return categories;
    }),
  });
  return readForm(form, fields, NOTHING, ({ categories = [] }) => ({ type: 'categories', categories }));
}

const isBuiltIn = (key: string) => (DEFAULT_CATEGORIES as readonly string[]).includes(key);

function categoryIn(line: string, index: number, state: OrgState, builtIn: Record<string, string>): Category {
  const [, typedKey, typedName] = /^([a-z][a-z0-9_]*)\s*[:：](.*)$/.exec(line) ?? [];
  const name = (typedName ?? line).trim();
  const known = state.org.categories.find((one) => (one.name ?? builtIn[one.key]) === name)?.key;
  const ours = DEFAULT_CATEGORIES.find((key) => builtIn[key] === name || key === name);
  const key = readKey(typedKey ?? '') ?? known ?? ours ?? `category_${state.version + 1}_${index + 1}`;
  return { key, name: isBlank(name) || (isBuiltIn(key) && builtIn[key] === name) ? null : name };
}

function faultsOf(categories: Category[], builtIn: Record<string, string>): SetupFaultName[] {
  const keys = categories.map(({ key }) => key);
  const names = categories.map(({ name }) => name ?? '');
  const shown = categories.map(({ key, name }) => `${key}: ${name ?? builtIn[key]}`);
  const faults: [SetupFaultName, boolean][] = [
    ['taken', new Set(keys).size < keys.length],
    ['missing', categories.some(({ key, name }) => name === null && !isBuiltIn(key))],
    ['too_long', names.some((name) => [...name].length > MAX_NAME_LENGTH) || !fits(shown, '\n')],
  ];
  return faults.filter(([, isThere]) => isThere).map(([fault]) => fault);
}

const timesForm = z.object({
  reply_within: filled(value.duration),
  calendar: filled(value.calendar),
  nudge_unclaimed_after: filled(value.duration),
  remind_before: items(/[,，、;；]+/).pipe(z.array(value.duration)),
  escalate_every: filled(value.duration),
  // A form cannot tell "off" from "not filled in", and people clear a field to switch it off.
  quiet_hours: fieldText.transform((hours) => hours || 'off').pipe(value.quietHours),
  digest_at: filled(value.timeOfDay),
  weekly: filled(value.weekday),
  monthly: filled(value.dayOfMonth),
});

/** How long things may take, and when the digest comes. */
export function readTimes({ file }: OrgState, fields: Fields): Read {
  const { sla = {}, digest = {} } = inFile(file);
  const fixed = new Set([...Object.keys(sla), ...Object.keys(digest)]);
  if (fixed.has('at')) fixed.add('digest_at');
  return readForm(timesForm, fields, fixed, ({ digest_at, weekly, monthly, ...rest }) => {
    const times = settingsOf({ sla: rest, digest: { at: digest_at, weekly, monthly } });
    return { type: 'times', sla: times.sla ?? {}, digest: times.digest ?? {} };
  });
}

/** A whole year, one holiday a line. The card reads wrong lines once more, to name them. */
export function readHolidays(year: number, fields: Fields): Read {
  const form = z.object({
    holidays: fieldText.transform((typed, { issues }) => {
      const read = readHolidayLines(typed, year);
      const holidays = read.ok ? read.holidays : [];
      if (holidays.length === 0) {
        issues.push({ code: 'custom', input: typed, ...wrong(read.ok ? 'missing' : 'not_lines') });
      }
      return holidays;
    }),
  });
  return readForm(form, fields, NOTHING, ({ holidays = [] }) => ({ type: 'holidays', year, holidays }));
}

/** Feishu's departments that were chosen, by `od-…`. Those that are there already are completed, others are added. */
export function readImport(state: OrgState, offered: ({ id: string } & FoundDepartment)[], fields: Fields): Read {
  const isOffered = (id: string) => offered.some((one) => one.id === id);
  const form = z.object({
    departments: items(/,/)
      .refine((ids) => ids.length > 0, wrong('missing'))
      .refine((ids) => ids.every(isOffered), wrong('not_a_choice')),
  });
  return readForm(form, fields, NOTHING, ({ departments: ids = [] }) => {
    const chosen = ids.flatMap((id) => offered.find((one) => one.id === id) ?? []);
    const departments = chosen.map(({ id, name }, index): DepartmentSettings => {
      const known = state.org.departments.find((one) => one.feishuDepartment === id || one.name === name);
      if (known) return { key: known.key, feishuDepartment: id };
      return { key: newKey(state, index), name: name.slice(0, MAX_NAME_LENGTH), feishuDepartment: id };
    });
    return { type: 'import', departments };
  });
}
