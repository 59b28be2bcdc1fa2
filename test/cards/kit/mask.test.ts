import { expect, test } from '@jest/globals';
import { mask, maskContact } from '../../../cards/kit/mask';

test.each([
  ['13812341234', '138****1234'],
  ['请打138 1234 5678找我', '请打138 **** 5678找我'],
  ['138-1234-5678', '138-****-5678'],
  ['+86 13812345678', '+86 138****5678'],
  ['86-13812345678', '86-138****5678'],
  ['电话:13812345678,转王工', '电话:138****5678,转王工'],
  ['Tel13812345678 / wx13912345678', 'Tel138****5678 / wx139****5678'],
  ['138\u200B1234\u200B5678', '138****5678'],
  ['13812345678、13987654321', '138****5678、139****4321'],
  ['0755-83765678', '0755-****5678'],
  ['010 6552 9988', '010 **** 9988'],
  ['（021）61234567转801', '（021）****4567转801'],
  ['075583765678', '0755****5678'],
  ['0513-8376567', '0513-***6567'],
  ['+1 415 555 2671', '+1 *** *** 2671'],
  ['电话：83765678', '电话：****5678'],
  ['li.ming+work@mail.example.com', 'l***@mail.example.com'],
  ['邮箱a@x.com，请查收', '邮箱a***@x.com，请查收'],
  ['手机１３８００００９８７６', '手机１３８****９８７６'],
  ['138０００01234', '138****1234'],
  ['138\u20130000\u20131234', '138\u2013****\u20131234'],
  ['138 - 0000 - 1234', '138 - **** - 1234'],
  ['请打 +86-571-87654321', '请打 +86-571-****4321'],
  ['+86 10 6552 9988', '+86 10 **** 9988'],
  ['座机 0571\u201487651234', '座机 0571\u2014****1234'],
  ['call +44 (0)20 7946 0958', 'call +44 (*)** **** 0958'],
  ['0044 20 7946 0958', '0044 ** **** 0958'],
  ['电话 415-555-2671', '电话 ***-***-2671'],
  ['身份证号：33010619900307123X', '身份证号：330***********123X'],
  ['证件 110101199003071233', '证件 110***********1233'],
  ['身份证130503670401001', '身份证130********1001'],
  ['卡号 6222 0212 3456 7890', '卡号 6222 **** **** 7890'],
  ['打到4111111111111111', '打到4111********1111'],
  ['QQ 123456789', 'QQ 1***'],
  ['qq：123456789', 'qq：1***'],
  ['加我V: zhang_8888', '加我V: z***'],
  ['薇信号zhang8888', '薇信号z***'],
  ['phone no 83765678', 'phone no ****5678'],
])('%s is shown as %s', (typed, shown) => {
  expect(mask(typed)).toBe(shown);
});

test.each([
  ['a short order number', '订单 123456'],
  ['a local number that nobody calls one', '批号 83765678'],
  ['a long order number', '订单号 20261123000123456'],
  ['one that holds a mobile number', '单号 4413812345678901'],
  ['one with letters before it', 'SO13812345678'],
  ['a date and a time', '2026-11-23 09:30'],
  ['an order number of the length of a mobile number', '订单号：15912345678 少发两件'],
  ['one after full-width words', '订单编号＃15912345678'],
  ['a contract', '合同 13812345678'],
  ['a part number with a dash', 'SN-13812345678'],
  ['a serial number', '序列号4111111111111111'],
  ['a number of the length of a card without its check digit', '4111111111111112'],
  ['a number of the length of an identity card without its check digit', '110101199003071234'],
  ['a word after WeChat', 'by wechat yesterday'],
  ['a price', '合计 13800.00 元'],
  ['a mention', '@张三 请看'],
])('%s stays readable', (_what, typed) => {
  expect(mask(typed)).toBe(typed);
});

/** Texts that a person could send to stop the bot; each is read in time that grows with its length. */
const HOSTILE: [string, (length: number) => string][] = [
  ['blanks after a word', (n) => `电话${' '.repeat(n)}`],
  ['blanks and colons', (n) => '电话 : '.repeat(n / 5)],
  ['one long word', (n) => 'a'.repeat(n)],
  ['a long host', (n) => `x@${'a-'.repeat(n / 2)}`],
  ['many @', (n) => 'a@'.repeat(n / 2)],
  ['a host of many labels', (n) => `x@${'a.'.repeat(n / 2)}`],
  ['digits', (n) => '1'.repeat(n)],
  ['parted digits', (n) => '1 '.repeat(n / 2)],
  ['mobile numbers', (n) => '13812345678 '.repeat(n / 12)],
  ['words without accounts', (n) => '微信: '.repeat(n / 4)],
  ['brackets', (n) => '+(0'.repeat(n / 3)],
];

test.each(HOSTILE)('%s take no longer than reading them', (_what, text) => {
  const msOf = (length: number) => {
    const long = text(length);
    return Math.min(
      ...Array.from({ length: 3 }, () => {
        const startedAt = performance.now();
        mask(long);
        maskContact(long);
        return performance.now() - startedAt;
      }),
    );
  };
  msOf(8_000);
  // Four times the text: a quadratic pattern takes sixteen times as long, and these took minutes.
  expect(msOf(120_000)).toBeLessThan(Math.max(10 * msOf(30_000), 300));
});
