import { describe, expect, test } from '@jest/globals';
import { messageCard } from '../../../cards/feedback/messages/message-card';
import { plainLines } from '../../../cards/kit/plain-lines';
import type { Feedback, Status } from '../../../src/domain/feedback/model';
import type { JsonObject } from '../../../src/domain/messaging';
import { HOUR } from '../../../src/domain/time';
import { context, feedback, T0 } from '../samples';
import { COMPLAINT, ZH } from './complaint';

const say = (name: string, record: Feedback, params: JsonObject = {}, ctx = ZH) =>
  plainLines(messageCard({ name, params }, record, ctx));

describe('a message that is sent once', () => {
  test('a reminder tells why it came and what stops it', () => {
    expect(say('reminder', feedback('handling', COMPLAINT), { rung: 'before' })).toEqual({
      title: 'FB-12 临近答复时限',
      lines: [
        '客户：宏达机械',
        '须在 11-24 09:30 前答复客户，现在是“处理中”，由售后部张三跟进。',
        '请提交处理意见。完成后，您不再收到这项提醒。',
      ],
    });
    expect(say('reminder', feedback('assigned', COMPLAINT), { rung: 'unclaimed' }).lines).toEqual([
      '客户：宏达机械',
      '11-23 09:30 分派到售后部，至今无人接单。',
      '点卡片上的“接单”后，这项提醒就不再发送。',
      '答复时限：11-24 09:30',
    ]);
  });

  test('a superior hears who holds the ball', () => {
    expect(say('escalation', feedback('answered', COMPLAINT), { rung: 'overdue' }).lines).toContain(
      '现在是“待回复客户”，由李四跟进。',
    );
  });

  test('the rep hears the answer, without its causes', () => {
    const { title, lines } = say('answered', feedback('answered', { answer: '明天换新机' }));
    expect([title, ...lines]).toEqual([
      'FB-12 已有处理意见',
      '客户：Acme',
      '处理意见：明天换新机',
      '请在 11-24 09:30 前告知客户，并在卡片上归档。',
    ]);
  });

  test('an extension asks for an interim reply until that is given', () => {
    const extension = { reason: '等配件', until: T0 + 48 * HOUR, by: 'ou_worker', at: T0 };
    const lines = (more: object) => say('extended', feedback('handling', { extension, ...more }), {}).lines;
    expect(lines({})).toContain('客户经理仍须先给客户一个阶段性答复，时限 11-24 09:30。');
    expect(lines({ interimAt: T0 }).join()).not.toContain('阶段性答复');
    expect(lines({ interimAt: T0 })).toContain('答复时限：11-25 09:30');
  });

  test.each<[string, JsonObject, string]>([
    ['question', { question: '什么型号？' }, '售后部：什么型号？'],
    ['progress', { text: '配件到了', by: 'ou_worker', department: 'after_sales' }, '售后部张三：配件到了'],
    ['rep_note', { text: '客户电话13812345678' }, '李四：客户电话138****5678'],
    ['info_provided', { info: '打0755-83765678' }, '补充信息：打0755-****5678'],
    ['urged', { by: 'ou_rep' }, '李四请您尽快处理，客户在等答复。'],
    ['withdrawn', { reason: '客户已自行解决' }, '原因：客户已自行解决'],
    ['reopened', { reason: '还是坏的' }, '原因：还是坏的'],
    ['released', { by: 'ou_worker', reason: '出差' }, '张三已退回，请其他同事接单。'],
    ['moved', { by: 'ou_boss', reason: '打13812345678' }, '原因：打138****5678'],
    ['moved_rep', { by: 'ou_boss', department: 'quality' }, '赵总已改派给质量部，新的处理意见会再送到您这里。'],
    ['priority_raised', { by: 'ou_boss' }, '赵总作了调整，请优先处理。'],
    ['undeliverable', { to: 'oc_q', why: 'feishu_target_gone' }, '收件方：质量部'],
  ])('%s', (name, params, line) => {
    expect(say(name, feedback('handling'), params).lines).toContain(line);
  });

  test.each<[Status, string]>([
    ['assigned', '已分派到售后部，等待接单。'],
    ['handling', '售后部张三正在处理。'],
    ['answered', '请将处理结果告知客户，记录客户的反应，然后归档。'],
  ])('the heir of a rep who left reads whose turn it is in %s', (status, line) => {
    const { lines } = say('rep_left', feedback(status), { by: 'ou_rep' });
    expect(lines[2]).toBe(line);
  });

  test('a reminder of a late interim reply names no deadline that has passed', () => {
    const extension = { reason: '等配件', until: T0 + 48 * HOUR, by: 'ou_worker', at: T0 };
    const said = (rung: string) =>
      say('reminder', feedback('handling', { extension }), { rung, duty: 'interim' }).lines[1];
    expect(said('before')).toContain('请在 11-24 09:30 前先给客户一个阶段性答复');
    expect(said('overdue')).toContain('11-24 09:30 前应给客户的阶段性答复还没有登记。请尽快答复客户');
  });

  test('a reminder after the interim reply asks for none', () => {
    const extension = { reason: '等配件', until: T0 + 48 * HOUR, by: 'ou_worker', at: T0 };
    const told = { extension, interimAt: T0 + 3 * HOUR, interimReply: '配件周三到' };
    expect(say('reminder', feedback('handling', told), { rung: 'before' }).lines.join()).not.toContain('仍须');
  });

  test('a message in English', () => {
    const { title, lines } = say('reminder', feedback('handling'), { rung: 'overdue' }, context('en-US'));
    expect([title, ...lines]).toEqual([
      'FB-12 is overdue',
      'Customer: Acme',
      'The customer should have been answered before 11-24 09:30. Now "In progress", with Zhang San (After-sales).',
      'Please send the answer. After that, this reminder no longer comes to you.',
    ]);
  });
});
