import { z } from 'zod';
import type { OrgSettings } from '../domain/org/settings';
import { distinct, rungsOf } from '../domain/org/values';
import { checkOrgFile } from './org-checks';
import { ladder, ladderInFile, ladderOf } from './org-ladders';
import { entries, list, mapping } from './org-mappings';
import * as value from './org-values';

const department = mapping({
  key: value.key,
  name: value.name,
  chat: value.chat.optional(),
  lead: value.person.optional(),
  feishu_department: value.feishuDepartment.optional(),
  // `checkOrgFile` knows which categories there are.
  categories: list(z.custom<string>()).optional(),
  keywords: list(value.name).optional(),
});

const category = mapping({ key: value.key, name: value.name.optional() });

const sla = mapping({
  reply_within: value.duration.optional(),
  calendar: value.calendar.optional(),
  nudge_unclaimed_after: value.duration.optional(),
  remind_before: list(value.duration).optional(),
  escalate_every: value.duration.optional(),
  extension_needs_nod: value.yesOrNo.optional(),
  quiet_hours: value.quietHours.optional(),
});

const digest = mapping({
  at: value.timeOfDay.optional(),
  weekly: value.weekday.optional(),
  monthly: value.dayOfMonth.optional(),
  digest_only: list(value.person).optional(),
});

const holiday = mapping({
  name: value.name.optional(),
  from: value.date,
  to: value.date,
  make_up: list(value.date).optional(),
});

const absence = mapping({ person: value.person, from: value.date, until: value.date, deputy: value.person });

const orgInFile = mapping({
  departments: list(department).optional(),
  clerks: list(value.person).optional(),
  managers: list(value.person).optional(),
  admins: list(value.person).optional(),
  routing: value.routing.optional(),
  categories: list(category).optional(),
  sla: sla.optional(),
  digest: digest.optional(),
  holidays: list(holiday).optional(),
  positions: entries(list(value.person), 'gm: [ou_…]').optional(),
  position_names: entries(value.name, 'buyer: 采购经理').optional(),
  absent: list(absence).optional(),
  ladders: entries(ladder, 'office: [{ when: due, to: [holder] }]').optional(),
  procedures: entries(value.onOrOff, 'capa: off').optional(),
}).superRefine(
  (file, context) => checkOrgFile(file, (path, message) => context.addIssue({ code: 'custom', path, message })),
  // Beside other faults, too: all are told at once.
  { when: () => true },
);

/** The organisation under the names of `org.yaml`, with its values read. */
export type OrgInFile = z.output<typeof orgInFile>;
/** The organisation as `org.yaml` writes it: texts, lists and mappings. */
export type OrgAsWritten = z.input<typeof orgInFile>;

/** The organisation of `org.yaml` (design §3.4): `decode` reads what a file says, `encode` writes it. */
export const orgSchema = z.codec(orgInFile, z.custom<OrgSettings>(), { decode: settingsOf, encode: inFile });

/** The settings that a file says; what it does not say is absent. */
export function settingsOf(file: OrgInFile): OrgSettings {
  const { departments, clerks, managers, admins, routing, categories, sla, digest, holidays } = file;
  const { positions, position_names, absent, ladders, procedures } = file;
  return said({
    departments: departments?.map(({ feishu_department, categories: own, keywords, ...rest }) =>
      said({
        ...rest,
        feishuDepartment: feishu_department,
        categories: own && distinct(own),
        keywords: keywords && distinct(keywords),
      }),
    ),
    clerks: clerks && distinct(clerks),
    managers: managers && distinct(managers),
    admins: admins && distinct(admins),
    routing,
    categories: categories?.map(({ key, name }) => ({ key, name: name ?? null })),
    sla:
      sla &&
      said({
        replyWithinMs: sla.reply_within,
        calendar: sla.calendar,
        nudgeUnclaimedAfterMs: sla.nudge_unclaimed_after,
        remindBeforeMs: sla.remind_before && rungsOf(sla.remind_before),
        escalateEveryMs: sla.escalate_every,
        extensionNeedsNod: sla.extension_needs_nod,
        quietHours: sla.quiet_hours?.hours,
      }),
    digest:
      digest &&
      said({
        at: digest.at,
        weekly: digest.weekly,
        monthly: digest.monthly,
        digestOnly: digest.digest_only && distinct(digest.digest_only),
      }),
    holidays: holidays?.map(({ name = '', from, to, make_up = [] }) => ({
      name,
      from,
      to,
      makeUpDays: distinct(make_up),
    })),
    positions: positions && each(positions, distinct),
    positionNames: position_names && each(position_names, (name) => name),
    absences: absent,
    ladders: ladders && each(ladders, ladderOf),
    proceduresOff: some(Object.keys(procedures ?? {}).filter((name) => procedures?.[name] === false)),
  });
}

/** The same settings under the names of the file; null, an empty text and an empty list of a part say nothing there. */
export function inFile(settings: OrgSettings): OrgInFile {
  const { departments, clerks, managers, admins, routing, categories, sla, digest, holidays } = settings;
  const { positions, positionNames, absences, ladders, proceduresOff } = settings;
  return said({
    departments: departments?.map(({ key, name, chat, lead, feishuDepartment, categories: own, keywords }) =>
      said({
        key,
        // Only what was said in chat of a department of the file has no name.
        name: name as string,
        chat: chat ?? undefined,
        lead: lead ?? undefined,
        feishu_department: feishuDepartment ?? undefined,
        categories: some(own),
        keywords: some(keywords),
      }),
    ),
    clerks,
    managers,
    admins,
    routing,
    categories: categories?.map(({ key, name }) => said({ key, name: name ?? undefined })),
    sla:
      sla &&
      said({
        reply_within: sla.replyWithinMs,
        calendar: sla.calendar,
        nudge_unclaimed_after: sla.nudgeUnclaimedAfterMs,
        remind_before: sla.remindBeforeMs,
        escalate_every: sla.escalateEveryMs,
        extension_needs_nod: sla.extensionNeedsNod,
        quiet_hours: sla.quietHours === undefined ? undefined : { hours: sla.quietHours },
      }),
    digest:
      digest &&
      said({ at: digest.at, weekly: digest.weekly, monthly: digest.monthly, digest_only: some(digest.digestOnly) }),
    holidays: holidays?.map(({ name, from, to, makeUpDays }) =>
      said({ name: name || undefined, from, to, make_up: some(makeUpDays) }),
    ),
    positions,
    position_names: positionNames,
    // The file names a deputy for each absence.
    absent: some(absences?.flatMap(({ deputy, ...rest }) => (deputy === null ? [] : [{ ...rest, deputy }]))),
    ladders: ladders && each(ladders, ladderInFile),
    procedures: proceduresOff && Object.fromEntries(proceduresOff.map((name) => [name, false])),
  });
}

/** The same entries with other values; an entry without a value says nothing. */
function each<T, U>(entries: Record<string, T | undefined>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([name, value]) => (value === undefined ? [] : [[name, change(value)] as const])),
  );
}

const some = <T>(items: T[] | undefined) => (items && items.length > 0 ? items : undefined);

/** Without what is undefined: what the file does not say can be said in chat. */
function said<T extends object>(settings: T): T {
  return Object.fromEntries(Object.entries(settings).filter(([, one]) => one !== undefined)) as T;
}
