import { describe, expect, test } from '@jest/globals';
import { workdayCalendar } from '../../src/domain/calendar';
import { type Climb, type DeadlineRungs, dueRung, nextMoment, rungsOf } from '../../src/domain/ladder';
import { person } from '../../src/domain/messaging';
import type { Rest } from '../../src/domain/quiet-hours';
import { DAY, HOUR, type Instant, longTime } from '../../src/domain/time';
import { HOLIDAY_YEARS } from './holiday-years';

const ZONE = 'Asia/Shanghai';
const at = (local: string): Instant => Date.parse(`${local.replace(' ', 'T')}:00+08:00`);
const rest: Rest = {
  mode: 'workdays',
  calendar: workdayCalendar(HOLIDAY_YEARS),
  zone: ZONE,
  quietHours: { from: 22 * 60, to: 8 * 60 },
};
const onWallClock: Rest = { ...rest, mode: 'wall-clock' };

/** A record of no workflow that exists: a contract to check, given out on Monday and due on Wednesday, 2026-11-25. */
const contract = (more: Partial<DeadlineRungs> = {}): Climb & { dueAt: Instant } => ({
  since: at('2026-11-23 10:00'),
  remindedAt: null,
  dueAt: at('2026-11-25 10:00'),
  holders: [person('ou_checker')],
  rungs: {
    beforeMs: [24 * HOUR, HOUR],
    overdueEveryMs: 12 * HOUR,
    unclaimedAfterMs: 2 * HOUR,
    isUrgent: false,
    ...more,
  },
});

/** Every rung of a record that nobody touches: when it is said, and its name (a buzz with `!`). */
function climbed(climb: Climb, until: Instant, resting: Rest): string[] {
  const said: string[] = [];
  let current = climb;
  for (let now = nextMoment(current, current.since, resting); now !== null && now <= until; ) {
    const rung = dueRung(current, now, resting);
    said.push(`${longTime(now, ZONE).slice(5)} ${rung?.name}${rung?.buzz ? '!' : ''}`);
    current = { ...current, remindedAt: now };
    now = nextMoment(current, now, resting);
  }
  return said;
}

describe('the ladder of a contract', () => {
  const until = at('2026-11-27 12:00');

  test.each<[what: string, climb: Climb, resting: Rest, said: string[]]>([
    [
      'a nudge, two warnings, the deadline, and a reminder each twelve hours, outside quiet hours',
      contract(),
      onWallClock,
      [
        '11-23 12:00 unclaimed',
        '11-24 10:00 before',
        '11-25 09:00 before!',
        '11-25 10:00 due',
        '11-26 08:00 overdue',
        '11-26 10:00 overdue',
        '11-27 08:00 overdue',
        '11-27 10:00 overdue',
      ],
    ],
    [
      'no nudge if somebody has taken it',
      contract({ unclaimedAfterMs: null, beforeMs: [], overdueEveryMs: DAY }),
      onWallClock,
      ['11-25 10:00 due', '11-26 10:00 overdue', '11-27 10:00 overdue'],
    ],
    [
      'an urgent contract is chased at night from its last warning on',
      { ...contract({ isUrgent: true, unclaimedAfterMs: null }), dueAt: at('2026-11-25 23:30') },
      onWallClock,
      [
        '11-25 08:00 before',
        '11-25 22:30 before!',
        '11-25 23:30 due',
        '11-26 11:30 overdue',
        '11-26 23:30 overdue',
        '11-27 11:30 overdue',
      ],
    ],
    [
      'a new holder does not hear of rungs from before',
      { ...contract(), since: at('2026-11-25 09:30') },
      rest,
      [
        '11-25 10:00 due',
        '11-25 11:30 unclaimed',
        '11-26 08:00 overdue',
        '11-26 10:00 overdue',
        '11-27 08:00 overdue',
        '11-27 10:00 overdue',
      ],
    ],
  ])('%s', (_what, climb, resting, said) => {
    expect(climbed(climb, until, resting)).toEqual(said);
  });

  test('over a weekend only working time counts, and nothing is said on a day off', () => {
    const climb = { ...contract(), since: at('2026-11-27 17:00'), dueAt: at('2026-11-30 17:00') };
    expect(climbed(climb, at('2026-11-30 18:00'), rest)).toEqual([
      '11-27 19:00 unclaimed',
      '11-30 16:00 before!',
      '11-30 17:00 due',
    ]);
  });

  test('after a long pause only the latest due rung is left', () => {
    const now = at('2026-11-25 21:00');
    expect(dueRung(contract(), now, onWallClock)?.name).toBe('due');
    expect(rungsOf({ ...contract(), remindedAt: now }, now, onWallClock).map(({ name }) => name)).toEqual(['overdue']);
  });
});

test('a pause that ends in quiet hours ends for people in the morning; a pressing rung does not wait', () => {
  const [night, morning] = [at('2026-11-25 23:00'), at('2026-11-26 08:00')];
  expect(dueRung(contract(), night, onWallClock)).toBeNull();
  expect(nextMoment(contract(), night, onWallClock)).toBe(morning);
  expect(dueRung(contract(), morning, onWallClock)?.name).toBe('overdue');
  expect(dueRung(contract({ isUrgent: true }), night, onWallClock)?.name).toBe('overdue');
});

test('a draft is said after a while and then each morning, as left from the second morning on', () => {
  const draft: Climb = {
    since: at('2026-11-27 15:00'),
    remindedAt: null,
    dueAt: null,
    holders: [person('ou_drafter')],
    rungs: { afterMs: HOUR, morning: 9 * 60 },
  };
  expect(climbed(draft, at('2026-12-02 12:00'), { ...rest, quietHours: null })).toEqual([
    '11-27 16:00 draft',
    '11-30 09:00 draft',
    '12-01 09:00 draft_left',
    '12-02 09:00 draft_left',
  ]);
});
