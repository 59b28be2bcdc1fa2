import type { CardJson } from '../../src/domain/messaging';
import { writeQuietHours, writeTimeOfDay } from '../../src/domain/org/values';
import type { CardContext } from '../kit/context';
import { type Element, lines } from '../kit/elements';
import { form, select } from '../kit/form-elements';
import { departmentName, personNames } from '../kit/names';
import type { SetupRole } from '../texts/facts';
import type { SetupPage } from '../texts/texts';
import { positionsLine } from './positions-card';
import {
  durationText,
  fieldOf,
  groupName,
  inPairs,
  leadName,
  pageButton,
  type SetupView,
  setupPage,
} from './setup-frame';

const ROLES: SetupRole[] = ['clerks', 'managers', 'admins'];
const PAGES: SetupPage[] = [
  'departments',
  'people',
  'positions',
  'routing',
  'categories',
  'times',
  'holidays',
  'rehearse',
  'import',
];

function peopleLine(role: SetupRole, ctx: CardContext): string {
  const { setup } = ctx.texts;
  const ids = ctx.org[role];
  return ids.length === 0 ? setup.nobody(role) : setup.people(role, personNames(ids, ctx), ids.length);
}

function timesLine(ctx: CardContext): string {
  const { setup } = ctx.texts;
  const { sla, digest } = ctx.org;
  return [
    `${setup.fields.reply_within}${setup.colon}${durationText(sla.replyWithinMs, setup)}`,
    `${setup.fields.quiet_hours}${setup.colon}${sla.quietHours ? writeQuietHours(sla.quietHours) : setup.off}`,
    `${setup.fields.digest_at}${setup.colon}${writeTimeOfDay(digest.at)}`,
  ].join('\n');
}

/** The first page of the setup (设置): a summary, and a button to each page. */
export function setupHomeCard({ state }: SetupView, ctx: CardContext, notice = ''): CardJson {
  const { setup } = ctx.texts;
  const { departments, routing } = ctx.org;
  const withoutGroup = departments.filter(({ chat }) => chat === null).length;
  return setupPage('setup', ctx, () => [
    ...lines([notice]),
    ...lines([
      setup.counts(departments.length, withoutGroup),
      ...ROLES.map((role) => peopleLine(role, ctx)),
      positionsLine(ctx),
      `${setup.fields.routing}${setup.colon}${setup.routings[routing]}`,
      timesLine(ctx),
    ]),
    ...inPairs(PAGES.map((page) => pageButton(page, ctx, page === 'departments' ? 'primary' : 'default'))),
    ...lines([Object.keys(state.file).length > 0 && setup.fileWins], 'quiet'),
  ]);
}

/** The departments: an admin opens one, adds one or imports some. */
export function departmentsCard(_view: SetupView, ctx: CardContext): CardJson {
  const { setup, chooseHere } = ctx.texts;
  const { departments } = ctx.org;
  return setupPage('departments', ctx, (room): Element[] => {
    const shown = departments.slice(0, room.options);
    const options = shown.map(({ key }) => ({ value: key, text: departmentName(key, ctx) }));
    const field = { ...fieldOf('department', '', setup, true), placeholder: chooseHere };
    const open = { cmd: 'org.department', id: 0, word: setup.open, look: 'primary' as const };
    return [
      ...lines(
        departments
          .slice(0, room.items * 3)
          .map(({ key, chat, lead }) =>
            setup.departmentLine(departmentName(key, ctx), groupName(chat, ctx), leadName(lead, ctx)),
          ),
      ),
      ...(options.length === 0 ? [] : [form(select(field, options), open)]),
      ...inPairs([pageButton('new_department', ctx), pageButton('import', ctx)]),
    ];
  });
}
