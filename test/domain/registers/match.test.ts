import { describe, expect, test } from '@jest/globals';
import { coreName, foldedName } from '../../../src/domain/registers/folding';
import { matchEntry } from '../../../src/domain/registers/match';
import { customer } from './entries';

test.each([
  ['恒泰建材有限公司', '恒泰建材'],
  ['恒泰建材集团股份有限公司', '恒泰建材'],
  ['恒泰建材（苏州）有限公司', '恒泰建材'],
  ['恆泰建材 有限公司', '恒泰建材'],
  ['ＨＥＮＧ Tai Co., Ltd.', 'hengtai'],
  ['Heng Tai Inc', 'hengtai'],
  ['Marco', 'marco'],
  ['公司', '公司'],
  ['（股份）', '股份'],
])('the core of %s is %s', (name, core) => {
  expect(coreName(name)).toBe(core);
});

test.each([
  ['恒泰 建材（苏州）', '恒泰建材(苏州)', true],
  ['恒泰\u200b建材', '恒泰建材', true],
  ['恒泰建材有限公司', '恒泰建材股份有限公司', false],
  ['T8-1', 'T81', false],
  ['T8.1', 'T8/1', false],
])('%s and %s are one spelling: %s', (one, other, isSame) => {
  expect(foldedName(one) === foldedName(other)).toBe(isSame);
});

describe('a typed name', () => {
  const hengtai = customer('恒泰建材有限公司', { key: 'C-001', aliases: ['恒泰'], learned: ['老恒泰'] });
  const suzhou = customer('明川包装（苏州）有限公司');
  const shanghai = customer('明川包装（上海）有限公司');
  const yuejia = customer('悦家超市');
  const all = [hengtai, suzhou, shanghai, yuejia];

  test.each([
    ['恒泰', hengtai],
    ['c-001', hengtai],
    ['老恒泰', hengtai],
    ['恒泰建材（王总介绍）', hengtai],
    ['恒泰建材股份公司', hengtai],
    ['恒泰建材王经理', hengtai],
    ['明川包装苏州有限公司', suzhou],
    ['明川包装（上海）', shanghai],
    ['悦家超市冯女士', yuejia],
    ['悦家超市（城南店）', yuejia],
  ])('%s means one entry', (typed, entry) => {
    expect(matchEntry(all, typed)).toEqual({ entry, near: [] });
  });

  test.each([
    ['明川包装有限公司', [suzhou, shanghai]],
    ['明川包装（北京）有限公司', [suzhou, shanghai]],
    ['恒泰家具', [hengtai]],
    ['悦家超市二店', [yuejia]],
    ['恒', []],
    ['新天地', []],
    ['  （）', []],
  ])('%s means none of them, and may mean %#', (typed, near) => {
    expect(matchEntry(all, typed)).toEqual({ entry: null, near });
  });

  test('a branch that is typed is not another branch, even if that is the only one known', () => {
    expect(matchEntry([suzhou], '明川包装（上海）有限公司').entry).toBeNull();
    expect(matchEntry([suzhou], '明川包装有限公司').entry).toBe(suzhou);
  });

  test('no more than five entries are suggested', () => {
    const many = Array.from({ length: 30 }, (_, at) => customer(`恒泰${at}`));
    expect(matchEntry(many, '恒泰某厂').near).toHaveLength(5);
  });
});
