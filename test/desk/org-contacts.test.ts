import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { pino } from 'pino';
import { ManualClock } from '../../sandbox/clock';
import { OrgContacts } from '../../src/desk/setup/org-contacts';
import { AppError } from '../../src/domain/errors';
import { MINUTE, SECOND } from '../../src/domain/time';

const FOUND = {
  departments: Array.from({ length: 500 }, (_, i) => ({ id: `od-${i}`, name: `部门 ${i}`, lead: null, chat: null })),
  isCut: false,
};

let asked: number;
let answer: (found: typeof FOUND) => void;
let refuse: (error: Error) => void;
let contacts: OrgContacts;
let clock: ManualClock;

beforeEach(() => {
  jest.useFakeTimers();
  asked = 0;
  clock = new ManualClock(Date.parse('2026-11-24T09:00:00+08:00'));
  const departments = () => {
    asked += 1;
    return new Promise<typeof FOUND>((resolve, reject) => {
      answer = resolve;
      refuse = reject;
    });
  };
  const parts = { contacts: { departments }, clock, log: pino({ level: 'silent' }) };
  contacts = new OrgContacts(parts as never);
});
afterEach(() => {
  jest.useRealTimers();
});

async function taps() {
  const offered = contacts.departments();
  await jest.advanceTimersByTimeAsync(2 * SECOND);
  return offered;
}

test('a company too large for one tap is read once, in the background, and offered for ten minutes', async () => {
  expect(await taps()).toEqual({ ok: false, scopes: [], isReading: true });
  expect(await taps()).toMatchObject({ isReading: true });
  answer(FOUND);
  expect(await taps()).toEqual({ ok: true, ...FOUND });
  clock.advance(9 * MINUTE);
  expect(await taps()).toMatchObject({ ok: true });
  expect(asked).toBe(1);
  clock.advance(2 * MINUTE);
  expect(await taps()).toMatchObject({ isReading: true });
  expect(asked).toBe(2);
  // What was offered can be imported, however long the admin took.
  expect(await contacts.lastOffered()).toHaveLength(500);
});

test('a refusal is asked about again at the next tap, and names the scopes', async () => {
  const first = contacts.departments();
  refuse(new AppError('feishu_not_allowed', 'refused', { scopes: ['contact:department.base:readonly'] }));
  expect(await first).toEqual({ ok: false, scopes: ['contact:department.base:readonly'] });
  expect(await taps()).toMatchObject({ isReading: true });
  expect(asked).toBe(2);
  // A failure that comes after the tap was answered hurts nobody.
  refuse(new AppError('feishu_unavailable', 'away'));
  await jest.advanceTimersByTimeAsync(SECOND);
  expect(await taps()).toMatchObject({ isReading: true });
  expect(asked).toBe(3);
});
