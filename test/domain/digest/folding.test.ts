import { expect, test } from '@jest/globals';
import { type Fold, foldOf } from '../../../src/domain/digest/folding';
import { at, org, ZONE } from '../feedback/fixtures';

const place = { org, timeZone: ZONE };
const TODAY = '2026-11-24';

// The manager's digest comes at 09:00, the lead's at 08:30.
test.each<[what: string, to: string, due: string, said: string[], now: string, fold: Fold | string]>([
  ['within half an hour before', 'ou_manager', '08:30', [], '08:30', '09:01'],
  ['earlier', 'ou_manager', '08:29', [], '08:29', 'send'],
  ['after a digest that was said', 'ou_manager', '08:45', ['09:00'], '09:00', 'said'],
  ['in the same moment', 'ou_manager', '09:00', ['09:00'], '09:00', 'said'],
  ['a moment after it', 'ou_manager', '09:01', ['09:00'], '09:01', 'said'],
  ['later', 'ou_manager', '09:02', ['09:00'], '09:02', 'send'],
  ['if the digest did not come', 'ou_manager', '08:45', [], '09:01', 'send'],
  ['if the digest was asked for meanwhile', 'ou_manager', '08:45', ['08:50'], '08:50', 'said'],
  ['if another digest was said before', 'ou_manager', '08:45', ['08:00'], '08:45', '09:01'],
  ['to a lead, before the lead’s own', 'ou_lead', '08:05', [], '08:05', '08:31'],
  ['to a lead, after it', 'ou_lead', '08:45', ['08:30'], '08:45', 'send'],
  ['to somebody without a digest', 'ou_rep', '08:45', [], '08:45', 'send'],
])('an escalation %s (%s, due %s, digests %j) at %s', (_what, to, due, said, now, fold) => {
  const message = { to, at: at(due), dueAt: at(due), isPressing: false };
  const digests = said.map((time) => ({ at: at(time), date: TODAY }));
  const isTime = typeof fold === 'string' && fold.includes(':');
  expect(foldOf(message, digests, at(now), place)).toEqual(isTime ? { until: at(fold) } : fold);
});

test('what presses does not wait; a deadline after the day of the digest is not in it', () => {
  const urgent = { to: 'ou_manager', at: at('08:45'), dueAt: at('08:45'), isPressing: true };
  expect(foldOf(urgent, [], at('08:45'), place)).toBe('send');
  expect(foldOf({ ...urgent, at: at('09:00') }, [], at('09:00'), place)).toEqual({ until: at('09:01') });
  const tomorrow = { to: 'ou_manager', at: at('08:45'), dueAt: at('00:10', '2026-11-25'), isPressing: false };
  expect(foldOf(tomorrow, [{ at: at('09:00'), date: TODAY }], at('09:00'), place)).toBe('send');
});
