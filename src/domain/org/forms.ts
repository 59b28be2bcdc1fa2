import { parseTimeOfDay } from '../time';
import type { OrgChange, SetupFault, SetupFaultName } from './changes';
import { readHolidayLines } from './holiday-lines';
import { type Category, DEFAULT_CATEGORIES, type Routing } from './org';
import { type DepartmentSettings, type FoundDepartment, fixedInDepartment, type OrgState } from './settings';
import {
  CALENDARS,
  distinct,
  MAX_NAME_LENGTH,
  NONE,
  ROUTINGS,
  readDayOfMonth,
  readDuration,
  readId,
  readKey,
  readQuietHours,
  rungsOf,
  WEEKDAYS,
} from './values';

export type Read = { ok: true; change: OrgChange } | { ok: false; faults: SetupFault[] };

const MAX_ITEMS = 100;
/** An input of the platform takes no more: what does not fit could not be shown again, and would be lost when saved. */
const MAX_TEXT = 1000;

/** Commas and the like. A space, too, but not within `not working`: a keyword may be several words. */
const BETWEEN_WORDS = /\s*[,，、;；\n]+\s*|(?<![!-~])\s+|\s+(?![!-~])/;

/** A form's fields, with the faults found on the way. */
class Form {
  readonly faults: SetupFault[] = [];

  constructor(private readonly fields: Record<string, string>) {}

  text(field: string): string {
    return (this.fields[field] ?? '').trim();
  }

  fault(field: string, fault: SetupFaultName): void {
    this.faults.push({ field, fault });
  }

  /** Null, with a fault, where it is empty or `reader` does not understand it. */
  read<T>(field: string, reader: (text: string) => T | null, fault: SetupFaultName): T | null {
    const text = this.text(field);
    const value = text === '' ? null : reader(text);
    if (value === null) this.fault(field, text === '' ? 'missing' : fault);
    return value;
  }

  oneOf<T extends string>(field: string, choices: readonly T[]): T | null {
    return this.read(field, (text) => choices.find((choice) => choice === text) ?? null, 'not_a_choice');
  }

  name(field: string): string | null {
    return this.read(field, (text) => ([...text].length <= MAX_NAME_LENGTH ? text : null), 'too_long');
  }

  /** Several short texts: keywords, durations. */
  list(field: string, separator = /[\s,，、;；]+/, longest = MAX_NAME_LENGTH): string[] {
    const items = distinct(this.text(field).split(separator)).filter(Boolean);
    if (items.length > MAX_ITEMS || items.some((item) => [...item].length > longest)) this.fault(field, 'too_long');
    return items;
  }

  /** As they will be shown the next time. */
  fits(field: string, items: string[], separator: string): void {
    if (items.join(separator).length > MAX_TEXT) this.fault(field, 'too_long');
  }

  people(field: string): string[] {
    const ids = this.list(field);
    if (ids.some((id) => readId(id, 'ou_') === null)) this.fault(field, 'not_a_choice');
    return ids;
  }

  done(change: OrgChange): Read {
    return this.faults.length > 0 ? { ok: false, faults: this.faults } : { ok: true, change };
  }
}

/** `key` null: a department to be added. What `org.yaml` names is not asked for, so that its absence says nothing. */
export function readDepartment(state: OrgState, key: string | null, fields: Record<string, string>): Read {
  const form = new Form(fields);
  const fixed: ReadonlySet<string> = key === null ? new Set() : fixedInDepartment(state, key);
  const department: DepartmentSettings = { key: key ?? newKey(state) };
  if (!fixed.has('name')) department.name = form.name('name') ?? '';
  if (!fixed.has('lead')) department.lead = form.people('lead')[0] ?? null;
  if (!fixed.has('keywords')) {
    department.keywords = form.list('keywords', BETWEEN_WORDS);
    form.fits('keywords', department.keywords, ', ');
  }
  if (!fixed.has('categories')) {
    department.categories = form.list('categories', /,/);
    const known = state.org.categories.map((category) => category.key);
    if (department.categories.some((category) => !known.includes(category))) form.fault('categories', 'not_a_choice');
  }
  if (!fixed.has('feishuDepartment')) {
    const id = form.text('feishu_department');
    if (id !== '' && readId(id, 'od-') === null) form.fault('feishu_department', 'not_a_choice');
    department.feishuDepartment = id || null;
  }
  return form.done({ type: 'department', department });
}

/** One that no case carries: versions only grow. */
function newKey({ version, org }: OrgState, more = 0): string {
  const key = `department_${version + 1 + more}`;
  return org.departments.some((department) => department.key === key) ? `${key}_b` : key;
}

export function readGroup(department: string, fields: Record<string, string>): Read {
  const form = new Form(fields);
  const chat = form.read('chat', (text) => (text === NONE ? text : readId(text, 'oc_')), 'not_a_choice');
  return form.done({ type: 'bind', department, chat: chat === NONE ? null : chat });
}

/** Whose cases go where; `unsure` is the clerks. */
export function readRemoval(key: string, fields: Record<string, string>): Read {
  const form = new Form(fields);
  const into = form.read('into', (text) => text, 'not_a_choice');
  return form.done({ type: 'remove_department', key, into: into === NONE ? null : into });
}

export function readPeople(state: OrgState, fields: Record<string, string>): Read {
  const form = new Form(fields);
  const roles = (['clerks', 'managers', 'admins'] as const).filter((role) => state.file[role] === undefined);
  return form.done({ type: 'people', ...Object.fromEntries(roles.map((role) => [role, form.people(role)])) });
}

export function readRouting(fields: Record<string, string>): Read {
  const form = new Form(fields);
  const routing: Routing = form.oneOf('routing', ROUTINGS) ?? 'direct';
  return form.done({ type: 'routing', routing });
}

/**
 * One category a line: its name, or `key：name`. A name that is there already keeps its key, which cases carry; a new
 * one gets a key of its own.
 */
export function readCategories(state: OrgState, fields: Record<string, string>, builtIn: Record<string, string>): Read {
  const form = new Form(fields);
  const lines = form.list('categories', /\n+/, Number.POSITIVE_INFINITY);
  if (lines.length === 0) form.fault('categories', 'missing');
  const taken = new Set<string>();
  const categories = lines.map((line, index): Category => {
    const [, typedKey, typedName] = /^([a-z][a-z0-9_]*)\s*[:：]\s*(.*)$/.exec(line) ?? [];
    const name = (typedName ?? line).trim();
    const isBuiltIn = (key: string) => (DEFAULT_CATEGORIES as readonly string[]).includes(key);
    const known = state.org.categories.find((one) => (one.name ?? builtIn[one.key]) === name)?.key;
    const ours = DEFAULT_CATEGORIES.find((key) => builtIn[key] === name || key === name);
    const key = readKey(typedKey ?? '') ?? known ?? ours ?? `category_${state.version + 1}_${index + 1}`;
    if (taken.has(key)) form.fault('categories', 'taken');
    if (name === '' && !isBuiltIn(key)) form.fault('categories', 'missing');
    if ([...name].length > MAX_NAME_LENGTH) form.fault('categories', 'too_long');
    taken.add(key);
    return { key, name: name === '' || (isBuiltIn(key) && builtIn[key] === name) ? null : name };
  });
  const shown = categories.map(({ key, name }) => `${key}: ${name ?? builtIn[key]}`);
  form.fits('categories', shown, '\n');
  return form.done({ type: 'categories', categories });
}

export function readTimes({ file }: OrgState, fields: Record<string, string>): Read {
  const form = new Form(fields);
  const sla: Extract<OrgChange, { type: 'times' }>['sla'] = {};
  const digest: Extract<OrgChange, { type: 'times' }>['digest'] = {};
  const duration = (field: string) => form.read(field, readDuration, 'not_a_duration') ?? 0;
  if (file.sla?.replyWithinMs === undefined) sla.replyWithinMs = duration('reply_within');
  if (file.sla?.calendar === undefined) sla.calendar = form.oneOf('calendar', CALENDARS) ?? 'wall-clock';
  if (file.sla?.nudgeUnclaimedAfterMs === undefined) sla.nudgeUnclaimedAfterMs = duration('nudge_unclaimed_after');
  if (file.sla?.remindBeforeMs === undefined) {
    const rungs = form.list('remind_before', /[,，、;；]+\s*/).map((text) => readDuration(text.trim()));
    if (rungs.includes(null)) form.fault('remind_before', 'not_a_duration');
    sla.remindBeforeMs = rungsOf(distinct(rungs));
  }
  if (file.sla?.escalateEveryMs === undefined) sla.escalateEveryMs = duration('escalate_every');
  if (file.sla?.quietHours === undefined) {
    // Left empty means none: a form cannot tell "off" from "not filled in", and people clear a field to switch it off.
    const read = form.text('quiet_hours') === '' ? { hours: null } : readQuietHours(form.text('quiet_hours'));
    if (!read) form.fault('quiet_hours', 'not_hours');
    sla.quietHours = read?.hours ?? null;
  }
  const timeOfDay = (text: string) => parseTimeOfDay(text.replace('：', ':'));
  if (file.digest?.at === undefined) digest.at = form.read('digest_at', timeOfDay, 'not_a_time') ?? 0;
  if (file.digest?.weekly === undefined) digest.weekly = WEEKDAYS.indexOf(form.oneOf('weekly', WEEKDAYS) ?? 'monday');
  if (file.digest?.monthly === undefined) digest.monthly = form.read('monthly', readDayOfMonth, 'not_a_day') ?? 1;
  return form.done({ type: 'times', sla, digest });
}

/** The whole year, one holiday a line; which lines are wrong is read from them again by whoever shows them. */
export function readHolidays(year: number, fields: Record<string, string>): Read {
  const form = new Form(fields);
  const read = readHolidayLines(form.text('holidays'), year);
  const holidays = read.ok ? read.holidays : [];
  if (!read.ok) form.fault('holidays', 'not_lines');
  else if (holidays.length === 0) form.fault('holidays', 'missing');
  return form.done({ type: 'holidays', year, holidays });
}

/** Feishu's departments that were chosen, by `od-…`: those already there are completed, others are added. */
export function readImport(
  state: OrgState,
  offered: ({ id: string } & FoundDepartment)[],
  fields: Record<string, string>,
): Read {
  const form = new Form(fields);
  const chosen = form.list('departments', /,/);
  if (chosen.length === 0) form.fault('departments', 'missing');
  const departments = chosen.flatMap((id, index): DepartmentSettings[] => {
    const found = offered.find((one) => one.id === id);
    if (!found) form.fault('departments', 'not_a_choice');
    if (!found) return [];
    const known = state.org.departments.find(
      ({ feishuDepartment, name }) => feishuDepartment === id || name === found.name,
    );
    if (known) return [{ key: known.key, feishuDepartment: id }];
    return [{ key: newKey(state, index), name: found.name.slice(0, MAX_NAME_LENGTH), feishuDepartment: id }];
  });
  return form.done({ type: 'import', departments });
}
