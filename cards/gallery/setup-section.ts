import type { JsonObject } from '../../src/domain/messaging';
import type { OrgSettings } from '../../src/domain/org/settings';
import { HOUR } from '../../src/domain/time';
import { bindCard, boundCard } from '../setup/bind-card';
import { setupDepartmentCard } from '../setup/department-card';
import { departureCard, groupLostCard } from '../setup/departure-card';
import { setupHolidaysCard, setupYearCard } from '../setup/holidays-card';
import { departmentsCard, setupHomeCard } from '../setup/home-card';
import { setupImportCard } from '../setup/import-card';
import { leaveCard } from '../setup/leave-card';
import { setupPositionCard, setupPositionsCard } from '../setup/positions-card';
import { setupRehearsalCard } from '../setup/rehearsal-card';
import { setupCategoriesCard, setupPeopleCard, setupRoutingCard, setupTimesCard } from '../setup/settings-cards';
import type { SetupView } from '../setup/setup-frame';
import { type Entry, type Section, title } from './entry';
import { BEGAN } from './sample-case';
import type { SampleOffice } from './sample-office';
import { SAMPLE_YEARS } from './sample-years';

const STEPS = [
  { at: BEGAN + 2 * HOUR, to: { type: 'chat', id: 'oc_after_sales' }, why: 'unclaimed', buzz: false },
  { at: BEGAN + 23 * HOUR, to: { type: 'chat', id: 'oc_after_sales' }, why: 'before', buzz: true },
  { at: BEGAN + 24 * HOUR, to: { type: 'chat', id: 'oc_after_sales' }, why: 'due', buzz: false },
  { at: BEGAN + 24 * HOUR, to: { type: 'person', id: 'ou_boss' }, why: 'due', buzz: false },
] as const;

const viewIn =
  ({ ctx, words }: SampleOffice) =>
  (file: OrgSettings, said: OrgSettings = {}): SetupView => ({
    state: { org: ctx.org, file, said, found: {}, gone: new Set(), version: 1 },
    builtInYears: SAMPLE_YEARS,
    people: Object.keys(words.names),
    groups: ['oc_after_sales', 'oc_quality'],
  });

/** Holidays that are built in, entered in chat, and named in `org.yaml`. */
function years(office: SampleOffice): Entry[] {
  const { ctx, words } = office;
  const viewOf = viewIn(office);
  const { names } = ctx.texts.setup.holidays;
  const entered = [
    { name: names.元旦, from: '2027-01-01', to: '2027-01-03', makeUpDays: [] },
    { name: names.春节, from: '2027-02-05', to: '2027-02-11', makeUpDays: ['2027-01-31', '2027-02-14'] },
    { name: names.国庆节, from: '2027-10-01', to: '2027-10-07', makeUpDays: ['2027-09-26', '2027-10-09'] },
  ];
  const inChat = viewOf({}, { holidays: entered });
  return [
    ['setup-holidays-years', title('放假安排', 'Public holidays'), setupHolidaysCard(viewOf({}), ctx, 2026)],
    ['setup-holidays-years-own', title('放假安排，已录入', 'Holidays, entered'), setupHolidaysCard(inChat, ctx, 2026)],
    ['setup-holidays-built-in', title('内置的年份', 'A built-in year'), setupYearCard(viewOf({}), ctx, 2026)],
    ['setup-holidays-statutory', title('只有法定节假日', 'Statutory days only'), setupYearCard(viewOf({}), ctx, 2027)],
    ['setup-holidays-unknown', title('没有安排的年份', 'An unknown year'), setupYearCard(viewOf({}), ctx, 2028)],
    ['setup-holidays-entered', title('录入的年份', 'A year that was entered'), setupYearCard(inChat, ctx, 2027)],
    [
      'setup-holidays-faults',
      title('有几行需要修改', 'Lines that need changes'),
      setupYearCard(viewOf({}), ctx, 2027, words.holidays),
    ],
    [
      'setup-holidays-from-file',
      title('文件中的年份', 'A year of the file'),
      setupYearCard(viewOf({ holidays: entered }), ctx, 2027),
    ],
  ];
}

/** The positions of a company, in chat and in `org.yaml`, and somebody who is away. */
function positions(office: SampleOffice): Entry[] {
  const { ctx } = office;
  const said = { positions: { gm: ['ou_boss', 'ou_lead'], legal: [] } };
  const absences = [{ person: 'ou_boss', from: '2026-12-24', until: '2027-01-03', deputy: 'ou_lead' }];
  const held = { ...ctx, org: { ...ctx.org, ...said, absences } };
  const view = viewIn(office)({}, said);
  return [
    ['setup-positions-none', title('还没有职位', 'No positions yet'), setupPositionsCard(view, ctx)],
    ['setup-positions-some', title('职位', 'Positions'), setupPositionsCard(view, held)],
    ['setup-positions-one', title('一个职位', 'One position'), setupPositionCard(view, held, 'gm')],
    [
      'setup-positions-from-file',
      title('文件中的职位', 'A position of the file'),
      setupPositionCard(viewIn(office)(said), held, 'gm'),
    ],
    ['setup-positions-new', title('添加职位', 'A new position'), setupPositionCard(view, held, null)],
  ];
}

/** What the bot says about absences, by the name of the message. */
function leave({ ctx }: SampleOffice): Entry[] {
  const days = { from: '2026-12-01', until: '2026-12-05' };
  const own = { by: 'ou_rep', person: 'ou_rep', deputy: 'ou_worker', ...days };
  const ofAdmin = { ...own, by: 'ou_admin' };
  const earlier = {
    ended: [{ from: '2026-12-03', until: '2026-12-03' }],
    shortened: [{ ...days, until: '2026-12-02' }],
  };
  const name = ctx.nameOf('ou_worker');
  const which = { persons: ['ou_rep'], deputies: ['ou_worker', 'ou_colleague'], personName: '', deputyName: name };
  const all: [id: string, shown: Entry[1], message: string, params: JsonObject][] = [
    ['leave-usage', title('请假怎么说', 'How to say it'), 'usage', {}],
    ['leave-done', title('请假', 'Away'), 'done', own],
    ['leave-again', title('再次请假', 'Away, said anew'), 'done', { ...own, ...earlier, isDeputyAway: true }],
    ['leave-for-other', title('替别人请假', 'Said by an admin'), 'done', ofAdmin],
    ['leave-deputy', title('告诉代办人', 'The deputy is told'), 'deputy', own],
    ['leave-deputy-no-more', title('换了代办人', 'Another deputy'), 'deputy_no_more', own],
    ['leave-told', title('告诉请假的人', 'The absent person is told'), 'told', ofAdmin],
    ['leave-which', title('同名的同事', 'People of one name'), 'which', which],
    ['leave-unknown', title('没有这个人', 'Nobody of that name'), 'unknown', { name }],
    ['leave-only-admins', title('不能替别人请假', 'Not of others'), 'only_admins', {}],
    ['leave-back', title('销假', 'Back'), 'back', own],
    ['leave-back-for-other', title('替别人销假', 'Back, said by an admin'), 'back', ofAdmin],
    ['leave-called-off', title('取消请假', 'Called off'), 'called_off', own],
    ['leave-deputy-back', title('告诉代办人已销假', 'The deputy is told of the return'), 'deputy_back', own],
    ['leave-told-back', title('告诉本人已销假', 'Told of the own return'), 'told_back', ofAdmin],
    ['leave-not-away', title('没有请假', 'Not away'), 'not_away', own],
    ['leave-not-away-other', title('别人没有请假', 'Another is not away'), 'not_away', ofAdmin],
    ...Object.keys(ctx.texts.setup.leave.faults).map((fault): (typeof all)[number] => {
      const id = `leave-fault-${fault.replaceAll('_', '-')}`;
      return [id, title('日期或代办人不对', 'A fault'), 'fault', { fault }];
    }),
  ];
  return all.flatMap(([id, shown, message, params]): Entry[] => {
    const card = leaveCard(message, params, ctx);
    return card ? [[id, shown, card]] : [];
  });
}

function pages(office: SampleOffice): Entry[] {
  const { ctx, words } = office;
  const viewOf = viewIn(office);
  const view = viewOf({});
  const fromFile = viewOf(ctx.org);
  const rehearsal = {
    department: 'after_sales',
    priority: 'normal',
    at: BEGAN,
    dueAt: BEGAN + 24 * HOUR,
    steps: [...STEPS],
    guessedYears: [],
  };
  const found = { id: 'od-1', name: words.departments.quality, lead: 'ou_lead', chat: 'oc_quality' };
  const group = { chat: 'oc_quality', chatName: words.chat, sources: { file: {}, gone: new Set<string>() } };
  return [
    ['setup-home-start', title('设置', 'Setup'), setupHomeCard(view, ctx)],
    ['setup-home-departments', title('部门', 'Departments'), departmentsCard(view, ctx)],
    ['setup-department-one', title('一个部门', 'One department'), setupDepartmentCard(view, ctx, 'quality')],
    [
      'setup-department-from-file',
      title('文件中的部门', 'A department of the file'),
      setupDepartmentCard(fromFile, ctx, 'quality'),
    ],
    ['setup-department-new', title('添加部门', 'A new department'), setupDepartmentCard(view, ctx, null)],
    ['setup-forms-people', title('人员', 'People'), setupPeopleCard(view, ctx)],
    ['setup-forms-routing', title('分派方式', 'Routing'), setupRoutingCard(view, ctx)],
    ['setup-forms-categories', title('问题类别', 'Categories'), setupCategoriesCard(view, ctx)],
    ['setup-forms-times', title('时限与日报', 'Times'), setupTimesCard(view, ctx)],
    ['setup-forms-times-from-file', title('文件中的时限', 'Times of the file'), setupTimesCard(fromFile, ctx)],
    ...positions(office),
    ...years(office),
    ['setup-rehearsal-asked', title('试算提醒', 'Try the reminders'), setupRehearsalCard(view, ctx, rehearsal)],
    ['setup-import-some', title('导入部门', 'Import'), setupImportCard(view, ctx, { ok: true, departments: [found] })],
    [
      'setup-import-refused',
      title('导入，缺权限', 'Import, a scope is missing'),
      setupImportCard(view, ctx, { ok: false, scopes: ['contact:department.base:readonly'] }),
    ],
    ['bind-again', title('改绑群', 'Bind a bound group'), bindCard(group, ctx)],
    [
      'bind-fixed',
      title('群写在文件中', 'A group of the file'),
      bindCard({ ...group, sources: { file: ctx.org, gone: new Set<string>() } }, ctx),
    ],
    ['bind-done', title('已绑定', 'Bound'), boundCard(words.chat, 'quality', 'ou_admin', ctx)],
    [
      'departure-person',
      title('人员离开', 'A person left'),
      departureCard({ person: 'ou_lead', roles: ['clerks'], leads: ['quality'], positions: ['gm'] }, ctx),
    ],
    ...leave(office),
    ['departure-group', title('群不可用', 'A group is gone'), groupLostCard({ department: 'quality' }, ctx)],
  ];
}

export const SETUP_SECTION: Section = { group: title('设置', 'Setup'), entries: pages };
