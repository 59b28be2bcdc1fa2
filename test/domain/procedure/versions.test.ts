import { describe, expect, test } from '@jest/globals';
import {
  type StoredVersion,
  type UsedVersion,
  type VersionFault,
  versionFaults,
} from '../../../src/domain/procedure/versions';

const version = (version: number, hash = 'a', name = 'capa'): StoredVersion => ({ name, version, hash });
const used = (version: number, open: number, name = 'capa'): UsedVersion => ({ name, version, records: 5, open });

describe('definitions that would strand records', () => {
  test.each<[string, StoredVersion[], StoredVersion[], UsedVersion[], VersionFault[]]>([
    ['nothing is stored yet', [version(1)], [], [], []],
    ['nothing changed', [version(1)], [version(1)], [used(1, 2)], []],
    ['a changed file with a higher version', [version(2, 'b')], [version(1)], [used(1, 2)], []],
    ['a change that no record has seen', [version(1, 'b')], [version(1)], [], []],
    [
      'a changed file with the same version',
      [version(1, 'b')],
      [version(1)],
      [used(1, 0)],
      [{ name: 'capa', fault: 'changed', version: 1, records: 5 }],
    ],
    [
      'a lower version',
      [version(1)],
      [version(1), version(3)],
      [],
      [{ name: 'capa', fault: 'older', version: 1, newest: 3 }],
    ],
    ['a removed file of which no record is open', [], [version(1)], [used(1, 0)], []],
    [
      'a removed file with open records',
      [version(1, 'a', 'task')],
      [version(1), version(1, 'a', 'task')],
      [used(1, 2), used(1, 9, 'task')],
      [{ name: 'capa', fault: 'removed', version: 1, open: 2 }],
    ],
  ])('%s', (_name, loaded, stored, inUse, expected) => {
    expect(versionFaults(loaded, stored, inUse)).toEqual(expected);
  });
});
