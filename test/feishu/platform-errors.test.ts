import { describe, expect, test } from '@jest/globals';
import type { ErrorCode } from '../../src/domain/errors';
import { type Api, classifyFeishuError } from '../../src/feishu/platform-errors';

const classify = (api: Api, status: number, body: unknown, headers = {}) =>
  classifyFeishuError(api, status, body, headers);

describe('a refusal of the platform', () => {
  test.each<[Api, number, ErrorCode]>([
    ['token', 10003, 'feishu_bad_credentials'],
    ['token', 10014, 'feishu_bad_credentials'],
    ['token', 10015, 'feishu_bad_credentials'],
    ['token', 10099, 'feishu_bad_credentials'],
    ['token', 99991400, 'feishu_rate_limited'],
    ['message.send', 99991400, 'feishu_rate_limited'],
    ['message.send', 230020, 'feishu_target_busy'],
    ['message.send', 11232, 'feishu_rate_limited'],
    ['message.send', 99991403, 'feishu_quota_used_up'],
    ['message.send', 99991663, 'feishu_unavailable'],
    ['message.send', 2200, 'feishu_unavailable'],
    ['message.send', 230049, 'feishu_unavailable'],
    ['message.send', 230002, 'feishu_group_lost'],
    ['message.send', 230013, 'feishu_unreachable_now'],
    ['message.send', 232009, 'feishu_group_lost'],
    ['message.send', 99992351, 'feishu_target_gone'],
    ['message.send', 99992361, 'feishu_target_gone'],
    ['message.send', 230018, 'feishu_unreachable_now'],
    ['message.send', 230006, 'feishu_app_refused'],
    ['message.send', 99991401, 'feishu_app_refused'],
    ['message.send', 230022, 'feishu_content_refused'],
    ['message.send', 230028, 'feishu_content_refused'],
    ['message.send', 230025, 'feishu_content_refused'],
    ['message.patch', 230025, 'feishu_card_rejected'],
    ['message.send', 230099, 'feishu_card_rejected'],
    ['message.patch', 230031, 'feishu_card_too_old'],
    ['message.patch', 230110, 'feishu_message_gone'],
    ['message.reply', 230011, 'feishu_message_gone'],
    ['message.reply', 230019, 'feishu_message_gone'],
    ['message.reply', 230050, 'feishu_message_gone'],
    ['message.reply', 230111, 'feishu_message_gone'],
    ['message.reply', 230071, 'feishu_message_gone'],
    ['message.send', 230071, 'feishu_unknown'],
    ['message.send', 230001, 'feishu_unknown'],
    ['message.send', 777, 'feishu_unknown'],
    ['message.buzz', 230023, 'feishu_buzz_refused'],
    ['message.buzz', 230024, 'feishu_buzz_refused'],
    ['message.buzz', 99991672, 'feishu_buzz_refused'],
    ['message.buzz', 230001, 'feishu_buzz_refused'],
    ['message.buzz', 777, 'feishu_buzz_refused'],
    ['message.buzz', 230110, 'feishu_message_gone'],
    ['message.buzz', 99991400, 'feishu_rate_limited'],
    ['resource.get', 234003, 'feishu_content_refused'],
    ['resource.get', 234004, 'feishu_not_allowed'],
    ['resource.get', 234037, 'feishu_too_large'],
    ['resource.get', 234043, 'feishu_content_refused'],
    ['resource.get', 234001, 'feishu_content_refused'],
    ['file.upload', 234006, 'feishu_too_large'],
    ['message.send', 99991662, 'feishu_app_refused'],
    ['message.send', 99991665, 'feishu_app_refused'],
    ['message.send', 99991672, 'feishu_app_refused'],
    ['message.send', 99991673, 'feishu_app_refused'],
    ['message.send', 99991676, 'feishu_app_refused'],
    ['message.send', 10005, 'feishu_app_refused'],
    ['message.send', 20009, 'feishu_app_refused'],
    ['message.send', 42008, 'feishu_app_refused'],
    ['message.send', 232004, 'feishu_app_refused'],
    ['message.send', 232025, 'feishu_app_refused'],
    ['message.send', 232034, 'feishu_app_refused'],
    ['message.patch', 99991672, 'feishu_app_refused'],
    ['image.upload', 234007, 'feishu_app_refused'],
    ['image.upload', 99991672, 'feishu_app_refused'],
    ['user.get', 99991401, 'feishu_app_refused'],
    ['message.get', 99991672, 'feishu_not_allowed'],
    ['department.get', 99991672, 'feishu_not_allowed'],
    ['message.buzz', 99991401, 'feishu_app_refused'],
    ['message.send', 230029, 'feishu_person_left'],
    ['message.send', 230035, 'feishu_unreachable_now'],
    ['message.send', 230053, 'feishu_unreachable_now'],
    ['message.buzz', 230018, 'feishu_buzz_refused'],
    ['user.get', 40004, 'feishu_unreachable_now'],
    ['user.get', 40014, 'feishu_unreachable_now'],
    ['department.get', 43010, 'feishu_not_allowed'],
    ['department.list', 43010, 'feishu_not_allowed'],
    ['department.get', 40003, 'feishu_unavailable'],
    ['department.get', 40015, 'feishu_target_gone'],
    ['department.get', 99992357, 'feishu_target_gone'],
    ['department.get', 99992358, 'feishu_target_gone'],
    ['message.send', 99992352, 'feishu_target_gone'],
    ['message.send', 99992353, 'feishu_target_gone'],
    ['message.send', 99992359, 'feishu_target_gone'],
    ['message.send', 99992360, 'feishu_target_gone'],
    ['message.send', 99992363, 'feishu_target_gone'],
    ['message.send', 99992364, 'feishu_target_gone'],
    ['message.send', 230034, 'feishu_target_gone'],
    ['message.send', 99992355, 'feishu_group_lost'],
    ['message.send', 99992356, 'feishu_group_lost'],
    ['message.send', 232011, 'feishu_group_lost'],
    ['message.reply', 99992354, 'feishu_message_gone'],
    ['message.patch', 99992354, 'feishu_message_gone'],
    ['message.patch', 230011, 'feishu_message_gone'],
    ['chat.get', 232096, 'feishu_unavailable'],
    ['file.upload', 234002, 'feishu_unavailable'],
    ['file.upload', 234019, 'feishu_unavailable'],
    ['resource.get', 234009, 'feishu_not_allowed'],
    ['user.get', 41050, 'feishu_not_allowed'],
    ['user.get', 99991672, 'feishu_not_allowed'],
  ])('of %s with code %i is %s', (api, code, expected) => {
    expect(classify(api, 400, { code, msg: 'x' }).code).toBe(expected);
  });

  test.each<[number, unknown, ErrorCode]>([
    [429, { code: 1, msg: 'x' }, 'feishu_rate_limited'],
    [429, null, 'feishu_rate_limited'],
    [500, { code: 1, msg: 'x' }, 'feishu_unavailable'],
    [502, null, 'feishu_unavailable'],
    [200, null, 'feishu_unavailable'],
    [200, {}, 'feishu_unavailable'],
    [302, null, 'feishu_unavailable'],
    [200, { code: 230002 }, 'feishu_group_lost'],
    [500, { code: 230002 }, 'feishu_group_lost'],
  ])('by HTTP %i and %j is %s', (status, body, expected) => {
    expect(classify('message.send', status, body).code).toBe(expected);
  });

  test.each([
    [{ code: 99991400 }, { 'x-ogw-ratelimit-reset': '7' }, 7000],
    [{ code: 230020 }, { 'x-ogw-ratelimit-reset': '0' }, 1000],
    [{ code: 230020 }, {}, 1000],
    [{ code: 11232 }, {}, 120_000],
    [{ code: 99991400 }, {}, null],
    [{ code: 99991400 }, { 'x-ogw-ratelimit-reset': 'soon' }, null],
  ])('%j with %j waits %s ms', (body, headers, expected) => {
    expect(classify('message.send', 429, body, headers).retryAfterMs).toBe(expected);
  });

  test('of a missing scope names it, also if Feishu does not', () => {
    const named = { code: 99991672, msg: 'need one of [im:message, im:message:send_as_bot]' };
    expect(classify('message.send', 400, named)).toMatchObject({
      scopes: ['im:message', 'im:message:send_as_bot'],
      refused: { api: 'message.send', code: 99991672 },
    });
    expect(classify('user.get', 400, { code: 99991672, msg: 'x' }).scopes).toContain('contact:user.base:readonly');
    expect(classify('message.send', 400, { code: 99991401, msg: 'x' }).scopes).toEqual([]);
  });

  test('of a card under a tap passes in a second; of a bad card it is final', () => {
    const locked = { code: 230099, msg: 'Failed, ext=ErrCode: 11310; ErrMsg: card action is lock;' };
    expect(classify('message.patch', 400, locked)).toMatchObject({ code: 'feishu_unavailable', retryAfterMs: 1000 });
    const tooMany = { code: 230099, msg: 'Failed, ext=ErrCode: 11310; ErrMsg: element exceeds the limit;' };
    expect(classify('message.patch', 400, tooMany).code).toBe('feishu_card_rejected');
  });

  test('is described in numbers, never in the refused text', () => {
    const secret = 'the customer 13800000000 said';
    const headers = { 'x-tt-logid': '2026' };
    const text = (body: object) => classify('message.send', 400, body, headers).message;
    expect(text({ code: 230022, msg: secret })).toBe('Feishu refused message.send: HTTP 400, code 230022, log id 2026');
    expect(text({ code: 230099, msg: `ErrCode: 100290; ${secret}` })).toContain('ErrCode: 100290');
    expect(text({ code: 230099, msg: `ErrCode: 100290; ${secret}` })).not.toContain('customer');
    expect(text({ code: 99991672, msg: 'need one of [im:message.urgent, im:message]' })).toContain('im:message.urgent');
  });
});
