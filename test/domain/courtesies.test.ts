import { expect, test } from '@jest/globals';
import { courtesyIn } from '../../src/domain/courtesies';

test.each([
  '谢谢',
  '好的',
  '好的，谢谢！',
  '收到',
  '收到啦~',
  '嗯嗯',
  'OK',
  'ok 👌',
  '👍',
  '[OK]',
  '。',
  '您好',
  '在吗？',
  'Thanks!',
  '谢谢您，辛苦了',
  '谢谢老板',
  '知道了',
  '在处理',
])('“%s” is a nod', (text) => expect(courtesyIn(text)).toBe('nod'));

test.each(['？', '?', '？？？', ' ?! '])('“%s” asks for help', (text) => expect(courtesyIn(text)).toBe('question'));

test.each([
  '漏水',
  '好的坏了',
  '谢谢你们的空调又漏水了',
  '行李箱坏了',
  'high',
  '不好',
  '客户说谢谢',
  '对不上账',
  '安装',
  '早该修了',
  '',
])('“%s” says more', (text) => expect(courtesyIn(text)).toBeNull());

test('a long hostile text is read at once', () => {
  const started = performance.now();
  for (const text of ['['.repeat(150_000), '好'.repeat(150_000), '？'.repeat(99)]) courtesyIn(text);
  expect(performance.now() - started).toBeLessThan(200);
});
