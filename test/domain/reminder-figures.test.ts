import { describe, expect, test } from '@jest/globals';
import type { MessageNotice, Notice } from '../../src/domain/decision';
import { person } from '../../src/domain/messaging';
import { type Delivered, datedReminder, isOnTime, reminderFigures } from '../../src/domain/reminder-figures';

const DUE = 1_000_000;
const TO = person('ou_1');
const reminder: MessageNotice = { kind: 'message', name: 'reminder', to: TO, params: { rung: 'due' } };
const dated = datedReminder(reminder, DUE) as MessageNotice;
const answer: MessageNotice = { kind: 'message', name: 'answered', to: TO };
const row = (notice: Notice, state: string, sentAt: number | null): Delivered => ({ notice, state, sentAt });
const bundle = (...notices: MessageNotice[]): Notice => ({
  kind: 'bundle',
  to: TO,
  items: notices.map((notice) => ({ recordId: 1, notice })),
});

test('a reminder is on time up to ten seconds after its moment; other notices always are', () => {
  expect([9_999, 10_000, 10_001].map((ms) => isOnTime(dated, DUE + ms))).toEqual([true, true, false]);
  expect(isOnTime(reminder, DUE)).toBe(true);
  expect(isOnTime(answer, DUE + 60_000)).toBe(true);
  expect(datedReminder(answer, DUE)).toBe(answer);
  expect(datedReminder(reminder, null)).toBe(reminder);
});

describe('the figures of a day', () => {
  test.each<[string, Delivered[], number[]]>([
    ['nothing', [], [0, 0, 0]],
    ['on time', [row(dated, 'sent', DUE + 5000)], [1, 1, 0]],
    ['late', [row(dated, 'sent', DUE + 20_000)], [1, 0, 0]],
    ['still waiting', [row(dated, 'waiting', null), row(dated, 'held', null)], [2, 0, 0]],
    ['given up', [row(dated, 'refused', null), row(answer, 'refused', null)], [1, 0, 2]],
    ['no longer true', [row(dated, 'moot', null)], [0, 0, 0]],
    ['no reminder', [row(answer, 'sent', DUE)], [0, 0, 0]],
    [
      'two in one message, each counted once',
      [row(dated, 'bundled', null), row(dated, 'bundled', null), row(bundle(dated, dated), 'sent', DUE + 5000)],
      [2, 2, 0],
    ],
    ['a bundle that is late', [row(bundle(dated, answer), 'sent', DUE + 30_000)], [1, 0, 0]],
  ])('%s', (_, rows, [due, onTime, givenUp]) => {
    expect(reminderFigures(rows, 0)).toEqual({ due, onTime, givenUp });
  });

  test('events that were given up count with the messages', () => {
    expect(reminderFigures([row(answer, 'refused', null)], 2)).toEqual({ due: 0, onTime: 0, givenUp: 3 });
  });
});
