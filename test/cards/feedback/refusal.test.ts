import { expect, test } from '@jest/globals';
import { refusalText } from '../../../cards/feedback/messages/refusal';
import type { JsonObject } from '../../../src/domain/messaging';
import { context, T0 } from '../samples';

const ZH = context('zh-CN');
const EN = context('en-US');

test.each<[reason: string, detail: JsonObject, zh: string, en: string]>([
  [
    'no_longer_applies',
    { what: 'claim', by: 'ou_worker', at: T0, status: 'handling' },
    'Zhang San已于 11-23 09:30 接单，现在是“处理中”。',
    'Zhang San claimed it on 11-23 09:30. It is now "In progress".',
  ],
  [
    'no_longer_applies',
    { what: 'remind', by: null, at: T0, status: 'closed' },
    '情况已有变化，现在是“已归档”。',
    'Things have changed. It is now "Closed".',
  ],
  ['not_yours', { who: 'rep' }, '这一步由客户经理（Li Si）操作。', 'This is for the sales rep (Li Si) to do.'],
  [
    'not_yours',
    { who: 'department', department: 'quality' },
    '这一步由Quality群的成员操作。',
    'This is for members of the Quality group to do.',
  ],
  [
    'not_yours',
    { who: 'clerk' },
    '这一步由办公室文员（Wang Wu）操作。',
    'This is for a marketing clerk (Wang Wu) to do.',
  ],
  [
    'not_yours',
    { who: 'admin', names: ['ou_boss'] },
    '这一步由管理员（Zhao Liu）操作。',
    'This is for an admin (Zhao Liu) to do.',
  ],
  [
    'not_noted',
    { who: 'rep', department: 'quality' },
    '您的回复没有记录：这条反馈现在由Quality处理，有情况请告知客户经理（Li Si）。',
    'Your reply was not recorded: the case is with Quality now. Please tell the sales rep (Li Si).',
  ],
  [
    'not_noted',
    { who: 'rep', department: null },
    '您的回复没有记录，有情况请告知客户经理（Li Si）。',
    'Your reply was not recorded. Please tell the sales rep (Li Si).',
  ],
  [
    'urged_recently',
    { nextAt: T0 },
    '刚刚催办过，11-23 09:30 后可再次催办。',
    'A nudge has just been sent. You can send another after 11-23 09:30.',
  ],
  ['until_not_later', { dueAt: T0 }, '延期时间须晚于 11-23 09:30。', 'The new time must be after 11-23 09:30.'],
  [
    'until_too_late',
    {},
    '延期最长一年，请选择近一些的时间。',
    'The new time must lie within a year. Please choose an earlier one.',
  ],
  [
    'department_without_group',
    { department: 'quality' },
    'Quality还没有绑定群，请选择其他部门，或请管理员先绑定。',
    'Quality has no group yet. Choose another one, or ask an admin to bind its group.',
  ],
  [
    'field_faults',
    {
      command: 'transfer',
      faults: [
        { field: 'department', fault: 'missing' },
        { field: 'reason', fault: 'too_long' },
      ],
    },
    '请填写“责任部门”；“转派原因”太长，请精简。',
    '"Department" is missing; "Reason for the transfer" is too long.',
  ],
])('%s %j', (reason, detail, zh, en) => {
  expect(refusalText(reason, detail, ZH, { repId: 'ou_rep' })).toBe(zh);
  expect(refusalText(reason, detail, EN, { repId: 'ou_rep' })).toBe(en);
});

test('every reason has a sentence, an unknown one too', () => {
  for (const ctx of [ZH, EN]) {
    for (const reason of [...Object.keys(ctx.texts.refusals), 'never_heard_of', 'constructor']) {
      expect(refusalText(reason, {}, ctx, null)).toMatch(/\S.*[。.]$/);
      expect(refusalText(reason, {}, ctx, null)).not.toMatch(/undefined|null|（）|\(\)/);
    }
  }
});
