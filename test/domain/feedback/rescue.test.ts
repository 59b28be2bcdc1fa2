import { describe, expect, test } from '@jest/globals';
import type { Command } from '../../../src/domain/feedback/commands';
import type { Feedback, Status } from '../../../src/domain/feedback/model';
import { rescueOf } from '../../../src/domain/feedback/rescue';
import { wallsOf } from '../../../src/domain/feedback/walls';
import type { Department, Org } from '../../../src/domain/org/org';
import { DEFAULT_ORG } from '../../../src/domain/org/settings';
import { feedback } from './fixtures';

const department = (key: string, more: Partial<Department> = {}): Department => ({
  key,
  name: key,
  chat: `oc_${key}`,
  lead: `ou_lead_${key}`,
  categories: [],
  keywords: [],
  ...more,
});

const orgWith = (more: Partial<Org> = {}): Org => ({
  ...DEFAULT_ORG,
  departments: [department('after_sales'), department('quality')],
  clerks: ['ou_clerk_a', 'ou_clerk_b'],
  managers: ['ou_manager'],
  admins: ['ou_admin'],
  ...more,
});

const caseIn = (status: Status, more: Partial<Feedback> = {}) =>
  feedback(status, { department: 'after_sales', claimedBy: 'ou_worker', ...more });

const without = (key: string, into: string | null | undefined): Partial<Org> => ({
  departments: [department('quality')],
  former: into === undefined ? [] : [{ key, name: key, into }],
});
const groupless = (lead: string | null): Partial<Org> => ({
  departments: [department('after_sales', { chat: null, lead }), department('quality')],
});

const unassign = { type: 'unassign' } as const;
const toQuality = { type: 'move_department', department: 'quality', why: 'removed' } as const;
const toTriage = { type: 'move_department', department: null, why: 'removed' } as const;
const noGroup = { type: 'move_department', department: null, why: 'no_group' } as const;
const takeOver = { type: 'take_over', rep: 'ou_clerk_b' } as const;

describe('what becomes of an open case', () => {
  test.each<[what: string, record: Feedback, org: Partial<Org>, gone: string[], expected: Command | null]>([
    ['all is well', caseIn('handling'), {}, [], null],
    ['somebody else left', caseIn('handling'), {}, ['ou_stranger'], null],
    ['the holder left', caseIn('handling'), {}, ['ou_worker'], unassign],
    ['the holder left while the rep is asked', caseIn('waiting'), {}, ['ou_worker'], unassign],
    ['the person who answered left', caseIn('answered'), {}, ['ou_worker'], null],
    ['the rep left, the answer is there', caseIn('answered'), {}, ['ou_rep'], takeOver],
    ['the rep left before a claim', caseIn('assigned'), {}, ['ou_rep'], takeOver],
    [
      'the rep left, and there is no clerk',
      caseIn('answered'),
      { clerks: [] },
      ['ou_rep'],
      { ...takeOver, rep: 'ou_admin' },
    ],
    [
      'the rep left, and there are no clerks or admins',
      caseIn('answered'),
      { clerks: [], admins: [] },
      ['ou_rep'],
      null,
    ],
    ['a draft of a rep who left', caseIn('draft'), {}, ['ou_rep'], takeOver],
    ['a draft whose guessed department is gone', caseIn('draft'), without('after_sales', null), [], null],
    ['an archived case of a rep who left', caseIn('closed'), {}, ['ou_rep'], null],
    ['its department was merged', caseIn('handling'), without('after_sales', 'quality'), [], toQuality],
    [
      'its department was merged while the rep is asked',
      caseIn('waiting'),
      without('after_sales', 'quality'),
      [],
      toQuality,
    ],
    [
      'its department was merged after the answer',
      caseIn('answered'),
      without('after_sales', 'quality'),
      [],
      toQuality,
    ],
    ['its department was removed', caseIn('assigned'), without('after_sales', null), [], toTriage],
    ['its department is missing from org.yaml', caseIn('handling'), without('after_sales', undefined), [], toTriage],
    ['its department was removed after the answer', caseIn('answered'), without('after_sales', null), [], null],
    ['nobody claimed it, and the group is gone', caseIn('assigned', { claimedBy: null }), groupless(null), [], noGroup],
    [
      'nobody claimed it, the group is gone, but there is a lead',
      caseIn('assigned', { claimedBy: null }),
      groupless('ou_lead'),
      [],
      null,
    ],
    ['claimed, and the group is gone', caseIn('handling'), groupless(null), [], null],
    [
      'claimed by somebody who left, and the group is gone',
      caseIn('handling'),
      groupless(null),
      ['ou_worker'],
      unassign,
    ],
    ['it waits for a manager, and there is none', caseIn('review'), { managers: [] }, [], { type: 'skip_review' }],
  ])('%s', (_what, record, org, gone, expected) => {
    expect(rescueOf(record, orgWith(org), new Set(gone))).toEqual(expected);
  });

  test('a department merged twice leads to the last one', () => {
    const former = [
      { key: 'after_sales', name: '售后部', into: 'service' },
      { key: 'service', name: '服务部', into: 'quality' },
    ];
    const org = orgWith({ departments: [department('quality')], former });
    expect(rescueOf(caseIn('assigned'), org, new Set())).toEqual(toQuality);
  });
});

test.each<[status: Status, org: Partial<Org>, walls: string[]]>([
  ['draft', {}, ['rep ou_rep']],
  ['triage', {}, ['rep ou_rep', 'clerk ou_clerk_a', 'clerk ou_clerk_b']],
  ['triage', { clerks: [] }, ['rep ou_rep', 'clerk ou_admin']],
  ['review', {}, ['rep ou_rep', 'manager ou_manager']],
  ['assigned', {}, ['rep ou_rep', 'department:after_sales oc_after_sales']],
  [
    'assigned',
    groupless('ou_lead'),
    ['rep ou_rep', 'department:after_sales ou_worker', 'department:after_sales ou_lead'],
  ],
  ['answered', {}, ['rep ou_rep', 'department:after_sales oc_after_sales']],
  ['closed', {}, []],
])('a case in %s hangs where design §2 says', (status, org, walls) => {
  expect(wallsOf(caseIn(status), orgWith(org)).map(({ wall, to }) => `${wall} ${to.id}`)).toEqual(walls);
});
