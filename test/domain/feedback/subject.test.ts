import { describe, expect, test } from '@jest/globals';
import { customerIn } from '../../../src/domain/feedback/intake/customer-hints';
import type { Source } from '../../../src/domain/feedback/model';
import { subjectIn, subjectOf, writtenSubject } from '../../../src/domain/feedback/subject';
import { widthOf } from '../../../src/domain/text/width';

describe('a subject', () => {
  test.each([
    ['空调漏水', '空调漏水'],
    ['The pump that came last week leaks oil all over the floor', 'pump that came last…'],
    ['客户海风公司反映空调漏水，滴到地板上了', '空调漏水'],
    ['你好，我想问一下，冰箱不制冷怎么办？', '冰箱不制冷怎么办'],
    ['张老板问：上周装的插座，插上水壶就发烫，刚才冒烟了，有焦味', '插上水壶就发烫 冒烟了'],
    ['宏远厂赵经理：昨天到的货外箱破损\n一共 12 箱', '货外箱破损'],
    ['市场消息：同规格产品本月起降价 8%，渠道已执行', '同规格产品本月起降价 8%'],
    ['请问灯管多少钱一支？', '灯管多少钱一支'],
    ['电话 13812345678，门锁打不开', '门锁打不开'],
    ['订单号 202611080001 还没收到，都等了一周', '还没收到'],
    ['宏远商贸来电：上月买的 H-60 热水器装上三天就漏水，约了两次没人来', 'H-60 热水器装上三…漏水'],
    ['Hello, our pump is leaking again. Nobody answers.', 'pump is leaking again'],
    ['你好', ''],
    ['？？？', ''],
    ['', ''],
  ])('of “%s” is “%s”', (text, subject) => {
    expect(subjectIn(text, customerIn(text))).toBe(subject);
  });

  test('is no wider than twelve Chinese characters, whatever was written', () => {
    for (const text of ['坏'.repeat(500), '😀'.repeat(50), 'x'.repeat(5000), '，'.repeat(3000), '1'.repeat(600)]) {
      expect(widthOf(subjectIn(text))).toBeLessThanOrEqual(12);
    }
  });

  test('loses words that were recalled, and takes those of an edit', () => {
    const said = (text: string, recalledAt: number | null = null): Source => ({
      messageId: 'om_1',
      form: 'text',
      text,
      sentAt: 0,
      recalledAt,
      attachments: [],
    });
    const of = (...sources: Source[]) => subjectOf({ subject: '', customer: '', sources });
    expect(of(said('灯管碎了'), said('路灯不亮了'))).toBe('灯管碎了');
    expect(of(said('灯管碎了', 1), said('路灯不亮了'))).toBe('路灯不亮了');
    expect(subjectOf({ subject: '另一件事', customer: '', sources: [said('灯管碎了')] })).toBe('另一件事');
  });

  test('that the rep wrote is stored in one short line, and only if it says something else', () => {
    const case_ = { subject: '', customer: '海风', sources: [{ text: '灯管碎了' } as Source] };
    expect(writtenSubject({ ...case_, sources: [] }, ' 两行\n事由 ')).toBe('两行 事由');
    expect(writtenSubject({ ...case_, sources: [] }, '坏'.repeat(500))).toHaveLength(60);
    expect(writtenSubject({ ...case_, sources: [] }, '')).toBe('');
  });
});
