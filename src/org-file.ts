import type { Node } from 'yaml';
import { AppError } from './domain/errors';
import { type Category, DEFAULT_CATEGORIES, type Department, type Org, type Sla, UNSURE } from './domain/org';
import { HOUR, parseDuration, parseTimeOfDay } from './domain/time';
import { YamlReader } from './yaml-reader';

/** What holds where `org.yaml` says nothing (design §3.4). */
export const DEFAULT_ORG: Org = {
  departments: [],
  clerks: [],
  managers: [],
  admins: [],
  routing: 'direct',
  categories: DEFAULT_CATEGORIES.map((key) => ({ key, name: null })),
  sla: {
    replyWithinMs: 24 * HOUR,
    calendar: 'wall-clock',
    nudgeUnclaimedAfterMs: 2 * HOUR,
    remindBeforeMs: [12 * HOUR, 4 * HOUR, HOUR],
    escalateEveryMs: 12 * HOUR,
    quietHours: { from: 22 * 60, to: 8 * 60 },
  },
  digest: { at: 9 * 60, weekly: 1, monthly: 1 },
};

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const ROUTINGS = ['direct', 'clerk', 'clerk+manager'] as const;
const CALENDARS = ['wall-clock', 'workdays'] as const;
const MAX_NAME_LENGTH = 50;

const SECTIONS = ['departments', 'clerks', 'managers', 'admins', 'routing', 'categories', 'sla', 'digest'] as const;
const DEPARTMENT = ['key', 'name', 'chat', 'lead', 'feishu_department', 'categories', 'keywords'] as const;
const SLA = [
  'reply_within',
  'calendar',
  'nudge_unclaimed_after',
  'remind_before',
  'escalate_every',
  'quiet_hours',
] as const;

/** Reads `org.yaml` (design §3.4). Throws `config_invalid` with one `line N: …` per fault, all at once. */
export function parseOrgFile(text: string): Org {
  const file = new OrgFile(text);
  const org = file.read();
  const faults = file.faults();
  if (faults.length > 0) throw new AppError('config_invalid', faults.join('\n'));
  return org;
}

class OrgFile extends YamlReader {
  read(): Org {
    const root = this.root();
    if (root === null) return DEFAULT_ORG;
    const sections = this.mapping(root, '', SECTIONS);
    const categories = this.categories(sections.get('categories'));
    const org = {
      departments: this.departments(sections.get('departments'), categories),
      clerks: this.people(sections.get('clerks'), 'clerks'),
      managers: this.people(sections.get('managers'), 'managers'),
      admins: this.people(sections.get('admins'), 'admins'),
      routing: this.oneOf(sections.get('routing'), 'routing', ROUTINGS, DEFAULT_ORG.routing),
      categories,
      sla: this.sla(sections.get('sla')),
      digest: this.digest(sections.get('digest')),
    };
    const routing = sections.get('routing');
    if (routing) this.checkRouting(routing, org);
    return org;
  }

  private checkRouting(node: Node, org: Org): void {
    if (org.routing === 'direct') return;
    if (org.clerks.length === 0) this.fault(node, `routing ${org.routing} needs at least one person in clerks`);
    if (org.routing === 'clerk') return;
    if (org.managers.length === 0) this.fault(node, `routing ${org.routing} needs at least one person in managers`);
  }

  private categories(node: Node | undefined): Category[] {
    if (!node) return DEFAULT_ORG.categories;
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

  private departments(node: Node | undefined, categories: Category[]): Department[] {
    const keys = new Set([UNSURE]);
    const chats = new Set<string>();
    return this.optionalList(node, 'departments').map((item, index) => {
      const path = `departments[${index}]`;
      const fields = this.mapping(item, path, DEPARTMENT);
      const key = this.key(item, fields.get('key'), `${path}.key`, keys);
      if (!fields.has('name')) this.missing(item, `${path}.name`);
      return {
        key,
        name: this.name(fields.get('name'), `${path}.name`) ?? key,
        chat: this.chat(fields.get('chat'), `${path}.chat`, chats),
        lead: this.id(fields.get('lead'), `${path}.lead`, 'ou_', 'an open_id'),
        feishuDepartment: this.id(
          fields.get('feishu_department'),
          `${path}.feishu_department`,
          'od-',
          'an open_department_id',
        ),
        categories: this.categoryKeys(fields.get('categories'), `${path}.categories`, categories),
        keywords: this.names(fields.get('keywords'), `${path}.keywords`),
      };
    });
  }

  private categoryKeys(node: Node | undefined, path: string, categories: Category[]): string[] {
    const known = categories.map(({ key }) => key);
    const expected = `one of ${known.join(', ')}`;
    const keys = this.optionalList(node, path).map((item, index) =>
      this.scalar(item, `${path}[${index}]`, expected, (text) => (known.includes(text) ? text : null)),
    );
    return distinct(keys);
  }

  private sla(node: Node | undefined): Sla {
    if (!node) return DEFAULT_ORG.sla;
    const fields = this.mapping(node, 'sla', SLA);
    const duration = (name: (typeof SLA)[number], fallback: number) => {
      const value = fields.get(name);
      return (value && this.duration(value, `sla.${name}`)) ?? fallback;
    };
    const replyWithinMs = duration('reply_within', DEFAULT_ORG.sla.replyWithinMs);
    return {
      replyWithinMs,
      calendar: this.oneOf(fields.get('calendar'), 'sla.calendar', CALENDARS, DEFAULT_ORG.sla.calendar),
      nudgeUnclaimedAfterMs: duration('nudge_unclaimed_after', DEFAULT_ORG.sla.nudgeUnclaimedAfterMs),
      remindBeforeMs: this.remindBefore(fields.get('remind_before'), replyWithinMs),
      escalateEveryMs: duration('escalate_every', DEFAULT_ORG.sla.escalateEveryMs),
      quietHours: this.quietHours(fields.get('quiet_hours')),
    };
  }

  /** Longest first; of the default rungs only those that fit into a shorter deadline. */
  private remindBefore(node: Node | undefined, replyWithinMs: number): number[] {
    if (!node) return DEFAULT_ORG.sla.remindBeforeMs.filter((ms) => ms < replyWithinMs);
    const rungs = this.list(node, 'sla.remind_before').map((item, index) => {
      const ms = this.duration(item, `sla.remind_before[${index}]`);
      if (ms !== null && ms >= replyWithinMs) {
        this.fault(item, `sla.remind_before[${index}] must be shorter than sla.reply_within`);
      }
      return ms;
    });
    return distinct(rungs).sort((a, b) => b - a);
  }

  private quietHours(node: Node | undefined): Sla['quietHours'] {
    if (!node) return DEFAULT_ORG.sla.quietHours;
    const read = (text: string) => {
      if (text === 'off' || text === 'false') return { hours: null };
      const ends = text.split('-').map(parseTimeOfDay);
      const [from, to] = ends;
      if (ends.length !== 2 || from == null || to == null || from === to) return null;
      return { hours: { from, to } };
    };
    return this.scalar(node, 'sla.quiet_hours', 'two times such as "22:00-08:00", or off', read)?.hours ?? null;
  }

  private digest(node: Node | undefined): Org['digest'] {
    if (!node) return DEFAULT_ORG.digest;
    const fields = this.mapping(node, 'digest', ['at', 'weekly', 'monthly']);
    const at = fields.get('at');
    const monthly = fields.get('monthly');
    const dayOfMonth = (text: string) => (/^([1-9]|1\d|2[0-8])$/.test(text) ? Number(text) : null);
    return {
      at: (at && this.scalar(at, 'digest.at', 'a time such as "09:00"', parseTimeOfDay)) ?? DEFAULT_ORG.digest.at,
      weekly: WEEKDAYS.indexOf(this.oneOf(fields.get('weekly'), 'digest.weekly', WEEKDAYS, 'monday')),
      monthly: (monthly && this.scalar(monthly, 'digest.monthly', 'a day from 1 to 28', dayOfMonth)) ?? 1,
    };
  }

  /** `taken` grows by the key; a key that is in it already is a fault. */
  private key(owner: Node, node: Node | undefined, path: string, taken: Set<string>): string {
    if (!node) this.missing(owner, path);
    const isKey = (text: string) => (/^[a-z][a-z0-9_]*$/.test(text) && text.length <= MAX_NAME_LENGTH ? text : null);
    const expected = 'lower-case letters, digits and _, a letter first, at most 50';
    const key = node ? this.scalar(node, path, expected, isKey) : null;
    if (node && key !== null && taken.has(key)) {
      this.fault(node, key === UNSURE ? `${path} ${UNSURE} is reserved` : `${path} ${key} is there twice`);
    }
    if (key !== null) taken.add(key);
    return key ?? '';
  }

  private name(node: Node | undefined, path: string): string | null {
    const isName = (text: string) => (text !== '' && [...text].length <= MAX_NAME_LENGTH ? text : null);
    return node ? this.scalar(node, path, `a text of 1 to ${MAX_NAME_LENGTH} characters`, isName) : null;
  }

  private names(node: Node | undefined, path: string): string[] {
    return distinct(this.optionalList(node, path).map((item, index) => this.name(item, `${path}[${index}]`)));
  }

  private id(node: Node | undefined, path: string, prefix: string, what: string): string | null {
    const isId = (text: string) => (text.startsWith(prefix) && /^[A-Za-z0-9_]+$/.test(text.slice(3)) ? text : null);
    return node ? this.scalar(node, path, `${what} (${prefix}…)`, isId) : null;
  }

  private chat(node: Node | undefined, path: string, taken: Set<string>): string | null {
    const chat = this.id(node, path, 'oc_', 'a chat_id');
    if (node && chat !== null && taken.has(chat)) this.fault(node, `${path} already serves another department`);
    if (chat !== null) taken.add(chat);
    return chat;
  }

  private people(node: Node | undefined, path: string): string[] {
    const items = this.optionalList(node, path);
    return distinct(items.map((item, index) => this.id(item, `${path}[${index}]`, 'ou_', 'an open_id')));
  }

  private duration(node: Node, path: string): number | null {
    return this.scalar(node, path, 'a duration such as 45s, 30m, 12h or 7d', (text) => parseDuration(text) || null);
  }

  private oneOf<T extends string>(node: Node | undefined, path: string, choices: readonly T[], fallback: T): T {
    const read = (text: string) => choices.find((choice) => choice === text.toLowerCase()) ?? null;
    return (node && this.scalar(node, path, `one of ${choices.join(', ')}`, read)) ?? fallback;
  }

  private optionalList(node: Node | undefined, path: string): Node[] {
    return node ? this.list(node, path) : [];
  }
}

function distinct<T>(values: (T | null)[]): T[] {
  return [...new Set(values.filter((value) => value !== null))];
}
