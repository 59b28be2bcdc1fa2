import { describe, expect, test } from '@jest/globals';
import { meansSetup, nearWord } from '../../src/domain/near-words';
import { readSetupWord } from '../../src/domain/org/setup-word';
import { type PlainWord, parseWord, type Word } from '../../src/domain/words';

const search = (words: string): Word => ({ word: 'search', words });
const exported = (period: string | null): Word => ({ word: 'export', period });
const show = (number: number | string | null): Word => ({
  word: 'show',
  number: number === null ? null : String(number),
});

describe('a typed word in all its spellings', () => {
  test.each<[typed: string, word: Word]>([
    ['帮助', { word: 'help' }],
    ['帮助？', { word: 'help' }],
    ['幫助', { word: 'help' }],
    [' HELP! ', { word: 'help' }],
    ['ｈｅｌｐ', { word: 'help' }],
    ['/help', { word: 'help' }],
    ['我的', { word: 'mine' }],
    ['我的。', { word: 'mine' }],
    ['我的反馈', { word: 'mine' }],
    ['我的反饋', { word: 'mine' }],
    ['Mine', { word: 'mine' }],
    ['待办', { word: 'todo' }],
    ['待辦', { word: 'todo' }],
    ['我的待办', { word: 'todo' }],
    ['To-do', { word: 'todo' }],
    ['逾期', { word: 'overdue' }],
    ['日报', { word: 'digest' }],
    ['日報', { word: 'digest' }],
    ['#12', show(12)],
    ['＃12', show(12)],
    ['# 12', show(12)],
    ['#１２。', show(12)],
    ['查12', show(12)],
    ['查 12', show(12)],
    ['查询 12', show(12)],
    ['查詢12', show(12)],
    ['查 #12', show(12)],
    ['查 FB-12', show(12)],
    ['fb-12', show(12)],
    ['#FB-12', show(12)],
    ['查', show(null)],
    ['#', show(null)],
    ['#CAPA-2026-001', show('capa-2026-001')],
    ['查 AD-2026-12-城南', show('ad-2026-12-城南')],
    ['CAPA-2026-001', show('capa-2026-001')],
    ['新建 任务', { word: 'begin', name: '任务' }],
    ['新建：任务', { word: 'begin', name: '任务' }],
    ['新建', { word: 'begin', name: '' }],
    ['New task', { word: 'begin', name: 'task' }],
    ['打印 CAPA-2026-001', { word: 'print', number: 'capa-2026-001' }],
    ['打印FB-12', { word: 'print', number: 'fb-12' }],
    ['print #12', { word: 'print', number: '12' }],
    ['搜索 短信', search('短信')],
    ['搜索　短信　收不到', search('短信 收不到')],
    ['搜尋 短信', search('短信')],
    ['Search FB-12', search('FB-12')],
    ['搜索 %', search('%')],
    ['搜索 多少钱?', search('多少钱?')],
    ['搜索', search('')],
    ['搜索？', search('')],
    ['导出', exported(null)],
    ['导出 2026-11', exported('2026-11')],
    ['导出2026-11', exported('2026-11')],
    ['導出 2026年11月', exported('2026年11月')],
    ['匯出 202611', exported('202611')],
    ['export 2026/1', exported('2026/1')],
    ['导出 １１月', exported('11月')],
    ['导出11月份', exported('11月份')],
    ['导出上周', exported('上周')],
    ['导出 第三季度。', exported('第三季度')],
    ['导出 2026 年 11 月', exported('2026 年 11 月')],
    ['Export Last Month', exported('last month')],
    ['export november 2026', exported('november 2026')],
    ['export 2026-13', exported('')],
    ['导出 13月', exported('')],
    ['导出 下个月', exported('')],
  ])('%j', (typed, word) => {
    expect(parseWord(typed)).toEqual(word);
    expect(nearWord(typed)).toBeNull();
  });
});

describe('a customer’s message is no typed word', () => {
  test.each([
    '帮助我一下',
    '请帮助',
    'help me please',
    'I need help',
    '我的订单呢',
    '我的空调漏水',
    '待办的事情还没办',
    '你们的日报我看了',
    '设置不了密码',
    '逾期了还没发货',
    '#12 号楼漏水',
    '查一下 12 号订单',
    '导出数据失败',
    '导出 失败了，报错',
    'export failed again',
    '导出上周的失败了',
    '导出11月的发票时报错，一直没反应',
    '搜索功能用不了，点了没反应',
    '新建的仓库漏水',
    '打印机123',
    '打印不了',
    'print job 12 failed',
    'Fine.',
    'ok',
    '？',
    '好的，谢谢',
    '漏水',
    '空调',
    '',
  ])('%j', (typed) => {
    expect(parseWord(typed)).toBeNull();
    expect(nearWord(typed)).toBeNull();
  });
});

describe('a short text that is nearly a word', () => {
  test.each<[typed: string, word: Word]>([
    ['wode', { word: 'mine' }],
    ['daiban', { word: 'todo' }],
    ['bangzhu', { word: 'help' }],
    ['hlep', { word: 'help' }],
    ['我的反溃', { word: 'mine' }],
    ['我的反馈呢', { word: 'mine' }],
    ['超时', { word: 'overdue' }],
    ['overdeu', { word: 'overdue' }],
    ['overdu', { word: 'overdue' }],
    ['digset', { word: 'digest' }],
    ['搜 索', search('')],
    ['搜 索 漏水', search('漏水')],
    ['待 办', { word: 'todo' }],
    ['导 出', exported(null)],
    ['serach', search('')],
    ['serach x', search('x')],
    ['搜索短信', search('短信')],
    ['查 短信', search('短信')],
    ['导出 全部', exported(null)],
    ['export nonsense', exported(null)],
    ['导出 2个文件报错', exported(null)],
    ['12', show(12)],
    ['第12号', show(12)],
  ])('%j', (typed, word) => {
    expect(parseWord(typed)).toBeNull();
    expect(nearWord(typed)).toEqual(word);
  });

  test('a longer text is never taken for a mistyped word', () => {
    expect(nearWord('超时超时超时超时超时')).toBeNull();
    expect(nearWord('serach 异响')).toEqual({ word: 'search', words: '异响' });
  });
});

describe('the word for the setup', () => {
  test.each<[typed: string, code: string | null]>([
    ['设置', null],
    ['设置。', null],
    ['設置', null],
    ['ＳＥＴＵＰ', null],
    ['设置 c0de', 'c0de'],
    ['setup 0A1B2C3D4E5F', '0a1b2c3d4e5f'],
  ])('%j', (typed, code) => {
    expect(readSetupWord(typed)).toMatchObject({ code });
  });

  test.each(['设置 密码', '设置不了', 'setup failed', 'setup failed again', '怎么设置'])(
    '%j is a customer’s',
    (typed) => {
      expect(readSetupWord(typed)).toBeNull();
    },
  );

  test('any number behind # is a word', () => {
    expect(parseWord('#1234567890')).toEqual({ word: 'show', number: '1234567890' });
    expect(parseWord(`#${'9'.repeat(60)}`)).toMatchObject({ word: 'show' });
    expect(nearWord('exprot 2026-11')).toEqual({ word: 'export', period: '2026-11' });
  });
});

describe('a text that sounds like a word', () => {
  test.each<[PlainWord, string]>([
    ['help', '帮住 帮注 帮祝 邦助 绑助 帮组 班助 使用帮住 是用帮助'],
    ['mine', '我得 我地 窝的 我德 我底 握得 我得反馈 我的返愧'],
    ['todo', '代办 带办 代班 待伴 待班 呆办 待帮 我得代办 代办事像 待办是项'],
    ['overdue', '逾其 预期 雨期 余期 愈期 于其 逾欺 已逾其 以逾期 预期反溃'],
    ['digest', '日抱 日暴 日爆 日包 曰报'],
  ])('%s: %s', (word, texts) => {
    for (const typed of texts.split(' '))
      expect([typed, parseWord(typed), nearWord(typed)]).toEqual([typed, null, { word }]);
  });

  test.each<[typed: string, word: Word]>([
    ['导处', exported(null)],
    ['导初', exported(null)],
    ['到出 上周', exported('上周')],
    ['搜锁', search('')],
    ['馊索', search('')],
    ['收缩', search('')],
    ['搜嗦 漏水', search('漏水')],
    ['搜素 漏水', search('漏水')],
  ])('“%s”, and something may follow it', (typed, word) => {
    expect(nearWord(typed)).toEqual(word);
  });

  test('设置 is only meant, never opened', () => {
    for (const typed of ['设制', '设值', '设至', '社置', '摄置', '设字', '色置']) {
      expect([typed, meansSetup(typed), nearWord(typed)]).toEqual([typed, true, null]);
    }
    expect(meansSetup('设置')).toBe(false);
  });

  test.each([
    '到处 漏水',
    '帮我',
    '我要',
    '待机',
    '逾越',
    '日历',
    '报告',
    '设备',
    '设计',
    '搜查',
    '导航',
    '出处',
    '旧的',
    '收到',
  ])('“%s” sounds like none', (typed) => {
    expect([nearWord(typed), meansSetup(typed)]).toEqual([null, false]);
  });
});
