import { z } from 'zod';
import type { OrgState } from '../domain/org/settings';
import { inFile, type OrgAsWritten, type OrgInFile, orgSchema } from './org-schema';

/** Where a value of the exported file came from. */
const ORIGINS = {
  file: 'org.yaml',
  chat: 'said in chat',
  contacts: "Feishu's contacts",
  default: 'default',
} as const;

/** These texts stand in quotes; JSON's strings are YAML's, too. The others are ids, keys, durations and dates. */
const QUOTED = new Set(['name', 'keywords', 'quiet_hours', 'at', 'position_names']);

type Entries = Record<string, unknown>;

/** What the lines are made of: the organisation as it is written, and what was said where. */
interface Export {
  written: OrgAsWritten;
  file: OrgInFile;
  said: OrgInFile;
  nameOf: (id: string) => string;
}

/**
 * The organisation as it is now, as an `org.yaml` that says the same (design §3.4). Remarks say where each value came
 * from. `nameOf` names people and groups; its answer is empty for one that it does not know.
 */
export function writeOrgFile({ org, file, said }: OrgState, nameOf: (id: string) => string): string {
  const written = z.encode(orgSchema, {
    ...org,
    // To name nobody at all is to leave the list out: others do it then.
    clerks: some(org.clerks),
    managers: some(org.managers),
    admins: some(org.admins),
  });
  const made: Export = { written, file: inFile(file), said: inFile(said), nameOf };
  return [
    '# The organisation as it was when this was written. Remarks say who, and where each value came from.',
    '',
    ...departmentLines(made),
    ...peopleLines(made),
    entryLine('routing', written.routing, originOf(made.file.routing, made.said.routing)),
    ...categoryLines(made),
    '',
    ...sectionLines('sla', made),
    ...sectionLines('digest', made),
    ...holidayLines(made),
    ...namedLines('positions', made),
    ...namedLines('position_names', made),
    ...absenceLines(made, org),
    ...ladderLines(made),
    ...namedLines('procedures', made),
    '',
  ].join('\n');
}

const some = <T>(items: T[]) => (items.length > 0 ? items : undefined);

function originOf(inFile: unknown, inChat: unknown, otherwise: 'contacts' | 'default' = 'default'): string {
  if (inFile !== undefined) return ORIGINS.file;
  return ORIGINS[inChat === undefined ? otherwise : 'chat'];
}

/** A value as it stands behind its name. */
function valueText(name: string, value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => valueText(name, item)).join(', ')}]`;
  return QUOTED.has(name) ? JSON.stringify(value) : String(value);
}

/** `{ key: quality }`. */
function inBraces(entries: Entries): string {
  return `{ ${Object.entries(entries)
    .map(([name, value]) => `${name}: ${valueText(name, value)}`)
    .join(', ')} }`;
}

function remarked(line: string, ...remarks: string[]): string {
  const remark = remarks.filter(Boolean).join('; ').replace(/\s+/g, ' ');
  return remark === '' ? line : `${line} # ${remark}`;
}

const entryLine = (name: string, value: unknown, ...remarks: string[]) =>
  remarked(`${name}: ${valueText(name, value)}`, ...remarks);

function departmentLines({ written, file, said, nameOf }: Export): string[] {
  const { departments = [] } = written;
  if (departments.length === 0) return ['departments: []'];
  const lines = departments.flatMap(({ key, ...entries }) => {
    const own = (source: OrgInFile): Entries => source.departments?.find((one) => one.key === key) ?? {};
    return [
      `  - key: ${key}`,
      ...Object.entries(entries).map(([name, value]) => {
        const known = name === 'chat' || name === 'lead' ? nameOf(String(value)) : '';
        return `    ${entryLine(name, value, known, originOf(own(file)[name], own(said)[name], 'contacts'))}`;
      }),
    ];
  });
  return ['departments:', ...lines];
}

function peopleLines({ written, file, said, nameOf }: Export): string[] {
  return (['clerks', 'managers', 'admins'] as const).flatMap((role) => {
    const people = written[role] ?? [];
    const names = people.map(nameOf).filter(Boolean).join(', ');
    return people.length === 0 ? [] : [entryLine(role, people, names, originOf(file[role], said[role]))];
  });
}

/** The built-in categories need not be listed. */
function categoryLines({ written, file, said }: Export): string[] {
  const origin = originOf(file.categories, said.categories);
  if (origin === ORIGINS.default) return [];
  return [remarked('categories:', origin), ...(written.categories ?? []).map((one) => `  - ${inBraces(one)}`)];
}

function sectionLines(section: 'sla' | 'digest', { written, file, said }: Export): string[] {
  const inSection = (source: OrgInFile): Entries => source[section] ?? {};
  const lines = Object.entries(written[section] ?? {}).map(([name, value]) => {
    const origin = originOf(inSection(file)[name], inSection(said)[name]);
    return `  ${entryLine(name, value, origin)}`;
  });
  return [`${section}:`, ...lines];
}

/** A year is said as a whole, in the file or in chat. */
function holidayLines({ written, file }: Export): string[] {
  const { holidays = [] } = written;
  if (holidays.length === 0) return [];
  const inTheFile = new Set(file.holidays?.map(({ from, to }) => `${from} ${to}`));
  const lines = holidays.map((holiday) => {
    const origin = inTheFile.has(`${holiday.from} ${holiday.to}`) ? ORIGINS.file : ORIGINS.chat;
    return remarked(`  - ${inBraces(holiday)}`, origin);
  });
  return ['holidays:', ...lines];
}

/** A mapping under names of the company's own, an entry a line. */
function namedLines(section: 'positions' | 'position_names' | 'procedures', made: Export): string[] {
  const { written, file, said, nameOf } = made;
  const lines = Object.entries(written[section] ?? {}).map(([name, value]) => {
    const names = Array.isArray(value) ? value.map(nameOf).filter(Boolean).join(', ') : '';
    const origin = originOf(file[section]?.[name], said[section]?.[name]);
    return `  ${remarked(`${name}: ${valueText(section, value)}`, names, origin)}`;
  });
  return lines.length === 0 ? [] : [`${section}:`, ...lines];
}

/** An absence without a deputy cannot be written; a remark says so. */
function absenceLines({ written, file, said, nameOf }: Export, { absences = [] }: OrgState['org']): string[] {
  const lines = (written.absent ?? []).map((absence) => {
    const { person, from, until, deputy } = absence;
    const isSame = (one: typeof absence) => one.person === person && one.from === from;
    const origin = said.absent?.some(isSame) ? ORIGINS.chat : originOf(file.absent?.find(isSame), undefined);
    const names = [person, deputy].map(nameOf).filter(Boolean).join(', ');
    return remarked(`  - ${inBraces({ person, from, until, deputy })}`, names, origin);
  });
  const left = absences
    .filter(({ deputy }) => deputy === null)
    .map(({ person, from, until }) => `# ${person} is away from ${from} until ${until}; the deputy has left.`);
  return [...(lines.length === 0 ? [] : ['absent:', ...lines]), ...left];
}

function ladderLines({ written }: Export): string[] {
  const ladders = Object.entries(written.ladders ?? {}).flatMap(([name, steps = []]) => [
    `  ${remarked(`${name}:`, ORIGINS.file)}`,
    ...steps.map((step) => `    - ${inBraces(step)}`),
  ]);
  return ladders.length === 0 ? [] : ['ladders:', ...ladders];
}
