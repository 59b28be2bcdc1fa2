import { describe, expect, test } from '@jest/globals';
import { AppError, type ErrorCode } from '../../../src/domain/errors';
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/domain/time';
import { afterFailure, type Failed } from '../../../src/engine/queue/retry';

const NOW = 1_000 * DAY;
const FACTS: Failed = { attempts: 1, puzzled: 0, unreachableSince: null, refusedSince: null };
const refusal = (code: ErrorCode, more = {}) => new AppError(code, 'refused', more);
const busy = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
const lost = Object.assign(new Error('x'), { name: 'QueryFailedError', code: 'ECONNREFUSED' });
const drawing = new TypeError('not a card');
const scoped = (api: string) => ({ scopes: ['im:message'], refused: { api, code: 99991672 } });

const following = (error: unknown, facts: Partial<Failed> = {}) =>
  afterFailure(error, { ...FACTS, ...facts }, NOW, 0.5);

describe('after a failure', () => {
  test.each<ErrorCode>([
    'feishu_target_gone',
    'feishu_person_left',
    'feishu_group_lost',
    'feishu_message_gone',
    'feishu_card_too_old',
    'feishu_not_allowed',
    'feishu_content_refused',
    'feishu_too_large',
    'feishu_card_rejected',
  ])('%s is final', (code) => {
    expect(following(refusal(code))).toEqual({ what: 'final' });
  });

  test.each<[ErrorCode, 'all' | 'target' | null, number]>([
    ['feishu_rate_limited', 'all', SECOND],
    ['feishu_target_busy', 'target', SECOND],
    ['feishu_unavailable', null, SECOND],
    ['feishu_quota_used_up', null, HOUR],
    ['stale_record', null, SECOND],
  ])('%s pauses %s and waits %i ms, however often it comes', (code, pause, waits) => {
    expect(following(refusal(code))).toMatchObject({ what: 'retry', pause, at: NOW + waits });
    expect(following(refusal(code), { attempts: 1000, puzzled: 5 })).toMatchObject({
      what: 'retry',
      pause,
      puzzled: 5,
    });
  });

  test.each([
    [0, 2 * SECOND],
    [MINUTE, 30 * SECOND],
    [DAY, 10 * MINUTE],
    [30 * DAY, 10 * MINUTE],
  ])('a refusal of the whole app for %i ms pauses everything for %i ms', (refusedFor, waits) => {
    const facts = { refusedSince: NOW - refusedFor, attempts: 5000 };
    const expected = { what: 'retry', pause: 'all', at: NOW + waits, puzzled: 0 };
    expect(following(refusal('feishu_app_refused'), facts)).toMatchObject(expected);
    expect(following(refusal('feishu_bad_credentials'), facts)).toMatchObject(expected);
  });

  test('a scope that only uploads or patches need pauses nobody else', () => {
    expect(following(refusal('feishu_app_refused', scoped('message.send')))).toMatchObject({ pause: 'all' });
    for (const api of ['image.upload', 'message.patch']) {
      const next = following(refusal('feishu_app_refused', scoped(api)), { attempts: 500 });
      expect(next).toMatchObject({ what: 'retry', pause: null, at: NOW + 10 * MINUTE });
    }
  });

  test('a recipient that cannot be reached now is tried hourly for a day', () => {
    const error = refusal('feishu_unreachable_now');
    const first = { what: 'retry', pause: 'target', at: NOW + HOUR, unreachableSince: NOW };
    expect(following(error)).toMatchObject(first);
    expect(following(error, { unreachableSince: NOW - DAY + 1, attempts: 900 })).toMatchObject({ what: 'retry' });
    expect(following(error, { unreachableSince: NOW - DAY })).toEqual({ what: 'final' });
    // Another answer ends the span.
    expect(following(refusal('feishu_unavailable'), { unreachableSince: NOW - HOUR })).toMatchObject({
      unreachableSince: null,
    });
  });

  test('the sixth answer that nobody understands is final; faults of the database never are', () => {
    for (const error of [refusal('feishu_unknown'), drawing]) {
      expect(following(error, { puzzled: 4, attempts: 500 })).toMatchObject({ what: 'retry', puzzled: 5 });
      expect(following(error, { puzzled: 5 })).toEqual({ what: 'final' });
    }
    for (const error of [busy, lost, refusal('database_unreachable')]) {
      expect(following(error, { puzzled: 5, attempts: 500 })).toMatchObject({ what: 'retry', puzzled: 5 });
    }
  });
});
