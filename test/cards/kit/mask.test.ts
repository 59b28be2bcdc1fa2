import { expect, test } from '@jest/globals';
import { mask, maskContact } from '../../../cards/kit/mask';
import { clean } from '../../../cards/kit/plain-text';

test.each([
  ['13812341234', '138****1234'],
  ['请打138 1234 5678找我', '请打138 **** 5678找我'],
  ['138-1234-5678', '138-****-5678'],
  ['+86 13812345678', '+86 138****5678'],
  ['86-13812345678', '86-138****5678'],
  ['电话:13812345678,转王工', '电话:138****5678,转王工'],
  ['Tel13812345678 / wx13912345678', 'Tel138****5678 / wx139****5678'],
  ['138\u200B1234\u200B5678', '138****5678'],
  ['138\u00AD1234\u034F5678', '138\u00AD****5678'],
  ['1\uFE0F\u20E33\uFE0F\u20E38\uFE0F\u20E312345678', '1\uFE0F\u20E33\uFE0F\u20E38\uFE0F\u20E3****5678'],
  ['①13812345678 (139)12345678', '①138****5678 (139)****5678'],
  ['⑴⑶⑻12345678', '⑴⑶⑻****5678'],
  ['١٣٨١٢٣٤٥٦٧٨', '١٣٨****٥٦٧٨'],
  ['电\u200D话2\u180E6001234', '电\u200D话****1234'],
  ['微\u2060信：zhang\u00ADsan', '微信：z***'],
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
  ['138 123 45678', '138 *** *5678'],
  ['1. 1381 2345 678', '1. 138* ***5 678'],
  ['138_1234_5678 138,1234,5678 138~1234~5678', '138_****_5678 138,****,5678 138~****~5678'],
  ['138\n1234\n5678', '138\n****\n5678'],
  ['1 3 8 1 2 3 4 5 6 7 8', '1 3 8 * * * * 5 6 7 8'],
  ['手机：138 12 34 56 78', '手机：138 ** ** 56 78'],
  ['身份证号码为 1101 0119 9003 0712 34', '身份证号码为 110* **** **** **12 34'],
  ['身份证：110101 19900307 123x', '身份证：110*** ******** 123x'],
  ['身份证（正面）：110101199003071234', '身份证（正面）：110***********1234'],
  ['银行账号：6222 0210 0012 3456 782', '银行账号：6222 **** **** ***6 782'],
  ['工行卡 622202 1000123456782', '工行卡 6222** *********6782'],
  ['护照 E12345678，通行证号：C12345678', '护照 E****5678，通行证号：C****5678'],
  ['(415) 555-2671', '(415) ***-2671'],
  ['1-415-555-2671', '1-***-***-2671'],
  ['852-91234567，(853) 6612 3456', '852-****4567，(853) **** 3456'],
  ['0912-345-678', '0912-**5-678'],
  ['(02) 2345-6789', '(02) ****-6789'],
  ['打26001234找我，固话 26005678', '打****1234找我，固话 ****5678'],
  ['0755-26001234/26005678', '0755-****1234/****5678'],
  ['电话 26001234 或 26005678', '电话 ****1234 或 ****5678'],
  ['m13812345678 hp13912345678', 'm138****5678 hp139****5678'],
  ['Contact13812345678 Mr13912345678', 'Contact138****5678 Mr139****5678'],
  ['A13812345678 Wang13912345678', 'A138****5678 Wang139****5678'],
  ['客户号码：13812345678', '客户号码：138****5678'],
  ['名单：13812345678，Mobile No. 13912345678', '名单：138****5678，Mobile No. 139****5678'],
  ['订单号 4500123456，13812345678 王先生', '订单号 4500123456，138****5678 王先生'],
  ['加V：zhangsan，V：lisi88', '加V：z***，V：l***'],
  ['WeChat ID: zhangsan, wechat id is lisi88', 'WeChat ID: z***, wechat id is l***'],
  ['微信（zhangsan88）微信账号lisi88 微信叫wangwu', '微信（z***）微信账号l*** 微信叫w***'],
  ['微信 id：zhangsan88\n微信\nlisi88', '微信 id：z***\n微信\nl***'],
  ['QQ群 123456789，Q号123456789', 'QQ群 1***，Q号1***'],
  ['QQ：123 456 789', 'QQ：1***'],
  ['138.123.45678 138/123/45678', '138.***.*5678 138/***/*5678'],
  ['13812345678圆通快递，13912345678元旦前联系', '138****5678圆通快递，139****5678元旦前联系'],
  ['886-912-345-678', '886-***-**5-678'],
  ['加微信 zhangsan，wechat account: lisi', '加微信 z***，wechat account: lisi'],
  ['张三@example.com', '张***@example.com'],
  ['zhang @ example.com', 'z*** @ example.com'],
  ['zhang@公司.cn zhang(at)example.com', 'z***@公司.cn z***(at)example.com'],
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
  ['one after a general word', '订单号码：15912345678，发票号码：15912345678'],
  ['the second of a list', '订单号15912345678、15912345679'],
  ['one joined by a word', '订单号 15912345678 和 15912345679'],
  ['the next of the same length', '订单：15912345678，15912345679'],
  ['one in brackets', '订单号【15912345678】'],
  ['one in quotes', '订单号"15912345678"'],
  ['one after a long dash', '订单号——15912345678'],
  ['the end of a code', '合同号 HT-2026-15912345678'],
  ['a stock keeping unit', 'SKU 15912345678'],
  ['a part number', 'P/N: 159-1234-5678，PN 15912345678'],
  ['a lot', 'Lot 15912345678'],
  ['material', '物料编码：15912345678，物料 15912345678'],
  ['a part and a drawing', '零件 15912345678，图纸：15912345678'],
  ['a device and a member', '设备号 15912345678，会员号 15912345678'],
  ['a delivery note', '出库单 15912345678，送货单：15912345678'],
  ['an English order', 'Order ID 15912345678, ref. 15912345678'],
  ['a parcel', 'tracking number 15912345678'],
  ['a sum of money', '13812345678元，¥13812345678，13812345678.00'],
  ['money of other countries', 'RMB 13812345678，13812345678.5日元'],
  ['a quantity', '数量：13812345678，13812345678 件'],
  ['an American date', 'call 11-23-2026'],
  ['measures', '温度 +25 ～ +1200000'],
  ['sizes', '1800 1200 750'],
  ['thousands', '13 912 345 678'],
  ['how often it happened', '来电 1234567 次'],
  ['a date after a telephone word', '来电 20261123，致电：2026-11-23 10:00，传真 23/11/2026'],
  ['a date after an account word', '微信 2026-11-23，QQ：20261123'],
  ['English after WeChat', 'wechat: hello. QQ: urgent please'],
  ['a file of WeChat', '微信图片_20261123093015.jpg'],
  ['a model after letters like WeChat', 'VX3000 泵，WX12345 型'],
  ['standards', 'GB/T 13912-2020，ISO 9001:2015'],
  ['an address of the net', '139.196.123.45'],
  ['a name after a greeting', 'hi @li.ming'],
])('%s stays readable', (_what, typed) => {
  expect(mask(typed)).toBe(typed);
});

test('in the field of contact details any word may be an account', () => {
  expect(maskContact('王先生 zhangsan，ｌｉｓｉ８８ wang\u00ADwu 138-1234-5678')).toBe(
    '王先生 z***，ｌ*** w*** 138-****-5678',
  );
});

test('digits are hidden whatever invisible character stands between them, and nothing else changes', () => {
  const invisible = [...'\u00AD\u034F\u115F\u180E\u200C\u200D\u2800\u3164\uFE0F\uFFA0', '\u{E0020}', '\uFE0F\u20E3'];
  for (const mark of invisible) {
    const typed = [...'电话13812345678'].join(mark);
    expect([mark, [...mask(typed)].filter((shown) => /[\d*]/.test(shown)).join('')]).toEqual([mark, '138****5678']);
    expect(mask(`a${mark}b`)).toBe(clean(`a${mark}b`));
  }
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
  ['a list of numbers', (n) => '13812345678、'.repeat(n / 12)],
  ['codes', (n) => 'HT-2026-13812345678/'.repeat(n / 20)],
  ['remarks between name and number', (n) => '电话(a)(a)13812345678'.repeat(n / 19)],
  ['words for an account', (n) => '微信 号 号 号 号 '.repeat(n / 11)],
  ['digits of accounts', (n) => `QQ ${'1 '.repeat(n / 2)}`],
  ['Chinese before many @', (n) => '张@ '.repeat(n / 3)],
  ['invisible characters', (n) => '1\u200D'.repeat(n / 2)],
  ['keycaps', (n) => '1\uFE0F\u20E3'.repeat(n / 3)],
  ['numbers in small parts', (n) => '138 12 34 56 78 '.repeat(n / 16)],
];

test.each(HOSTILE)('%s take no longer than reading them', (_what, text) => {
  const msOf = (length: number) => {
    const long = text(length);
    return Math.min(
      ...Array.from({ length: 3 }, () => {
        const before = process.cpuUsage();
        mask(long);
        maskContact(long);
        // Of the processor: other programs of the machine do not count.
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      }),
    );
  };
  msOf(8_000);
  // Four times the text: a quadratic pattern takes sixteen times as long, and these took minutes.
  expect(msOf(120_000)).toBeLessThan(Math.max(10 * msOf(30_000), 300));
});
