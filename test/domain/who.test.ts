import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../src/domain/actor';
import { chat, person } from '../../src/domain/messaging';
import { DEFAULT_ORG } from '../../src/domain/org/settings';
import { departmentSide, type Parties, plays, type Who } from '../../src/domain/who';

const department = { name: '', categories: [], keywords: [] };
const org = {
  ...DEFAULT_ORG,
  departments: [
    { ...department, key: 'works', chat: 'oc_works', lead: 'ou_lead' },
    { ...department, key: 'archive', chat: null, lead: 'ou_archivist' },
  ],
  clerks: ['ou_clerk'],
  managers: ['ou_manager'],
  admins: ['ou_admin'],
};

/** A record of no workflow that exists: a contract that the works department draws up for a rep. */
const contract: Parties = { rep: 'ou_rep', department: 'works', holder: 'ou_drafter' };

const by = (id: string | null, chatId: string | null = null): Actor => ({ id, chatId });

const PARTS: Who[] = ['rep', 'department', 'holder', 'clerk', 'manager', 'admin', 'program'];

describe('who plays which part', () => {
  test.each<[what: string, actor: Actor, parties: Partial<Parties>, parts: Who[]]>([
    ['the rep', by('ou_rep'), {}, ['rep']],
    ['the rep in the group', by('ou_rep', 'oc_works'), {}, ['rep', 'department']],
    ['the holder, outside the group', by('ou_drafter'), {}, ['holder']],
    ['the lead, outside the group', by('ou_lead'), {}, []],
    ['somebody in another group', by('ou_member', 'oc_sales'), {}, []],
    ['a clerk', by('ou_clerk'), {}, ['clerk']],
    ['a manager', by('ou_manager'), {}, ['manager']],
    ['an admin', by('ou_admin'), {}, ['admin']],
    ['the program', by(null), {}, ['program']],
    ['the program, if nobody holds the record', by(null), { rep: null, holder: null }, ['program']],
    ['the lead of a department without a group', by('ou_archivist'), { department: 'archive' }, ['department']],
    ['the holder there', by('ou_drafter'), { department: 'archive' }, ['department', 'holder']],
    ['the holder of a record of no department', by('ou_drafter'), { department: null }, ['holder']],
    ['the holder of a record of an unknown department', by('ou_drafter'), { department: 'gone' }, ['holder']],
  ])('%s', (_what, actor, parties, parts) => {
    expect(PARTS.filter((who) => plays(who, { ...contract, ...parties }, { actor, org }))).toEqual(parts);
  });
});

test('a department acts through its group, else through its holder and its lead', () => {
  expect(departmentSide('works', 'ou_drafter', org)).toEqual([chat('oc_works')]);
  expect(departmentSide('archive', 'ou_drafter', org)).toEqual([person('ou_drafter'), person('ou_archivist')]);
  expect(departmentSide('archive', 'ou_archivist', org)).toEqual([person('ou_archivist')]);
});
