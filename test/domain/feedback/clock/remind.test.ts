import { describe, expect, test } from '@jest/globals';
import { workdayCalendar } from '../../../../src/domain/calendar';
import { nextReminderAt, remind } from '../../../../src/domain/feedback/clock/remind';
import type { Feedback } from '../../../../src/domain/feedback/model';
import { DAY, HOUR, type Instant, MINUTE } from '../../../../src/domain/time';
import { HOLIDAY_YEARS } from '../../holiday-years';
import { at, feedback, org, ZONE } from '../fixtures';

const office = { org, timeZone: ZONE, calendar: workdayCalendar(HOLIDAY_YEARS) };
/** The holder has just answered 还在处理, so that the question does not come in between. */
const alive = (from: Instant) => ({ stillAt: from + DAY });
const armed = (record: Feedback, now: Instant): Feedback => ({
  ...record,
  nextReminderAt: nextReminderAt(record, office, now),
});

/** Every reminder of a case that nobody touches, as [when, rung, to whom]. */
function course(record: Feedback, from: Instant, until: Instant): [string, string, string[]][] {
  const heard: [string, string, string[]][] = [];
  let current = armed(record, from);
  while (current.nextReminderAt !== null && current.nextReminderAt <= until) {
    const now = current.nextReminderAt;
    const decision = remind(current, office, now);
    if (!decision.ok) throw new Error(decision.reason);
    const to = decision.notices.flatMap((notice) => ('to' in notice ? [notice.to.id] : []));
    heard.push([new Date(now + 8 * HOUR).toISOString().slice(5, 16), String(decision.entry.detail?.rung), to]);
    current = decision.next;
  }
  return heard;
}

describe('the ladder', () => {
  test('an unclaimed case of 09:00 reminds the group, and from the deadline on the lead and the managers too', () => {
    expect(course(feedback('assigned'), at('09:00'), at('09:00') + 2 * DAY)).toEqual([
      ['11-24T11:00', 'unclaimed', ['oc_after_sales', 'ou_rep']],
      ['11-24T21:00', 'before', ['oc_after_sales']],
      ['11-25T08:00', 'before', ['oc_after_sales']],
      ['11-25T09:00', 'due', ['oc_after_sales', 'ou_lead', 'ou_manager']],
      ['11-25T21:00', 'overdue', ['oc_after_sales', 'ou_lead', 'ou_manager']],
      ['11-26T09:00', 'overdue', ['oc_after_sales', 'ou_lead', 'ou_manager']],
    ]);
  });

  test('quiet hours move the rungs of a normal case to 08:00, and only the latest of them is said', () => {
    const record = feedback('handling', alive(at('23:00')), at('23:00'));
    expect(course(record, at('23:00'), at('23:00') + 36 * HOUR)).toEqual([
      ['11-25T11:00', 'before', ['ou_member']],
      ['11-25T19:00', 'before', ['ou_member']],
      ['11-26T08:00', 'due', ['ou_member', 'ou_lead', 'ou_manager']],
      ['11-26T11:00', 'overdue', ['ou_member', 'ou_lead', 'ou_manager']],
    ]);
  });

  test('a warning that quiet hours held up is dropped if the next warning comes within minutes', () => {
    const heard = (submitted: string, last: string) => {
      const record = feedback('handling', alive(at(submitted)), at(submitted));
      expect(course(record, at(submitted), at('09:00') + DAY).map(([when]) => when)).toContain(`11-25T${last}`);
      return course(record, at(submitted), at('09:00') + DAY).filter(([when]) => when === '11-25T08:00').length;
    };
    expect(heard('09:20', '08:20')).toBe(0);
    expect(heard('09:31', '08:31')).toBe(1);
  });

  test('an urgent case is chased at night, in its last hour and after its deadline', () => {
    const record = feedback('handling', { priority: 'urgent', ...alive(at('01:30')) }, at('01:30'));
    const nights = course(record, at('01:30'), at('01:30') + 37 * HOUR);
    expect(nights).toEqual([
      ['11-24T13:30', 'before', ['ou_member']],
      ['11-24T21:30', 'before', ['ou_member']],
      ['11-25T00:30', 'before', ['ou_member', 'ou_lead']],
      ['11-25T01:30', 'due', ['ou_member', 'ou_lead', 'ou_manager']],
      ['11-25T13:30', 'overdue', ['ou_member', 'ou_lead', 'ou_manager']],
    ]);
  });

  test('a rung that quiet hours held up is not said after a later one', () => {
    const record = feedback('handling', { priority: 'urgent', ...alive(at('07:11')) }, at('07:11'));
    expect(course(record, at('07:11'), at('07:11') + 30 * HOUR).map(([when, rung]) => [when, rung])).toEqual([
      ['11-24T19:11', 'before'],
      ['11-25T06:11', 'before'],
      ['11-25T07:11', 'due'],
    ]);
  });

  test.each<[string, Partial<Feedback>, 'waiting' | 'answered' | 'triage' | 'review', string[]]>([
    ['the rep', {}, 'waiting', ['ou_rep']],
    ['the rep', {}, 'answered', ['ou_rep']],
    ['the clerks', {}, 'triage', ['ou_clerk']],
    ['the managers', {}, 'review', ['ou_manager']],
  ])('the holder is reminded: %s', (_who, overrides, status, to) => {
    const [first] = course(feedback(status, overrides), at('09:00'), at('21:00'));
    expect(first).toEqual(['11-24T21:00', 'before', to]);
  });

  test('the last warning is a buzz and tells the lead; a group is buzzed through its lead', () => {
    const lastHour = at('08:00', '2026-11-25');
    const buzz = (record: Feedback) => {
      const decision = remind({ ...record, nextReminderAt: lastHour }, office, lastHour);
      return decision.ok ? decision.notices : [];
    };
    expect(buzz(feedback('handling', alive(at('09:00'))))).toMatchObject([
      { name: 'reminder', to: { id: 'ou_member' }, buzz: ['ou_member'] },
      { name: 'escalation', to: { id: 'ou_lead' } },
    ]);
    expect(buzz(feedback('assigned'))).toMatchObject([{ to: { id: 'oc_after_sales' }, buzz: ['ou_lead'] }]);
  });

  test('after a day without the bot only the latest rung is said', () => {
    const record = armed(feedback('assigned'), at('09:00'));
    const back = at('10:30', '2026-11-25');
    const decision = remind(record, office, back);
    if (!decision.ok) throw new Error(decision.reason);
    expect(decision.entry.detail).toEqual({ rung: 'due' });
    expect(decision.next).toMatchObject({ overdue: true, nextReminderAt: at('21:00', '2026-11-25') });
  });

  test('the question comes with a warning, and the release comes with a warning', () => {
    const due = { dueAt: at('20:00') + DAY };
    const noon = { claimedAt: at('12:20') + DAY, heldSince: at('12:20') + DAY };
    // Half-way would be 16:10.
    expect(course(feedback('handling', { ...due, ...noon }), at('12:20') + DAY, at('19:30') + DAY)).toEqual([
      ['11-25T16:00', 'before', ['ou_member']],
      ['11-25T18:00', 'undefined', ['oc_after_sales', 'ou_member']],
      ['11-25T19:00', 'before', ['oc_after_sales']],
    ]);
    const morning = { claimedAt: at('08:01') + DAY, heldSince: at('08:01') + DAY };
    // Free to claim would be 16:00:30.
    expect(course(feedback('handling', { ...due, ...morning }), at('08:01') + DAY, at('16:30') + DAY)).toEqual([
      ['11-25T14:00', 'silent', ['ou_member']],
      ['11-25T16:00', 'before', ['oc_after_sales', 'ou_member']],
    ]);
  });

  test('a rung is said once, even if the clock steps back', () => {
    const record = armed(feedback('assigned'), at('09:00'));
    expect(remind(record, office, at('10:59'))).toMatchObject({ ok: false, reason: 'not_due' });
    const first = remind(record, office, at('11:00'));
    if (!first.ok) throw new Error(first.reason);
    expect(remind(first.next, office, at('10:59'))).toMatchObject({ ok: false });
    expect(remind(first.next, office, at('11:00'))).toMatchObject({ ok: false });
  });

  test('a new holder does not hear of rungs from before', () => {
    const lateTransfer = feedback('assigned', { assignedAt: at('20:00'), heldSince: at('20:00') });
    expect(course(lateTransfer, at('20:00'), at('09:00', '2026-11-25')).map(([, rung]) => rung)).toEqual([
      'before',
      'before',
      'due',
    ]);
    const afterDue = feedback('assigned', { dueAt: at('19:00'), assignedAt: at('20:00'), heldSince: at('20:00') });
    expect(course(afterDue, at('20:00'), at('07:00') + DAY)).toEqual([]);
  });

  test('nobody is reminded of information or of a case at rest', () => {
    for (const record of [feedback('discarded'), feedback('closed'), feedback('assigned', { dueAt: null })]) {
      expect(nextReminderAt(record, office, at('09:00') + MINUTE)).toBeNull();
    }
  });
});

describe('after a pause that ends at three in the night', () => {
  const back = at('03:00') + DAY;
  const afterPause = (record: Feedback) => {
    const decision = remind(armed(record, at('15:00')), office, back);
    if (!decision.ok) throw new Error(decision.reason);
    return decision;
  };

  test.each<[what: string, record: Feedback]>([
    ['an unclaimed case', feedback('assigned', {}, at('15:00'))],
    ['a claim without progress', feedback('handling', {}, at('09:00'))],
    ['an overdue case', feedback('handling', {}, at('15:00') - DAY)],
    ['an extended case', feedback('handling', { extension: { reason: '', until: back + DAY, by: 'a', at: 1 } })],
    ['a draft', feedback('draft', {}, at('15:00'))],
  ])('%s waits for the morning, and then says one thing to each person', (_what, record) => {
    const { next, notices } = afterPause(record);
    expect(notices).toEqual([]);
    expect(next.nextReminderAt).toBe(at('08:00') + DAY);
    const morning = remind(next, office, at('08:00') + DAY);
    const told = morning.ok ? morning.notices.map((one) => ('to' in one ? one.to.id : '')) : [];
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told).size).toBe(told.length);
  });

  test('an urgent case is chased once its last hour has begun', () => {
    const urgent = (dueAt: Instant) => feedback('handling', { priority: 'urgent', dueAt, ...alive(back) }, at('15:00'));
    const names = (record: Feedback) => {
      const { notices } = afterPause(record);
      return notices.map((one) => ('name' in one ? one.name : ''));
    };
    expect(names(urgent(back + 30 * MINUTE))).toEqual(['reminder', 'escalation']);
    expect(names(urgent(back - HOUR))).toEqual(['reminder', 'escalation', 'escalation']);
    expect(names(urgent(back + 3 * HOUR))).toEqual([]);
  });
});

describe('a claim without progress', () => {
  const claimedAt = (time: string, date: string, more: Partial<Feedback> = {}): Feedback =>
    feedback('handling', { claimedAt: at(time, date), heldSince: at(time, date), ...more });
  const steps = (record: Feedback, until: Instant) =>
    course(record, record.heldSince, until).filter(([, rung]) => !['before', 'due', 'overdue'].includes(rung));

  test('is asked half-way and released two hours later', () => {
    const record = claimedAt('10:00', '2026-11-24', { dueAt: at('20:00') });
    expect(steps(record, at('20:00')).slice(0, 2)).toEqual([
      ['11-24T15:00', 'silent', ['ou_member']],
      ['11-24T17:00', 'undefined', ['oc_after_sales', 'ou_member']],
    ]);
  });

  test('over a night the question and the release wait until people have arrived', () => {
    const record = claimedAt('19:00', '2026-11-24', { dueAt: at('15:30', '2026-11-25') });
    expect(steps(record, at('15:00', '2026-11-25')).slice(0, 2)).toEqual([
      ['11-25T09:00', 'silent', ['ou_member']],
      ['11-25T11:00', 'undefined', ['oc_after_sales', 'ou_member']],
    ]);
  });

  test('over a weekend nobody is asked, and Saturday is no grace', () => {
    const record = claimedAt('16:00', '2026-11-27', { dueAt: at('16:00', '2026-12-01') });
    const heard = steps(record, at('16:00', '2026-12-01')).map(([when]) => when.slice(0, 5));
    expect(heard).toContain('11-30');
    for (const day of ['11-28', '11-29']) expect(heard).not.toContain(day);
  });

  test('within two hours of the deadline the lead hears instead, once', () => {
    const record = claimedAt('14:30', '2026-11-24', { dueAt: at('18:00') });
    expect(steps(record, at('17:59'))).toEqual([['11-24T16:15', 'silent_lead', ['ou_lead']]]);
    const early = claimedAt('12:00', '2026-11-24', { dueAt: at('18:00') });
    expect(steps(early, at('17:59'))).toEqual([
      ['11-24T15:00', 'silent', ['ou_member']],
      ['11-24T16:00', 'silent_lead', ['ou_lead']],
    ]);
  });

  test('whenever it was claimed, it is asked and released in working hours, never near the deadline', () => {
    for (let hour = 0; hour < 24 * 7; hour += 1) {
      const claimed = at('00:17', '2026-11-24') + hour * HOUR;
      const due = claimed + (1 + (hour % 40)) * HOUR;
      const record = feedback('handling', { claimedAt: claimed, heldSince: claimed, dueAt: due });
      let current = armed(record, claimed);
      let asked = 0;
      while (current.nextReminderAt !== null && current.nextReminderAt < due && current.status === 'handling') {
        const now = current.nextReminderAt;
        const decision = remind(current, office, now);
        if (!decision.ok) throw new Error(decision.reason);
        const isAsked = decision.notices.some((one) => one.kind === 'message' && one.params?.asks === true);
        if (isAsked || decision.entry.what === 'release') {
          const local = new Date(now + 8 * HOUR);
          expect(local.getUTCHours()).toBeGreaterThanOrEqual(9);
          expect(local.getUTCHours()).toBeLessThan(22);
          expect([1, 2, 3, 4, 5]).toContain(local.getUTCDay());
          expect(now).toBeLessThanOrEqual(due - 2 * HOUR);
        }
        if (decision.entry.what === 'release') expect(now - asked).toBeGreaterThanOrEqual(2 * HOUR - MINUTE);
        if (isAsked) asked = now;
        current = decision.next;
      }
    }
  });
});

describe('an abandoned draft', () => {
  const until = at('12:00', '2026-11-27');
  const left = ['ou_rep', 'ou_clerk'];

  test.each<[what: string, began: Instant, more: Partial<Feedback>, heard: [string, string, string[]][]]>([
    [
      'is said after two hours and each morning; from the second morning on the clerks hear too',
      at('09:00'),
      {},
      [
        ['11-24T11:00', 'draft', ['ou_rep']],
        ['11-25T08:00', 'draft', ['ou_rep']],
        ['11-26T08:00', 'draft_left', left],
        ['11-27T08:00', 'draft_left', left],
      ],
    ],
    [
      'of the evening is said in the morning',
      at('21:00'),
      {},
      [
        ['11-25T08:00', 'draft', ['ou_rep']],
        ['11-26T08:00', 'draft', ['ou_rep']],
        ['11-27T08:00', 'draft_left', left],
      ],
    ],
    [
      'is said two hours after its last message',
      at('09:00'),
      { lastSourceAt: at('10:30') },
      [
        ['11-24T12:30', 'draft', ['ou_rep']],
        ['11-25T08:00', 'draft', ['ou_rep']],
        ['11-26T08:00', 'draft_left', left],
        ['11-27T08:00', 'draft_left', left],
      ],
    ],
    [
      'begins its ladder anew with a message after a reminder',
      at('09:00', '2026-11-20'),
      { lastSourceAt: at('09:00', '2026-11-26'), remindedAt: at('08:00', '2026-11-25') },
      [
        ['11-26T11:00', 'draft', ['ou_rep']],
        ['11-27T08:00', 'draft', ['ou_rep']],
      ],
    ],
    [
      'of a clerk is said once to that clerk',
      at('09:00', '2026-11-26'),
      { repId: 'ou_clerk' },
      [
        ['11-26T11:00', 'draft', ['ou_clerk']],
        ['11-27T08:00', 'draft', ['ou_clerk']],
      ],
    ],
  ])('%s', (_what, began, more, heard) => {
    expect(course(feedback('draft', more, began), began, until)).toEqual(heard);
  });

  test('after days without the bot its rep hears before anybody else', () => {
    const record = armed(feedback('draft'), at('09:00'));
    const decision = remind(record, office, at('10:00', '2026-11-28'));
    if (!decision.ok) throw new Error(decision.reason);
    expect(decision.notices).toMatchObject([{ name: 'reminder', to: { id: 'ou_rep' }, params: { rung: 'draft' } }]);
    expect(decision.next).toMatchObject({ nextReminderAt: at('08:00', '2026-11-29'), dueAt: null, overdue: false });
  });

  test('without quiet hours the morning is the time of the digest, and of working days Monday follows Friday', () => {
    const sla = { ...org.sla, calendar: 'workdays' as const, quietHours: null };
    const friday = at('17:00', '2026-11-27');
    const onWorkdays = { ...office, org: { ...org, sla } };
    const record = feedback('draft', {}, friday);
    expect(nextReminderAt(record, onWorkdays, friday)).toBe(at('19:00', '2026-11-27'));
    const reminded = { ...record, remindedAt: at('19:00', '2026-11-27') };
    expect(nextReminderAt(reminded, onWorkdays, friday)).toBe(at('09:00', '2026-11-30'));
  });
});

describe('whatever the clock does', () => {
  /** Pseudo-random numbers in [0, 1), the same in each run. */
  function chance(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
  }

  test.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'odd ticks say each thing once, and not too much (%d)',
    (seed) => {
      const random = chance(seed + 1);
      const status = (['assigned', 'handling', 'waiting', 'answered'] as const)[Math.floor(random() * 4)] ?? 'assigned';
      const start = at('09:00') + Math.floor(random() * DAY);
      let record = armed(feedback(status, {}, start), start);
      let now = start;
      const said: number[] = [];
      for (let tick = 0; tick < 300; tick += 1) {
        // Mostly up to two hours ahead, sometimes a day ahead or two hours back.
        const step = random() < 0.05 ? -2 * HOUR : random() < 0.05 ? DAY : Math.floor(random() * 2 * HOUR);
        now += step;
        const decision = remind(record, office, now);
        if (!decision.ok) continue;
        const perPerson = new Map<string, number>();
        for (const notice of decision.notices) {
          if ('to' in notice) perPerson.set(notice.to.id, (perPerson.get(notice.to.id) ?? 0) + 1);
        }
        expect(Math.max(0, ...perPerson.values())).toBeLessThanOrEqual(1);
        said.push(now);
        record = decision.next;
        expect(record.nextReminderAt ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
      }
      // At most two nudges, three warnings, the question, the release, the due rung, and a rung each 12 hours after it.
      const days = Math.max(0, Math.max(...said, start) - start) / DAY;
      expect(said.length).toBeLessThanOrEqual(8 + 2 * days + 1);
    },
  );
});

describe('an extended case', () => {
  const extension = { reason: '等配件', until: at('09:00', '2026-11-27'), by: 'ou_member', at: at('10:00') };
  const extended = (more: Partial<Feedback>) => feedback('handling', { ...alive(at('09:00')), extension, ...more });

  test('before the interim reply the rep is reminded and the managers hear, but the department does not', () => {
    const record = extended({ stillAt: at('09:00', '2026-11-27') });
    expect(course(record, at('10:00'), at('21:00', '2026-11-25'))).toEqual([
      ['11-24T21:00', 'interim_before', ['ou_rep']],
      ['11-25T08:00', 'interim_before', ['ou_rep']],
      ['11-25T09:00', 'interim_due', ['ou_rep', 'ou_manager']],
      ['11-25T21:00', 'interim_overdue', ['ou_rep', 'ou_manager']],
    ]);
  });

  test('after the interim reply the ladder runs towards the new deadline', () => {
    const record = extended({ interimAt: at('12:00'), stillAt: at('09:00', '2026-11-27') });
    expect(course(record, at('12:00'), at('09:00', '2026-11-27'))).toEqual([
      ['11-26T21:00', 'before', ['ou_member']],
      ['11-27T08:00', 'before', ['ou_member', 'ou_lead']],
      ['11-27T09:00', 'due', ['ou_member', 'ou_lead', 'ou_manager']],
    ]);
  });
});

test('if only working days count, no rung falls on a day off', () => {
  const sla = { ...org.sla, calendar: 'workdays' as const };
  const onWorkdays = { ...office, org: { ...org, sla } };
  const friday = at('17:00', '2026-11-27');
  let record = { ...feedback('assigned', { dueAt: at('17:00', '2026-11-30') }, friday) };
  record = { ...record, nextReminderAt: nextReminderAt(record, onWorkdays, friday) };
  const heard: string[] = [];
  while (record.nextReminderAt !== null && record.nextReminderAt < at('12:00', '2026-12-01')) {
    const now = record.nextReminderAt;
    const decision = remind(record, onWorkdays, now);
    if (!decision.ok) throw new Error(decision.reason);
    heard.push(`${new Date(now + 8 * HOUR).toISOString().slice(5, 16)} ${decision.entry.detail?.rung}`);
    record = decision.next;
  }
  expect(heard).toEqual([
    '11-27T19:00 unclaimed',
    '11-30T08:00 before',
    '11-30T13:00 before',
    '11-30T16:00 before',
    '11-30T17:00 due',
    '12-01T08:00 overdue',
  ]);
});
