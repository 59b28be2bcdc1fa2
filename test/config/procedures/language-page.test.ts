import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { PARTS } from '../../../src/config/procedures/grammar/who';
import { readText } from '../../../src/config/procedures/read-definition';
import { OF_KIND } from '../../../src/config/procedures/schema-stages';
import { LADDERS } from '../../../src/domain/org/ladders';
import { FIELD_TYPES } from '../../../src/domain/procedure/definition';
import { ACTS } from '../../../src/domain/procedure/stages';
import { SHIPPED } from './folders';

const PAGE = readFileSync(path.join(SHIPPED, '..', 'docs', 'procedure-language.md'), 'utf8');

test('the example has no fault', () => {
  const [, example = ''] = /```yaml\n(.*?)```/s.exec(PAGE) ?? [];
  expect(example).toContain('procedure: purchase');
  expect(readText(example, 'example', Object.keys(LADDERS)).faults).toEqual([]);
});

test('the page names every type, kind, entry, act, part and ladder', () => {
  const named = new Set(PAGE.match(/[a-z_]+/g));
  const entries = Object.values(OF_KIND).flatMap(({ has }): readonly string[] => has);
  const known = [...FIELD_TYPES, ...Object.keys(OF_KIND), ...entries, ...ACTS, ...PARTS, ...Object.keys(LADDERS)];
  expect(known.filter((word) => !named.has(word))).toEqual([]);
});
