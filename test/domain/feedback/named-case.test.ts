import { expect, test } from '@jest/globals';
import { casesNamedIn } from '../../../src/domain/feedback/named-case';

test.each<[text: string, ids: number[], begins: boolean]>([
  ['#1 客户又来催了', [1], true],
  ['＃１ 客户又来催了', [1], true],
  ['FB-12 客户说型号是KFR-35', [12], true],
  ['fb12客户补充了照片', [12], true],
  ['FB 12：客户又打来', [12], true],
  ['【FB-12】客户又打来', [12], true],
  ['关于#12，客户又打来', [12], true],
  ['催一下 #12', [12], true],
  ['126 客户又打电话来催了', [126], true],
  ['126号客户又打电话来催了', [126], true],
  ['客户又催 FB-12 了', [12], false],
  ['FB-1 和 FB-2 的客户都在催', [1, 2], true],
])('“%s” names %j', (text, ids, begins) => {
  const named = casesNamedIn(text);
  expect(named.map(({ id }) => id)).toEqual(ids);
  expect(named[0]?.begins).toBe(begins);
});

test.each([
  '空调漏水',
  '3 台空调漏水',
  '1# 电机异响',
  '客户说 2#楼的灯不亮',
  '客户说#2机不转',
  'AFB-12 阀门漏水',
  'FB-12A 阀门漏水',
  'FB-1234567890 阀门',
  '订单 12 客户没收到',
  '12客户',
  '#话题 客户来催',
])('“%s” names none', (text) => expect(casesNamedIn(text)).toEqual([]));
