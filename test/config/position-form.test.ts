import { describe, expect, test } from '@jest/globals';
import { textsOf } from '../../cards/texts/texts';
import type { Read } from '../../src/config/form-fields';
import { readPosition } from '../../src/config/position-form';
import { orgOf } from '../../src/domain/org/effective';
import type { OrgSettings, OrgState } from '../../src/domain/org/settings';

const NAMES = textsOf('zh-CN').setup.positions.names;

const SAID: OrgSettings = {
  positions: { gm: ['ou_a'], position_2: ['ou_b'] },
  positionNames: { gm: '总裁', position_2: '采购经理' },
};

function stateOf(said: OrgSettings, file: OrgSettings = {}, gone: string[] = []): OrgState {
  const sources = { file, said, found: {}, gone: new Set(gone) };
  return { ...sources, version: 4, org: orgOf(sources) };
}

const outcome = (read: Read) =>
  read.ok ? read.change : read.faults.map(({ field, fault }) => `${field} ${fault}`).join();

describe('a position', () => {
  test.each<[what: string, typed: string, key: string, name: string | null]>([
    ['that procedures know', '法务', 'legal', null],
    ['that procedures know, by another name', '副总', 'vice_gm', '副总'],
    ['that procedures know, by its key', 'service_manager', 'service_manager', 'service_manager'],
    ['of the company', '出纳', 'position_5', '出纳'],
    ['of the company, with its key', 'cashier：出纳', 'cashier', '出纳'],
    ['of the company, with a known key', 'legal: 法律事务', 'legal', '法律事务'],
  ])('%s: %j gets the key %s', (_what, typed, key, name) => {
    const read = readPosition(
      stateOf(SAID),
      null,
      { position_name: typed, holder: 'ou_c', stand_ins: 'ou_d,ou_c' },
      NAMES,
    );
    expect(outcome(read)).toEqual({ type: 'position', key, name, people: ['ou_c', 'ou_d'] });
  });

  test.each<[what: string, key: string | null, fields: Record<string, string>, faults: string]>([
    ['without anything', null, {}, 'position_name missing,holder missing'],
    ['without a name', null, { position_name: 'x：', holder: 'ou_c' }, 'position_name missing'],
    ['of a long name', null, { position_name: '员'.repeat(51), holder: 'ou_c' }, 'position_name too_long'],
    ['that is there', null, { position_name: '总经理', holder: 'ou_c' }, 'position_name taken'],
    ['whose name is there', null, { position_name: '采购 经理 ', holder: 'ou_c' }, 'done'],
    ['whose name looks the same', null, { position_name: ' 采购\u200b经理', holder: 'ou_c' }, 'position_name taken'],
    ['under the key of another', null, { position_name: 'position_2：出纳', holder: 'ou_c' }, 'position_name taken'],
    ['known under another key', null, { position_name: 'x：法务', holder: 'ou_c' }, 'position_name another_position'],
    [
      'renamed to a known one',
      'position_2',
      { position_name: '法务', holder: 'ou_c' },
      'position_name another_position',
    ],
    [
      'renamed to one that is there',
      'position_2',
      { position_name: '总裁', holder: 'ou_c' },
      'position_name taken,position_name another_position',
    ],
    ['renamed', 'position_2', { position_name: '采购总监', holder: 'ou_c' }, 'done'],
    ['held by no person', 'gm', { position_name: '总裁', holder: 'bob' }, 'holder not_a_choice'],
  ])('%s: %s', (_what, key, fields, faults) => {
    const read = readPosition(stateOf(SAID), key, fields, NAMES);
    expect(read.ok ? 'done' : outcome(read)).toBe(faults);
  });

  test('of the file: what it names is no field; people who have all left are one', () => {
    const file: OrgSettings = { positions: { gm: ['ou_x'] } };
    const fields = { position_name: '总经理', holder: 'ou_c' };
    expect(outcome(readPosition(stateOf({}, file), 'gm', fields, NAMES))).toEqual({
      type: 'position',
      key: 'gm',
      name: null,
    });
    expect(outcome(readPosition(stateOf({}, file, ['ou_x']), 'gm', fields, NAMES))).toMatchObject({ people: ['ou_c'] });
    const named = { ...file, positionNames: { gm: '总裁' } };
    expect(outcome(readPosition(stateOf({}, named), 'gm', {}, NAMES))).toEqual({ type: 'position', key: 'gm' });
  });
});
