import { expect, test } from '@jest/globals';
import { mask, maskContact } from '../../cards/kit/mask';
import { textsOf } from '../../cards/texts/texts';
import { standardTemplate } from '../../procedures/templates/standard-template';
import { renderDocument } from '../../src/documents/render-document';
import { type FeedbackDocumentOptions, feedbackDocument } from '../../src/domain/feedback/document';
import type { Source } from '../../src/domain/feedback/model';
import { feedback } from '../domain/feedback/fixtures';
import { paragraphsOf, partsOf } from './docx';
import { at, NAMES } from './sample-records';

const source = (text: string, more: Partial<Source> = {}): Source => ({
  ...{ messageId: 'om_1', form: 'text', text, sentAt: at('2026-11-24'), recalledAt: null, attachments: [] },
  ...more,
});

const attachment = (kind: 'image' | 'file', name: string) => ({
  ...{ kind, key: 'k', name, messageId: 'om_1', keptKey: null, lost: false },
});

const CASE = feedback('closed', {
  ...{ repId: 'ou_li', customer: '海风公司', contact: '13812345678', department: 'quality', claimedBy: 'ou_wang' },
  sources: [
    source('外机漏水，请尽快处理。', { attachments: [attachment('image', ''), attachment('file', '检测.pdf')] }),
    source('发错了', { recalledAt: at('2026-11-24', '11:00') }),
    source('一共两台。'),
  ],
  ...{ instruction: '先查明原因。', instructedBy: 'ou_zhang', instructedAt: at('2026-11-24', '11:30') },
  ...{
    answer: '更换接水盘。',
    cause: '注塑保压不足',
    prevention: '参数上锁',
    answeredBy: 'ou_wang',
    answeredAt: at('2026-11-24', '15:00'),
  },
  ...{
    toldCustomer: '已为您更换接水盘。',
    satisfaction: 'satisfied',
    customerWords: '很快，谢谢',
    closedBy: 'ou_li',
    closedAt: at('2026-11-24', '17:00'),
  },
});

const options = (more: Partial<FeedbackDocumentOptions> = {}): FeedbackDocumentOptions => ({
  ...{ timeZone: 'Asia/Shanghai', locale: 'zh', timeline: [], texts: textsOf('zh-CN'), company: '' },
  categoryOf: () => '产品质量',
  hide: (text) => text,
  hideContact: (text) => text,
  ...{ printedAt: at('2026-11-25'), printedBy: 'ou_li' },
  ...more,
});

const textOf = (given: FeedbackDocumentOptions) => {
  const model = feedbackDocument(CASE, NAMES, given);
  const docx = renderDocument(model, { file: 'standard.docx', bytes: Buffer.from(standardTemplate()) });
  return paragraphsOf(partsOf(docx)['word/document.xml'] ?? '');
};

test('a case is printed as the form 客户信息反馈表, in the words of its cards', () => {
  const text = textOf(options());
  expect(text.slice(0, 2)).toEqual(['客户信息反馈表', '编号：FB-1\t状态：已归档']);
  const after = (label: string) => text[text.indexOf(label) + 1];
  expect(
    ['客户', '联系方式', '反馈渠道', '问题类别', '责任部门', '客户原话', '附件', '批示', '处理意见', '原因分析'].map(
      after,
    ),
  ).toEqual([
    ...['海风公司', '13812345678', '其他', '产品质量', '品质部', '外机漏水，请尽快处理。\n一共两台。'],
    ...['图片\n检测.pdf', '先查明原因。', '更换接水盘。', '注塑保压不足'],
  ]);
  expect(['预防措施', '告知客户的内容', '客户满意度', '客户反应', '归档时间'].map(after)).toEqual([
    ...['参数上锁', '已为您更换接水盘。', '满意', '很快，谢谢', '2026-11-24 17:00'],
  ]);
  const signed = text.slice(text.indexOf('签署') + 5);
  expect(signed).toEqual([
    ...['登记', '提交', '李四', '2026-11-24 09:00', '批示', '先查明原因。', '张总', '2026-11-24 11:30'],
    ...['处理', '提交', '王五', '2026-11-24 15:00', '回复客户并归档', '提交', '李四', '2026-11-24 17:00'],
  ]);
});

test('contact details are hidden from whoever may not see them, wherever they stand', () => {
  const timeline = [{ at: at('2026-11-24'), who: '李四', what: '打 13812345678 没人接' }];
  const text = textOf(options({ timeline, hide: mask, hideContact: maskContact }));
  expect(text.join('\n')).not.toContain('13812345678');
  expect(text.filter((one) => one.includes('138****5678'))).toHaveLength(2);
});

test('the English form uses the English texts', () => {
  const text = textOf(options({ locale: 'en', texts: textsOf('en-US') }));
  expect(text.slice(0, 2)).toEqual(['Customer feedback form', 'Number: FB-1\tState: Closed']);
});
