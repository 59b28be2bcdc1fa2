import { expect, test } from '@jest/globals';
import { type Charge, chargesOf } from '../../../../src/domain/feedback/clock/charges';
import type { Span } from '../../../../src/domain/feedback/clock/spans';
import { HOUR } from '../../../../src/domain/time';

const span = (holder: Span['holder'], department: string | null, hours: number): Span => ({
  ...{ from: 0, to: hours * HOUR, lasts: false, status: 'handling', person: null, cycle: 1 },
  ...{ holder, department, countedMs: hours * HOUR },
});

test.each<[what: string, spans: Span[], charges: [Charge['holder'], string | null, number][]]>([
  ['nothing yet', [], []],
  [
    'a transfer: each department pays for its own time',
    [span('department', 'a', 20), span('department', 'b', 1)],
    [
      ['department', 'a', 20],
      ['department', 'b', 1],
    ],
  ],
  [
    'a question: the rep pays for the wait, the department for the time before and after it',
    [span('department', 'a', 2), span('rep', null, 5), span('department', 'a', 1), span('rep', null, 1)],
    [
      ['department', 'a', 3],
      ['rep', null, 6],
    ],
  ],
  [
    'routed first',
    [span('clerk', null, 1), span('manager', null, 2), span('department', 'a', 3)],
    [
      ['clerk', null, 1],
      ['manager', null, 2],
      ['department', 'a', 3],
    ],
  ],
])('%s', (_what, spans, charges) => {
  expect(chargesOf(spans)).toEqual(
    charges.map(([holder, department, hours]) => ({ holder, department, ms: hours * HOUR })),
  );
});
