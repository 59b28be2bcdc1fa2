import { describe, expect, test } from '@jest/globals';
import { absencesOf, type ChangedAbsences, withAbsence, withReturn } from '../../../src/domain/org/absences';
import type { Absence } from '../../../src/domain/org/org';

const TODAY = '2026-12-03';

/** `a 01-05 b`: ou_a is away from December 1 to 5, and ou_b stands in. */
function absence(text: string): Absence {
  const [person, days = '', deputy] = text.split(' ');
  const [from, until] = days.split('-').map((day) => `2026-12-${day}`);
  return { person: `ou_${person}`, from: from ?? '', until: until ?? '', deputy: `ou_${deputy}` };
}

const written = ({ person, from, until, deputy }: Absence) =>
  `${person.slice(3)} ${from.slice(8)}-${until.slice(8)} ${deputy?.slice(3) ?? 'nobody'}`;

/** The absences that hold after a change, said on December 3, and what the change did to earlier ones. */
function outcome(file: string[], changed: ChangedAbsences | null) {
  if (!changed) return null;
  const sources = {
    file: { absences: file.map(absence) },
    said: { absences: changed.absences },
    gone: new Set<string>(),
  };
  return {
    hold: absencesOf(sources).map(written),
    ended: changed.ended.map(written),
    shortened: changed.shortened.map(written),
  };
}

const sourcesOf = (file: string[], said: string[]) => ({
  file: { absences: file.map(absence) },
  said: { absences: said.map(absence) },
});

describe('请假: the latest word of a person counts', () => {
  test.each<[what: string, file: string[], said: string[], hold: string[], ended: string[], shortened: string[]]>([
    ['the first one', [], [], ['a 05-08 b'], [], []],
    ['beside others', ['c 05-08 a'], ['c 09-10 b'], ['a 05-08 b', 'c 09-10 b', 'c 05-08 a'], [], []],
    ['beside one on other days', [], ['a 09-12 c'], ['a 05-08 b', 'a 09-12 c'], [], []],
    ['in place of the same one', [], ['a 05-08 b'], ['a 05-08 b'], ['a 05-08 b'], []],
    ['in place of all it overlaps', [], ['a 04-05 c', 'a 08-09 c'], ['a 05-08 b'], ['a 04-05 c', 'a 08-09 c'], []],
    ['after one that has begun', [], ['a 01-06 c'], ['a 05-08 b', 'a 01-04 c'], [], ['a 01-04 c']],
    ['in place of one of the file', ['a 06-07 c'], [], ['a 05-08 b'], ['a 06-07 c'], []],
    ['in place of one of the file from the same day', ['a 05-20 c'], [], ['a 05-08 b'], ['a 05-20 c'], []],
    ['after one of the file that has begun', ['a 01-06 c'], [], ['a 05-08 b', 'a 01-04 c'], [], ['a 01-04 c']],
    ['what is past is forgotten', [], ['a 01-02 c', 'd 01-02 c'], ['a 05-08 b'], [], []],
  ])('%s', (_what, file, said, hold, ended, shortened) => {
    const changed = withAbsence(sourcesOf(file, said), absence('a 05-08 b'), TODAY);
    expect(outcome(file, changed)).toEqual({ hold, ended, shortened });
    if (file.length === 0) expect(changed.absences.map(written)).toEqual(hold);
  });

  test('it takes the place of one that begins today or ends before', () => {
    const changed = withAbsence(sourcesOf([], ['a 01-09 c']), absence('a 03-04 b'), TODAY);
    expect(outcome([], changed)).toEqual({ hold: ['a 03-04 b'], ended: ['a 01-09 c'], shortened: [] });
  });
});

describe('销假', () => {
  test.each<[what: string, file: string[], said: string[], hold: string[] | null, ended: string | null]>([
    ['of nobody', [], ['b 01-09 c'], null, null],
    ['of a past one', [], ['a 01-02 c'], null, null],
    ['of one that has begun', [], ['a 01-09 c'], [], 'a 01-09 c'],
    ['of one that begins today', [], ['a 03-09 c'], [], 'a 03-09 c'],
    ['of one that ends today', [], ['a 01-03 c'], [], 'a 01-03 c'],
    ['of one to come', [], ['a 05-09 c', 'a 20-21 c'], ['a 20-21 c'], 'a 05-09 c'],
    ['of the present one, not of those to come', [], ['a 20-21 c', 'a 01-09 c'], ['a 20-21 c'], 'a 01-09 c'],
    ['of one of the file', ['a 01-09 c'], [], ['a 01-02 c'], 'a 01-09 c'],
    ['of one to come of the file', ['a 05-09 c'], [], [], 'a 05-09 c'],
    ['of one of the file that was changed in chat', ['a 01-09 c'], ['a 01-12 b'], ['a 01-02 b'], 'a 01-12 b'],
  ])('%s', (_what, file, said, hold, ended) => {
    const expected = hold && { hold, ended: [ended], shortened: [] };
    expect(outcome(file, withReturn(sourcesOf(file, said), 'ou_a', TODAY))).toEqual(expected);
  });

  test('an absence of the file that was called off stays so, whatever is said later', () => {
    const file = ['a 05-09 c'];
    const { absences = [] } = withReturn(sourcesOf(file, []), 'ou_a', TODAY) ?? {};
    const sources = { ...sourcesOf(file, []), said: { absences } };
    const later = withAbsence(sources, absence('b 10-11 c'), '2026-12-07');
    expect(outcome(file, later)?.hold).toEqual(['b 10-11 c']);
  });
});

test('people who left are left out, and as deputies', () => {
  const sources = { ...sourcesOf(['a 01-05 b', 'b 01-05 c'], ['c 01-05 b']), gone: new Set(['ou_b']) };
  expect(absencesOf(sources).map(written)).toEqual(['c 01-05 nobody', 'a 01-05 nobody']);
});
