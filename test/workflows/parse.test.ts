import { expect, test } from '@jest/globals';
import { feedbackWorkflow } from '../../src/workflows/feedback/workflow';

test.each([
  ['2026-11-24 18:00', 'Asia/Shanghai', '2026-11-24T10:00:00Z'],
  ['2026-11-24 18:00', 'Europe/Berlin', '2026-11-24T17:00:00Z'],
  ['2026-11-24 18:00 +0800', 'Europe/Berlin', '2026-11-24T10:00:00Z'],
])('a picked time %s of a client in %s is %s', (until, zone, moment) => {
  const parsed = feedbackWorkflow.rules.parse('extend', { reason: '等配件', until }, { zone });
  expect(parsed).toMatchObject({ ok: true, command: { until: Date.parse(moment) } });
});
