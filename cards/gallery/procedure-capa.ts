import type { Definition } from '../../src/domain/procedure/definition';
import {
  approve,
  choices,
  definition,
  each,
  fields,
  fill,
  form,
  inOrder,
  label,
  step,
  to,
  wait,
} from './procedure-definition-parts';

const MEASURE: Definition = definition(
  '措施 | Measure',
  {
    name: 'capa_measure',
    title: '{what}',
    number: '{parent}-{seq}',
    fields: fields({
      what: ['措施内容 | What to do', 'long'],
      owner: ['负责人 | Owner', 'person'],
      until: ['完成期限 | Until', 'date'],
      done_note: ['完成情况 | What was done', 'long'],
      proof: ['完成证据 | Proof', 'files'],
    }),
    stages: inOrder(
      [
        fill('plan', '拟定 | Plan', { who: [{ kind: 'parent_holder' }], form: form('what*', 'owner*', 'until*') }),
        fill('do', '执行 | Do', {
          who: [{ kind: 'person', field: 'owner' }],
          form: form('done_note*', 'proof'),
          may: ['hand_over', 'extend'],
        }),
      ],
      'done',
    ),
    ends: { done: label('已完成 | Done'), dropped: label('取消 | Dropped') },
  },
  { parent: 'capa' },
);

const DEPARTMENT = { kind: 'department_of', field: 'department' } as const;

/** A CAPA sheet, after `shared/procedures/capa.yaml`: every shape of a card but the receipt. */
export const CAPA: Definition = definition(
  '纠正和预防措施处理单 | CAPA sheet',
  {
    name: 'capa',
    title: '{product} {problem}',
    number: 'CAPA-{year}-{seq:3}',
    fields: fields({
      kind: [
        '措施类别 | Kind',
        'choice',
        {
          choices: choices({ corrective: '纠正 | Corrective', preventive: '预防 | Preventive' }),
          default: 'corrective',
        },
      ],
      severity: [
        '严重程度 | Severity',
        'choice',
        { choices: choices({ minor: '轻微 | Minor', major: '一般 | Major', critical: '严重 | Critical' }) },
      ],
      product: ['产品型号 | Product', 'product'],
      batch: ['批号和数量 | Batch', 'text'],
      category: ['问题类别 | Category', 'category'],
      problem: ['不合格事实 | What is wrong', 'long'],
      evidence: ['附件和照片 | Evidence', 'files'],
      cases: ['关联反馈 | Cases', 'records', { of: 'feedback' }],
      department: ['责任部门 | Department', 'department'],
      answer_by: ['要求完成日期 | Due', 'date'],
      containment: ['应急措施 | Containment', 'long'],
      scope: ['影响范围 | Scope', 'long'],
      cause_class: [
        '原因分类 | Cause class',
        'choice',
        {
          choices: choices({
            man: '人 | Man',
            machine: '机 | Machine',
            material: '料 | Material',
            method: '法 | Method',
            environment: '环 | Environment',
          }),
        },
      ],
      cause: ['根本原因 | Root cause', 'long'],
      similar: ['同类排查 | Similar ones', 'long'],
      docs_changed: ['要改的文件 | Documents', 'text'],
      verify_from: ['开始验证 | Verify from', 'date'],
      measures: ['措施计划 | Measures', 'records', { of: 'capa_measure' }],
      recurrences: ['验证期内同类反馈 | Recurrences', 'number', { computed: { kind: 'named', name: 'recurrences' } }],
      effect: [
        '验证结论 | Effect',
        'choice',
        {
          choices: choices({
            effective: '有效 | Effective',
            partly: '部分有效 | Partly',
            ineffective: '无效 | Ineffective',
          }),
        },
      ],
      effect_note: ['验证情况 | What was found', 'long'],
      customer_text: ['给客户的说明 | Words for customers', 'long'],
    }),
    stages: inOrder(
      [
        fill('issue', '签发 | Issue', {
          who: [{ kind: 'starter' }],
          form: form(
            ...[
              'kind*',
              'severity*',
              'product*',
              'batch',
              'category*',
              'problem*',
              'evidence',
              'department*',
              'answer_by',
            ],
          ),
        }),
        fill('contain', '应急措施 | Containment', {
          who: [DEPARTMENT],
          claim: true,
          form: form('containment*', 'scope*'),
          may: ['transfer', 'ask', 'extend'],
        }),
        fill('analyse', '原因分析 | Root cause', {
          who: [DEPARTMENT],
          form: form('cause_class*', 'cause*', 'similar*', 'docs_changed', 'verify_from*'),
          children: { of: 'capa_measure', field: 'measures', atLeast: 1 },
          may: ['ask', 'extend'],
        }),
        approve(
          'review',
          '措施审批 | Approval',
          [
            step('lead', '责任部门负责人 | Lead', { kind: 'lead', field: 'department' }),
            step('manager', '营销部经理 | Manager', { kind: 'manager' }),
            step(
              'gm',
              '总经理 | General manager',
              { kind: 'position', position: 'gm' },
              { when: { kind: 'is', field: 'severity', values: ['critical'] } },
            ),
          ],
          { returnTo: 'analyse' },
        ),
        wait('act', '实施 | Carry out', { kind: 'children', field: 'measures', procedure: 'capa_measure' }),
        fill('verify', '效果验证 | Verify', {
          who: [{ kind: 'starter' }],
          form: form('effect*', 'effect_note*', 'customer_text'),
          show: ['recurrences', 'cases'],
          next: [to('tell', { kind: 'is', field: 'effect', values: ['effective'] }), to('analyse', null, true)],
        }),
        each('tell', '告知客户 | Tell customers', {
          over: 'cases',
          who: [{ kind: 'rep_of', field: 'cases' }],
          fields: fields({
            told_customer: ['已告知内容 | What they were told', 'long'],
            satisfaction: [
              '客户反应 | Reaction',
              'choice',
              {
                choices: choices({
                  satisfied: '满意 | Satisfied',
                  neutral: '一般 | Neutral',
                  unsatisfied: '不满意 | Unhappy',
                }),
              },
            ],
            customer_words: ['客户原话 | Their words', 'text'],
          }),
          form: form('told_customer*', 'satisfaction*', 'customer_words'),
        }),
      ],
      'closed',
    ),
    ends: { closed: label('已关闭 | Closed'), void: label('已作废 | Void') },
  },
  {
    subprocedures: { capa_measure: MEASURE },
    void: { by: [{ kind: 'manager' }], reason: true, until: null },
    document: { template: 'capa.docx', signatures: [], sheets: [] },
  },
);

export { MEASURE };
