import type { SetupFaultName } from '../../src/domain/org/changes';
import type { LineFaultName } from '../../src/domain/org/holiday-lines';
import type { KnownYear, Statutory } from '../../src/domain/org/holidays';
import type { Routing, Sla } from '../../src/domain/org/org';

export type SetupRole = 'clerks' | 'managers' | 'admins';

/** The fields of the setup's forms. */
export type SetupField =
  | SetupRole
  | 'name'
  | 'lead'
  | 'chat'
  | 'categories'
  | 'keywords'
  | 'feishu_department'
  | 'into'
  | 'routing'
  | 'reply_within'
  | 'calendar'
  | 'nudge_unclaimed_after'
  | 'remind_before'
  | 'escalate_every'
  | 'quiet_hours'
  | 'digest_at'
  | 'weekly'
  | 'monthly'
  | 'year'
  | 'holidays'
  | 'departments'
  | 'department'
  | 'priority'
  | 'at';

/** A place in the setup that a button leads to. */
export type SetupPage =
  | 'setup'
  | 'departments'
  | 'new_department'
  | 'people'
  | 'routing'
  | 'categories'
  | 'times'
  | 'holidays'
  | 'year'
  | 'rehearse'
  | 'import';

/** Every word of the setup in chat. */
export interface SetupTexts {
  title: string;
  colon: string;
  lead: string;
  pages: Record<SetupPage, string>;
  pageLeads: Record<SetupPage, string>;
  back: string;
  open: string;
  save: string;
  importThem: string;
  remove: string;
  try: string;

  fields: Record<SetupField, string>;
  hints: Partial<Record<SetupField, string>>;
  none: string;
  clerksDecide: string;
  /** Under the lines of what `org.yaml` names. */
  fromFile: string;
  fileWins: string;
  off: string;

  routings: Record<Routing, string>;
  calendars: Record<Sla['calendar'], string>;
  weekdays: Record<'sunday' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday', string>;
  units: Record<'s' | 'm' | 'h' | 'd', (count: number) => string>;

  /** The home card's lines. */
  counts: (departments: number, withoutGroup: number) => string;
  people: (role: SetupRole, names: string, count: number) => string;
  nobody: (role: SetupRole) => string;
  departmentLine: (name: string, group: string, lead: string) => string;
  noGroup: string;
  noLead: string;
  thisGroup: string;
  groupHint: string;
  noCandidates: string;
  removeConfirm: { title: string; text: string };
  fixedDepartment: string;
  onlyAdmins: (names: string) => string;

  /** The bind card. */
  /** A card in a group offers the departments there were when it was posted. */
  bindHint: string;
  bindFixed: (department: string) => string;
  serves: (department: string) => string;
  option: (department: string) => string;
  boundTitle: string;
  boundLines: (chat: string, department: string, by: string) => string[];
  rebind: string;

  saved: Record<
    | 'department'
    | 'bind'
    | 'remove_department'
    | 'people'
    | 'routing'
    | 'categories'
    | 'times'
    | 'holidays'
    | 'remove_holidays'
    | 'import',
    string
  >;
  faults: Record<SetupFaultName, (field: string) => string>;
  faultList: (faults: string[]) => string;
  fixedInFile: string;
  changedMeanwhile: string;
  unknownDepartment: string;

  /** Before anybody is admin. */
  noAdminYet: string;
  claimed: string;
  claimWrong: string;
  claimInGroup: string;

  import: {
    none: string;
    line: (name: string, lead: string, group: string) => string;
    failed: string;
    missingScope: (scopes: string) => string;
  };

  holidays: {
    /** A year's page, and the button that leads to it. */
    yearTitle: (year: string) => string;
    enterYear: (year: string) => string;
    year: (year: string) => string;
    yearLine: (year: string, source: string, what: string) => string;
    sources: Record<KnownYear['source'], string>;
    counts: (holidays: number, makeUpDays: number) => string;
    statutoryOnly: string;
    /** While the wall clock counts. */
    unused: string;
    /** Above a year's form. */
    leads: Record<KnownYear['source'] | 'statutory' | 'unknown', string>;
    names: Record<Statutory, string>;
    date: (year: number, month: number, day: number, isOtherYear: boolean) => string;
    span: (from: string, to: string) => string;
    line: (name: string, days: string, makeUpDays: string) => string;
    forgotten: (names: string) => string;
    howTo: string;
    /** What a change means for what is running. */
    fromNowOn: string;
    remove: string;
    removeConfirm: Record<'builtIn' | 'unknown', { title: string; text: string }>;
    faultLine: (line: number, text: string, fault: string) => string;
    faults: Record<LineFaultName, (what: string) => string>;
    /** Where a deadline fell into a year that nobody has entered yet. */
    unpublishedTitle: (year: string) => string;
    unpublishedLines: (year: string) => string[];
    enterHere: string;
    askAdmin: string;
  };

  rehearsal: {
    lead: (department: string, priority: string, at: string, due: string) => string;
    line: (at: string, who: string, why: string) => string;
    why: Record<'unclaimed' | 'before' | 'due' | 'overdue' | 'other', string>;
    buzzed: (text: string) => string;
    nobody: string;
    guessed: (years: string) => string;
    groupOf: (department: string) => string;
    note: string;
  };

  /** What people are told when somebody or something is no longer there. */
  departures: {
    personTitle: (name: string) => string;
    personLines: (name: string, roles: string) => string[];
    roles: Record<'clerks' | 'managers' | 'admins', string> & { lead: (department: string) => string };
    groupTitle: (department: string) => string;
    groupLines: (department: string) => string[];
  };
}
