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
  expect(org.positions).toMatchObject({ gm: [expect.stringMatching(/^ou_/)], service_manager: [expect.anything()] });
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

test('positions, absences, ladders and procedures are read', () => {
  const org = orgFrom(
    parseOrgFile(`
positions: { gm: [ou_1, ou_2, ou_1], buyer: [ou_3], nobody: }
position_names: { buyer: 采购经理 }
absent:
  - { person: ou_1, from: 2026-12-01, until: 2026-12-01, deputy: ou_2 }
  - { person: ou_1, from: 2026-12-02, until: 2026-12-05, deputy: ou_3 }
ladders:
  office:
    - { when: -1 workday, to: [holder, holder] }
    - { when: due, at: "9:30", to: [holder], buzz: yes }
    - { when: +3 个工作日, to: [lead, position:buyer, position:legal] }
    - { every: 5 workdays, to: [manager], in: digest }
  weekly: [{ every: 7 days, to: [giver] }]
procedures: { capa: off, visit: on }
`),
  );
  expect(org).toMatchObject({
    positions: { gm: ['ou_1', 'ou_2'], buyer: ['ou_3'] },
    positionNames: { buyer: '采购经理' },
    absences: [
      { person: 'ou_1', from: '2026-12-01', until: '2026-12-01', deputy: 'ou_2' },
      { person: 'ou_1', from: '2026-12-02', until: '2026-12-05', deputy: 'ou_3' },
    ],
    ladders: {
      office: {
        rungs: [
          { days: -1, unit: 'workday', at: 600, to: ['holder'], buzz: false },
          { days: 0, unit: 'day', at: 570, to: ['holder'], buzz: true },
          { days: 3, unit: 'workday', at: 600, to: ['lead', 'position:buyer', 'position:legal'], buzz: false },
        ],
        afterwards: { every: 5, unit: 'workday', to: ['manager'], inDigest: true },
      },
      weekly: { rungs: [], afterwards: { every: 7, unit: 'day', to: ['giver'], inDigest: false } },
    },
    proceduresOff: ['capa'],
  });
});

test('a short deadline keeps only the default rungs that fit', () => {
  expect(orgFrom(parseOrgFile('sla: { reply_within: 5h }')).sla.remindBeforeMs).toEqual([4 * HOUR, HOUR]);
  expect(orgFrom(parseOrgFile('sla: { reply_within: 45s }')).sla.remindBeforeMs).toEqual([]);
});

describe('faults', () => {
  const department = (rest: string) => `departments:\n  - { key: a, name: A, ${rest} }`;
  const absent = (rest: string, until = ', until: 2026-12-05') =>
    `absent:\n  - { person: ou_1, from: 2026-12-01${until}, ${rest} }`;
  const rungs = (...all: string[]) => `ladders:\n  office:\n${all.map((one) => `    - ${one}`).join('\n')}`;
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
    ['positions: [ou_1]', 'line 1: positions must be a mapping, such as gm: [ou_…]'],
    ['positions: { gm: ou_1 }', 'line 1: positions.gm must be a list'],
    ['positions:\n  gm: [ou_1]\n  legal: [bob]', 'line 3: positions.legal[0] must be an open_id (ou_…)'],
    ['positions: { 总经理: [ou_1] }', 'line 1: positions.总经理 is no key: lower-case letters'],
    ['position_names: { boss: 总经理 }', 'line 1: position_names.boss is a name of the position gm'],
    ['position_names: { a: 出纳, b: "出纳 " }', 'line 1: position_names.b 出纳 is there twice'],
    ['absent: [{ person: ou_1, from: 2026-12-01, until: 2026-12-05 }]', 'line 1: absent[0].deputy is missing'],
    [absent('deputy: ou_1'), 'line 2: absent[0].deputy must be somebody else than absent[0].person'],
    [absent('deputy: 李四'), 'line 2: absent[0].deputy must be an open_id (ou_…)'],
    [absent('deputy: ou_2, until: 2026-11-30', ''), 'line 2: absent[0].until must not lie before absent[0].from'],
    [absent('deputy: ou_2, until: 2026-11-31', ''), 'line 2: absent[0].until must be a date such as'],
    [
      `${absent('deputy: ou_2')}\n  - { person: ou_1, from: 2026-12-05, until: 2026-12-09, deputy: ou_3 }`,
      'line 3: absent[1].from overlaps absent[0] of the same person',
    ],
    ['ladders: { office: due }', 'line 1: ladders.office must be a list'],
    ['ladders: { office: [] }', 'line 1: ladders.office must list at least one rung'],
    ['ladders: { Office: [{ when: due, to: [holder] }] }', 'line 1: ladders.Office is no key'],
    ['ladders: { office: [holder] }', 'line 1: ladders.office[0] must be a mapping of when, every, at, to, buzz, in'],
    [rungs('{ when: soon, to: [holder] }'), 'line 3: ladders.office[0].when must be due, or a number of days'],
    [rungs('{ when: +400 days, to: [holder] }'), 'line 3: ladders.office[0].when must be due, or a number of days'],
    [rungs('{ when: due }'), 'line 3: ladders.office[0].to is missing'],
    [rungs('{ when: due, to: [] }'), 'line 3: ladders.office[0].to must name at least one'],
    [rungs('{ when: due, to: [boss] }'), 'line 3: ladders.office[0].to[0] must be one of holder, lead, manager, giver'],
    [rungs('{ when: due, to: ["position:boss"] }'), 'line 3: ladders.office[0].to[0] names no position; known are gm'],
    [rungs('{ when: due, to: [holder], at: noon }'), 'line 3: ladders.office[0].at must be a time'],
    [rungs('{ when: due, to: [holder], buzz: loud }'), 'line 3: ladders.office[0].buzz must be true or false'],
    [rungs('{ when: due, to: [holder], in: digest }'), 'line 3: ladders.office[0].in goes only with every'],
    [rungs('{ to: [holder] }'), 'line 3: ladders.office[0] needs when, or every after the last rung'],
    [rungs('{ when: due, every: 1 day, to: [holder] }'), 'line 3: ladders.office[0].every does not go with when'],
    [rungs('{ every: 0 days, to: [holder] }'), 'line 3: ladders.office[0].every must be a number of days such as'],
    [rungs('{ every: 1 day, to: [holder], buzz: yes }'), 'line 3: ladders.office[0].buzz does not go with every'],
    [rungs('{ every: 1 day, to: [lead], in: mail }'), 'line 3: ladders.office[0].in must be one of digest'],
    [
      rungs('{ every: 1 day, to: [lead] }', '{ when: due, to: [lead] }'),
      'line 3: ladders.office[0].every must stand in the last rung',
    ],
    [
      rungs('{ when: +1 day, to: [lead] }', '{ when: due, to: [lead] }'),
      'line 4: ladders.office[1].when must come after that of ladders.office[0]',
    ],
    [
      rungs('{ when: due, to: [lead] }', '{ when: due, to: [holder] }'),
      'line 4: ladders.office[1].when must come after that of ladders.office[0]',
    ],
    ['procedures: { capa: never }', 'line 1: procedures.capa must be on or off'],
    ['procedures: { CAPA: off }', 'line 1: procedures.CAPA is no key'],
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
positions:
  gm: bob
absent:
  - { person: ou_1, from: 2027-02-05, until: soon, deputy: ou_1 }
ladders:
  office:
    - { when: later, to: ["position:gm", "position:boss"], in: digest }
    - { when: due, to: [holder], loud: yes }
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
      'line 32: positions.gm must be a list',
      'line 34: absent[0].until must be a date such as 2027-02-05',
      'line 34: absent[0].deputy must be somebody else than absent[0].person',
      'line 37: ladders.office[0].when must be due, or a number of days such as -1 workday or +3 days',
      'line 37: ladders.office[0].in goes only with every',
      expect.stringContaining('line 37: ladders.office[0].to[1] names no position; known are gm, '),
      'line 38: ladders.office[1].loud is not known; known are when, every, at, to, buzz, in',
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
