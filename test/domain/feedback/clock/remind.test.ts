import { describe, expect, test } from '@jest/globals';
import { workdayCalendar } from '../../../../src/domain/calendar';
import { nextReminderAt, remind } from '../../../../src/domain/feedback/clock/remind';
import type { Feedback } from '../../../../src/domain/feedback/model';
import { DAY, HOUR, type Instant, MINUTE } from '../../../../src/domain/time';
import { HOLIDAY_YEARS } from '../../holiday-years';
import { at, feedback, org, ZONE } from '../fixtures';

const policy = { org, timeZone: ZONE, calendar: workdayCalendar(HOLIDAY_YEARS) };
/** Its holder has said all the while that it still moves. */
const alive = (from: Instant) => ({ stillAt: from + DAY });
const armed = (record: Feedback, now: Instant): Feedback => ({
  ...record,
  nextReminderAt: nextReminderAt(record, policy, now),
});

/** Every reminder of a case that nobody touches, as [when, rung, to whom]. */
function course(record: Feedback, from: Instant, until: Instant): [string, string, string[]][] {
  const heard: [string, string, string[]][] = [];
  let current = armed(record, from);
  while (current.nextReminderAt !== null && current.nextReminderAt <= until) {
    const now = current.nextReminderAt;
    const decision = remind(current, policy, now);
    if (!decision.ok) throw new Error(decision.reason);
    const to = decision.notices.flatMap((notice) => ('to' in notice ? [notice.to.id] : []));
    heard.push([new Date(now + 8 * HOUR).toISOString().slice(5, 16), String(decision.entry.detail?.rung), to]);
    current = decision.next;
  }
  return heard;
}

describe('the ladder', () => {
  test('an unclaimed case, submitted at 09:00: group, then the last hour, then lead and managers', () => {
    expect(course(feedback('assigned'), at('09:00'), at('09:00') + 2 * DAY)).toEqual([
      ['11-24T11:00', 'unclaimed', ['oc_after_sales']],
      ['11-24T21:00', 'before', ['oc_after_sales']],
      ['11-25T08:00', 'before', ['oc_after_sales']],
      ['11-25T09:00', 'due', ['oc_after_sales', 'ou_lead', 'ou_manager']],
      ['11-25T21:00', 'overdue', ['oc_after_sales', 'ou_lead', 'ou_manager']],
      ['11-26T09:00', 'overdue', ['oc_after_sales', 'ou_lead', 'ou_manager']],
    ]);
  });

  test('quiet hours move the rungs of a normal case to 08:00, where only the latest is said', () => {
    const record = feedback('handling', alive(at('23:00')), at('23:00'));
    expect(course(record, at('23:00'), at('23:00') + 36 * HOUR)).toEqual([
      ['11-25T11:00', 'before', ['ou_member']],
      ['11-25T19:00', 'before', ['ou_member']],
      ['11-26T08:00', 'due', ['ou_member', 'ou_lead', 'ou_manager']],
      ['11-26T11:00', 'overdue', ['ou_member', 'ou_lead', 'ou_manager']],
    ]);
  });

  test('a warning that quiet hours held up is not said minutes before the next one', () => {
    const heard = (submitted: string, last: string) => {
      const record = feedback('handling', alive(at(submitted)), at(submitted));
      expect(course(record, at(submitted), at('09:00') + DAY).map(([when]) => when)).toContain(`11-25T${last}`);
      return course(record, at(submitted), at('09:00') + DAY).filter(([when]) => when === '11-25T08:00').length;
    };
    expect(heard('09:20', '08:20')).toBe(0);
    expect(heard('09:31', '08:31')).toBe(1);
  });

  test('an urgent case is chased at night in its last hour and once it is overdue', () => {
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
  ])('the one who holds the ball is reminded: %s', (_who, overrides, status, to) => {
    const [first] = course(feedback(status, overrides), at('09:00'), at('21:00'));
    expect(first).toEqual(['11-24T21:00', 'before', to]);
  });

  test('the last rung before the deadline is a buzz and warns the lead; a group is buzzed through its lead', () => {
    const lastHour = at('08:00', '2026-11-25');
    const buzz = (record: Feedback) => {
      const decision = remind({ ...record, nextReminderAt: lastHour }, policy, lastHour);
      return decision.ok ? decision.notices : [];
    };
    expect(buzz(feedback('handling', alive(at('09:00'))))).toMatchObject([
      { name: 'reminder', to: { id: 'ou_member' }, buzz: ['ou_member'] },
      { name: 'escalation', to: { id: 'ou_lead' } },
    ]);
    expect(buzz(feedback('assigned'))).toMatchObject([{ to: { id: 'oc_after_sales' }, buzz: ['ou_lead'] }]);
  });

  test('a bot that was down for a day says one thing and not everything', () => {
    const record = armed(feedback('assigned'), at('09:00'));
    const back = at('10:30', '2026-11-25');
    const decision = remind(record, policy, back);
    if (!decision.ok) throw new Error(decision.reason);
    expect(decision.entry.detail).toEqual({ rung: 'due' });
    expect(decision.next).toMatchObject({ overdue: true, nextReminderAt: at('21:00', '2026-11-25') });
  });

  test('a holder who is warned is asked in the same breath, and freed in the breath of the next warning', () => {
    const record = feedback('handling', { claimedAt: at('09:21'), heldSince: at('09:21') }, at('09:01'));
    expect(course(record, at('09:21'), at('09:02') + DAY)).toEqual([
      // 21:11 would be half-way.
      ['11-24T21:01', 'before', ['ou_member']],
      ['11-25T08:01', 'before', ['oc_after_sales', 'ou_member']],
      ['11-25T09:01', 'due', ['oc_after_sales', 'ou_lead', 'ou_manager']],
    ]);
    const warned = remind(armed(record, at('09:21')), policy, at('21:01') + 4000);
    if (!warned.ok) throw new Error(warned.reason);
    expect(warned.notices).toMatchObject([
      { params: { rung: 'before', asks: true, freedAt: at('08:01') + DAY + 4000 } },
    ]);
    // The next warning comes some seconds before the time for an answer is over, which was said to the minute.
    expect(remind(warned.next, policy, at('08:01') + DAY)).toMatchObject({ next: { status: 'assigned' } });
  });

  test('said once, it is not said again, whatever the clock does', () => {
    const record = armed(feedback('assigned'), at('09:00'));
    expect(remind(record, policy, at('10:59'))).toMatchObject({ ok: false, reason: 'not_due' });
    const first = remind(record, policy, at('11:00'));
    if (!first.ok) throw new Error(first.reason);
    expect(remind(first.next, policy, at('10:59'))).toMatchObject({ ok: false });
    expect(remind(first.next, policy, at('11:00'))).toMatchObject({ ok: false });
  });

  test('who gets a case late is not told of what was due before', () => {
    const lateTransfer = feedback('assigned', { assignedAt: at('20:00'), heldSince: at('20:00') });
    expect(course(lateTransfer, at('20:00'), at('09:00', '2026-11-25')).map(([, rung]) => rung)).toEqual([
      'before',
      'before',
      'due',
    ]);
    const afterDue = feedback('assigned', { dueAt: at('19:00'), assignedAt: at('20:00'), heldSince: at('20:00') });
    expect(course(afterDue, at('20:00'), at('07:00') + DAY)).toEqual([]);
  });

  test('nobody is reminded of information, or of what is at rest', () => {
    for (const record of [feedback('discarded'), feedback('closed'), feedback('assigned', { dueAt: null })]) {
      expect(nextReminderAt(record, policy, at('09:00') + MINUTE)).toBeNull();
    }
  });
});

describe('a draft that lies', () => {
  const until = at('12:00', '2026-11-27');
  const left = ['ou_rep', 'ou_clerk'];

  test.each<[what: string, began: Instant, more: Partial<Feedback>, heard: [string, string, string[]][]]>([
    [
      'after two hours and each morning; from the second one on the clerks hear as well',
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
      'of the evening: in the morning',
      at('21:00'),
      {},
      [
        ['11-25T08:00', 'draft', ['ou_rep']],
        ['11-26T08:00', 'draft', ['ou_rep']],
        ['11-27T08:00', 'draft_left', left],
      ],
    ],
    [
      'with a message added meanwhile: two hours after that',
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
      'with a message added after a reminder: from the beginning',
      at('09:00', '2026-11-20'),
      { lastSourceAt: at('09:00', '2026-11-26'), remindedAt: at('08:00', '2026-11-25') },
      [
        ['11-26T11:00', 'draft', ['ou_rep']],
        ['11-27T08:00', 'draft', ['ou_rep']],
      ],
    ],
    [
      'of a clerk: the one who has it hears once',
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

  test('a bot that was down for days tells its rep before anybody else', () => {
    const record = armed(feedback('draft'), at('09:00'));
    const decision = remind(record, policy, at('10:00', '2026-11-28'));
    if (!decision.ok) throw new Error(decision.reason);
    expect(decision.notices).toMatchObject([{ name: 'reminder', to: { id: 'ou_rep' }, params: { rung: 'draft' } }]);
    expect(decision.next).toMatchObject({ nextReminderAt: at('08:00', '2026-11-29'), dueAt: null, overdue: false });
  });

  test('without quiet hours the morning is when the digest comes; where only working days count it is Monday', () => {
    const sla = { ...org.sla, calendar: 'workdays' as const, quietHours: null };
    const friday = at('17:00', '2026-11-27');
    const onWorkdays = { ...policy, org: { ...org, sla } };
    const record = feedback('draft', {}, friday);
    expect(nextReminderAt(record, onWorkdays, friday)).toBe(at('19:00', '2026-11-27'));
    const reminded = { ...record, remindedAt: at('19:00', '2026-11-27') };
    expect(nextReminderAt(reminded, onWorkdays, friday)).toBe(at('09:00', '2026-11-30'));
  });
});

describe('whatever the clock does', () => {
  /** Numbers in [0, 1) that look like chance and are the same each time. */
  function chance(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
  }

  test.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'ticks at odd times say little, and each thing once (%d)',
    (seed) => {
      const random = chance(seed + 1);
      const status = (['assigned', 'handling', 'waiting', 'answered'] as const)[Math.floor(random() * 4)] ?? 'assigned';
      const start = at('09:00') + Math.floor(random() * DAY);
      let record = armed(feedback(status, {}, start), start);
      let now = start;
      const said: number[] = [];
      for (let tick = 0; tick < 300; tick += 1) {
        // Mostly ahead by up to two hours, now and then a day, sometimes back.
        const step = random() < 0.05 ? -2 * HOUR : random() < 0.05 ? DAY : Math.floor(random() * 2 * HOUR);
        now += step;
        const decision = remind(record, policy, now);
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
      // At most: unclaimed twice, three before, the question and its end, the due one, and one each 12 hours after that.
      const days = Math.max(0, Math.max(...said, start) - start) / DAY;
      expect(said.length).toBeLessThanOrEqual(8 + 2 * days + 1);
    },
  );
});

describe('an extended case', () => {
  const extension = { reason: '等配件', until: at('09:00', '2026-11-27'), by: 'ou_member', at: at('10:00') };
  const extended = (more: Partial<Feedback>) => feedback('handling', { ...alive(at('09:00')), extension, ...more });

  test('until the interim reply is given the rep is reminded of it, and the managers hear; the department is left alone', () => {
    const record = extended({ stillAt: at('09:00', '2026-11-27') });
    expect(course(record, at('10:00'), at('21:00', '2026-11-25'))).toEqual([
      ['11-24T21:00', 'interim_before', ['ou_rep']],
      ['11-25T08:00', 'interim_before', ['ou_rep']],
      ['11-25T09:00', 'interim_due', ['ou_rep', 'ou_manager']],
      ['11-25T21:00', 'interim_overdue', ['ou_rep', 'ou_manager']],
    ]);
  });

  test('once it is given the ladder runs towards the new date', () => {
    const record = extended({ interimAt: at('12:00'), stillAt: at('09:00', '2026-11-27') });
    expect(course(record, at('12:00'), at('09:00', '2026-11-27'))).toEqual([
      ['11-26T21:00', 'before', ['ou_member']],
      ['11-27T08:00', 'before', ['ou_member', 'ou_lead']],
      ['11-27T09:00', 'due', ['ou_member', 'ou_lead', 'ou_manager']],
    ]);
  });
});

test('where only working days count, no rung falls on a day off', () => {
  const sla = { ...org.sla, calendar: 'workdays' as const };
  const onWorkdays = { ...policy, org: { ...org, sla } };
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
