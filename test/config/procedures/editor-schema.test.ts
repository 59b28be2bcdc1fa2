import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import Ajv from 'ajv/dist/2020';
import { parse } from 'yaml';
import { EDITOR_SCHEMA, editorSchema, editorSchemaText } from '../../../src/config/procedures/editor-schema';
import { EXAMPLES, FIXTURES, SHIPPED } from './folders';

const isRight = new Ajv({ allowUnionTypes: true }).compile(editorSchema());

const filesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => path.join(folder, name));
const SHIPPED_FILES = [...filesIn(SHIPPED), ...filesIn(EXAMPLES)];
const read = (file: string) => readFileSync(file, 'utf8');
const named = (files: string[]) => files.map((file) => [path.basename(file), file] as const);

test('the checked-in schema is current: npm run procedures:schema', () => {
  expect(read(path.join(SHIPPED, EDITOR_SCHEMA))).toBe(editorSchemaText());
});

test.each(named([...SHIPPED_FILES, ...filesIn(FIXTURES)]))('an editor finds nothing wrong with %s', (_, file) => {
  isRight(parse(read(file)));
  expect(isRight.errors).toBeNull();
});

test.each(named(SHIPPED_FILES))('%s tells an editor of its schema', (_, file) => {
  const [first = ''] = read(file).split('\n');
  const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)$/.exec(first) ?? [];
  expect(path.resolve(path.dirname(file), schema)).toBe(path.join(SHIPPED, EDITOR_SCHEMA));
});

test.each([
  ['an unknown entry', 'edition:', 'editon:'],
  ['an unknown type', 'type: product', 'type: produkt'],
  ['a kind of stage', 'kind: approve', 'kind: aprove'],
  ['a number that is none', 'version: 1', 'version: one'],
  ['an act', 'may: [transfer', 'may: [transfr'],
])('an editor finds %s', (_, from, to) => {
  const text = read(path.join(SHIPPED, 'capa.yaml'));
  expect(text).toContain(from);
  expect(isRight(parse(text.replace(from, to)))).toBe(false);
});
