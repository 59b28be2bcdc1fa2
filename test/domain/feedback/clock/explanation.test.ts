import { expect, test } from '@jest/globals';
import { explain } from '../../../../src/domain/feedback/clock/explanation';
import { rehearse } from '../../../../src/domain/feedback/clock/rehearsal';
import { nextReminderAt } from '../../../../src/domain/feedback/clock/remind';
import { DAY } from '../../../../src/domain/time';
import { at, context, feedback, org } from '../fixtures';

/** Working days count, and the days off of 2028 are a guess. */
const sla = { ...org.sla, calendar: 'workdays' as const };
const now = at('10:00', '2027-12-31');
const office = context('rep', now, { sla });

test('the next word names the holder’s rung only, though the admins hear at that moment that a year is unpublished', () => {
  const late = feedback('handling', { dueAt: at('11:00', '2027-12-31'), submittedAt: now - DAY, heldSince: now - DAY });
  const handled = { ...late, nextReminderAt: nextReminderAt(late, office, now) };
  const { next } = explain(handled, [], office, now);
  expect(next?.rungs).not.toContain('undefined');
  expect(next?.holders).toEqual([{ type: 'person', id: 'ou_member' }]);
});

test('a rehearsal shows reminders, not the warning about an unpublished year', () => {
  const rehearsed = rehearse({ department: 'after_sales', priority: 'normal', at: now }, office);
  expect(rehearsed?.steps.length).toBeGreaterThan(0);
  expect(rehearsed?.steps.map(({ why }) => why)).not.toContain('');
});
