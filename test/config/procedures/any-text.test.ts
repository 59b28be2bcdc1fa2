import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isMap, isScalar, isSeq, type Node, parseDocument, visit } from 'yaml';
import { buildDefinition } from '../../../src/config/procedures/build-definition';
import { readText } from '../../../src/config/procedures/read-definition';
import { LADDERS } from '../../../src/domain/org/ladders';
import { FIXTURES } from './folders';

/** Reads a text and, if it has no fault, builds what it says; answers how many faults it has. */
function faultsIn(text: string): number {
  const { written, faults } = readText(text, 'a.yaml', Object.keys(LADDERS));
  if (written) buildDefinition(written);
  expect(written === null).toBe(faults.length > 0);
  const lines = text.split('\n').length;
  expect(faults.filter(({ line }) => line === null || line < 1 || line > lines)).toEqual([]);
  return faults.length;
}

describe.each(['capa.yaml', 'ad-plan.yaml', 'sample-trial.yaml'])('%s with one thing wrong', (file) => {
  const source = readFileSync(path.join(FIXTURES, file), 'utf8');

  test('any line left out: faults or a definition, never an error', () => {
    const lines = source.split('\n');
    const without = (index: number) => lines.filter((_line, at) => at !== index).join('\n');
    const faulty = chosenFrom(lines.length, 2).filter((index) => faultsIn(without(index)) > 0);
    expect(faulty.length).toBeGreaterThan(lines.length / 4);
  });

  test.each([
    ['a word', 'xyz'],
    ['a list', []],
    ['a mapping', { xyz: [1] }],
    ['a name of every object', 'constructor'],
  ])('any value replaced by %s: faults or a definition, never an error', (_, by) => {
    const count = nodesIn(source).length;
    expect(count).toBeGreaterThan(200);
    const chosen = chosenFrom(count, 20);
    const faulty = chosen.filter((index) => faultsIn(withValue(source, index, by)) > 0);
    expect(faulty.length).toBeGreaterThan(chosen.length / 3);
  });
});

/** Each `step`-th of so many: all of them would take a minute. */
const chosenFrom = (count: number, step: number) =>
  Array.from({ length: count }, (_, index) => index).filter((index) => index % step === 0);

/** The values of a document: not the names of its entries. */
function nodesIn(source: string): Node[] {
  const found: Node[] = [];
  visit(parseDocument(source), {
    Node: (key, node) => {
      if (key !== 'key' && key !== null && (isScalar(node) || isSeq(node) || isMap(node))) found.push(node);
    },
  });
  return found;
}

function withValue(source: string, index: number, by: unknown): string {
  const document = parseDocument(source);
  let at = -1;
  visit(document, {
    Node: (key, node) => {
      if (key === 'key' || key === null || !(isScalar(node) || isSeq(node) || isMap(node))) return undefined;
      at += 1;
      return at === index ? (document.createNode(by) as Node) : undefined;
    },
  });
  return document.toString();
}
