import type { DocumentNames } from '../../src/domain/document/model';
import type { FieldDefinition } from '../../src/domain/procedure/definition';
import type { DocumentOptions } from '../../src/domain/procedure/document';
import type { Asked, ChildView, Deed, Line, ProcedureRecord, Value } from '../../src/domain/procedure/record';
import { AD_PLAN, CAPA } from './sample-definitions';

export const at = (day: string, time = '10:00'): number => Date.parse(`${day}T${time}:00+08:00`);

const PEOPLE: Record<string, string> = {
  ou_li: '李四',
  ou_zhang: '张总',
  ou_wang: '王五',
  ou_zhao: '赵六',
  ou_qian: '钱七',
};
export const NAMES: DocumentNames = {
  nameOf: (id) => PEOPLE[id] ?? '有人',
  departmentOf: (key) => ({ quality: '品质部', finance: '财务部' })[key] ?? key,
};

/** Stands in for the cards' words for a value. */
export function show(field: FieldDefinition, value: Value): string {
  if (field.type === 'money') return Number(value).toLocaleString('en-US', { minimumFractionDigits: 2 });
  if (field.type === 'person') return NAMES.nameOf(String(value));
  if (field.type === 'department') return NAMES.departmentOf(String(value));
  if (field.type === 'yesno') return value === true || value === 'yes' ? '是' : '否';
  if (field.type === 'records' && Array.isArray(value)) {
    return value.map((link) => (typeof link === 'object' && 'number' in link ? link.number : '')).join('、');
  }
  return field.choices.find(({ key }) => key === value)?.label.zh ?? String(value);
}

export const options = (more: Partial<DocumentOptions> = {}): DocumentOptions => ({
  ...{ timeZone: 'Asia/Shanghai', locale: 'zh', timeline: [], show, maySee: () => false },
  ...{ printedAt: at('2026-12-20', '16:05'), printedBy: 'ou_li', company: '海风实业有限公司' },
  ...more,
});

export const asked = (more: Partial<Asked>): Asked => ({
  ...{ step: '', who: { kind: 'starter' }, personId: null, department: null, insteadOf: null, since: 0, dueAt: null },
  ...more,
});

export const deed = (what: string, by: string, day: string, more: Partial<Deed> = {}): Deed => ({
  ...{ what, verdict: 'submit', by, insteadOf: null, at: at(day), remark: '', round: 1 },
  ...more,
});

export function record(more: Partial<ProcedureRecord>): ProcedureRecord {
  return {
    ...{
      id: 1,
      version: 12,
      nextReminderAt: null,
      definition: CAPA,
      number: '',
      title: '',
      claims: {},
      urgedAt: null,
      starterId: 'ou_li',
      holderId: 'ou_li',
    },
    ...{ stage: 'issue', isOpen: true, turn: 1, round: 1, values: {}, moments: {}, dueAt: null, asked: [] },
    ...{ approval: null, lines: [], deeds: [], parties: [], extension: null, question: null, remindedAt: null },
    ...{ parentId: null, parentField: null, origin: null, createdAt: at('2026-11-27'), endedAt: null },
    ...{ parent: null, children: [] },
    ...more,
  };
}

const measure = (id: number, more: Partial<ChildView>): ChildView => ({
  ...{ id, procedure: 'capa_measure', field: 'measures', number: '', title: '', stage: 'done', isOpen: false },
  ...{ holderId: 'ou_wang', dueAt: null, values: {}, doers: [], endedAt: null },
  ...more,
});

const line = (number: string, more: Partial<Line> = {}): Line => ({
  link: { workflow: 'feedback', id: 1, number, title: '海风公司' },
  ...{ personId: 'ou_zhao', values: {}, state: 'open', by: null, at: null, reason: '' },
  ...more,
});

const entered = (...stages: string[]) =>
  Object.fromEntries(stages.map((stage, index) => [`${stage}.entered`, at('2026-11-27') + index]));

export const CAPA_RECORD = record({
  number: 'CAPA-2026-012',
  stage: 'tell',
  moments: entered('issue', 'contain', 'analyse', 'review', 'act', 'verify', 'tell'),
  origin: { workflow: 'feedback', id: 12, number: 'FB-12', title: '海风公司 · 漏水' },
  values: {
    kind: 'corrective',
    product: 'A8 空调外机',
    problem: '十一月三起同型号外机接水盘渗漏，客户家中地板受潮。\n批次集中在 2026-10 下旬，均为二号线生产。',
    department: 'quality',
    cost: 12800,
    cases: [
      { workflow: 'feedback', id: 12, number: 'FB-12', title: '' },
      { workflow: 'feedback', id: 15, number: 'FB-15', title: '' },
    ],
    containment: '在库 320 台全部停发并复检，已发出的 46 台由售后逐户联系。',
    cause: '注塑机换模后保压时间被改回出厂默认值，接水盘边缘缩水；首件检验未覆盖此尺寸。',
    verify_from: '2026-12-31',
    recurrences: 0,
    effect: 'effective',
  },
  deeds: [
    deed('issue', 'ou_li', '2026-11-27'),
    deed('contain', 'ou_wang', '2026-11-30'),
    deed('analyse', 'ou_wang', '2026-12-03'),
    deed('review.lead', 'ou_qian', '2026-12-04', { verdict: 'approve' }),
    deed('review.gm', 'ou_zhang', '2026-12-05', { verdict: 'return', remark: '措施二没有写清由谁复核，请补上。' }),
    deed('analyse', 'ou_wang', '2026-12-07', { round: 2 }),
    deed('review.gm', 'ou_li', '2026-12-08', {
      verdict: 'approve',
      insteadOf: 'ou_zhang',
      remark: '同意，抓紧。',
      round: 2,
    }),
    deed('verify', 'ou_li', '2027-01-08', { round: 2 }),
  ],
  lines: [
    line('FB-12', {
      state: 'done',
      by: 'ou_zhao',
      at: at('2027-01-09'),
      values: { told_customer: '已换新接水盘，并延保一年。' },
    }),
    line('FB-15', { state: 'skipped', by: 'ou_zhao', at: at('2027-01-09'), reason: '客户已不存在' }),
    line('FB-19'),
  ],
  children: [
    measure(1, {
      values: {
        what: '锁定保压参数，修改须两人确认',
        owner: 'ou_wang',
        until: '2026-12-10',
        done_note: '已上锁，参数表张贴在机台。',
      },
    }),
    measure(2, {
      isOpen: true,
      stage: 'do',
      values: { what: '首件检验增加接水盘边缘尺寸，由品质部复核', owner: 'ou_qian', until: '2026-12-15' },
    }),
  ],
});

export const AD_RECORD = record({
  definition: AD_PLAN,
  number: 'AD-2026-12-滨江',
  stage: 'approval',
  moments: entered('draft', 'approval'),
  values: {
    project: '滨江花园',
    period: '2026-12',
    goal: '来访 400 组，认购 60 套',
    items: [
      {
        media: '公交站牌',
        form: '灯箱 12 块',
        from: '2026-12-01',
        to: '2026-12-31',
        times: 1,
        amount: 86000.1,
        contract: 'HT-0912',
      },
      { media: '短视频', form: '信息流', from: '2026-12-05', to: '2026-12-25', times: 20, amount: 45000.2 },
      { media: '开放日活动', amount: 23800 },
    ],
    total: 154800.3,
    budget_left: 120000,
    over: true,
    over_why: '开盘提前一个月，站牌须先付定金。',
  },
  asked: [asked({ step: 'gm', personId: 'ou_zhang' })],
  deeds: [
    deed('draft', 'ou_li', '2026-11-24'),
    deed('approval.director', 'ou_qian', '2026-11-25', { verdict: 'approve' }),
    deed('approval.finance', 'ou_zhao', '2026-11-26', { verdict: 'approve', remark: '超年度余额，请说明。' }),
    deed('approval.why', 'ou_li', '2026-11-26', { verdict: 'submit' }),
  ],
});
