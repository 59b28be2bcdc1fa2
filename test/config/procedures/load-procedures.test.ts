import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { loadProcedures } from '../../../src/config/procedures/load-procedures';
import { definitionFrom } from '../../../src/config/procedures/read-definition';
import { codeOf } from '../../../src/domain/errors';
import { EXAMPLES, FIXTURES, faultsOf, folderWith, load, removeFolders, SHIPPED, small } from './folders';

afterAll(removeFolders);

describe('folders', () => {
  test('the shipped procedures have no faults; the examples beside them are not loaded', () => {
    const { definitions } = load(SHIPPED);
    expect(definitions.map(({ name }) => name)).toEqual(['ad_plan', 'capa', 'contract', 'task']);
    expect(load(SHIPPED, EXAMPLES).definitions.map(({ name }) => name)).toContain('car');
  });

  test('a definition of a later folder takes the place of one of the same name', () => {
    const { definitions, sources } = load(SHIPPED, FIXTURES);
    expect(definitions.map(({ name }) => name)).toEqual(['ad_plan', 'capa', 'contract', 'task', 'sample_trial']);
    const file = path.join(FIXTURES, 'capa.yaml');
    expect(sources.capa).toEqual({ file, text: readFileSync(file, 'utf8') });
    expect(sources.task?.file).toBe(path.join(SHIPPED, 'task.yaml'));
  });

  test('only files of definitions are read', () => {
    const folder = folderWith({ 'a.yml': small('a'), 'capa.docx': 'PK', 'notes.txt': ':', '.b.yaml': ':' });
    expect(load(folder).definitions.map(({ name }) => name)).toEqual(['a']);
  });

  test('all faults of all files come at once, and the start says each with file and line', () => {
    const folder = folderWith({
      'a.yaml': small('a').replace('form: [what*]', 'form: [wat*]').replace('version: 1', 'version: x'),
      'b.yaml': small('b').replace('type: text', 'type: txt'),
      'c.yaml': '{',
      'd.yaml': new Uint8Array([110, 58, 32, 0xff]),
      'e.yaml': small('e'),
    });
    expect(faultsOf(folder)).toEqual([
      'a.yaml:2: version must be a whole number from 1 to 9999',
      'a.yaml:10: stages[ask].form[0] wat is not known; did you mean what?',
      'b.yaml:8: fields.what.type txt is not known; did you mean text?',
      'c.yaml:1: Flow map must end with a }',
      'd.yaml:1: is not UTF-8',
    ]);
    const loading = () => loadProcedures([folder], { ladders: [] });
    expect(loading).toThrow(`${path.join(folder, 'b.yaml')}: line 8: fields.what.type txt is not known`);
    try {
      loading();
    } catch (error) {
      expect(codeOf(error)).toBe('config_invalid');
    }
  });

  test('a folder that is none is a fault', () => {
    expect(faultsOf(path.join(FIXTURES, 'nowhere'))[0]).toMatch(/^nowhere:null: cannot be read: ENOENT/);
    expect(faultsOf(path.join(FIXTURES, 'capa.yaml'))[0]).toMatch(/^capa\.yaml:null: cannot be read: ENOTDIR/);
  });

  test("a company's own ladder may be named", () => {
    const folder = folderWith({ 'a.yaml': small('a', { rest: 'ladder: slow\n' }) });
    expect(faultsOf(folder)).toEqual([
      expect.stringMatching(/^a\.yaml:12: ladder slow is not known; known are office/),
    ]);
    expect(loadProcedures([folder], { ladders: ['slow'] }).definitions[0]?.ladder).toBe('slow');
  });
});

describe('between definitions', () => {
  const opens = (of: string) => ({ stage: `, opens_record: { of: ${of}, copy: { what: title } }` });
  const child = (name: string) => ({
    rest: `subprocedures:\n  ${name}:\n    name: 子项\n    fields: { x: { label: 项, type: text } }
    stages: [{ key: s, name: 填, who: parent_holder, form: [x*] }]\n    ends: { done: 完 }\n`,
  });

  test.each<[string, Record<string, string>, string[]]>([
    ['one name in two files', { 'a.yaml': small('a'), 'b.yaml': small('a') }, ['b.yaml:1: procedure a is in']],
    ['the name of a workflow', { 'a.yaml': small('feedback') }, ['a.yaml:1: procedure is a name of the program']],
    [
      'a subprocedure with the name of a procedure',
      { 'a.yaml': small('a', child('b')), 'b.yaml': small('b') },
      ['a.yaml:14: subprocedures.b is a name that'],
    ],
    [
      'two subprocedures of one name',
      { 'a.yaml': small('a', child('x')), 'b.yaml': small('b', child('x')) },
      ['b.yaml:14: subprocedures.x is a name that'],
    ],
    [
      'records that open each other in a circle',
      { 'a.yaml': small('a', opens('b')), 'b.yaml': small('b', opens('c')), 'c.yaml': small('c', opens('a')) },
      ['a.yaml:10: stages[ask].opens_record.of b opens', 'b.yaml:10: ', 'c.yaml:10: '],
    ],
    [
      'a record that opens itself',
      { 'a.yaml': small('a', opens('a')) },
      ['a.yaml:10: stages[ask].opens_record.of a opens'],
    ],
    [
      'a name that is nearly known',
      { 'a.yaml': small('a', opens('meting')), 'b.yaml': small('meeting') },
      ['a.yaml:10: stages[ask].opens_record.of meting is not known; did you mean meeting?'],
    ],
    [
      'children of a procedure that there is not',
      {
        'a.yaml': small('a', { stage: ', children: { of: step, field: steps }' }).replace(
          'stages:',
          '  steps: { label: 步骤, type: records }\nstages:',
        ),
      },
      ['a.yaml:11: stages[ask].children.of step is no procedure; describe it under subprocedures'],
    ],
    [
      'children of another procedure',
      {
        'a.yaml': small('a', { stage: ', children: { of: b, field: steps }' }).replace(
          'stages:',
          '  steps: { label: 步骤, type: records, of: b }\nstages:',
        ),
        'b.yaml': small('b'),
      },
      [],
    ],
    ['a procedure that nobody has written yet', { 'a.yaml': small('a', opens('meeting')) }, []],
    [
      'an end and a field that the other one does not have',
      {
        'a.yaml': small('a', {
          stage:
            ', opens_record: { of: meeting, copy: { topic: title } }, next: [{ when: { child: meeting, ended: released }, to: done }]',
        }),
        'b.yaml': small('meeting'),
      },
      [
        'a.yaml:10: stages[ask].next[0].when.ended released is not known; known are done, void',
        'a.yaml:10: stages[ask].opens_record.copy.topic topic is not known; known are what',
      ],
    ],
    [
      'the end after which another one begins',
      {
        'a.yaml': small('a').replace('by: anyone', 'after: { of: b, ended: gone, add: 7 }, give_to: clerk'),
        'b.yaml': small('b'),
      },
      ['a.yaml:6: start[0].after.ended gone is not known; did you mean done?'],
    ],
  ])('%s', (_, files, found) => {
    expect(faultsOf(folderWith(files))).toEqual(found.map((one) => expect.stringContaining(one)));
  });
});

describe('one definition', () => {
  test.each<[string, string, string]>([
    [
      'an amount that nobody approves',
      small('a').replace('type: text', 'type: text }\n  total: { label: 合计, type: money, default: 0'),
      'a.yaml:9: fields.total is an amount',
    ],
    ['aliases in a circle', 'a: &a [*a]', 'a.yaml:1: the file is too large'],
    ['a list', '- a', 'a.yaml:1: the file must be a mapping of procedure'],
    [
      'a reserved name',
      small('a').replace('what:', 'constructor:'),
      'a.yaml:8: fields.constructor constructor is reserved',
    ],
    [
      'a start by one part, which also decides',
      small('a')
        .replace('by: anyone', 'by: manager')
        .replace(
          'ends:',
          '  - { key: nod, name: 审, kind: approve, return_to: ask, steps: [{ key: m, name: 审, who: manager }] }\nends:',
        ),
      'a.yaml:11: stages[nod].steps[m].who may be whoever wrote',
    ],
    [
      'an author who decides after somebody else',
      small('a').replace(
        'ends:',
        '  - { key: nod, name: 审, kind: approve, steps: [{ key: m, name: 审, who: manager }] }\n  - { key: own, name: 定, kind: approve, steps: [{ key: o, name: 定, who: holder }] }\nends:',
      ),
      'a.yaml:12: stages[own].steps[o].who may be whoever wrote',
    ],
  ])('%s', (_, text, found) => {
    expect(faultsOf(folderWith({ 'a.yaml': text }))).toContainEqual(expect.stringContaining(found));
  });

  test('an earlier version is read without the checks of today', () => {
    const text = small('a', { rest: 'ladder: gone\n' });
    expect(definitionFrom(text, 'a.yaml, version 1')).toMatchObject({ name: 'a', version: 1, ladder: 'gone' });
    expect(() => definitionFrom(text.replace('version: 1', ''), 'a.yaml, version 1')).toThrow(
      'a.yaml, version 1: line 1: version is missing',
    );
  });
});
