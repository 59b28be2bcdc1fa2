import type { Column, Definition } from '../../src/domain/procedure/definition';
import {
  approve,
  choices,
  definition,
  fields,
  fill,
  form,
  inOrder,
  label,
  notify,
  step,
  to,
  wait,
} from './procedure-definition-parts';

const column = (key: string, text: string, type: Column['type']): Column => ({ key, label: label(text), type });

const ITEMS: Column[] = [
  column('media', '媒体 | Media', 'text'),
  column('form', '形式 | Form', 'text'),
  column('from', '起 | From', 'date'),
  column('amount', '金额 | Amount', 'money'),
];

const GM = { kind: 'position', position: 'gm' } as const;

/** A monthly ad plan, after `shared/procedures/ad-plan.yaml`: a table, sums, steps by amount. */
export const AD_PLAN: Definition = definition(
  '月度广告计划 | Monthly ad plan',
  {
    name: 'ad_plan',
    title: '{project} {period}',
    number: 'AD-{period}-{project}',
    fields: fields({
      project: ['项目 | Project', 'project'],
      period: ['月份 | Month', 'month'],
      goal: ['推广目标 | Goal', 'long'],
      audience: ['目标客群 | Audience', 'long'],
      agency: ['广告公司 | Agency', 'outside'],
      items: ['投放明细 | Items', 'rows', { columns: ITEMS }],
      drafts: ['画面小样 | Drafts', 'files'],
      total: ['费用合计 | Total', 'money', { computed: { kind: 'sum', rows: 'items', column: 'amount' } }],
      budget_left: ['预算余额 | Budget left', 'money'],
      finance_note: ['财务意见 | Finance', 'text'],
    }),
    stages: inOrder(
      [
        fill('draft', '拟定 | Draft', {
          who: [{ kind: 'holder' }],
          form: form('goal*', 'audience', 'agency*', 'items*', 'drafts'),
          may: ['withdraw'],
        }),
        approve(
          'approval',
          '审批 | Approval',
          [
            step('director', '营销总监 | Director', { kind: 'position', position: 'director' }),
            step(
              'finance',
              '财务会签 | Finance',
              { kind: 'department', key: 'quality' },
              { form: form('budget_left*', 'finance_note') },
            ),
            step('gm', '总经理 | General manager', GM, { when: { kind: 'over', field: 'total', amount: 50_000 } }),
          ],
          { returnTo: 'draft', onReject: 'rejected', editVoids: ['items', 'agency'] },
        ),
        notify('handout', '分发 | Hand out', [{ kind: 'department', key: 'logistics' }]),
        wait('run', '执行中 | Running', {
          kind: 'date',
          moment: { kind: 'edge_of_month', edge: 'last', of: 'period' },
        }),
      ],
      'settled',
    ),
    ends: {
      settled: label('已结算 | Settled'),
      rejected: label('未批准 | Rejected'),
      void: label('已撤回 | Withdrawn'),
    },
  },
  {
    void: { by: [{ kind: 'starter' }], reason: true, until: 'run' },
    document: { template: 'ad-plan.docx', signatures: [], sheets: [] },
  },
);

/** An instruction as a task: accepted, done, confirmed. */
export const TASK: Definition = definition('任务 | Task', {
  name: 'task',
  title: '{what}',
  number: 'RW-{year}-{seq:3}',
  fields: fields({
    what: ['要办的事 | What to do', 'text'],
    words: ['批示原话 | Instruction', 'long'],
    priority: [
      '紧急程度 | Priority',
      'choice',
      { choices: choices({ normal: '普通 | Normal', high: '紧急 | High', urgent: '特急 | Urgent' }) },
    ],
    result: ['办理结果 | Result', 'long'],
    proof: ['证明 | Proof', 'files'],
  }),
  stages: inOrder(
    [
      fill('give', '派出 | Give', { who: [{ kind: 'starter' }], form: form('what*', 'words') }),
      fill('accept', '接受 | Accept', { who: [{ kind: 'holder' }], may: ['decline', 'hand_over'] }),
      fill('do', '办理 | Do', {
        who: [{ kind: 'holder' }],
        form: form('result*', 'proof'),
        may: ['extend', 'hand_over'],
      }),
      approve('confirm', '确认 | Confirm', [step('giver', '派单人 | Giver', { kind: 'starter' })], {
        returnTo: 'do',
        words: { approve: label('通过 | Confirm'), return: label('再做做 | Not yet') },
      }),
    ],
    'done',
  ),
  ends: { done: label('已办结 | Done'), void: label('已作废 | Void') },
});

/** A contract: short values of many types, further ways out, a private field. */
export const CONTRACT: Definition = definition('合同审批单 | Contract', {
  name: 'contract',
  title: '{buyer} {unit}',
  number: 'HT-{year}-{seq:3}',
  fields: fields({
    buyer: ['买方 | Buyer', 'customer'],
    unit: ['房号 | Unit', 'text'],
    price: ['总价 | Price', 'money'],
    standard: ['标准合同 | Standard', 'yesno'],
    signed_on: ['签约日期 | Signed on', 'date'],
    meets_at: ['签约时间 | Meets at', 'datetime'],
    period: ['入账月份 | Month', 'month'],
    ways: [
      '付款方式 | Payment',
      'choices',
      { choices: choices({ loan: '按揭 | Loan', cash: '一次性 | At once', parts: '分期 | Instalments' }) },
    ],
    seller: ['经办人 | Seller', 'person'],
    witnesses: ['见证人 | Witnesses', 'people'],
    checked_by: ['核对部门 | Checked by', 'department'],
    category: ['类别 | Category', 'category'],
    mood: ['客户满意度 | Mood', 'rating'],
    again: ['推荐意愿 | Recommends', 'nps'],
    floor: ['底价 | Floor price', 'money', { isPrivate: true }],
    scan: ['扫描件 | Scan', 'files'],
  }),
  stages: inOrder(
    [
      fill('sign', '签约 | Sign', {
        who: [{ kind: 'holder' }],
        form: form('buyer*', 'unit*', 'price*'),
        buttons: choices({ refused: '客户不签 | Refused', postponed: '改期 | Postponed' }),
        may: ['ask', 'hand_over', 'extend'],
        next: [to('file', { kind: 'button', button: 'postponed' }), to('file')],
      }),
      fill('file', '归档 | File', {
        who: [{ kind: 'holder' }],
        form: form(
          ...['standard*', 'signed_on*', 'meets_at', 'period*', 'ways*', 'seller*', 'witnesses', 'checked_by*'],
          ...['category', 'mood', 'again', 'floor', 'scan*'],
        ),
        needsOne: ['signed_on', 'meets_at'],
      }),
    ],
    'filed',
  ),
  ends: { filed: label('已归档 | Filed'), void: label('已作废 | Void') },
});
