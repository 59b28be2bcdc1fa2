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

describe('what waits for a person', () => {
  test('is counted by chat, and summed', () => {
    expect(unreadIn(nothing, 'ou_li', direct)).toBe(3);
    expect(unreadOf(nothing, li)).toBe(5);
  });

  test('is less by what was seen, for this person only', () => {
    const seen = withSeen(nothing, 'ou_li', direct);
    expect(unreadOf(seen, li)).toBe(2);
    expect(unreadIn(seen, 'ou_wang', direct)).toBe(3);
    expect(unreadIn(seen, 'ou_li', { ...direct, count: 5 })).toBe(2);
  });

  test('is never less than nothing, as after a message is gone', () => {
    const seen = withSeen(nothing, 'ou_li', direct);
    expect(unreadIn(seen, 'ou_li', { ...direct, count: 1 })).toBe(0);
  });

  test('seeing the same again changes nothing', () => {
    const seen = withSeen(nothing, 'ou_li', direct);
    expect(withSeen(seen, 'ou_li', direct)).toBe(seen);
  });

  test('a buzz shows until it was seen', () => {
    expect(isBuzzed(nothing, 'ou_li', group)).toBe(true);
    expect(isBuzzed(nothing, 'ou_li', direct)).toBe(false);
    expect(isBuzzed(withSeen(nothing, 'ou_li', group), 'ou_li', group)).toBe(false);
  });

  test('a badge counts as far as it has room', () => {
    expect([1, 99, 100].map(badgeText)).toEqual(['1', '99', '99+']);
  });
});

describe('the chat that opens first', () => {
  test('is the one that was open last', () => {
    expect(chatToOpen(nothing, li, 'oc_direct')?.id).toBe('oc_direct');
  });

  test('else the one with the latest news', () => {
    expect(chatToOpen(nothing, li, undefined)?.id).toBe('oc_group');
    expect(chatToOpen(withSeen(nothing, 'ou_li', group), li, 'oc_gone')?.id).toBe('oc_direct');
  });

  test('else the direct chat', () => {
    const all = withSeen(withSeen(nothing, 'ou_li', group), 'ou_li', direct);
    expect(chatToOpen(all, li, undefined)?.id).toBe('oc_direct');
  });
});
