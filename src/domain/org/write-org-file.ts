import type { Department } from './org';
import type { OrgSettings, OrgState } from './settings';
import { WEEKDAYS, writeDuration, writeQuietHours, writeTimeOfDay } from './values';

/** Where a value of the exported file came from. */
type Origin = 'file' | 'chat' | 'contacts' | 'default';

const WORDS: Record<Origin, string> = {
  file: 'org.yaml',
  chat: 'said in chat',
  contacts: "Feishu's contacts",
  default: 'default',
};

/** JSON's strings are YAML's, too. */
const quoted = (text: string) => JSON.stringify(text);
const list = (items: string[]) => `[${items.join(', ')}]`;

function commented(line: string, ...remarks: string[]): string {
  const remark = remarks.filter(Boolean).join('; ').replace(/\s+/g, ' ');
  return remark === '' ? line : `${line} # ${remark}`;
}

/**
 * The organisation as it is now, as an `org.yaml` that says the same (design §3.4), with remarks on where each value came
 * from. `nameOf` names people and groups where they are known; empty where not.
 */
export function writeOrgFile(state: OrgState, nameOf: (id: string) => string): string {
  const { org } = state;
  const origin = <K extends keyof OrgSettings>(section: K) => originOf(state.file[section], state.said[section]);
  const people = (role: 'clerks' | 'managers' | 'admins') =>
    // Nobody at all is said by saying nothing: others do it then.
    org[role].length === 0
      ? []
      : [
          commented(
            `${role}: ${list(org[role])}`,
            org[role].map(nameOf).filter(Boolean).join(', '),
            WORDS[origin(role)],
          ),
        ];
  return [
    '# The organisation as it was when this was written. Remarks say who, and where each value came from.',
    '',
    ...departmentLines(state, nameOf),
    ...people('clerks'),
    ...people('managers'),
    ...people('admins'),
    commented(`routing: ${org.routing}`, WORDS[origin('routing')]),
    ...categoryLines(state, origin('categories')),
    '',
    ...slaLines(state),
    ...digestLines(state),
    ...holidayLines(state),
    '',
  ].join('\n');
}

function originOf(inFile: unknown, inChat: unknown): Origin {
  if (inFile !== undefined && inFile !== null) return 'file';
  return inChat !== undefined && inChat !== null ? 'chat' : 'default';
}

function departmentLines(state: OrgState, nameOf: (id: string) => string): string[] {
  const { departments } = state.org;
  if (departments.length === 0) return ['departments: []'];
  return ['departments:', ...departments.flatMap((department) => linesOf(department, state, nameOf))];
}

function linesOf(department: Department, { file, said }: OrgState, nameOf: (id: string) => string): string[] {
  const { key, name, chat, lead, feishuDepartment, categories, keywords } = department;
  const inFile = file.departments?.find((one) => one.key === key);
  const inChat = said.departments?.find((one) => one.key === key);
  const from = (field: 'name' | 'chat' | 'lead' | 'feishuDepartment' | 'categories' | 'keywords') => {
    const origin = originOf(inFile?.[field], inChat?.[field]);
    return WORDS[origin === 'default' ? 'contacts' : origin];
  };
  return [
    `  - key: ${key}`,
    commented(`    name: ${quoted(name)}`, from('name')),
    ...(chat ? [commented(`    chat: ${chat}`, nameOf(chat), from('chat'))] : []),
    ...(lead ? [commented(`    lead: ${lead}`, nameOf(lead), from('lead'))] : []),
    ...(feishuDepartment ? [commented(`    feishu_department: ${feishuDepartment}`, from('feishuDepartment'))] : []),
    ...(categories.length > 0 ? [commented(`    categories: ${list(categories)}`, from('categories'))] : []),
    ...(keywords.length > 0 ? [commented(`    keywords: ${list(keywords.map(quoted))}`, from('keywords'))] : []),
  ];
}

/** The built-in ones need not be listed. */
function categoryLines({ org }: OrgState, origin: Origin): string[] {
  if (origin === 'default') return [];
  return [
    commented('categories:', WORDS[origin]),
    ...org.categories.map(({ key, name }) => `  - { key: ${key}${name === null ? '' : `, name: ${quoted(name)}`} }`),
  ];
}

function slaLines({ org, file, said }: OrgState): string[] {
  const { sla } = org;
  const line = (name: string, field: keyof typeof sla, value: string) =>
    commented(`  ${name}: ${value}`, WORDS[originOf(file.sla?.[field] ?? nullIn(file.sla, field), said.sla?.[field])]);
  return [
    'sla:',
    line('reply_within', 'replyWithinMs', writeDuration(sla.replyWithinMs)),
    line('calendar', 'calendar', sla.calendar),
    line('nudge_unclaimed_after', 'nudgeUnclaimedAfterMs', writeDuration(sla.nudgeUnclaimedAfterMs)),
    line('remind_before', 'remindBeforeMs', list(sla.remindBeforeMs.map(writeDuration))),
    line('escalate_every', 'escalateEveryMs', writeDuration(sla.escalateEveryMs)),
    line('quiet_hours', 'quietHours', quoted(writeQuietHours(sla.quietHours))),
  ];
}

/** Quiet hours that are off are said, too. */
function nullIn(sla: OrgSettings['sla'], field: string): true | undefined {
  return sla && Object.hasOwn(sla, field) ? true : undefined;
}

function digestLines({ org, file, said }: OrgState): string[] {
  const { at, weekly, monthly } = org.digest;
  const line = (name: 'at' | 'weekly' | 'monthly', value: string) =>
    commented(`  ${name}: ${value}`, WORDS[originOf(file.digest?.[name], said.digest?.[name])]);
  return [
    'digest:',
    line('at', quoted(writeTimeOfDay(at))),
    line('weekly', WEEKDAYS[weekly] ?? 'monday'),
    line('monthly', String(monthly)),
  ];
}

function holidayLines({ org: { holidays = [] }, file }: OrgState): string[] {
  if (holidays.length === 0) return [];
  const lines = holidays.map((holiday) => {
    const { name, from, to, makeUpDays } = holiday;
    const makeUp = makeUpDays.length > 0 ? `, make_up: ${list(makeUpDays)}` : '';
    const line = `  - { ${name === '' ? '' : `name: ${quoted(name)}, `}from: ${from}, to: ${to}${makeUp} }`;
    return commented(line, WORDS[file.holidays?.includes(holiday) ? 'file' : 'chat']);
  });
  return ['holidays:', ...lines];
}
