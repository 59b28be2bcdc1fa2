import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parseOrgFile } from '../../src/config/org-file';
import { writeOrgFile } from '../../src/config/write-org-file';
import { orgOf } from '../../src/domain/org/effective';
import type { OrgSettings, OrgSources, OrgState } from '../../src/domain/org/settings';
import { HOUR, MINUTE } from '../../src/domain/time';

const EXAMPLE = parseOrgFile(readFileSync(`${__dirname}/../../org.example.yaml`, 'utf8'));

const SAID: OrgSettings = {
  departments: [
    { key: 'sales', chat: 'oc_sales', lead: 'ou_lead' },
    { key: 'department_3', name: '客服: "A" # 部\\', keywords: ['- 退货', "it's", '{x}'], feishuDepartment: 'od-9' },
  ],
  clerks: ['ou_clerk'],
  admins: ['ou_admin', 'ou_left'],
  routing: 'clerk+manager',
  managers: ['ou_manager', 'ou_second'],
  categories: [
    { key: 'quality', name: null },
    { key: 'invoice', name: '发票：专用' },
  ],
  sla: {
    replyWithinMs: 90 * MINUTE,
    calendar: 'workdays',
    nudgeUnclaimedAfterMs: 45_000,
    remindBeforeMs: [HOUR, 5 * MINUTE],
    quietHours: null,
  },
  digest: { at: 0, weekly: 0, monthly: 28, digestOnly: ['ou_manager', 'ou_left'] },
  positions: { gm: ['ou_manager', 'ou_left'], position_3: [] },
  positionNames: { position_3: '仓库: "主管" #1' },
  absences: [{ person: 'ou_manager', from: '2026-12-01', until: '2026-12-05', deputy: 'ou_second' }],
  holidays: [{ name: "New Year's “Day”", from: '2027-12-31', to: '2028-01-02', makeUpDays: ['2027-12-26'] }],
};

const HOLIDAYS = [
  { name: '春节', from: '2027-02-05', to: '2027-02-11', makeUpDays: ['2027-01-31'] },
  { name: '', from: '2027-05-01', to: '2027-05-01', makeUpDays: [] },
];

/** What only a file says, with what the chat says as well. */
const PROCEDURES: OrgSettings = {
  positions: { gm: ['ou_boss', 'ou_second'], buyer: ['ou_left'] },
  positionNames: { buyer: '采购经理' },
  absences: [
    { person: 'ou_boss', from: '2026-12-24', until: '2026-12-31', deputy: 'ou_second' },
    { person: 'ou_manager', from: '2026-12-01', until: '2026-12-31', deputy: 'ou_boss' },
  ],
  ladders: {
    office: {
      rungs: [
        { days: -1, unit: 'workday', at: 600, to: ['holder'], buzz: false },
        { days: 0, unit: 'day', at: 570, to: ['holder', 'position:gm'], buzz: true },
        { days: 30, unit: 'day', at: 0, to: ['lead'], buzz: false },
      ],
      afterwards: { every: 1, unit: 'workday', to: ['manager', 'giver'], inDigest: true },
    },
    once: { rungs: [{ days: 1, unit: 'day', at: 600, to: ['holder'], buzz: false }], afterwards: null },
  },
  proceduresOff: ['capa'],
};

const found = { 'od-9': { name: '客服', lead: 'ou_head', chat: 'oc_head' } };

const stateOf = (sources: OrgSources): OrgState => ({ ...sources, version: 1, org: orgOf(sources) });

test.each<[what: string, file: OrgSettings, said: OrgSettings]>([
  ['nothing at all', {}, {}],
  ['a file alone', EXAMPLE, {}],
  ['chat alone', {}, SAID],
  ['a file with holidays', { ...EXAMPLE, holidays: HOLIDAYS }, {}],
  ['a file, and chat where it is silent', EXAMPLE, SAID],
  ['a year of the file, and another of the chat', { holidays: HOLIDAYS }, SAID],
  ['ladders, positions and absences of a file', PROCEDURES, {}],
  ['positions and absences of a file, and of the chat', PROCEDURES, SAID],
  ['routing by clerks who have left', {}, { ...SAID, clerks: ['ou_left'] }],
])('the export of %s says the same when it is read', (_what, file, said) => {
  const state = stateOf({ file, said, found, gone: new Set(['ou_left']) });
  const written = writeOrgFile(state, (id) => (id === 'ou_lead' ? '陈\n国强' : ''));
  const { former: _past, ...again } = orgOf({ file: parseOrgFile(written), said: {}, found: {}, gone: new Set() });
  const { former: _merged, ...now } = state.org;
  expect(again).toEqual(now);
});

test('remarks say where a value came from', () => {
  const state = stateOf({ file: { routing: 'direct' }, said: SAID, found, gone: new Set() });
  const written = writeOrgFile(state, (id) => (id === 'ou_clerk' ? '刘芳' : ''));
  expect(written).toContain('clerks: [ou_clerk] # 刘芳; said in chat');
  expect(written).toContain('routing: direct # org.yaml');
  expect(written).toContain("    lead: ou_head # Feishu's contacts");
  expect(written).toContain('  escalate_every: 12h # default');
  expect(written).toContain('  gm: [ou_manager, ou_left] # said in chat');
  expect(written).toContain('until: 2026-12-05, deputy: ou_second } # said in chat');
  expect(written).toMatch(/to: 2028-01-02, make_up: \[2027-12-26\] \} # said in chat/);
});

test('an absence whose deputy has left is not written: a remark says so', () => {
  const state = stateOf({ file: {}, said: SAID, found: {}, gone: new Set(['ou_second']) });
  const written = writeOrgFile(state, () => '');
  expect(written).toContain('# ou_manager is away from 2026-12-01 until 2026-12-05; the deputy has left.');
  expect(parseOrgFile(written).absences).toBeUndefined();
});
