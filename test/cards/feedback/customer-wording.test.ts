import { describe, expect, test } from '@jest/globals';
import { customerWording } from '../../../cards/feedback/customer-wording';
import { textsOf } from '../../../cards/texts/texts';
import { shareable } from '../../../src/domain/feedback/shareable';

const ZH = textsOf('zh-CN');
const EN = textsOf('en-US');

describe('a colleague’s text as the customer may see it', () => {
  test.each<[what: string, typed: string, shared: string]>([
    ['plain words', '已更换排水管。', '已更换排水管'],
    ['several lines', '已更换\n\n明天回访！', '已更换\n明天回访'],
    ['【内部】', '已更换【内部】是供应商的责任', '已更换'],
    ['[内部]', '已更换[内部]供应商的责任', '已更换'],
    ['（内部）', '已更换。（内部）供应商的责任\n别跟客户说', '已更换'],
    ['内部：', '已更换。内部：供应商的责任', '已更换'],
    ['内部备注 with a half-width colon', '已更换\n内部备注:供应商的责任', '已更换'],
    ['仅供内部参考：', '已更换；仅供内部参考：漏检', '已更换'],
    ['a remark inside its own brackets', '已更换（内部：扣供应商款）并试机两小时', '已更换并试机两小时'],
    ['internal:', 'Replaced. Internal: supplier to blame', 'Replaced'],
    ['[internal]', 'Replaced [internal] supplier to blame', 'Replaced'],
    ['(internal only: …) and more', 'Replaced (internal only: supplier to blame) and tested', 'Replaced and tested'],
    ['a marker with something invisible in it', '已更换【内\u200b部】供应商', '已更换'],
    ['nothing but internal words', '内部：不要告诉客户', ''],
    ['the inside of a machine', '检查设备内部：有积水，已排干', '检查设备内部：有积水，已排干'],
    ['a marker at the very beginning of a line', '内部：甲\n已更换', ''],
  ])('%s', (_what, typed, shared) => {
    expect(shareable(typed, [], '工作人员').replace(/ +/g, ' ')).toBe(shared);
  });

  test.each<[typed: string, names: string[], shared: string]>([
    ['由李娜上门更换', ['李娜'], '由工作人员上门更换'],
    ['李娜、王磊已上门', ['王磊', '李娜'], '工作人员已上门'],
    ['@李娜 已联系', ['李娜'], '工作人员 已联系'],
    ['李工和王师傅已上门，小李会回访', ['李娜', '王磊'], '工作人员已上门，工作人员会回访'],
    ['李工业园的仓库已补货', ['李娜'], '李工业园的仓库已补货'],
    ['行李已补发', ['李娜'], '行李已补发'],
    ['李娜已上门', ['李娜（售后）'], '工作人员已上门'],
    ['Zhang San replaced it, zhang sanford did not', ['Zhang San'], '工作人员 replaced it, zhang sanford did not'],
    ['Li Na and Zhang San came', ['Zhang San', 'Li Na'], '工作人员 came'],
    ['已更换 (a.b)', ['(a.b)'], '已更换 工作人员'],
    ['张三已上门', [], '张三已上门'],
  ])('%s, of %j', (typed, names, shared) => {
    expect(shareable(typed, names, '工作人员')).toBe(shared);
  });
});

describe('the suggested wording', () => {
  const given = {
    kind: 'complaint' as const,
    subject: '空调漏水',
    answer: '已更换排水管。',
    cause: '',
    prevention: '',
  };

  test('holds the answer, and cause and prevention if there are any', () => {
    expect(customerWording(given, [], ZH)).toBe(
      '您好，关于您反馈的“空调漏水”，回复如下：已更换排水管。给您带来不便，深表歉意。如还有疑问，请随时联系我。',
    );
    expect(customerWording({ ...given, cause: '排水管老化', prevention: '每季度巡检。' }, [], ZH)).toContain(
      '已更换排水管。原因是：排水管老化。为避免再次发生，我们会：每季度巡检。给您带来不便',
    );
  });

  test('leaves out internal parts together with their frame', () => {
    const wording = customerWording({ ...given, cause: '内部：漏检', prevention: '【内部】处罚张三' }, [], ZH);
    expect(wording).not.toMatch(/原因|避免|漏检|张三/);
    expect(customerWording({ ...given, answer: '内部：先拖一拖', cause: '老化' }, [], ZH)).toBe('');
  });

  test('apologises for no question, and thanks for a suggestion', () => {
    expect(customerWording({ ...given, kind: 'inquiry' }, [], ZH)).toMatch(
      /^您好，关于您咨询的“空调漏水”，回复如下：[^歉]*$/,
    );
    expect(customerWording({ ...given, kind: 'suggestion' }, [], ZH)).toContain('再次感谢您的建议');
    expect(customerWording({ ...given, subject: '' }, [], ZH)).toContain('关于您反馈的情况，回复如下');
    expect(customerWording({ ...given, subject: '空调漏水，滴到了地…' }, [], ZH)).not.toContain('…');
  });

  test('is English in English', () => {
    const english = {
      ...given,
      subject: 'leaking pipe',
      answer: 'Zhang San replaced the pipe.',
      cause: 'Wear',
      prevention: 'internal: audit',
    };
    expect(customerWording(english, ['Zhang San'], EN)).toBe(
      'Hello, about what you reported ("leaking pipe"): our team replaced the pipe. Cause: Wear. ' +
        'We are sorry for the trouble. If you have any further questions, please let me know.',
    );
  });

  test('fits the input although its parts are long', () => {
    const long = '好'.repeat(5000);
    const wording = customerWording({ ...given, answer: long, cause: long, prevention: long }, ['李娜'], ZH);
    expect(wording.length).toBeLessThanOrEqual(1000);
    expect(wording).toMatch(/请随时联系我。$/);
  });
});
