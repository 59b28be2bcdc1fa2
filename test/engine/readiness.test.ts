import { describe, expect, test } from '@jest/globals';
import type { Refusal } from '../../src/engine/app-refusal';
import { type Facts, readinessOf } from '../../src/engine/readiness';

const NONE_LATE: Facts['lateMs'] = { inbox: null, outbox: null, cards: null, reminders: null };
const WELL: Facts = {
  database: { answers: true, takesWrites: true },
  lastTickAgoMs: 5000,
  feishu: {
    identity: null,
    connection: 'connected',
    lastFrameAgoMs: 1000,
    refusal: null,
    refusedCalls: [],
    scopes: null,
  },
  lateMs: NONE_LATE,
};
const refusal: Refusal = {
  code: 99991672,
  api: 'POST /im/v1/messages',
  scopes: ['im:message:send_as_bot'],
  since: Date.UTC(2026, 10, 24, 1),
};
const MISSING = { scope: 'im:message.urgent', need: 'buzz (加急)' };
const feishu = (more: Partial<Facts['feishu']>) => ({ feishu: { ...WELL.feishu, ...more } });
const late = (more: Partial<Facts['lateMs']>) => ({ lateMs: { ...NONE_LATE, ...more } });

describe('readiness', () => {
  test.each<[string, Partial<Facts>, string | undefined]>([
    ['all is well', {}, undefined],
    ['webhook mode has no connection', feishu({ connection: null, lastFrameAgoMs: null }), undefined],
    ['a tick a minute ago', { lastTickAgoMs: 60_000 }, undefined],
    ['a row that is ten minutes late', late({ outbox: 600_000 }), undefined],
    ['no answer', { database: { answers: false, takesWrites: false } }, 'database: does not answer'],
    ['no writes', { database: { answers: true, takesWrites: false } }, 'database: takes no writes'],
    ['before the first tick', { lastTickAgoMs: null }, 'ticks: none yet'],
    ['dead ticks', { lastTickAgoMs: 61_000 }, 'ticks: none for 61 s'],
    ['a deaf connection', feishu({ connection: 'deaf' }), 'feishu: deaf'],
    ['no connection yet', feishu({ connection: 'connecting' }), 'feishu: connecting'],
    ['an unknown bot', feishu({ identity: 'feishu_unavailable' }), 'feishu: feishu_unavailable'],
    [
      'a refused app',
      feishu({ refusal }),
      'feishu: refuses POST /im/v1/messages (99991672); missing scopes: im:message:send_as_bot',
    ],
    [
      'a switched-off app',
      feishu({ refusal: { ...refusal, code: 10014, scopes: [] } }),
      'feishu: refuses POST /im/v1/messages (10014)',
    ],
    ['a scope that only names need', feishu({ refusedCalls: [refusal] }), undefined],
    ['scopes that nothing has needed yet', feishu({ scopes: { missing: [MISSING], at: 0 } }), undefined],
    ['late events', late({ inbox: 601_000 }), 'inbox: the oldest is 601 s late'],
    ['late messages', late({ outbox: 3_600_000 }), 'outbox: the oldest is 3600 s late'],
    ['late cards', late({ cards: 601_000 }), 'cards: the oldest is 601 s late'],
    ['late reminders', late({ reminders: 601_000 }), 'reminders: the oldest is 601 s late'],
  ])('%s', (_, facts, reason) => {
    const readiness = readinessOf({ ...WELL, ...facts });
    expect([readiness.status, readiness.reason]).toEqual([reason === undefined ? 'ready' : 'not ready', reason]);
    const failed = Object.values(readiness.checks).filter(({ ok }) => !ok);
    expect(failed).toHaveLength(reason === undefined ? 0 : 1);
  });

  test('names what is missing, though all is well so far', () => {
    const at = Date.UTC(2026, 10, 24, 2);
    const facts = { ...WELL, ...feishu({ refusedCalls: [refusal], scopes: { missing: [MISSING], at } }) };
    expect(readinessOf(facts).checks.feishu).toEqual({
      ok: true,
      identity: 'known',
      connection: 'connected',
      lastFrameSecondsAgo: 1,
      refusedCalls: [{ ...refusal, since: '2026-11-24T01:00:00.000Z' }],
      missingScopes: [MISSING],
      scopesReadAt: '2026-11-24T02:00:00.000Z',
    });
  });

  test('names the first reason, and tells every fact', () => {
    const facts = {
      ...WELL,
      lastTickAgoMs: 90_000,
      ...feishu({ connection: 'deaf', lastFrameAgoMs: 304_000, refusal }),
    };
    expect(readinessOf({ ...facts, ...late({ cards: 1_200_000 }) })).toEqual({
      status: 'not ready',
      reason: expect.stringContaining('refuses'),
      checks: {
        database: { ok: true, answers: true, takesWrites: true },
        feishu: {
          ok: false,
          identity: 'known',
          connection: 'deaf',
          lastFrameSecondsAgo: 304,
          refusal: { ...refusal, since: '2026-11-24T01:00:00.000Z' },
          missingScopes: 'unknown',
        },
        ticks: { ok: false, lastSecondsAgo: 90 },
        inbox: { ok: true, lateSeconds: null },
        outbox: { ok: true, lateSeconds: null },
        cards: { ok: false, lateSeconds: 1200 },
        reminders: { ok: true, lateSeconds: null },
      },
    });
  });
});
