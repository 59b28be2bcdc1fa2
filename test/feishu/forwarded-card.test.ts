import { expect, test } from '@jest/globals';
import { readContent } from '../../src/feishu/message-content';

const NOBODY = new Map() as never;
const read = (form: string, content: object) => readContent(form, JSON.stringify(content), NOBODY);
const text = (words: string) => ({ tag: 'text', text: words });

test.each([
  ['beside a picture', [[{ tag: 'img', image_key: 'img_x' }, text('请升级至最新版本客户端，以查看内容'), text('')]]],
  ['by itself', [[text('Please upgrade to the latest version of the client')]]],
])('the advice to upgrade, %s, is never taken for the customer’s words', (_what, elements) => {
  const { text: words, attachments, raw } = read('interactive', { title: null, elements });
  expect([words, attachments]).toEqual(['', []]);
  expect(raw).toContain('elements');
});

test('a customer who writes about an upgrade is read', () => {
  const elements = [[text('客户说：请升级至最新版本客户端'), text('按钮点不动')]];
  expect(read('interactive', { title: '工单', elements }).text).toContain('按钮点不动');
});

test('the pictures of a forwarded card are attachments, wherever they stand, each once', () => {
  const elements = [
    [text('现场如下'), { tag: 'img', image_key: 'img_1' }],
    {
      tag: 'column_set',
      columns: [
        {
          elements: [
            { tag: 'img', img_key: 'img_2' },
            { tag: 'img', image_key: 'img_1' },
          ],
        },
      ],
    },
  ];
  const { text: words, attachments } = read('interactive', { title: '客户工单', elements });
  expect(words).toBe('客户工单\n现场如下');
  expect(attachments.map(({ kind, key }) => [kind, key])).toEqual([
    ['image', 'img_1'],
    ['image', 'img_2'],
  ]);
});

test('a card as its author wrote it is read as well: its markdown, its combined pictures, its own language', () => {
  const card = {
    schema: '2.0',
    header: { title: { tag: 'plain_text', content: '客户工单' } },
    body: {
      elements: [
        { tag: 'markdown', content: '**阀门**漏水\n![现场](img_1)' },
        {
          tag: 'div',
          text: { tag: 'lark_md', content: '订单 [88](https://a.example/88)' },
          extra: { tag: 'img', img_key: 'img_2' },
        },
        {
          tag: 'collapsible_panel',
          elements: [{ tag: 'img_combination', img_list: [{ img_key: 'img_3' }, { img_key: 'img_1' }] }],
        },
      ],
    },
  };
  const { text: words, attachments } = read('interactive', card);
  expect(words).toBe('客户工单\n阀门漏水\n订单 88 (https://a.example/88)');
  expect(attachments.map(({ key }) => key).sort()).toEqual(['img_1', 'img_2', 'img_3']);
  const older = { i18n_elements: { zh_cn: [{ tag: 'div', text: { tag: 'plain_text', content: '少发两件' } }] } };
  expect(read('interactive', older).text).toBe('少发两件');
});

test('entities are read once, and only in a text that is marked so', () => {
  const typed = '压力 1 &lt; 2，A&amp;amp;B&nbsp;公司';
  const post = (marked: object) => read('post', { content: [[{ tag: 'text', text: typed, ...marked }]] }).text;
  expect(post({ un_escape: true })).toBe('压力 1 < 2，A&amp;B 公司');
  expect(post({})).toBe(typed);
  const numbered = { tag: 'text', text: '&#39;A&#x27;&#0;&#xd800;&copy;', un_escape: true };
  expect(read('post', { content: [[numbered]] }).text).toBe("'A'\uFFFD\uFFFD©");
  const link = { tag: 'a', text: 'A&amp;B', href: 'https://a.example', un_escape: true };
  expect(read('post', { content: [[link]] }).text).toBe('A&B (https://a.example)');
});

test.each([
  ['numbers', '&#39;y&#39; &#x27;z&#X27; &#8230;', "'y' 'z' …"],
  ['names', '&copy; 2026 &hellip; &ldquo;好&rdquo; &plusmn;5&deg; &yen;3&times;2', '© 2026 … “好” ±5° ¥3×2'],
  ['what is read once', '&amp;#39; &amp;hellip;', '&#39; &hellip;'],
  ['what is no entity', 'A&B &bogus; &lt 5 &#;', 'A&B &bogus; &lt 5 &#;'],
  ['half a character', 'a&#xd83d;b', 'a\ufffdb'],
])('entities: %s', (_what, typed, shown) => {
  expect(read('post', { content: [[{ tag: 'text', text: typed, un_escape: true }]] }).text).toBe(shown);
});

test('the words of a link are read as other words; its address stays', () => {
  const link = (node: object) => read('post', { content: [[{ tag: 'a', un_escape: true, ...node }]] }).text;
  expect(link({ text: 'A&amp;B &#39;x&#39;', href: 'http://x/?a=1&amp;b=2' })).toBe("A&B 'x' (http://x/?a=1&amp;b=2)");
  expect(link({ text: 'http://x/?a&amp;b', href: 'http://x/?a&amp;b' })).toBe('http://x/?a&b');
  expect(link({ text: 'A&amp;B', href: 'http://x', un_escape: false })).toBe('A&amp;B (http://x)');
});
