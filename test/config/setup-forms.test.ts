import { describe, expect, test } from '@jest/globals';
import type { Read } from '../../src/config/form-fields';
import { readCategories, readDepartment, readHolidays, readTimes } from '../../src/config/setup-forms';
import { orgOf } from '../../src/domain/org/effective';
import type { OrgSettings, OrgState } from '../../src/domain/org/settings';
import { HOUR, MINUTE } from '../../src/domain/time';

const FILE: OrgSettings = { departments: [{ key: 'quality', name: '品质部', chat: 'oc_q' }] };
const SAID: OrgSettings = { departments: [{ key: 'department_1', name: '售后部', chat: 'oc_a', lead: 'ou_lead' }] };
const FESTIVAL = { name: '春节', from: '2027-02-05', to: '2027-02-11', makeUpDays: ['2027-01-31'] };

function stateOf(file: OrgSettings, said: OrgSettings): OrgState {
  const sources = { file, said, found: {}, gone: new Set<string>() };
  return { ...sources, version: 4, org: orgOf(sources) };
}

describe('forms of the setup', () => {
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

  test('durations and hours are read as people type them', () => {
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
    [{ reply_within: ' \u200b\u2800' }, 'reply_within missing'],
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

  test('values of the file are no fields, so that a missing field clears nothing', () => {
    const read = readDepartment(stateOf(FILE, SAID), 'quality', { keywords: '划痕 开裂' });
    expect(read).toEqual({
      ok: true,
      change: {
        type: 'department',
        department: { key: 'quality', lead: null, keywords: ['划痕', '开裂'], categories: [], feishuDepartment: null },
      },
    });
  });

  test('a category keeps its key when its name changes; a new category gets a new key', () => {
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

  test('a text that would not fit into its field when it is shown again is too long', () => {
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
