import { describe, expect, test } from '@jest/globals';
import { knownPosition } from '../../../src/domain/org/known-positions';
import type { Absence } from '../../../src/domain/org/org';
import { absencesOn, holdersOf, isAway, standInFor } from '../../../src/domain/org/positions';

const away = (person: string, deputy: string | null, from = '2026-12-01', until = '2026-12-05'): Absence => ({
  ...{ person, deputy, from, until },
});

describe('who holds a position', () => {
  const positions = { gm: ['ou_a', 'ou_b'], legal: [] };
  test.each([
    ['gm', ['ou_a', 'ou_b']],
    ['legal', []],
    ['buyer', []],
    ['constructor', []],
  ])('%s: %j', (position, holders) => {
    expect(holdersOf({ positions }, position)).toEqual(holders);
  });

  test('nobody, in a company without positions', () => {
    expect(holdersOf({}, 'gm')).toEqual([]);
  });
});

describe('an absence lasts from 0:00 of its first day to 24:00 of its last', () => {
  const org = { absences: [away('ou_a', 'ou_b')] };
  test.each([
    ['2026-11-30', false],
    ['2026-12-01', true],
    ['2026-12-05', true],
    ['2026-12-06', false],
    ['2027-12-03', false],
  ])('%s: %s', (date, isGone) => {
    expect([isAway(org, 'ou_a', date), absencesOn(org, date).length > 0]).toEqual([isGone, isGone]);
    expect(standInFor(org, 'ou_a', date)).toEqual(
      isGone ? { id: 'ou_b', insteadOf: 'ou_a' } : { id: 'ou_a', insteadOf: null },
    );
    expect(isAway(org, 'ou_b', date)).toBe(false);
  });
});

describe('who acts for ou_a on December 3', () => {
  const later = ['2026-12-04', '2026-12-31'] as const;
  test.each<[what: string, absences: Absence[] | undefined, acts: string]>([
    ['nobody is away', undefined, 'ou_a'],
    ['somebody else is away', [away('ou_b', 'ou_a')], 'ou_a'],
    ['the deputy', [away('ou_a', 'ou_b')], 'ou_b'],
    ['the deputy, who is away later', [away('ou_a', 'ou_b'), away('ou_b', 'ou_c', ...later)], 'ou_b'],
    ['the deputy of the deputy', [away('ou_a', 'ou_b'), away('ou_b', 'ou_c')], 'ou_c'],
    ['the third', [away('ou_c', 'ou_d'), away('ou_b', 'ou_c'), away('ou_a', 'ou_b')], 'ou_d'],
    ['nobody: they are deputies of each other', [away('ou_a', 'ou_b'), away('ou_b', 'ou_a')], 'ou_a'],
    [
      'nobody: the deputies run in a circle',
      [away('ou_a', 'ou_b'), away('ou_b', 'ou_c'), away('ou_c', 'ou_b')],
      'ou_a',
    ],
    ['nobody: a deputy of their own', [away('ou_a', 'ou_a')], 'ou_a'],
    ['nobody: the deputy has left', [away('ou_a', null)], 'ou_a'],
    ['nobody: the last deputy has left', [away('ou_a', 'ou_b'), away('ou_b', null)], 'ou_a'],
    ['what counts first', [away('ou_a', 'ou_b'), away('ou_a', 'ou_c')], 'ou_b'],
  ])('%s', (_what, absences, acts) => {
    const org = absences ? { absences } : {};
    expect(standInFor(org, 'ou_a', '2026-12-03')).toEqual({ id: acts, insteadOf: acts === 'ou_a' ? null : 'ou_a' });
  });
});

test.each([
  ['总经理', 'gm'],
  [' 营销总监 ', 'marketing_director'],
  ['Marketing  Director', 'marketing_director'],
  ['ＧＭ', 'gm'],
  ['vice_gm', 'vice_gm'],
  ['分管副总', 'vice_gm'],
  ['客服部经理', 'service_manager'],
  ['法务', 'legal'],
  ['总经理助理', null],
  ['出纳', null],
  ['toString', null],
  ['', null],
])('the position %j is known as %j', (name, key) => {
  expect(knownPosition(name)).toBe(key);
});
