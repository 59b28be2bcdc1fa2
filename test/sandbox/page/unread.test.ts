import { describe, expect, test } from '@jest/globals';
import {
  badgeText,
  chatToOpen,
  isBuzzed,
  type Seen,
  unreadIn,
  unreadOf,
  withSeen,
} from '../../../sandbox/page/lib/unread';
import { chat, person } from './views';

const direct = chat('oc_direct', { count: 3, lastAt: 100 });
const group = chat('oc_group', { mode: 'group', count: 2, urgent: 1, lastAt: 200 });
const li = person('ou_li', '李娜', '售后工程师', [direct, group]);
const nothing: Seen = {};

describe('the unread messages of a person', () => {
  test('are counted by chat, and summed', () => {
    expect(unreadIn(nothing, 'ou_li', direct)).toBe(3);
    expect(unreadOf(nothing, li)).toBe(5);
  });

  test('do not count if this person has seen them', () => {
    const seen = withSeen(nothing, 'ou_li', direct);
    expect(unreadOf(seen, li)).toBe(2);
    expect(unreadIn(seen, 'ou_wang', direct)).toBe(3);
    expect(unreadIn(seen, 'ou_li', { ...direct, count: 5 })).toBe(2);
  });

  test('are never below zero, even after a message is gone', () => {
    const seen = withSeen(nothing, 'ou_li', direct);
    expect(unreadIn(seen, 'ou_li', { ...direct, count: 1 })).toBe(0);
  });

  test('do not change if the same is seen again', () => {
    const seen = withSeen(nothing, 'ou_li', direct);
    expect(withSeen(seen, 'ou_li', direct)).toBe(seen);
  });

  test('show a buzz until it is seen', () => {
    expect(isBuzzed(nothing, 'ou_li', group)).toBe(true);
    expect(isBuzzed(nothing, 'ou_li', direct)).toBe(false);
    expect(isBuzzed(withSeen(nothing, 'ou_li', group), 'ou_li', group)).toBe(false);
  });

  test('a badge counts up to 99', () => {
    expect([1, 99, 100].map(badgeText)).toEqual(['1', '99', '99+']);
  });
});

describe('the chat that opens first', () => {
  test('is the last open chat', () => {
    expect(chatToOpen(nothing, li, 'oc_direct')?.id).toBe('oc_direct');
  });

  test('else the chat with the latest unread message', () => {
    expect(chatToOpen(nothing, li, undefined)?.id).toBe('oc_group');
    expect(chatToOpen(withSeen(nothing, 'ou_li', group), li, 'oc_gone')?.id).toBe('oc_direct');
  });

  test('else the direct chat', () => {
    const all = withSeen(withSeen(nothing, 'ou_li', group), 'ou_li', direct);
    expect(chatToOpen(all, li, undefined)?.id).toBe('oc_direct');
  });
});
