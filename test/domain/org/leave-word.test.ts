import { describe, expect, test } from '@jest/globals';
import { type LeaveWord, readLeaveWord } from '../../../src/domain/org/leave-word';

/** A Friday. */
const TODAY = '2026-11-20';

/** `2026-12-01..2026-12-05 李四`, with the person in front if one is named; mentions keep their `@`. */
function written(word: LeaveWord | null): string | null {
  if (word === null || word.word === 'usage') return word && 'usage';
  const nameOf = (one: { name: string; isMention: boolean; isPlain: boolean }) =>
    `${one.isMention ? '@' : ''}${one.name}${one.isPlain ? '' : '?'}`;
  const person = word.person === null ? '' : nameOf(word.person);
  if (word.word === 'back') return `back ${person}${word.isSure ? '' : '?'}`;
  const days = word.days.ok ? `${word.days.from}..${word.days.until}` : word.days.fault;
  return `${person === '' ? '' : `${person} `}${days} ${nameOf(word.deputy)}`;
}

const read = (text: string, mentioned: string[] = [], today = TODAY) => written(readLeaveWord(text, mentioned, today));

describe('请假 and 销假 are read', () => {
  test.each([
    ['请假 2026-12-01 2026-12-05 李四', '2026-12-01..2026-12-05 李四'],
    ['請假　２０２６／１２／１　２０２６．１２．５　李四！', '2026-12-01..2026-12-05 李四'],
    ['请假 12-01 12-05 李四', '2026-12-01..2026-12-05 李四'],
    ['请假 12.1-12.5 李四', '2026-12-01..2026-12-05 李四'],
    ['请假，12月1日至12月5日，由李四代办。', '2026-12-01..2026-12-05 李四'],
    ['请假12月1日到5日 李四代办', '2026-12-01..2026-12-05 李四'],
    ['请假 12月30日—2号 李四', '2026-12-30..2027-01-02 李四'],
    ['请假 12-01 由 李四 代办', '2026-12-01..2026-12-01 李四'],
    ['请假 明天 后天 李四', '2026-11-21..2026-11-22 李四'],
    ['请假今天至12-01 欧阳娜娜', '2026-11-20..2026-12-01 欧阳娜娜'],
    ['休假 明天 买买提·吐尔逊', '2026-11-21..2026-11-21 买买提·吐尔逊'],
    ['请假 王五 2026-12-01 2026-12-05 李四', '王五 2026-12-01..2026-12-05 李四'],
    ['away 2026-12-01 2026-12-05 Li Na', '2026-12-01..2026-12-05 Li Na'],
    ['Away: 12-01 until 12-05 Li Na', null],
    ['away tomorrow to 12/05, by Li Na', '2026-11-21..2026-12-05 Li Na'],
    ['away Mr Wu tomorrow Li Na', 'Mr Wu 2026-11-21..2026-11-21 Li Na'],
    ['请假 12-01 12-05 郑总(代管全公司的人)', '2026-12-01..2026-12-05 郑总(代管全公司的人)?'],
    ['销假', 'back '],
    [' 銷假。 ', 'back '],
    ['销假 王五', 'back 王五'],
    ['back', 'back ?'],
    ["I'm back!", 'back ?'],
    ['back order', 'back order?'],
    ['请假', 'usage'],
    ['请假 12-01 12-05', 'usage'],
    ['away', 'usage'],
  ])('%j: %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['请假 12-01 12-05 @李四', ['李四'], '2026-12-01..2026-12-05 @李四'],
    ['请假 12-01 12-05 @李四（售后部）', ['李四', '李四（售后部）'], '2026-12-01..2026-12-05 @李四(售后部)'],
    ['请假 @Wu, Hai Yan 12-01 @Li Na', ['Wu, Hai Yan', 'Li Na'], '@Wu Hai Yan 2026-12-01..2026-12-01 @Li Na'],
    ['请假 12-01 12-05 @李四', [], '2026-12-01..2026-12-05 李四'],
    ['销假 @王五', ['王五'], 'back @王五'],
  ])('%j with mentions of %j: %j', (text, mentioned, expected) => {
    expect(read(text, mentioned)).toBe(expected);
  });
});

describe("a customer's text is left alone", () => {
  test.each([
    '请假条怎么写',
    '请假的人多，货发不出来',
    '请假 李四',
    '请假一天扣多少钱',
    '请假 明天 没人 收货',
    '请假 12-01 李四 12-05',
    '请假 12-01 12-02 12-03 李四',
    '请假 12-01 12-05 李四 王五',
    '请假 12-01 12-05 李四 客户说设备坏了',
    '请假 12-01 12-05 李四\n设备坏了，请尽快处理',
    '我要请假 12-01 12-05 李四',
    '请假 12-01 12-05 李四？',
    '请假 12-01 12-05 a@b.c',
    '请假 12-01 12-05 <at id=all></at>',
    'awaytomorrow Li Na',
    'backup is broken',
    '',
    `请假 12-01 12-05 ${'李'.repeat(200)}`,
  ])('%j', (text) => {
    expect(read(text)).toBeNull();
  });

  test.each([
    ['销假和请假怎么算', 'back 和请假怎么算?'],
    ['请假明天的货能不能改后天送', '2026-11-21..2026-11-21 的货能不能改后天送?'],
    ['请假 12-01 到 12-05 的员工名单发我', '2026-12-01..2026-12-05 的员工名单发我?'],
  ])('%j counts only if somebody is called that', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('dates without a year mean the span that ends next', () => {
  test.each([
    ['2026-12-20', '01-03 01-05', '2027-01-03..2027-01-05'],
    ['2026-12-20', '12-28 01-03', '2026-12-28..2027-01-03'],
    ['2027-01-02', '12-28 01-03', '2026-12-28..2027-01-03'],
    ['2026-12-03', '12-01 12-05', '2026-12-01..2026-12-05'],
    ['2026-12-05', '12-01 12-05', '2026-12-01..2026-12-05'],
    ['2026-12-06', '12-01 12-05', 'past'],
    ['2026-12-20', '12-01', 'past'],
    ['2026-11-20', '12-28 2027-01-03', '2026-12-28..2027-01-03'],
    ['2027-11-20', '02-29', '2028-02-29..2028-02-29'],
    ['2026-11-20', '02-29', 'past'],
    ['2026-11-20', '02-30', 'no_such_day'],
    ['2026-11-20', '13-01', 'no_such_day'],
    ['2026-11-20', '2026-02-29 2026-03-01', 'no_such_day'],
    ['2026-11-20', '12-05 12-01', 'ends_before_it_begins'],
    ['2026-11-20', '2026-12-05 2026-12-01', 'ends_before_it_begins'],
    ['2026-11-20', '后天 明天', 'ends_before_it_begins'],
    ['2026-11-20', '2026-11-01 2026-11-19', 'past'],
    ['2026-11-20', '2026-11-01 2026-11-20', '2026-11-01..2026-11-20'],
    ['2026-11-20', '2026-12-01 2036-12-05', 'unlikely'],
    ['2026-11-20', '2062-12-01 2062-12-05', 'unlikely'],
  ])('on %s, %s is %s', (today, days, expected) => {
    expect(read(`请假 ${days} 李四`, [], today)).toBe(`${expected} 李四`);
  });
});
