import { describe, expect, test } from '@jest/globals';
import { folded, idNamedBy, searchTextOf, snippetOf, wordsIn } from '../../../src/domain/feedback/search';
import { at, feedback } from './fixtures';

const source = (text: string, recalledAt: number | null = null) => ({
  messageId: 'om_1',
  form: 'text',
  text,
  sentAt: at('09:00'),
  recalledAt,
  attachments: [],
});

describe('the search text', () => {
  test('contains every text of the record, except recalled ones', () => {
    const text = searchTextOf(
      feedback('closed', {
        customer: 'Sea Wind Ltd',
        contact: '王经理 13812345678',
        note: '备注一',
        answer: '更换排水管',
        cause: '老化',
        prevention: '巡检',
        toldCustomer: '已换新',
        customerWords: '挺快的',
        goodwill: '免费清洗',
        instruction: '今天回复',
        sources: [source('空调漏水'), source('说错了', at('09:01'))],
        notes: [{ at: at('10:00'), by: 'ou_a', from: 'department', department: 'quality', text: '配件到了' }],
        questions: [{ at: at('10:00'), by: 'ou_a', question: '什么型号', info: 'KFR-35', answeredAt: at('11:00') }],
      }),
    );
    const written = ['sea wind ltd', '王经理', '备注一', '更换排水管', '老化', '巡检', '已换新', '挺快的', '免费清洗'];
    for (const word of [...written, '今天回复', '空调漏水', '配件到了', '什么型号', 'kfr-35'])
      expect(text).toContain(word);
    expect(text).not.toContain('说错了');
  });

  test.each(['138 1234 5678', '138-1234-5678', '１３８１２３４５６７８', '+86 138.1234.5678'])(
    '%s is found as one run',
    (written) => {
      expect(searchTextOf(feedback('closed', { contact: written }))).toContain('13812345678');
    },
  );

  test('is cut to the size of the column, between two characters', () => {
    const text = searchTextOf(feedback('closed', { customer: '头', sources: [source('😀漏'.repeat(30_000))] }));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(64_000);
    expect(text).toMatch(/^头/);
    expect(text).not.toContain('\uFFFD');
  });
});

test.each([
  ['ＡＢＣ　Éclair', ['abc', 'éclair']],
  ['  50%_OFF! ', ['50%_off!']],
  ['一 二 三 四 五 六', ['一', '二', '三', '四', '五']],
])('%j is looked for as %j', (typed, words) => {
  expect(wordsIn(typed)).toEqual(words);
});

test.each<[string, number | null]>([
  ['fb-12', 12],
  ['#12', 12],
  ['12', 12],
  ['12a', null],
  ['1234567890', null],
])('%s names record %s', (word, id) => {
  expect(idNamedBy(folded(word))).toBe(id);
});

describe('a snippet', () => {
  const record = feedback('closed', {
    customer: '短信科技',
    sources: [
      source(`${'前'.repeat(30)}验证短信收不到${'后'.repeat(60)}`),
      source('ＡＢＣ 型号\n第二行'),
      source(
        `The unit was replaced last week, but it leaks again and nobody picks up the phone when I call on weekends`,
      ),
    ],
  });

  test.each<[words: string[], snippet: string]>([
    [['短信'], `…${'前'.repeat(12)}验证短信收不到${'后'.repeat(25)}…`],
    [['abc'], 'ＡＢＣ 型号 第二行'],
    [['leaks'], '…replaced last week, but it leaks again and nobody picks up the phone when I call on…'],
    [['没有的', '第二行'], 'ＡＢＣ 型号 第二行'],
    [['没有的'], ''],
    [['fb-12'], ''],
  ])('of %j', (words, snippet) => {
    expect(snippetOf(record, words)).toBe(snippet);
  });
});

test.each([
  ['客戶要退貨', '客户要退货'],
  ['閥門的証書', '阀门的證書'],
  ['答覆太慢', '答复太慢'],
  ['看着看著', '看著看着'],
  ['甚麼時候', '什么时候'],
  ['裏面和裡面', '里面和里面'],
  ['Ｋｆｒ－３５', 'kFR-35'],
  ['ﾊﾝﾄﾞﾙ', 'ハンドル'],
  ['ÉCLAIR', 'e\u0301clair'],
])('%s is found as %s, and the other way round', (one, other) => {
  for (const [written, typed] of [
    [one, other],
    [other, one],
  ] as [string, string][]) {
    const record = feedback('closed', { sources: [source(`第一句，${written}。`)] });
    for (const word of wordsIn(typed)) expect(searchTextOf(record)).toContain(word);
    expect(snippetOf(record, wordsIn(typed))).toContain('第一句');
  }
});

test.each(['\u200B', '\u00AD', '\u2060', '\uFEFF', '\uFE0F', '\u034F', '\u3164', '\u180B', '\u{E0020}'])(
  'an invisible character (%j) inside a word hides it from no search',
  (invisible) => {
    const text = searchTextOf(feedback('closed', { sources: [source(`质量${invisible}有问${invisible}题`)] }));
    expect(text).toContain(folded('质量有问题'));
    expect(wordsIn(`质${invisible}量`)).toEqual(['质量']);
  },
);
