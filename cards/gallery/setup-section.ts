import type { OrgSettings } from '../../src/domain/org/settings';
import { HOUR } from '../../src/domain/time';
import { bindCard, boundCard } from '../bind-card';
import { departureCard, groupLostCard } from '../departure-card';
import { setupDepartmentCard } from '../setup-department-card';
import { setupCategoriesCard, setupPeopleCard, setupRoutingCard, setupTimesCard } from '../setup-forms-card';
import { departmentsCard, setupHomeCard } from '../setup-home-card';
import { setupImportCard } from '../setup-import-card';
import type { SetupView } from '../setup-parts';
import { setupRehearsalCard } from '../setup-rehearsal-card';
import { type Entry, type Section, title } from './entry';
import { BEGAN } from './sample-case';
import type { SampleOffice } from './sample-office';

const STEPS = [
  { at: BEGAN + 2 * HOUR, to: { type: 'chat', id: 'oc_after_sales' }, why: 'unclaimed', buzz: false },
  { at: BEGAN + 23 * HOUR, to: { type: 'chat', id: 'oc_after_sales' }, why: 'before', buzz: true },
  { at: BEGAN + 24 * HOUR, to: { type: 'chat', id: 'oc_after_sales' }, why: 'due', buzz: false },
  { at: BEGAN + 24 * HOUR, to: { type: 'person', id: 'ou_boss' }, why: 'due', buzz: false },
] as const;

function pages({ ctx, words }: SampleOffice): Entry[] {
  const viewOf = (file: OrgSettings): SetupView => ({
    state: { org: ctx.org, file, said: {}, found: {}, gone: new Set(), version: 1 },
    people: Object.keys(words.names),
    groups: ['oc_after_sales', 'oc_quality'],
  });
  const view = viewOf({});
  const fromFile = viewOf(ctx.org);
  const rehearsal = {
    department: 'after_sales',
    priority: 'normal',
    at: BEGAN,
    dueAt: BEGAN + 24 * HOUR,
    steps: [...STEPS],
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
