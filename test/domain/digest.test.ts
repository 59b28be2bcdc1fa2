import { expect, test } from '@jest/globals';
import { digestSlot, nextDigestSlot } from '../../src/domain/digest';
import { DEFAULT_ORG } from '../../src/domain/org/settings';

const ZONE = 'Asia/Shanghai';
const at = (time: string) => Date.parse(`${time}:00+08:00`);

test.each([
  ['2026-11-24T08:59', '2026-11-23T09:00', '2026-11-24T09:00'],
  ['2026-11-24T09:00', '2026-11-24T09:00', '2026-11-25T09:00'],
  ['2026-11-30T23:59', '2026-11-30T09:00', '2026-12-01T09:00'],
])('at %s the digest of %s is the latest and that of %s the next', (now, latest, next) => {
  const org = { ...DEFAULT_ORG, digest: { at: 540, weekly: 1, monthly: 1 } };
  expect(digestSlot(at(now), org, ZONE)).toBe(at(latest));
  expect(nextDigestSlot(at(now), org, ZONE)).toBe(at(next));
});
