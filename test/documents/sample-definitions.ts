import type { Column, Definition, FieldDefinition, FieldType, Label } from '../../src/domain/procedure/definition';
import type {
  ApproveStage,
  ApproveStep,
  EachStage,
  FillStage,
  FormField,
  WaitStage,
} from '../../src/domain/procedure/stages';

export const label = (text: string): Label => {
  const [zh = '', en = zh] = text.split(' | ');
  return { zh, en };
};

export function field(
  key: string,
  name: string,
  type: FieldType,
  more: Partial<FieldDefinition> = {},
): FieldDefinition {
  return {
    ...{ key, label: label(name), type, choices: [], default: null, columns: [], from: null, of: null },
    ...{ isPrivate: false, computed: null },
    ...more,
  };
}

export const column = (key: string, name: string, type: Column['type'] = 'text'): Column => ({
  key,
  label: label(name),
  type,
});

const formOf = (names: string): FormField[] =>
  names.split(' ').map((name) => ({ field: name.replace('*', ''), required: name.endsWith('*') }));

const base = (key: string, name: string) => ({
  ...{ key, name: label(name), due: null, opens: null, ladder: null, skip: null, next: [] },
});

export const fill = (key: string, name: string, form: string, more: Partial<FillStage> = {}): FillStage => ({
  ...base(key, name),
  kind: 'fill',
  ...{ who: [{ kind: 'starter' }], claim: false, form: formOf(form), show: [], may: [], buttons: [], needsOne: [] },
  ...{ notBy: null, children: null, opensRecord: null, approveBy: null, gate: null, bulk: false, group: null },
  ...more,
});

export const step = (key: string, name: string, form: FormField[] = []): ApproveStep => ({
  ...{ key, name: label(name), who: [{ kind: 'manager' }], due: null, form, when: null, sample: null },
});

export const approve = (key: string, name: string, steps: ApproveStep[]): ApproveStage => ({
  ...base(key, name),
  kind: 'approve',
  ...{
    steps,
    together: false,
    returnTo: null,
    onReject: null,
    editVoids: [],
    samePerson: 'once',
    late: null,
    words: null,
  },
});

export const waitFor = (key: string, name: string, procedure: string): WaitStage => ({
  ...base(key, name),
  kind: 'wait',
  until: { kind: 'children', field: null, procedure },
});

export const each = (key: string, name: string, fields: FieldDefinition[], form: string): EachStage => ({
  ...base(key, name),
  kind: 'each',
  ...{ over: 'cases', who: [{ kind: 'rep_of', field: 'cases' }], again: null, form: formOf(form) },
  fields: byKey(fields),
});

export const byKey = <T extends { key: string }>(all: T[]): Record<string, T> =>
  Object.fromEntries(all.map((one) => [one.key, one]));

export function definition(name: string, title: string, more: Partial<Definition>): Definition {
  return {
    ...{ name, version: 1, label: label(title), number: '', title: '', edition: null, start: [], fields: {} },
    ...{ ladder: null, stages: [], void: null, correct: null, subprocedures: {}, parent: null, document: null },
    ...{ ends: { closed: label('已关闭 | Closed'), void: label('已作废 | Void') }, figures: {} },
    ...more,
  };
}

const choice = (key: string, name: string) => ({ key, label: label(name) });

const MEASURE = definition('capa_measure', '措施 | Measure', {
  fields: byKey([
    field('what', '措施内容 | What', 'long'),
    field('owner', '负责人 | Owner', 'person'),
    field('until', '完成期限 | Until', 'date'),
    field('done_note', '完成情况 | What was done', 'long'),
  ]),
  stages: [fill('plan', '拟定 | Plan', 'what* owner* until*'), fill('do', '执行 | Do', 'done_note*')],
  ends: { done: label('已完成 | Done'), dropped: label('取消 | Dropped') },
  parent: 'capa',
});

/** A CAPA sheet, with approvals, measures as children, and a line for each customer. */
export const CAPA = definition('capa', '纠正和预防措施处理单 | CAPA sheet', {
  version: 3,
  edition: 'QR-10.2-01/A0',
  fields: byKey([
    field('kind', '措施类别 | Kind', 'choice', {
      choices: [choice('corrective', '纠正'), choice('preventive', '预防')],
    }),
    field('product', '产品/型号 | Product', 'product'),
    field('problem', '不合格(潜在)事实 | What is wrong', 'long'),
    field('cases', '关联反馈 | Cases', 'records', { of: 'feedback' }),
    field('department', '责任部门 | Department', 'department'),
    field('cost', '损失估算 | Loss', 'money', { isPrivate: true }),
    field('containment', '应急/遏制措施 | Containment', 'long'),
    field('cause', '根本原因 | Root cause', 'long'),
    field('measures', '措施计划 | Measures', 'records', { of: 'capa_measure' }),
    field('verify_from', '开始验证日期 | Verify from', 'date'),
    field('recurrences', '验证期内同类反馈数 | Recurrences', 'number', {
      computed: { kind: 'named', name: 'recurrences' },
    }),
    field('effect', '验证结论 | Effect', 'choice', { choices: [choice('effective', '有效')] }),
  ]),
  stages: [
    fill('issue', '签发 | Issue', 'kind* product* problem* department* cost'),
    fill('contain', '应急措施 | Containment', 'containment*'),
    fill('analyse', '原因分析 | Root cause', 'cause* verify_from*', {
      children: { of: 'capa_measure', field: 'measures', atLeast: 1 },
    }),
    approve('review', '措施审批 | Approve the plan', [
      step('lead', '责任部门负责人 | Lead'),
      step('manager', '营销部经理 | Manager'),
      step('gm', '总经理 | General manager'),
    ]),
    waitFor('act', '实施 | Carry out', 'capa_measure'),
    fill('verify', '效果验证 | Verify effect', 'effect*', { show: ['recurrences', 'cases'] }),
    each(
      'tell',
      '告知客户 | Tell each customer',
      [field('told_customer', '已告知内容 | Told', 'long')],
      'told_customer*',
    ),
  ],
  subprocedures: { capa_measure: MEASURE },
  document: { template: 'capa.docx', signatures: ['issue', 'contain', 'analyse', 'review.*', 'verify'], sheets: [] },
});

/** A monthly ad plan: a table of items, its sum, and what is computed from both. */
export const AD_PLAN = definition('ad_plan', '月度广告计划审批表 | Monthly ad plan', {
  edition: 'QR-5.4-01/A0',
  fields: byKey([
    field('project', '项目 | Project', 'project'),
    field('period', '月份 | Month', 'month'),
    field('goal', '推广目标(来访/认购) | Goal', 'long'),
    field('items', '投放明细 | Items', 'rows', {
      columns: [
        column('media', '媒体'),
        column('form', '形式/规格'),
        column('from', '开始', 'date'),
        column('to', '结束', 'date'),
        column('times', '次数', 'number'),
        column('amount', '金额', 'money'),
        column('contract', '合同号'),
      ],
    }),
    field('total', '计划费用合计 | Total', 'money', { computed: { kind: 'sum', rows: 'items', column: 'amount' } }),
    field('budget_left', '年度预算余额 | Budget left', 'money'),
    field('over', '超预算 | Over budget', 'yesno', { computed: { kind: 'over', left: 'total', right: 'budget_left' } }),
    field('over_why', '超预算说明 | Why over', 'long'),
  ]),
  stages: [
    fill('draft', '拟定 | Draft', 'goal* items*'),
    approve('approval', '审批 | Approval', [
      step('director', '营销总监审核'),
      step('finance', '财务部会签', [{ field: 'budget_left', required: true }]),
      step('why', '说明超支', [{ field: 'over_why', required: true }]),
      step('gm', '总经理批准'),
    ]),
    approve('check', '财务核对 | Finance checks', [step('finance', '财务部')]),
  ],
  document: { template: 'ad-plan.docx', signatures: ['draft', 'approval.*', 'check'], sheets: [] },
});
