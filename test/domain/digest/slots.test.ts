import { expect, test } from '@jest/globals';
import { digestFor, digestSlot, digestTime, nextDigestSlot } from '../../../src/domain/digest/slots';
import { DEFAULT_ORG } from '../../../src/domain/org/settings';
import { org } from '../feedback/fixtures';

const ZONE = 'Asia/Shanghai';
const at = (time: string) => Date.parse(`${time}:00+08:00`);

test.each([
  ['2026-11-24T08:59', '2026-11-23T09:00', '2026-11-24T09:00'],
  ['2026-11-24T09:00', '2026-11-24T09:00', '2026-11-25T09:00'],
  ['2026-11-30T23:59', '2026-11-30T09:00', '2026-12-01T09:00'],
])('at %s the digest of %s is the latest and that of %s the next', (now, latest, next) => {
  expect(digestSlot(at(now), 540, ZONE)).toBe(at(latest));
  expect(nextDigestSlot(at(now), 540, ZONE)).toBe(at(next));
});

const hours = (from: number, to: number) => ({ from: from * 60, to: to * 60 });

test.each<[what: string, at: number, quietHours: { from: number; to: number } | null, own: number]>([
  ['half an hour earlier', 540, hours(22, 8), 510],
  ['not in quiet hours', 540, hours(22, 9), 540],
  ['not before midnight', 10, null, 0],
])('a person’s own digest comes %s', (_what, digestAt, quietHours, own) => {
  const company = {
    ...DEFAULT_ORG,
    sla: { ...DEFAULT_ORG.sla, quietHours },
    digest: { at: digestAt, weekly: 1, monthly: 1 },
  };
  expect(digestTime('own', company)).toBe(own);
  expect(digestTime('office', company)).toBe(digestAt);
});

test('of other people’s cases a manager is told by the office’s digest, a lead by their own, others by none', () => {
  expect(digestFor('ou_manager', org)).toBe('office');
  expect(digestFor('ou_lead', org)).toBe('own');
  expect(digestFor('ou_lead', { ...org, managers: ['ou_lead'] })).toBe('office');
  expect(digestFor('ou_admin', org)).toBeNull();
  expect(digestFor('ou_admin', { ...org, managers: [] })).toBe('office');
  expect(digestFor('ou_rep', org)).toBeNull();
});
