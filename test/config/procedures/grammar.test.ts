import { describe, expect, test } from '@jest/globals';
import { readComputed } from '../../../src/config/procedures/grammar/computed';
import { readMoment } from '../../../src/config/procedures/grammar/moments';
import { readWho } from '../../../src/config/procedures/grammar/who';

describe('who', () => {
  test.each([
    ['holder', { part: 'holder' }],
    ['anyone', { part: 'anyone' }],
    ['position:gm', { part: 'position', name: 'gm' }],
    ['department:service', { part: 'department', name: 'service' }],
    ['holder_of:items', { part: 'rep_of', name: 'items' }],
    ['agents', { part: 'field', name: 'agents' }],
    ['parent.person:owner', { part: 'parent', who: { part: 'person', name: 'owner' } }],
    ['parent.parent.holder', null],
    ['position:', null],
    ['position:a:b', null],
    ['Position:gm', null],
    ['chief:gm', null],
    ['总经理', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(readWho(text)).toEqual(expected);
  });
});

describe('moments', () => {
  test.each([
    ['entered', { kind: 'name', name: 'entered' }],
    ['act_done', { kind: 'name', name: 'act_done' }],
    ['last.received_on', { kind: 'last', field: 'received_on' }],
    ['25 of previous_month', { kind: 'day', day: 25, months: -1 }],
    ['1 of next_month', { kind: 'day', day: 1, months: 1 }],
    ['31 of this_month', { kind: 'day', day: 31, months: 0 }],
    ['last day of period', { kind: 'edge', edge: 'last', of: 'period' }],
    ['32 of this_month', null],
    ['0 of this_month', null],
    ['25 of last_month', null],
    ['middle day of period', null],
    ['last.', null],
    ['2026-12-01', null],
  ])('%s', (text, expected) => {
    expect(readMoment(text)).toEqual(expected);
  });
});

describe('computed', () => {
  test.each([
    ['sum(items.amount)', { kind: 'sum', rows: 'items', column: 'amount' }],
    ['total - paid', { kind: 'minus', left: 'total', right: 'paid' }],
    ['total > budget_left', { kind: 'over', left: 'total', right: 'budget_left' }],
    ['recurrences', { kind: 'named', name: 'recurrences' }],
    ['total', null],
    ['a - b - c', null],
    ['a + b', null],
    ['sum(items)', null],
    ['process.exit()', null],
  ])('%s', (text, expected) => {
    expect(readComputed(text)).toEqual(expected);
  });
});
