import { expect, test } from '@jest/globals';
import { byChat, readerOf, withLate } from '../../../sandbox/page/lib/happened';
import type { Happening } from '../../../sandbox/page-contract';
import { chat, person } from './views';

const line = (messageId: string, chatId: string, at: number): Happening => {
  return { messageId, chatId, at, what: 'sent', title: messageId, line: '', urgentTo: [] };
};

test('what happened stands chat by chat, in the order in which the chats come first', () => {
  const happened = [line('a', 'oc_1', 1), line('b', 'oc_2', 2), line('c', 'oc_1', 3)];
  expect(byChat(happened).map(({ chatId, lines }) => [chatId, lines.map(({ at }) => at)])).toEqual([
    ['oc_1', [1, 3]],
    ['oc_2', [2]],
  ]);
});

test('a message that changed again after the span keeps its line, and a late one takes its place', () => {
  const before = [line('a', 'oc_1', 1), line('c', 'oc_1', 3)];
  expect(withLate(before, [line('b', 'oc_1', 2)]).map(({ messageId }) => messageId)).toEqual(['a', 'b', 'c']);
});

test('a chat opens as the person whom one plays, if they are in it', () => {
  const group = chat('oc_group', { mode: 'group' });
  const people = ['li', 'wang', 'lin'].map((name, i) =>
    person(name, name, '', i < 2 ? [chat(name), group] : [chat(name)]),
  );
  expect(readerOf('oc_group', people, 'wang')?.id).toBe('wang');
  expect(readerOf('oc_group', people, 'lin')?.id).toBe('li');
  expect(readerOf('wang', people, 'lin')?.id).toBe('wang');
  expect(readerOf('oc_nowhere', people, 'lin')).toBeUndefined();
});
