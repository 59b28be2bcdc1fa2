import type { OrgSettings } from '../../src/domain/org/settings';
import { HOUR } from '../../src/domain/time';
import { bindCard, boundCard } from '../setup/bind-card';
import { setupDepartmentCard } from '../setup/department-card';
import { departureCard, groupLostCard } from '../setup/departure-card';
import { setupHolidaysCard, setupYearCard } from '../setup/holidays-card';
import { departmentsCard, setupHomeCard } from '../setup/home-card';
import { setupImportCard } from '../setup/import-card';
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
      departureCard({ person: 'ou_lead', roles: ['clerks'], leads: ['quality'] }, ctx),
    ],
    ['departure-group', title('群不可用', 'A group is gone'), groupLostCard({ department: 'quality' }, ctx)],
  ];
}

export const SETUP_SECTION: Section = { group: title('设置', 'Setup'), entries: pages };
