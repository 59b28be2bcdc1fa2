import { describe, expect, test } from '@jest/globals';
import type { DocumentModel, DocumentPart } from '../../../src/domain/document/model';
import { documentOf } from '../../../src/domain/procedure/document';
import { AD_RECORD, asked, at, CAPA_RECORD, deed, NAMES, options, record } from '../../documents/sample-records';

const printed = (...given: Parameters<typeof options>) => documentOf(CAPA_RECORD, NAMES, options(...given));

/** A part in one line, as a reader sees it. */
function lineOf(part: DocumentPart): string {
  if (part.kind === 'fields') return part.fields.map(({ label, text }) => `${label}=${text}`).join(' ');
  const { title, columns, rows, sums } = part.table;
  const lines = [columns.map(({ label }) => label), ...rows, ...(sums ? [sums] : [])];
  return `[${title}] ${lines.map((cells) => cells.join('|')).join(' / ')}`;
}

const linesOf = ({ sections }: DocumentModel) =>
  Object.fromEntries(sections.map(({ title, parts }) => [title, parts.map(lineOf)]));

test('a record is printed stage by stage, with what belongs to each stage', () => {
  const lines = linesOf(printed());
  expect(Object.keys(lines)).toEqual(['基本信息', '签发', '应急措施', '原因分析', '效果验证', '告知客户']);
  expect(lines).toMatchObject({
    基本信息: ['发起人=李四 发起时间=2026-11-27 10:00 来源=FB-12 海风公司 · 漏水'],
    应急措施: ['应急/遏制措施=在库 320 台全部停发并复检，已发出的 46 台由售后逐户联系。'],
    原因分析: [
      expect.stringContaining('开始验证日期=2026-12-31'),
      '[措施计划] 措施内容|负责人|完成期限|完成情况|状态 / ' +
        '锁定保压参数，修改须两人确认|王五|2026-12-10|已上锁，参数表张贴在机台。|已完成 / ' +
        '首件检验增加接水盘边缘尺寸，由品质部复核|钱七|2026-12-15||执行',
    ],
    效果验证: ['验证结论=有效 验证期内同类反馈数=0 关联反馈=FB-12、FB-15'],
    告知客户: [
      '[告知客户] 内容|已告知内容|结果|经办人|时间 / ' +
        'FB-12 海风公司|已换新接水盘，并延保一年。|已办|赵六|2027-01-09 10:00 / ' +
        'FB-15 海风公司||不办：客户已不存在|赵六|2027-01-09 10:00 / FB-19 海风公司||待办|赵六|',
    ],
  });
});

test('rows are a table with sums, and what is computed from them stands behind it', () => {
  expect(linesOf(documentOf(AD_RECORD, NAMES, options()))).toEqual({
    基本信息: ['发起人=李四 发起时间=2026-11-27 10:00 项目=滨江花园 月份=2026-12'],
    拟定: [
      '推广目标(来访/认购)=来访 400 组，认购 60 套',
      '[投放明细] 媒体|形式/规格|开始|结束|次数|金额|合同号 / ' +
        '公交站牌|灯箱 12 块|2026-12-01|2026-12-31|1|86,000.10|HT-0912 / ' +
        '短视频|信息流|2026-12-05|2026-12-25|20|45,000.20| / 开放日活动|||||23,800.00| / 合计|||||154,800.30|',
      '计划费用合计=154,800.30',
    ],
    审批: ['年度预算余额=120,000.00 超预算=是 超预算说明=开盘提前一个月，站牌须先付定金。'],
  });
});

test('every value of the record is on the paper exactly once', () => {
  for (const one of [CAPA_RECORD, AD_RECORD]) {
    const { sections } = documentOf(one, NAMES, options({ maySee: () => true }));
    const keys = sections.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === 'fields' ? part.fields.map(({ key }) => key) : [part.table.key])),
    );
    const filled = Object.keys(one.values);
    expect(keys.filter((key) => filled.includes(key)).sort()).toEqual(filled.sort());
  }
});

test('a value that no reached stage asks for is among the basics', () => {
  const early = record({ stage: 'issue', values: { product: 'A8', cause: '换模' } });
  expect(linesOf(documentOf(early, NAMES, options()))).toMatchObject({
    基本信息: [expect.stringContaining('根本原因=换模')],
    签发: [expect.stringContaining('产品/型号=A8')],
  });
});

describe('private fields', () => {
  test.each([true, false])('are printed for whoever may see them: %p', (maySee) => {
    const model = printed({ maySee: ({ key }) => maySee && key === 'cost' });
    const sections = JSON.stringify(model.sections);
    expect([sections.includes('12,800.00'), sections.includes('损失估算')]).toEqual([maySee, maySee]);
    expect(model.fields.cost).toMatchObject({ label: '损失估算', text: maySee ? '12,800.00' : '' });
  });
});

test('signatures are what was done, in order, with returns, remarks, deputies and rounds', () => {
  expect(
    printed().signatures.map(({ step, verdict, who, at, remark }) => [step, verdict, who, at, remark].join('|')),
  ).toEqual([
    '签发|提交|李四|2026-11-27 10:00|',
    '应急措施|提交|王五|2026-11-30 10:00|',
    '原因分析|提交|王五|2026-12-03 10:00|',
    '责任部门负责人|同意|钱七|2026-12-04 10:00|',
    '总经理|退回修改|张总|2026-12-05 10:00|措施二没有写清由谁复核，请补上。',
    '原因分析（第 2 轮）|提交|王五|2026-12-07 10:00|',
    '总经理（第 2 轮）|同意|李四（代 张总）|2026-12-08 10:00|同意，抓紧。',
    '效果验证（第 2 轮）|提交|李四|2027-01-08 10:00|',
  ]);
});

test('an approve stage may be named without its steps; an added approver is called so', () => {
  const deeds = [
    deed('check.finance', 'ou_zhao', '2026-12-30', { verdict: 'approve' }),
    deed('approval.more', 'ou_wang', '2026-12-30', { verdict: 'approve' }),
    deed('unnamed', 'ou_wang', '2026-12-30'),
  ];
  const approval = {
    ...{ stage: 'approval', votes: [], returnedBy: null, returnedWith: null },
    added: [{ key: 'more', after: 'gm', personId: 'ou_wang', by: 'ou_zhang' }],
  };
  const { signatures } = documentOf({ ...AD_RECORD, deeds, approval }, NAMES, options());
  expect(signatures.map(({ step }) => step)).toEqual(['财务部', '总经理批准（加签）']);
});

describe('the state', () => {
  test.each([
    ['an approval', AD_RECORD, '审批中：总经理批准'],
    ['lines of customers', CAPA_RECORD, '告知客户：2/3'],
    ['the end', { ...CAPA_RECORD, isOpen: false, stage: 'closed' }, '已关闭'],
    [
      'a department and a deputy',
      record({
        stage: 'contain',
        asked: [asked({ department: 'quality' }), asked({ personId: 'ou_li', insteadOf: 'ou_zhang' })],
      }),
      '应急措施：品质部、李四（代 张总）',
    ],
    [
      'many people',
      record({
        stage: 'issue',
        asked: Object.keys({ ou_li: 1, ou_wang: 1, ou_zhao: 1, ou_qian: 1 }).map((personId) => asked({ personId })),
      }),
      '签发：李四、王五、赵六等',
    ],
  ])('names %s', (_name, one, state) => {
    expect(documentOf(one, NAMES, options()).state).toBe(state);
  });
});

test('the head and foot say which form, which version of it and of the record, and for whom it is printed', () => {
  const timeline = [{ at: at('2026-11-27', '23:30'), who: '李四', what: '签发' }];
  expect(printed({ locale: 'en', timeline })).toMatchObject({
    ...{ title: 'CAPA sheet', number: 'CAPA-2026-012', edition: 'QR-10.2-01/A0', version: 'Procedure version 3' },
    printed: { at: '2026-12-20 16:05', by: '李四', recordVersion: 'Record version 12' },
    timeline: [{ at: '2026-11-27 23:30', who: '李四', what: '签发' }],
  });
  expect(documentOf(record({}), NAMES, options()).number).toBe('（提交后编号）');
});

test('templates find every table of the form, also the empty ones', () => {
  const { tables } = documentOf(record({}), NAMES, options());
  expect(
    Object.entries(tables).map(([key, { columns, rows }]) => [key, columns.map((column) => column.key), rows]),
  ).toEqual([
    ['tell', ['record', 'told_customer', 'result', 'who', 'at'], []],
    ['measures', ['what', 'owner', 'until', 'done_note', 'state'], []],
  ]);
});
