import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseOrgFile } from '../../src/config/org-file';
import { codeOf } from '../../src/domain/errors';
import { orgOf } from '../../src/domain/org/effective';
import { DEFAULT_ORG, type OrgSettings } from '../../src/domain/org/settings';
import { HOUR, MINUTE } from '../../src/domain/time';

/** The organisation of a company that sets nothing in chat. */
const orgFrom = (file: OrgSettings) => {
  const { former: _none, ...org } = orgOf({ file, said: {}, found: {}, gone: new Set() });
  return org;
};

function faultsOf(text: string): string[] {
  try {
    parseOrgFile(text);
  } catch (error) {
    expect(codeOf(error)).toBe('config_invalid');
    return (error as Error).message.split('\n');
  }
  return [];
}

test.each(['', '\n', '# nothing yet\n', 'departments:\nclerks:\nsla: ~\n'])('%j is an organisation', (text) => {
  expect(orgFrom(parseOrgFile(text))).toEqual(DEFAULT_ORG);
});

test('the example has no faults, and names its departments', () => {
  const org = orgFrom(parseOrgFile(readFileSync(`${__dirname}/../../org.example.yaml`, 'utf8')));
  expect(org.departments.map(({ key }) => key)).toEqual(['quality_control', 'after_sales', 'logistics', 'sales']);
  expect(org.departments[2]).toMatchObject({ chat: null, lead: null, categories: ['delivery'] });
  expect(org.departments[2]?.feishuDepartment).toMatch(/^od-/);
  expect(org).toMatchObject({ sla: DEFAULT_ORG.sla, digest: DEFAULT_ORG.digest, categories: DEFAULT_ORG.categories });
});

test('every value can be set', () => {
  const org = orgFrom(
    parseOrgFile(`
departments:
  - { key: qc, name: &qc 品质部, chat: oc_1, lead: ou_1, categories: [quality, invoice], keywords: [划痕, 400, 划痕] }
  - { key: all, name: 其他部, keywords: [*qc] }
clerks: [ou_1, ou_2, ou_1]
managers: [ou_3, ou_boss]
admins:
  - ou_4
routing: clerk+manager
categories: [{ key: quality }, { key: invoice, name: 发票 }]
sla:
  reply_within: 2h
  calendar: workdays
  nudge_unclaimed_after: 10m
  remind_before: [5m, 1h, 30m, 60m]
  escalate_every: 30m
  extension_needs_nod: true
  quiet_hours: off
digest: { at: 8:30, weekly: Friday, monthly: 28, digest_only: [ou_boss] }
`),
  );
  expect(org).toEqual({
    departments: [
      {
        key: 'qc',
        name: '品质部',
        chat: 'oc_1',
        lead: 'ou_1',
        feishuDepartment: null,
        categories: ['quality', 'invoice'],
        keywords: ['划痕', '400'],
      },
      {
        key: 'all',
        name: '其他部',
        chat: null,
        lead: null,
        feishuDepartment: null,
        categories: [],
        keywords: ['品质部'],
      },
    ],
    clerks: ['ou_1', 'ou_2'],
    managers: ['ou_3', 'ou_boss'],
    admins: ['ou_4'],
    routing: 'clerk+manager',
    categories: [
      { key: 'quality', name: null },
      { key: 'invoice', name: '发票' },
    ],
    sla: {
      replyWithinMs: 2 * HOUR,
      calendar: 'workdays',
      nudgeUnclaimedAfterMs: 10 * MINUTE,
      remindBeforeMs: [HOUR, 30 * MINUTE, 5 * MINUTE],
      escalateEveryMs: 30 * MINUTE,
      extensionNeedsNod: true,
      quietHours: null,
    },
    digest: { at: 8 * 60 + 30, weekly: 5, monthly: 28, digestOnly: ['ou_boss'] },
  });
});

test('holidays are read with their make-up days', () => {
  const file = 'holidays: [{ name: 春节, from: 2027-02-05, to: 2027-02-11, make_up: [2027-01-31] }]';
  const [festival] = orgFrom(parseOrgFile(file)).holidays ?? [];
  expect(festival).toEqual({ name: '春节', from: '2027-02-05', to: '2027-02-11', makeUpDays: ['2027-01-31'] });
});

test('a short deadline keeps only the default rungs that fit', () => {
  expect(orgFrom(parseOrgFile('sla: { reply_within: 5h }')).sla.remindBeforeMs).toEqual([4 * HOUR, HOUR]);
  expect(orgFrom(parseOrgFile('sla: { reply_within: 45s }')).sla.remindBeforeMs).toEqual([]);
});

describe('faults', () => {
  const department = (rest: string) => `departments:\n  - { key: a, name: A, ${rest} }`;
  test.each([
    ['clerk: [ou_1]', 'line 1: clerk is not known; did you mean clerks?'],
    ['xyz: 1', 'line 1: xyz is not known; known are departments, clerks,'],
    ['sla:\n  replywithin: 1h', 'line 2: sla.replywithin is not known; did you mean reply_within?'],
    [department('led: ou_1'), 'line 2: departments[0].led is not known; did you mean lead?'],
    [department('lead: oc_1'), 'line 2: departments[0].lead must be an open_id (ou_…)'],
    [department('chat: "oc_…"'), 'line 2: departments[0].chat must be a chat_id (oc_…)'],
    [
      department('feishu_department: 7'),
      'line 2: departments[0].feishu_department must be an open_department_id (od-…)',
    ],
    [department('categories: [speed]'), 'line 2: departments[0].categories[0] must be one of quality, service,'],
    [department('keywords: [""]'), 'line 2: departments[0].keywords[0] must be a text of 1 to 50'],
    [department('keywords: 退货'), 'line 2: departments[0].keywords must be a list'],
    ['departments: [{ key: a }]', 'line 1: departments[0].name is missing'],
    ['departments: [{ name: A }]', 'line 1: departments[0].key is missing'],
    ['departments: [{ key: A, name: A }]', 'line 1: departments[0].key must be lower-case letters'],
    ['departments: [{ key: unsure, name: A }]', 'line 1: departments[0].key unsure is reserved'],
    ['departments:\n- {key: a, name: A}\n- {key: a, name: B}', 'line 3: departments[1].key a is there twice'],
    [
      'departments:\n- {key: a, name: A, chat: oc_1}\n- {key: b, name: B, chat: oc_1}',
      'line 3: departments[1].chat already serves another department',
    ],
    [`departments: [{ key: a, name: ${'部'.repeat(51)} }]`, 'line 1: departments[0].name must be a text of 1 to 50'],
    ['departments: [{ key: a, name: "\\ud83d坏" }]', 'line 1: departments[0].name must be a text of 1 to 50'],
    ['departments: [{ key: a, name: "\\u200b" }]', 'line 1: departments[0].name must be a text of 1 to 50'],
    ['departments: [{ key: a, name: "\u2800\u3164" }]', 'line 1: departments[0].name must be a text of 1 to 50'],
    [department('keywords: [退货, "\\ufeff"]'), 'line 2: departments[0].keywords[1] must be a text of 1 to 50'],
    ['categories: [{ key: a, name: "\\udc00" }]', 'line 1: categories[0].name must be a text of 1 to 50'],
    [
      'departments:\n- {key: a, name: 售后部}\n- {key: b, name: 售后部}',
      'line 3: departments[1].name 售后部 is there twice',
    ],
    [
      'departments:\n- {key: a, name: 售后部}\n- {key: b, name: "售后\\u200b部 "}',
      'line 3: departments[1].name 售后部 is there twice',
    ],
    ['categories: [{ key: a, name: ＡＢ }, { key: b, name: AB }]', 'line 1: categories[1].name AB is there twice'],
    ['departments: [a]', 'line 1: departments[0] must be a mapping'],
    ['clerks: ou_1', 'line 1: clerks must be a list'],
    ['\nadmins:\n  - ou_1\n  - bob', 'line 4: admins[1] must be an open_id (ou_…)'],
    ['routing: boss', 'line 1: routing must be one of direct, clerk, clerk+manager'],
    ['routing: clerk\nclerks: []', 'line 1: routing clerk needs at least one person in clerks'],
    [
      'routing: clerk+manager\nclerks: [ou_1]\nmanagers: []',
      'line 1: routing clerk+manager needs at least one person in managers',
    ],
    ['categories: []', 'line 1: categories must list at least one category'],
    ['categories: [{ key: speed }]', 'line 1: categories[0].name is missing'],
    ['categories: [{ key: price }, { key: price }]', 'line 1: categories[1].key price is there twice'],
    ['sla: { reply_within: 24 }', 'line 1: sla.reply_within must be a duration'],
    ['sla: { reply_within: 0h }', 'line 1: sla.reply_within must be a duration'],
    ['sla: { remind_before: [4h, 24h] }', 'line 1: sla.remind_before[1] must be shorter than sla.reply_within'],
    ['sla: { calendar: lunar }', 'line 1: sla.calendar must be one of wall-clock, workdays'],
    ['sla: { quiet_hours: "22:00" }', 'line 1: sla.quiet_hours must be two times'],
    ['sla: { quiet_hours: "22:00-24:00" }', 'line 1: sla.quiet_hours must be two times'],
    ['sla: { quiet_hours: "08:00-08:00" }', 'line 1: sla.quiet_hours must be two times'],
    ['digest: { at: noon }', 'line 1: digest.at must be a time'],
    ['digest: { weekly: mon }', 'line 1: digest.weekly must be one of sunday, monday'],
    ['digest: { monthly: 29 }', 'line 1: digest.monthly must be a day from 1 to 28'],
    ['digest: { digest_only: [bob] }', 'line 1: digest.digest_only[0] must be an open_id (ou_…)'],
    ['managers: [ou_1, ou_2]\ndigest:\n  digest_only: [ou_3]', 'line 3: digest.digest_only[0] must be one of managers'],
    [
      'managers: [ou_1]\ndigest:\n  digest_only: [ou_1]',
      'line 3: digest.digest_only must leave at least one of managers, who hears of late cases',
    ],
    ['holidays: [{ from: 2027-02-30, to: 2027-03-01 }]', 'line 1: holidays[0].from must be a date such as'],
    ['holidays: [{ from: 2027-02-05 }]', 'line 1: holidays[0].to is missing'],
    ['holidays: [{ from: 2027-02-05, to: 2027-02-04 }]', 'line 1: holidays[0].to must not lie before'],
    ['- a\n- b', 'line 1: the file must be a mapping'],
    ['clerks: [ou_1]\nclerks: [ou_2]', 'line 2: Map keys must be unique'],
    ['clerks: [ou_1]\nmanagers: [ou_1\nadmins: []', 'line 3: '],
    ['? \n: 1', 'line 1:  is not known'],
  ])('%j: %s', (text, expected) => {
    const faults = faultsOf(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.slice(0, expected.length)).toBe(expected);
  });

  test('all faults come at once, in the order of the file', () => {
    const faults = faultsOf(`digest: { at: noon, monthly: 31 }
departments:
  - key: a
    name: A
    categories: [speed]
    chat: oc_1
  - key: a
    name: [B]
    chat: oc_1
    led: ou_1
  - sales
routing: clerk
clerks: []
clerk: []
managers:
  - ou_1
  - bob
categories:
  - key: quality
  - key: speedy
sla:
  reply_within: 2h
  remind_before:
    - soon
    - 1h
    - 3h
  quiet_hours: "22:00"
holidays:
  - { name: x, from: 2027-02-05, to: 2027-02-04 }
  - from: 2027-02-05
`);
    expect(faults).toEqual([
      'line 1: digest.at must be a time such as "09:00"',
      'line 1: digest.monthly must be a day from 1 to 28',
      'line 5: departments[0].categories[0] must be one of quality, speedy',
      'line 7: departments[1].key a is there twice',
      'line 8: departments[1].name must be a text of 1 to 50 characters',
      'line 9: departments[1].chat already serves another department',
      'line 10: departments[1].led is not known; did you mean lead?',
      'line 11: departments[2] must be a mapping of key, name, chat, lead, feishu_department, categories, keywords',
      'line 12: routing clerk needs at least one person in clerks',
      'line 14: clerk is not known; did you mean clerks?',
      'line 17: managers[1] must be an open_id (ou_…)',
      'line 20: categories[1].name is missing',
      'line 24: sla.remind_before[0] must be a duration such as 45s, 30m, 12h or 7d',
      'line 26: sla.remind_before[2] must be shorter than sla.reply_within',
      'line 27: sla.quiet_hours must be two times such as "22:00-08:00", or off',
      'line 29: holidays[0].to must not lie before holidays[0].from',
      'line 30: holidays[1].to is missing',
    ]);
  });

  test('an alias to itself does no harm', () => {
    expect(faultsOf('departments: &all\n  - *all\n')[0]).toContain('line 2: departments[0] must be a mapping');
  });
});

test('a scalar is read as it was written: 0123 stays 0123', () => {
  const file = 'departments: [{ key: a, name: 0123, keywords: [0x1F, 1e3, yes, true, 2027-02-05, 1_000] }]';
  const [department] = parseOrgFile(file).departments ?? [];
  expect(department).toMatchObject({ name: '0123', keywords: ['0x1F', '1e3', 'yes', 'true', '2027-02-05', '1_000'] });
});

test('durations and times may be written as people write them in chat', () => {
  expect(parseOrgFile('sla: { reply_within: 24 小时 }\ndigest: { at: 9：30 }')).toEqual({
    sla: { replyWithinMs: 24 * HOUR },
    digest: { at: 9 * 60 + 30 },
  });
});
