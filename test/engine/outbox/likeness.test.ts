import { describe, expect, test } from '@jest/globals';
import { isSameCard, isSameMessage, traitsOf } from '../../../src/engine/outbox/likeness';

const button = (id: number) => ({
  tag: 'button',
  text: { tag: 'plain_text', content: '接单' },
  behaviors: [{ type: 'callback', value: { cmd: 'feedback.claim', id } }],
});
const text = (content: string) => ({ tag: 'div', text: { tag: 'plain_text', content } });
const card = (id: number, ...lines: string[]) => ({
  schema: '2.0',
  header: { title: { tag: 'plain_text', content: `客户反馈 FB-${id}` } },
  body: { elements: [...lines.map(text), button(id)] },
});

const SENT = card(1, '海风公司', '空调漏水', '还没有人接单');

describe('a message that Feishu lists, beside the message that was sent', () => {
  test.each<[string, object, message: boolean, card: boolean]>([
    ['the same', SENT, true, true],
    [
      'completed and reordered by Feishu',
      { config: { streaming_mode: false }, body: SENT.body, header: SENT.header },
      true,
      true,
    ],
    ['wrapped by Feishu', { user_dsl: JSON.stringify(SENT) }, true, true],
    [
      'without its structure',
      {
        title: '客户反馈 FB-1',
        elements: [[{ tag: 'text', text: '海风公司\n空调漏水' }], [{ tag: 'text', text: '还没有人接单' }]],
      },
      true,
      true,
    ],
    ['tapped meanwhile', card(1, '海风公司', '空调漏水', '李娜处理中'), false, true],
    ['of another case, with the same words', card(2, '海风公司', '空调漏水', '还没有人接单'), false, false],
    ['about the same case, with other words', card(1, '客户补充', '请周末上门'), false, false],
    [
      'as the advice to upgrade',
      { title: null, elements: [[{ tag: 'text', text: '请升级至最新版本客户端，以查看内容' }]] },
      false,
      false,
    ],
    ['with nothing but its title', { title: '客户反馈 FB-1', elements: [] }, false, false],
    ['without any content', {}, false, false],
  ])('%s', (_what, found, message, asCard) => {
    const [sent, there] = [traitsOf(SENT), traitsOf(found as never)];
    expect([isSameMessage(sent, there), isSameCard(sent, there)]).toEqual([message, asCard]);
  });

  test('a file is known by its name or its key', () => {
    const sent = traitsOf([{ file_key: 'file_1' }, { file_key: 'file_1', file_name: '11月.xlsx' }]);
    expect(isSameMessage(sent, traitsOf({ file_key: 'file_9', file_name: '11月.xlsx' }))).toBe(true);
    expect(isSameMessage(sent, traitsOf({ file_key: 'file_1' }))).toBe(true);
    expect(isSameMessage(sent, traitsOf({ file_key: 'file_2', file_name: '12月.xlsx' }))).toBe(false);
  });
});
