import { describe, expect, test } from '@jest/globals';
import { guess } from '../../../../src/domain/feedback/intake/prefill-rules';
import type { Kind, Priority } from '../../../../src/domain/feedback/model';
import type { Department, Org } from '../../../../src/domain/org/org';
import { DEFAULT_ORG } from '../../../../src/domain/org/settings';

describe('kind, category and priority', () => {
  test.each<[string, Kind, string | null, Priority]>([
    ['上周到的轴承有三箱生锈，要求换货', 'complaint', 'quality', 'normal'],
    ['屏幕用了两天就黑屏，开不了机', 'complaint', 'quality', 'normal'],
    ['你们业务员态度冷淡，报价单催了三次都没人回复', 'complaint', 'service', 'normal'],
    ['安装师傅约好了没来，打售后电话也打不通', 'complaint', 'after_sales', 'normal'],
    ['才买一天就降价，差价也不给退，太坑了', 'complaint', 'price', 'normal'],
    ['收到的货少了两箱，物流说不归他们管', 'complaint', 'delivery', 'normal'],
    ['东西挺好的，就是物流太慢了', 'complaint', 'delivery', 'normal'],
    ['客服很耐心，不过机器异响一直没解决', 'complaint', 'quality', 'normal'],
    ['冰箱不制冷', 'complaint', 'quality', 'normal'],
    ['你们比竞品贵这么多，质量还差，太失望了', 'complaint', 'quality', 'normal'],
    ['The pump leaks and nobody picks up the phone.', 'complaint', 'quality', 'normal'],
    ['You charged us twice.', 'complaint', 'price', 'normal'],
    ['这批货什么时候能到？', 'inquiry', 'delivery', 'normal'],
    ['运费怎么算？', 'inquiry', 'delivery', 'normal'],
    ['想要报价，最少订多少', 'inquiry', 'price', 'normal'],
    ['请问X200能接两台显示器吗', 'inquiry', 'other', 'normal'],
    ['你们几点下班？', 'inquiry', 'other', 'normal'],
    ['How long is the warranty?', 'inquiry', 'after_sales', 'normal'],
    ['建议说明书配上图', 'suggestion', null, 'normal'],
    ['建议大家不要买，质量太差', 'complaint', 'quality', 'normal'],
    ['希望以后能提供电子版对账单', 'suggestion', 'price', 'normal'],
    ['It would be great if the packages were smaller.', 'suggestion', 'delivery', 'normal'],
    ['产品很好用，非常满意。', 'suggestion', 'quality', 'normal'],
    ['听说竞争对手下个月推出新款，报价比我们低8%', 'competitor', 'price', 'normal'],
    ['最近铜价行情上涨，同行都在观望', 'market', 'price', 'normal'],
    ['客户换了新的采购经理，明年计划扩产二期', 'customer', 'other', 'normal'],
    ['设备漏电，工人触电住院了', 'complaint', 'quality', 'urgent'],
    ['零件不合格，导致我们产线停线', 'complaint', 'quality', 'urgent'],
    ['The shipment is late and our line is down', 'complaint', 'delivery', 'urgent'],
    ['再不解决我就打12315投诉', 'complaint', null, 'high'],
    ['货还没到，尽快安排', 'complaint', 'delivery', 'high'],
    ['箱子破了，好在没有受伤', 'complaint', 'quality', 'normal'],
    ['不着急，有空帮我看下账单', 'inquiry', 'price', 'normal'],
    ['', 'complaint', null, 'normal'],
  ])('%s → %s, %s, %s', (text, kind, category, priority) => {
    expect(guess(text, DEFAULT_ORG)).toMatchObject({ kind, category, priority });
  });

  test.each([
    ['客服说，没有文员时由谁登记'],
    ['没有文员时'],
    ['有没有货'],
    ['没有问题'],
    ['没问题，都收到了'],
    ['目前没有其他问题'],
    ['没毛病'],
    ['没有漏水，也没有异响'],
    ['没有不满意的地方'],
    ['没有配件的话能先用吗'],
  ])('%s: what is not there, or only asked about, makes no complaint', (text) => {
    const { kind, guessedFrom } = guess(text, DEFAULT_ORG);
    expect(kind).not.toBe('complaint');
    expect(guessedFrom.kind.join()).not.toMatch(/^没有$|问题|毛病|漏水|异响|不满/);
  });

  test.each([
    ['里面没有螺丝', []],
    ['没有收到发票', ['没有收到']],
    ['到现在没有人处理', ['没有人处理']],
    ['没有任何回复', ['没有任何回复']],
    ['不是没有问题，是问题很大', ['问题']],
  ])('%s is a complaint, for the words %j', (text, words) => {
    const { kind, guessedFrom } = guess(text, DEFAULT_ORG);
    expect(kind).toBe('complaint');
    expect(guessedFrom.kind).toEqual(expect.arrayContaining(words));
    expect(guessedFrom.kind).not.toContain('没有');
  });

  test('the guess names the keywords that decided', () => {
    expect(guess('箱子里的灯罩碎了，尽快补发', DEFAULT_ORG).guessedFrom).toEqual({
      kind: ['碎了'],
      category: ['碎了'],
      department: [],
      priority: ['尽快'],
      values: { kind: 'complaint', category: 'quality', department: null, priority: 'high' },
    });
  });

  test('full-width letters and signs are read like plain ones', () => {
    expect(guess('Ｈｏｗ ｌｏｎｇ ｉｓ ｔｈｅ ｗａｒｒａｎｔｙ？', DEFAULT_ORG)).toMatchObject({
      kind: 'inquiry',
      category: 'after_sales',
    });
  });

  test("only the company's categories are guessed, its own ones by their names", () => {
    const org: Org = {
      ...DEFAULT_ORG,
      categories: [
        { key: 'delivery', name: '物流' },
        { key: 'training', name: '操作培训' },
      ],
    };
    expect(guess('请问操作培训安排在哪天？', org).category).toBe('training');
    expect(guess('快递迟到了三天', org).category).toBe('delivery');
    expect(guess('外壳裂了', org).category).toBeNull();
  });
});

describe('department', () => {
  const department = (key: string, categories: string[], keywords: string[] = []): Department => ({
    key,
    name: key,
    chat: null,
    lead: null,
    categories,
    keywords,
  });
  const org: Org = {
    ...DEFAULT_ORG,
    departments: [
      department('after_sales', ['after_sales'], ['退货', '维修', 'RMA']),
      department('finance', [], ['退货运费', '发票']),
      department('logistics', ['delivery']),
      department('east', ['price']),
      department('west', ['price']),
    ],
  };
  test.each<[string, string | null, string[], string]>([
    ['想退货', 'after_sales', ['退货'], 'a keyword'],
    ['退货运费谁出', 'finance', ['退货运费'], 'the more exact keyword'],
    ['rma number please', 'after_sales', ['RMA'], 'whatever the case'],
    ['the karma is bad', null, [], 'not inside another word'],
    ['维修的发票', null, [], 'two equally good'],
    ['发票要重开，退货和维修也没人管', 'after_sales', ['退货', '维修'], 'most keywords'],
    ['快递迟到', 'logistics', ['迟到', '快递'], 'the only one for the category'],
    ['太贵了', null, [], 'two for the category'],
    ['外壳裂了', null, [], 'none for the category'],
  ])('%s → %s from %j (%s)', (text, key, words) => {
    const { department, guessedFrom } = guess(text, org);
    expect({ department, words: guessedFrom.department.toSorted() }).toEqual({
      department: key,
      words: words.toSorted(),
    });
  });

  test('between two equally good departments the guess says which, and why', () => {
    expect(guess('维修的发票', org).guessedFrom.rivals).toEqual([
      { department: 'after_sales', words: ['维修'] },
      { department: 'finance', words: ['发票'] },
    ]);
    expect(guess('外壳裂了', org).guessedFrom.rivals).toBeUndefined();
  });
});

test.each(['质量不错但是物流太慢了，', 'a', '1', '客户', ' ', '可以', 'a.', '没有', '\u{fdfa}', '【'])(
  '20,000 characters of %j are read to their end',
  (part) => {
    const text = part.repeat(20_000 / part.length);
    // A quadratic pattern would exceed the test's time limit.
    expect(guess(text, DEFAULT_ORG)).toMatchObject({ customer: expect.any(String), contact: expect.any(String) });
  },
);
