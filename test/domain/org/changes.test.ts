import { describe, expect, test } from '@jest/globals';
import { type Changed, changeOrg, type OrgChange } from '../../../src/domain/org/changes';
import { orgOf } from '../../../src/domain/org/effective';
import type { OrgSettings, OrgState } from '../../../src/domain/org/settings';
import { HOUR } from '../../../src/domain/time';

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
    [
      'a name that only looks taken',
      { type: 'department', department: { key: 'd', name: '品质\u200b部' } },
      'name taken',
    ],
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

  test('a group serves one department: the department that had the group loses it', () => {
    const changed = changeOrg(stateOf(FILE, SAID), { type: 'bind', department: 'sales', chat: 'oc_a' });
    const { departments } = orgOf({ ...stateOf(FILE, SAID), said: changed.ok ? changed.said : {} });
    expect(departments.map(({ key, chat }) => [key, chat])).toEqual([
      ['quality', 'oc_q'],
      ['sales', 'oc_a'],
      ['department_1', null],
    ]);
  });

  test('the holidays of a year are replaced together, and removed together', () => {
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

  test('a department that was merged goes where its successor goes', () => {
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

test('org.yaml wins field by field; people and groups out of reach are left out', () => {
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
