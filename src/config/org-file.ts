import type { Node } from 'yaml';
import type { Holiday } from '../domain/calendar';
import { AppError } from '../domain/errors';
import { type Category, DEFAULT_CATEGORIES, type Sla, UNSURE } from '../domain/org/org';
import { DEFAULT_ORG, type DepartmentSettings, type OrgSettings } from '../domain/org/settings';
import {
  CALENDARS,
  distinct,
  MAX_NAME_LENGTH,
  ROUTINGS,
  readDayOfMonth,
  readDuration,
  readId,
  readKey,
  readName,
  readQuietHours,
  rungsOf,
  WEEKDAYS,
} from '../domain/org/values';
import { isDate, parseTimeOfDay } from '../domain/time';
import { YamlReader } from './yaml-reader';

const SECTIONS = [
  'departments',
  'clerks',
  'managers',
  'admins',
  'routing',
  'categories',
  'sla',
  'digest',
  'holidays',
] as const;
const DEPARTMENT = ['key', 'name', 'chat', 'lead', 'feishu_department', 'categories', 'keywords'] as const;
const SLA = [
  'reply_within',
  'calendar',
  'nudge_unclaimed_after',
  'remind_before',
  'escalate_every',
  'quiet_hours',
] as const;

/**
 * Reads `org.yaml` (design §3.4): what it says, and nothing for what it does not. Throws `config_invalid` with one
 * `line N: …` per fault, all at once.
 */
export function parseOrgFile(text: string): OrgSettings {
  const file = new OrgFile(text);
  const org = file.read();
  const faults = file.faults();
  if (faults.length > 0) throw new AppError('config_invalid', faults.join('\n'));
  return org;
}

class OrgFile extends YamlReader {
  read(): OrgSettings {
    const root = this.root();
    if (root === null) return {};
    const sections = this.mapping(root, '', SECTIONS);
    const categories = this.categories(sections.get('categories'));
    const settings = said({
      departments: this.departments(sections.get('departments'), categories ?? DEFAULT_ORG.categories),
      clerks: this.people(sections.get('clerks'), 'clerks'),
      managers: this.people(sections.get('managers'), 'managers'),
      admins: this.people(sections.get('admins'), 'admins'),
      routing: this.oneOf(sections.get('routing'), 'routing', ROUTINGS),
      categories,
      sla: this.sla(sections.get('sla')),
      digest: this.digest(sections.get('digest')),
      holidays: this.holidays(sections.get('holidays')),
    });
    const routing = sections.get('routing');
    if (routing) this.checkRouting(routing, settings);
    return settings;
  }

  /** Who is not named here may be named in chat; a list that is there and empty says that nobody does it. */
  private checkRouting(node: Node, { routing, clerks, managers }: OrgSettings): void {
    if (routing === undefined || routing === 'direct') return;
    if (clerks?.length === 0) this.fault(node, `routing ${routing} needs at least one person in clerks`);
    if (routing === 'clerk') return;
    if (managers?.length === 0) this.fault(node, `routing ${routing} needs at least one person in managers`);
  }

  private categories(node: Node | undefined): Category[] | undefined {
    if (!node) return undefined;
    const items = this.list(node, 'categories');
    if (items.length === 0) this.fault(node, 'categories must list at least one category');
    const taken = new Set<string>();
    return items.map((item, index) => {
      const path = `categories[${index}]`;
      const fields = this.mapping(item, path, ['key', 'name']);
      const key = this.key(item, fields.get('key'), `${path}.key`, taken);
      const name = this.name(fields.get('name'), `${path}.name`);
      const isBuiltIn = (DEFAULT_CATEGORIES as readonly string[]).includes(key);
      if (!fields.has('name') && !isBuiltIn) this.missing(item, `${path}.name`);
      return { key, name };
    });
  }

  private departments(node: Node | undefined, categories: Category[]): DepartmentSettings[] | undefined {
    if (!node) return undefined;
    const keys = new Set([UNSURE]);
    const chats = new Set<string>();
    return this.list(node, 'departments').map((item, index) => {
      const path = `departments[${index}]`;
      const fields = this.mapping(item, path, DEPARTMENT);
      const key = this.key(item, fields.get('key'), `${path}.key`, keys);
      if (!fields.has('name')) this.missing(item, `${path}.name`);
      return said({
        key,
        name: this.name(fields.get('name'), `${path}.name`) ?? key,
        chat: this.chat(fields.get('chat'), `${path}.chat`, chats) ?? undefined,
        lead: this.id(fields.get('lead'), `${path}.lead`, 'ou_', 'an open_id') ?? undefined,
        feishuDepartment:
          this.id(fields.get('feishu_department'), `${path}.feishu_department`, 'od-', 'an open_department_id') ??
          undefined,
        categories: this.categoryKeys(fields.get('categories'), `${path}.categories`, categories),
        keywords: this.names(fields.get('keywords'), `${path}.keywords`),
      });
    });
  }

  /** As the State Council's notice announces them, for years that the program does not know. */
  private holidays(node: Node | undefined): Holiday[] | undefined {
    if (!node) return undefined;
    return this.list(node, 'holidays').map((item, index) => {
      const path = `holidays[${index}]`;
      const fields = this.mapping(item, path, ['name', 'from', 'to', 'make_up']);
      const day = (name: 'from' | 'to') => {
        const value = fields.get(name);
        if (!value) this.missing(item, `${path}.${name}`);
        return (value && this.day(value, `${path}.${name}`)) ?? '';
      };
      const [from, to] = [day('from'), day('to')];
      if (from !== '' && to !== '' && to < from) this.fault(item, `${path}.to must not lie before ${path}.from`);
      const makeUp = fields.get('make_up');
      const makeUpDays = makeUp
        ? this.list(makeUp, `${path}.make_up`).map((one) => this.day(one, `${path}.make_up`))
        : [];
      return { name: this.name(fields.get('name'), `${path}.name`) ?? '', from, to, makeUpDays: distinct(makeUpDays) };
    });
  }

  private day(node: Node, path: string): string | null {
    return this.scalar(node, path, 'a date such as 2027-02-05', (text) => (isDate(text) ? text : null));
  }

  private categoryKeys(node: Node | undefined, path: string, categories: Category[]): string[] | undefined {
    if (!node) return undefined;
    const known = categories.map(({ key }) => key);
    const expected = `one of ${known.join(', ')}`;
    const keys = this.list(node, path).map((item, index) =>
      this.scalar(item, `${path}[${index}]`, expected, (text) => (known.includes(text) ? text : null)),
    );
    return distinct(keys);
  }

  private sla(node: Node | undefined): Partial<Sla> | undefined {
    if (!node) return undefined;
    const fields = this.mapping(node, 'sla', SLA);
    const duration = (name: (typeof SLA)[number]) => {
      const value = fields.get(name);
      return (value && this.duration(value, `sla.${name}`)) ?? undefined;
    };
    const replyWithinMs = duration('reply_within');
    return said({
      replyWithinMs,
      calendar: this.oneOf(fields.get('calendar'), 'sla.calendar', CALENDARS),
      nudgeUnclaimedAfterMs: duration('nudge_unclaimed_after'),
      remindBeforeMs: this.remindBefore(fields.get('remind_before'), replyWithinMs ?? DEFAULT_ORG.sla.replyWithinMs),
      escalateEveryMs: duration('escalate_every'),
      quietHours: this.quietHours(fields.get('quiet_hours')),
    });
  }

  private remindBefore(node: Node | undefined, replyWithinMs: number): number[] | undefined {
    if (!node) return undefined;
    const rungs = this.list(node, 'sla.remind_before').map((item, index) => {
      const ms = this.duration(item, `sla.remind_before[${index}]`);
      if (ms !== null && ms >= replyWithinMs) {
        this.fault(item, `sla.remind_before[${index}] must be shorter than sla.reply_within`);
      }
      return ms;
    });
    return rungsOf(distinct(rungs));
  }

  private quietHours(node: Node | undefined): Sla['quietHours'] | undefined {
    if (!node) return undefined;
    return this.scalar(node, 'sla.quiet_hours', 'two times such as "22:00-08:00", or off', readQuietHours)?.hours;
  }

  private digest(node: Node | undefined): OrgSettings['digest'] {
    if (!node) return undefined;
    const fields = this.mapping(node, 'digest', ['at', 'weekly', 'monthly']);
    const at = fields.get('at');
    const monthly = fields.get('monthly');
    const weekly = this.oneOf(fields.get('weekly'), 'digest.weekly', WEEKDAYS);
    return said({
      at: (at && this.scalar(at, 'digest.at', 'a time such as "09:00"', parseTimeOfDay)) ?? undefined,
      weekly: weekly && WEEKDAYS.indexOf(weekly),
      monthly: (monthly && this.scalar(monthly, 'digest.monthly', 'a day from 1 to 28', readDayOfMonth)) ?? undefined,
    });
  }

  /** `taken` grows by the key; a key that is in it already is a fault. */
  private key(owner: Node, node: Node | undefined, path: string, taken: Set<string>): string {
    if (!node) this.missing(owner, path);
    const expected = 'lower-case letters, digits and _, a letter first, at most 50';
    const key = node ? this.scalar(node, path, expected, readKey) : null;
    if (node && key !== null && taken.has(key)) {
      this.fault(node, key === UNSURE ? `${path} ${UNSURE} is reserved` : `${path} ${key} is there twice`);
    }
    if (key !== null) taken.add(key);
    return key ?? '';
  }

  private name(node: Node | undefined, path: string): string | null {
    return node ? this.scalar(node, path, `a text of 1 to ${MAX_NAME_LENGTH} characters`, readName) : null;
  }

  private names(node: Node | undefined, path: string): string[] | undefined {
    return node && distinct(this.list(node, path).map((item, index) => this.name(item, `${path}[${index}]`)));
  }

  private id(node: Node | undefined, path: string, prefix: 'oc_' | 'ou_' | 'od-', what: string): string | null {
    return node ? this.scalar(node, path, `${what} (${prefix}…)`, (text) => readId(text, prefix)) : null;
  }

  private chat(node: Node | undefined, path: string, taken: Set<string>): string | null {
    const chat = this.id(node, path, 'oc_', 'a chat_id');
    if (node && chat !== null && taken.has(chat)) this.fault(node, `${path} already serves another department`);
    if (chat !== null) taken.add(chat);
    return chat;
  }

  private people(node: Node | undefined, path: string): string[] | undefined {
    const idAt = (item: Node, index: number) => this.id(item, `${path}[${index}]`, 'ou_', 'an open_id');
    return node && distinct(this.list(node, path).map(idAt));
  }

  private duration(node: Node, path: string): number | null {
    return this.scalar(node, path, 'a duration such as 45s, 30m, 12h or 7d', readDuration);
  }

  private oneOf<T extends string>(node: Node | undefined, path: string, choices: readonly T[]): T | undefined {
    const read = (text: string) => choices.find((choice) => choice === text.toLowerCase()) ?? null;
    return (node && this.scalar(node, path, `one of ${choices.join(', ')}`, read)) ?? undefined;
  }
}

/** Without what is undefined: what the file does not say can be said in chat. */
function said<T extends object>(settings: T): T {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as T;
}
