import { describe, expect, test } from '@jest/globals';
import { changeOrg, type OrgChange } from '../../../src/domain/org/changes';
import { orgOf } from '../../../src/domain/org/effective';
import { peopleNamed } from '../../../src/domain/org/people-named';
import type { OrgSettings, OrgState } from '../../../src/domain/org/settings';

const FILE: OrgSettings = {
  positions: { gm: ['ou_a', 'ou_b'], legal: [] },
  positionNames: { gm: '总裁' },
};
const SAID: OrgSettings = {
  positions: { gm: ['ou_z'], legal: ['ou_l'], position_2: ['ou_a', 'ou_p'] },
  positionNames: { gm: '老板', position_2: '采购经理' },
};

function stateOf(said: OrgSettings, gone: string[] = [], file: OrgSettings = FILE): OrgState {
  const sources = { file, said, found: {}, gone: new Set(gone) };
  return { ...sources, version: 4, org: orgOf(sources) };
}

describe('positions', () => {
  test.each<[what: string, gone: string[], positions: Record<string, string[]>]>([
    [
      'org.yaml wins, position by position',
      [],
      { gm: ['ou_a', 'ou_b'], legal: ['ou_l'], position_2: ['ou_a', 'ou_p'] },
    ],
    ['the next one moves up', ['ou_a'], { gm: ['ou_b'], legal: ['ou_l'], position_2: ['ou_p'] }],
    ['of people who are all gone', ['ou_a', 'ou_b', 'ou_l'], { gm: ['ou_z'], legal: [], position_2: ['ou_p'] }],
  ])('%s', (_what, gone, positions) => {
    const { org } = stateOf(SAID, gone);
    expect(org.positions).toEqual(positions);
    expect(org.positionNames).toEqual({ gm: '总裁', position_2: '采购经理' });
  });

  test('a company without any has none', () => {
    expect(stateOf({}, [], {}).org).not.toHaveProperty('positions');
  });

  test.each<[what: string, change: OrgChange, expected: object | string]>([
    [
      'a new one',
      { type: 'position', key: 'vice_gm', name: null, people: ['ou_v'] },
      { positions: { ...SAID.positions, vice_gm: ['ou_v'] }, positionNames: SAID.positionNames },
    ],
    [
      'another name and other people',
      { type: 'position', key: 'position_2', name: '采购总监', people: ['ou_p'] },
      {
        positions: { ...SAID.positions, position_2: ['ou_p'] },
        positionNames: { gm: '老板', position_2: '采购总监' },
      },
    ],
    [
      'one of the file keeps what the file names',
      { type: 'position', key: 'gm', name: '总经理', people: ['ou_v'] },
      { positions: SAID.positions, positionNames: SAID.positionNames },
    ],
    [
      'one that nobody holds in the file',
      { type: 'position', key: 'legal', name: null, people: ['ou_v'] },
      { positions: { ...SAID.positions, legal: ['ou_v'] }, positionNames: SAID.positionNames },
    ],
    [
      'removed',
      { type: 'remove_position', key: 'position_2' },
      { positions: { gm: ['ou_z'], legal: ['ou_l'] }, positionNames: { gm: '老板' } },
    ],
    ['removed, of the file', { type: 'remove_position', key: 'gm' }, 'fixed_in_file'],
    ['removed, unknown', { type: 'remove_position', key: 'constructor' }, 'unknown_position'],
    ['back, not away', { type: 'back', person: 'ou_a', today: '2026-12-01' }, 'not_away'],
  ])('%s', (_what, change, expected) => {
    const changed = changeOrg(stateOf(SAID), change);
    expect(changed.ok ? changed.said : changed.reason).toEqual(expected);
  });
});

test.each([
  ['李四', ['ou_1', 'ou_2']],
  [' 李 四 ', []],
  ['王五', ['ou_3', 'ou_4']],
  ['王五（售后部）', ['ou_3']],
  ['li na', ['ou_5']],
  ['品质部', []],
  ['', []],
])('people called %j: %j', (name, ids) => {
  const known = [
    { id: 'ou_1', name: '李四' },
    { id: 'ou_2', name: '李四' },
    { id: 'ou_9', name: '李四（实习）' },
    { id: 'ou_3', name: '王五（售后部）' },
    { id: 'ou_4', name: '王五 (品质部)' },
    { id: 'ou_5', name: 'Li  Na' },
    { id: 'oc_1', name: '品质部' },
  ];
  expect(peopleNamed(name, known)).toEqual(ids);
});
