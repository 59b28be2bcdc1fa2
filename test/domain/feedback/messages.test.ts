import { describe, expect, test } from '@jest/globals';
import type { Command } from '../../../src/domain/feedback/commands';
import { decide } from '../../../src/domain/feedback/decide';
import type { Attachment, Feedback, Source } from '../../../src/domain/feedback/model';
import { at, context, feedback } from './fixtures';

const attachment = (key: string, more: Partial<Attachment> = {}): Attachment => ({
  kind: 'image',
  key,
  name: key,
  messageId: 'om_1',
  keptKey: null,
  lost: false,
  ...more,
});
const source = (messageId: string, text: string, more: Partial<Source> = {}): Source => ({
  messageId,
  form: 'text',
  text,
  sentAt: at('09:00'),
  recalledAt: null,
  attachments: [],
  ...more,
});

function decided(record: Feedback, command: Command, who: 'rep' | 'program' = 'program') {
  const decision = decide(record, command, context(who));
  if (!decision.ok) throw new Error(decision.reason);
  return decision;
}

describe('splitting a draft', () => {
  const draft = feedback('draft', {
    sources: [
      source('om_1', '客户：海风公司。空调漏水'),
      source('om_2', '客户：宏达商贸。什么时候发货', { attachments: [attachment('img_2', { messageId: 'om_2' })] }),
      source('om_3', '订单 SO88'),
    ],
  });

  test('both drafts are filled in anew, and missing attachments are fetched', () => {
    const { next, opens = [] } = decided(draft, { type: 'split', from: 'om_2' }, 'rep');
    expect(next).toMatchObject({ customer: '海风公司', sources: [{ messageId: 'om_1' }] });
    expect(opens).toMatchObject([
      {
        next: { id: 0, version: 1, status: 'draft', customer: '宏达商贸' },
        messageIds: ['om_2', 'om_3'],
        notices: [
          { kind: 'card', wall: 'rep' },
          { kind: 'keep_attachment', messageId: 'om_2', key: 'img_2' },
        ],
      },
    ]);
  });

  test.each([['om_1'], ['om_9'], ['']])('a split from %j is refused', (from) => {
    expect(decide(draft, { type: 'split', from }, context('rep'))).toMatchObject({ reason: 'nothing_to_split' });
  });
});

describe('what happens to a lost attachment', () => {
  const lose = (key: string): Command => ({ type: 'keep_attachment', key, keptKey: null, why: 'refused' });
  const holding = (...attachments: Attachment[]) =>
    feedback('handling', { sources: [source('om_1', '', { attachments })] });

  test.each<[string, Feedback, Command, object[]]>([
    [
      'the group gets the message itself',
      holding(attachment('a')),
      lose('a'),
      [{ name: 'originals' }, { kind: 'forward' }],
    ],
    [
      'the second lost attachment of one message changes nothing more',
      holding(attachment('a', { lost: true }), attachment('b')),
      lose('b'),
      [],
    ],
    [
      'a message with a telephone number is not passed on',
      feedback('handling', { sources: [source('om_1', '电话 13812345678', { attachments: [attachment('a')] })] }),
      lose('a'),
      [],
    ],
    [
      'a kept file: that',
      holding(attachment('f', { kind: 'file' })),
      { type: 'keep_attachment', key: 'f', keptKey: 'ours', why: null },
      [{ kind: 'file', fileKey: 'ours' }],
    ],
    [
      'a recalled message is not passed on',
      feedback('handling', { sources: [source('om_1', '', { recalledAt: 1, attachments: [attachment('a')] })] }),
      lose('a'),
      [],
    ],
  ])('%s', (_what, record, command, notices) => {
    expect(decided(record, command).notices).toMatchObject(notices);
  });
});

describe('an edit', () => {
  const edit = (text: string): Command => ({ type: 'edit', messageId: 'om_1', text, attachments: [], at: at('09:30') });

  test('without a change is refused', () => {
    const record = feedback('handling', { sources: [source('om_1', '漏水')] });
    expect(decide(record, edit('漏水'), context('program'))).toMatchObject({ ok: false, reason: 'nothing_changes' });
  });

  test('of a submitted case keeps every earlier text; of a draft none', () => {
    const once = decided(feedback('handling', { sources: [source('om_1', '一')] }), edit('二')).next;
    const twice = decided(once, edit('三')).next;
    expect(twice.sources[0]).toMatchObject({
      text: '三',
      earlier: [{ text: '一' }, { text: '二', until: at('09:30') }],
    });
    const draft = decided(feedback('draft', { sources: [source('om_1', '一')] }), edit('二')).next;
    expect(draft.sources[0]).toEqual(source('om_1', '二'));
  });
});
