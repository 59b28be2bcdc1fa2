import { describe, expect, test } from '@jest/globals';
import type { Read } from '../../../src/config/form-fields';
import { readCategories, readDepartment, readHolidays, readTimes } from '../../../src/config/setup-forms';
import { type Changed, changeOrg, type OrgChange } from '../../../src/domain/org/changes';
import { orgOf } from '../../../src/domain/org/effective';
import type { OrgSettings, OrgState } from '../../../src/domain/org/settings';
import { HOUR, MINUTE } from '../../../src/domain/time';

const FILE: OrgSettings = {
  departments: [
    { key: 'quality', name: '品质部', chat: 'oc_q' },
    { key: 'sales', name: '商务部' },
  ],
  holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03', makeUpDays: [] }],
};
const FESTIVAL = { name: '春节', from: '2027-02-05', to: '2027-02-11', makeUpDays: ['2027-01-31'] };
const SAID: OrgSettings = {
  departments: [{ key: 'department_1', name: '售后部', chat: 'oc_a', lead: 'ou_lead' }],
  admins: ['ou_admin'],
};

function stateOf(file: OrgSettings, said: OrgSettings, gone: string[] = []): OrgState {
  const sources = { file, said, found: {}, gone: new Set(gone) };
  return { ...sources, version: 4, org: orgOf(sources) };
}

const outcome = (changed: Changed) => {
  if (changed.ok) return 'done';
  return changed.reason === 'setup_faults'
    ? changed.faults.map(({ field, fault }) => `${field} ${fault}`).join()
    : changed.reason;
};

describe('a change of the organisation', () => {
  test.each<[what: string, change: OrgChange, expected: string]>([
    ['a group for a department without one', { type: 'bind', department: 'sales', chat: 'oc_new' }, 'done'],
    ['another group', { type: 'bind', department: 'department_1', chat: 'oc_new' }, 'done'],
    ['the group of another, said in chat', { type: 'bind', department: 'sales', chat: 'oc_a' }, 'done'],
    ['the group of another, in the file', { type: 'bind', department: 'sales', chat: 'oc_q' }, 'fixed_in_file'],
    ['whose group is in the file', { type: 'bind', department: 'quality', chat: 'oc_new' }, 'fixed_in_file'],
    ['a department that is not there', { type: 'bind', department: 'x', chat: 'oc_new' }, 'unknown_department'],
    ['a name that is taken', { type: 'department', department: { key: 'd', name: '品质部' } }, 'name taken'],
    ['merging', { type: 'remove_department', key: 'department_1', into: 'quality' }, 'done'],
    [
      'merging into itself',
      { type: 'remove_department', key: 'department_1', into: 'department_1' },
      'into not_a_choice',
    ],
    ['removing what the file names', { type: 'remove_department', key: 'quality', into: null }, 'fixed_in_file'],
    ['nobody left as admin', { type: 'people', admins: [] }, 'admins no_admin_left'],
    ['routing by clerks there are not', { type: 'routing', routing: 'clerk' }, 'clerks needed_by_routing'],
    ['no category at all', { type: 'categories', categories: [] }, 'categories no_category_left'],
    ['holidays of a year', { type: 'holidays', year: 2028, holidays: [FESTIVAL] }, 'done'],
    ['holidays of a year of the file', { type: 'holidays', year: 2027, holidays: [FESTIVAL] }, 'fixed_in_file'],
    ['removing a year of the file', { type: 'remove_holidays', year: 2027 }, 'fixed_in_file'],
    [
      'a rung that is too long',
      { type: 'times', sla: { remindBeforeMs: [25 * HOUR] }, digest: {} },
      'remind_before not_shorter',
    ],
  ])('%s', (_what, change, expected) => {
    expect(outcome(changeOrg(stateOf(FILE, SAID), change))).toBe(expected);
  });

  test('a group serves one department: whoever had it gives it up', () => {
    const changed = changeOrg(stateOf(FILE, SAID), { type: 'bind', department: 'sales', chat: 'oc_a' });
    const { departments } = orgOf({ ...stateOf(FILE, SAID), said: changed.ok ? changed.said : {} });
    expect(departments.map(({ key, chat }) => [key, chat])).toEqual([
      ['quality', 'oc_q'],
      ['sales', 'oc_a'],
      ['department_1', null],
    ]);
  });

  test('a year of holidays is said as a whole, and removed as a whole', () => {
    const year = (at: number) => ({ name: 'x', from: `${at}-01-01`, to: `${at}-01-01`, makeUpDays: [] });
    const said = { holidays: [year(2028), year(2029)] };
    const told = (change: OrgChange) => {
      const changed = changeOrg(stateOf({}, said), change);
      return changed.ok ? changed.said.holidays?.map(({ name, to }) => `${name} ${to}`) : [];
    };
    expect(told({ type: 'holidays', year: 2028, holidays: [{ ...FESTIVAL, to: '2028-02-01' }] })).toEqual([
      '春节 2028-02-01',
      'x 2029-01-01',
    ]);
    expect(told({ type: 'remove_holidays', year: 2028 })).toEqual(['x 2029-01-01']);
  });

  test('what was merged once follows where its successor goes', () => {
    const first = changeOrg(
      stateOf(FILE, { ...SAID, former: [{ key: 'old', name: '老部门', into: 'department_1' }] }),
      { type: 'remove_department', key: 'department_1', into: 'quality' },
    );
    expect(first.ok && first.said.former).toEqual([
      { key: 'old', name: '老部门', into: 'quality' },
      { key: 'department_1', name: '售后部', into: 'quality' },
    ]);
  });
});

test('what org.yaml names wins, field by field; what cannot be reached is left out', () => {
  const said: OrgSettings = {
    departments: [
      { key: 'quality', name: 'another name', chat: 'oc_other', keywords: ['划痕'] },
      { key: 'nameless', chat: 'oc_n' },
    ],
    clerks: ['ou_a', 'ou_b'],
    sla: { replyWithinMs: 2 * HOUR },
  };
  const file: OrgSettings = { ...FILE, sla: { calendar: 'workdays' }, managers: ['ou_m'] };
  const { departments, clerks, managers, sla } = stateOf(file, said, ['ou_a', 'ou_m', 'oc_q']).org;
  expect(departments.map(({ key, name, chat, keywords }) => [key, name, chat, keywords])).toEqual([
    // The file's own group is gone: then what chat says of it counts.
    ['quality', '品质部', 'oc_other', ['划痕']],
    ['sales', '商务部', null, []],
  ]);
  expect(stateOf(file, said).org.departments[0]?.chat).toBe('oc_q');
  expect([clerks, managers]).toEqual([['ou_b'], []]);
  expect(sla).toMatchObject({ replyWithinMs: 2 * HOUR, calendar: 'workdays', remindBeforeMs: [HOUR] });
});

describe('forms', () => {
  const faultsOf = (read: Read) => (read.ok ? [] : read.faults.map(({ field, fault }) => `${field} ${fault}`));
  const times = {
    reply_within: '24 小时',
    calendar: 'wall-clock',
    nudge_unclaimed_after: '2h',
    remind_before: '12小时，4h、30 分钟',
    escalate_every: '1天',
    quiet_hours: '22：00 至 08:00',
    digest_at: '09:00',
    weekly: 'monday',
    monthly: '1',
  };

  test('durations and hours are read as people write them', () => {
    const read = readTimes(stateOf({}, {}), times);
    expect(read).toMatchObject({
      ok: true,
      change: {
        sla: {
          replyWithinMs: 24 * HOUR,
          remindBeforeMs: [12 * HOUR, 4 * HOUR, 30 * MINUTE],
          escalateEveryMs: 24 * HOUR,
          quietHours: { from: 22 * 60, to: 8 * 60 },
        },
        digest: { at: 540, weekly: 1, monthly: 1 },
      },
    });
  });

  test.each([
    [{ reply_within: '' }, 'reply_within missing'],
    [{ reply_within: 'soon' }, 'reply_within not_a_duration'],
    [{ escalate_every: '0h' }, 'escalate_every not_a_duration'],
    [{ remind_before: '4h, later' }, 'remind_before not_a_duration'],
    [{ quiet_hours: '22:00' }, 'quiet_hours not_hours'],
    [{ digest_at: '25:00' }, 'digest_at not_a_time'],
    [{ monthly: '31' }, 'monthly not_a_day'],
    [{ calendar: 'lunar' }, 'calendar not_a_choice'],
  ])('%j: %s', (more, fault) => {
    expect(faultsOf(readTimes(stateOf({}, {}), { ...times, ...more }))).toEqual([fault]);
  });

  test('what the file fixes is not read, so that its absence clears nothing', () => {
    const read = readDepartment(stateOf(FILE, SAID), 'quality', { keywords: '划痕 开裂' });
    expect(read).toEqual({
      ok: true,
      change: {
        type: 'department',
        department: { key: 'quality', lead: null, keywords: ['划痕', '开裂'], categories: [], feishuDepartment: null },
      },
    });
  });

  test('a category keeps its key, whatever becomes of its name; a new one gets one of its own', () => {
    const state = stateOf({}, { categories: [{ key: 'invoice', name: '发票' }] });
    const read = readCategories(state, { categories: 'invoice：开票\n产品质量\n物流破损' }, { quality: '产品质量' });
    expect(read).toMatchObject({
      ok: true,
      change: {
        categories: [
          { key: 'invoice', name: '开票' },
          { key: 'quality', name: null },
          { key: 'category_5_3', name: '物流破损' },
        ],
      },
    });
    expect(faultsOf(readCategories(state, { categories: '发票\n发票' }, {}))).toEqual([]);
    expect(faultsOf(readCategories(state, { categories: '' }, {}))).toEqual(['categories missing']);
  });

  test.each([
    ['维修 退货', ['维修', '退货']],
    ['维修，退货、换货;漏水\n开裂', ['维修', '退货', '换货', '漏水', '开裂']],
    ['not working, leaks', ['not working', 'leaks']],
    ['iPhone 漏水 E 05', ['iPhone', '漏水', 'E 05']],
  ])('the keywords of %j', (keywords, expected) => {
    const read = readDepartment(stateOf({}, SAID), 'department_1', { name: 'x', keywords });
    expect(read).toMatchObject({ change: { department: { keywords: expected } } });
  });

  test('what would not fit into its field the next time is too long', () => {
    const words = Array.from({ length: 90 }, (_, i) => `keyword-${100 + i}`);
    const department = { name: 'x', keywords: words.join(',') };
    expect(faultsOf(readDepartment(stateOf({}, SAID), 'department_1', department))).toEqual(['keywords too_long']);
    expect(faultsOf(readCategories(stateOf({}, {}), { categories: words.join('\n') }, {}))).toEqual([
      'categories too_long',
    ]);
    expect(faultsOf(readCategories(stateOf({}, {}), { categories: '票'.repeat(51) }, {}))).toEqual([
      'categories too_long',
    ]);
  });

  test('holidays are read line by line', () => {
    const festival = '春节：2月5日至11日，1月31日上班';
    expect(readHolidays(2027, { holidays: festival })).toEqual({
      ok: true,
      change: { type: 'holidays', year: 2027, holidays: [FESTIVAL] },
    });
    expect(faultsOf(readHolidays(2027, { holidays: `${festival}\n清明` }))).toEqual(['holidays not_lines']);
    expect(faultsOf(readHolidays(2027, { holidays: '国务院办公厅' }))).toEqual(['holidays missing']);
    expect(faultsOf(readHolidays(2027, {}))).toEqual(['holidays missing']);
  });
});
