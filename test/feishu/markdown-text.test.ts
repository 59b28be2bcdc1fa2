import { expect, test } from '@jest/globals';
import { readMarkdown } from '../../src/feishu/markdown-text';

test.each<[string, string, string]>([
  ['emphasis', '**粗** ~~删~~ __下__ 2*3*4', '粗 删 下 2*3*4'],
  ['links', '见 [官网](https://x.y) [https://x.y](https://x.y)', '见 官网 (https://x.y) https://x.y'],
  ['tables', '| a | b |\n| :--- | ---: |\n| 1 | **2** |', 'a | b\n1 | 2'],
  ['headings and quotes', '## 标题\n> 引用', '标题\n引用'],
  ['code, word for word', '```js\n**x** | y\n```', '**x** | y'],
  ['mentions', '<at user_id="ou_1">李雷</at>看看', '@李雷看看'],
  ['tags of the platform', '<font color=red>红</font><br>下一行', '红\n下一行'],
  ['what only looks like a tag', '温度 <b 85', '温度 <b 85'],
])('%s', (_what, markdown, text) => expect(readMarkdown(markdown).text).toBe(text));

test('returns the keys of images', () => {
  expect(readMarkdown('前 ![图](img_v3_1) 后')).toEqual({ text: '前  后', images: ['img_v3_1'] });
});

test.each<[string, string]>([
  ['|', 'table'],
  ['**', 'emphasis'],
  ['[', 'link'],
  ['![', 'image'],
  ['<at ', 'mention'],
  ['<font ', 'tag'],
])('a line of nothing but “%s” is read to its end', (mark) => {
  const { text, images } = readMarkdown(`${mark.repeat(20_000)}完`);
  expect(text.endsWith('完')).toBe(true);
  expect(images).toEqual([]);
});
