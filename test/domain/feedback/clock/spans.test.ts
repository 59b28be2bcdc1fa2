import { describe, expect, test } from '@jest/globals';
import type { Entry } from '../../../../src/domain/decision';
import { type Span, spansOf } from '../../../../src/domain/feedback/clock/spans';
import type { Command } from '../../../../src/domain/feedback/commands';
import { decide } from '../../../../src/domain/feedback/decide';
import type { Org } from '../../../../src/domain/org/org';
import { HOUR, type Instant } from '../../../../src/domain/time';
import { type ActorName, at, command, context, feedback } from '../fixtures';

type Step = [time: string, actor: ActorName, type: Command['type'], fields?: object];

/** The timeline that the rules write for these steps. */
function timelineOf(steps: Step[], org: Partial<Org> = {}): Entry[] {
  let record = feedback('draft');
  return steps.map(([time, actor, type, fields = {}]) => {
    const decision = decide(record, { ...command(type), ...fields } as Command, context(actor, at(time), org));
    if (!decision.ok) throw new Error(`${type}: ${decision.reason}`);
    record = decision.next;
    return decision.entry;
  });
}

const shown = ({ from, to, status, holder, department, person }: Span) => [
  new Date(from + 8 * HOUR).toISOString().slice(11, 16),
  (to - from) / HOUR,
  status,
  holder,
  department,
  person,
];

const read = (steps: Step[], now: Instant, org: Partial<Org> = {}) =>
  spansOf(timelineOf(steps, org), { repId: 'ou_rep', now }).map(shown);

describe('who held the case', () => {
  test('from the submission to the archive', () => {
    const steps: Step[] = [
      ['09:00', 'rep', 'submit'],
      ['11:00', 'department', 'claim'],
      ['12:00', 'department', 'request_info'],
      ['15:00', 'rep', 'provide_info'],
      ['15:30', 'department', 'note'],
      ['16:00', 'department', 'answer'],
      ['17:00', 'rep', 'close'],
    ];
    expect(read(steps, at('20:00'))).toEqual([
      ['09:00', 2, 'assigned', 'department', 'after_sales', null],
      ['11:00', 1, 'handling', 'department', 'after_sales', 'ou_member'],
      ['12:00', 3, 'waiting', 'rep', null, 'ou_rep'],
      ['15:00', 1, 'handling', 'department', 'after_sales', 'ou_member'],
      ['16:00', 1, 'answered', 'rep', null, 'ou_rep'],
    ]);
  });

  test('a late transfer is the first department’s time, not the second’s', () => {
    const steps: Step[] = [
      ['09:00', 'rep', 'submit'],
      ['10:00', 'department', 'claim'],
      ['18:00', 'department', 'transfer'],
      ['19:00', 'other_department', 'claim'],
    ];
    expect(read(steps, at('20:00'))).toEqual([
      ['09:00', 1, 'assigned', 'department', 'after_sales', null],
      ['10:00', 8, 'handling', 'department', 'after_sales', 'ou_member'],
      ['18:00', 1, 'assigned', 'department', 'quality', null],
      ['19:00', 1, 'handling', 'department', 'quality', 'ou_other'],
    ]);
  });

  test('the clerks’ and managers’ time is no department’s', () => {
    const steps: Step[] = [
      ['09:00', 'rep', 'submit', { department: 'unsure' }],
      ['10:00', 'clerk', 'route'],
      ['12:00', 'manager', 'instruct'],
    ];
    expect(read(steps, at('13:00'), { routing: 'clerk+manager' })).toEqual([
      ['09:00', 1, 'triage', 'clerk', null, null],
      ['10:00', 2, 'review', 'manager', null, null],
      ['12:00', 1, 'assigned', 'department', 'after_sales', null],
    ]);
  });

  test('nobody holds a closed case; a reopening begins another cycle', () => {
    const steps: Step[] = [
      ['09:00', 'rep', 'submit'],
      ['10:00', 'department', 'answer'],
      ['11:00', 'rep', 'close'],
      ['15:00', 'rep', 'reopen'],
    ];
    const spans = spansOf(timelineOf(steps), { repId: 'ou_rep', now: at('16:00') });
    expect(spans.map((span) => [...shown(span).slice(0, 3), span.cycle, span.lasts])).toEqual([
      ['09:00', 1, 'assigned', 1, false],
      ['10:00', 1, 'answered', 1, false],
      ['15:00', 1, 'assigned', 2, true],
    ]);
  });

  test('a reminder ends no span, and nobody holds a draft', () => {
    const [submitted] = timelineOf([['09:00', 'rep', 'submit']]);
    const timeline: Entry[] = [
      { at: at('08:00'), actorId: 'ou_rep', what: 'draft', detail: { form: 'text' } },
      submitted as Entry,
      { at: at('11:00'), actorId: null, what: 'remind', detail: { rung: 'unclaimed' } },
    ];
    const spans = spansOf(timeline, { repId: 'ou_rep', now: at('12:00') });
    expect(spans.map(shown)).toEqual([['09:00', 3, 'assigned', 'department', 'after_sales', null]]);
    expect(spansOf(timeline.slice(0, 1), { repId: 'ou_rep', now: at('12:00') })).toEqual([]);
  });

  test('the calendar decides how much of a span counts', () => {
    const timeline = timelineOf([['09:00', 'rep', 'submit']]);
    const lunch = (from: Instant, to: Instant) => to - from - HOUR;
    const [counted] = spansOf(timeline, { repId: 'ou_rep', now: at('14:00'), counting: lunch });
    expect(counted?.countedMs).toBe(4 * HOUR);
    const [all] = spansOf(timeline, { repId: 'ou_rep', now: at('14:00') });
    expect(all?.countedMs).toBe(5 * HOUR);
  });
});
