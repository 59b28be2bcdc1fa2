import { expect, test } from '@jest/globals';
import { sheetOf } from '../../../cards/feedback/export-sheet';
import { textsOf } from '../../../cards/texts/texts';
import { HOUR } from '../../../src/domain/time';
import { at, feedback } from '../../domain/feedback/fixtures';
import { ORG } from '../samples';

const ctx = { now: at('12:00'), texts: textsOf('zh-CN'), org: ORG, timeZone: 'Asia/Shanghai', nameOf: () => '某人' };

test('a row holds remark, extension, transfers, reopenings, and the hours of each department as numbers', () => {
  const record = feedback('closed', {
    note: '=老客户，电话 13812345678',
    extension: { reason: '等配件', until: at('18:00', '2026-11-27'), by: 'ou_member', at: at('10:00') },
    cycle: 3,
  });
  const charge = (department: string | null, hours: number) => ({
    holder: department === null ? ('rep' as const) : ('department' as const),
    department,
    ms: hours * HOUR,
  });
  const charges = [charge('after_sales', 23.5), charge(null, 1), charge('quality', 24)];
  const account = { isOnTime: false, charges, transfers: 2, charged: charge('after_sales', 23.5) };
  const { name, heads, rows } = sheetOf([record], new Map([[record.id, account]]), ctx);
  expect(name).toBe('反馈');
  const row = Object.fromEntries(heads.map((head, i) => [head, rows[0]?.[i]]));
  expect(row).toMatchObject({
    备注: '=老客户，电话 138****5678',
    延期至: { at: at('18:00', '2026-11-27') },
    延期原因: '等配件',
    是否按时: '超时',
    转派次数: 2,
    重新打开次数: 2,
    'After-sales用时（小时）': 23.5,
    'Quality用时（小时）': 24,
    超时计入: 'After-sales',
  });
});
