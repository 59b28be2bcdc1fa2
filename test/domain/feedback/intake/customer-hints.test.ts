import { expect, test } from '@jest/globals';
import { channelIn, contactIn, customerIn } from '../../../../src/domain/feedback/intake/customer-hints';
import type { Channel } from '../../../../src/domain/feedback/model';

test.each([
  ['客户华鑫机械厂反映轴承生锈', '华鑫机械厂'],
  ['华鑫机械厂的李经理说，轴承生锈', '华鑫机械厂'],
  ['【宏远贸易有限公司】货什么时候到', '宏远贸易有限公司'],
  ['客户：张先生，冰箱不制冷', '张先生'],
  ['客户名称：上海远大集团\n电话：021-55556666', '上海远大集团'],
  ['张总说报价太高', '张总'],
  ['欧阳女士来电：退款没到', '欧阳女士'],
  ['Customer: Acme Tools\nThe box was empty', 'Acme Tools'],
  ['Acme Tools Ltd. reports late deliveries', 'Acme Tools Ltd.'],
  ['Mr. Smith says the box arrived damaged', 'Mr. Smith'],
])('%s is about %s', (text, customer) => {
  expect(customerIn(text)).toBe(customer);
});

test.each([
  '',
  '客户说太贵了',
  '【紧急】货还没到',
  '你们公司反映问题没人管',
  '贵公司说好的赠品呢',
  '快递公司说不归他们管',
  '向经理反映了也没用',
  '反映市中心医院收费问题',
  '总经理说了算吗',
  '我在宏远公司买的',
  'My box arrived damaged',
])('%s names nobody', (text) => {
  expect(customerIn(text)).toBe('');
});

test.each([
  ['请打13800138000，找王工', '13800138000'],
  ['手机 138 0013 8000', '138 0013 8000'],
  ['+86 138-0013-8000', '+86 138-0013-8000'],
  ['座机010-88886666-12', '010-88886666-12'],
  ['call +49 30 1234 5678', '+49 30 1234 5678'],
  ['mail li.lei@example.com please', 'li.lei@example.com'],
  ['li@example.com 13800138000', '13800138000'],
  ['单号13800138000', ''],
  ['订单号码：13800138000', ''],
  ['SKU 13800138000，设备号 13800138000', ''],
  ['客户号码：13800138000', '13800138000'],
  ['Mobile No. 13800138000', '13800138000'],
  ['单号：1234567890123456', ''],
  ['身份证110101199003071234', ''],
  ['2026-11-23 收到 1380013800', ''],
])('%s is reached at %j', (text, contact) => {
  expect(contactIn(text)).toBe(contact);
});

test.each<[string, Channel | null]>([
  ['李女士来电：退款没到', 'phone'],
  ['客户电话反映噪音大', 'phone'],
  ['微信上客户说有色差', 'wechat'],
  ['客户邮件反馈交期太长', 'email'],
  ['走访时客户提到的', 'visit'],
  ['The customer complained by phone', 'phone'],
  ['电话没人接', null],
  ['来电显示坏了', null],
  ['货没到', null],
])('%s came by %s', (text, channel) => {
  expect(channelIn(text)).toBe(channel);
});
