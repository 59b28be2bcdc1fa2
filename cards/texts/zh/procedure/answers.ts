import type { CommandType } from '../../../../src/domain/procedure/commands';
import type { ProcedureRefusalFacts } from '../../procedure-facts';
import { beside } from '../spacing';

type Deeds = Partial<Record<CommandType, string>>;

/** What somebody did, after their name. */
const DEEDS: Deeds = {
  submit: '提交',
  save: '存了一部分',
  add_rows: '加了表格行',
  claim: '接单',
  approve: '同意',
  return: '退回修改',
  reject: '不同意',
  delegate: '转交',
  add_approver: '加签',
  transfer: '转部门',
  hand_over: '转同事',
  decline: '说有困难',
  question: '提问',
  reply: '回答',
  extend: '延期',
  allow_extension: '答复延期申请',
  tell: '告知客户',
  tell_skip: '标为不用告知',
  read: '看过',
  note: '补一句',
  urge: '催办',
  correct: '更正',
  withdraw: '撤回',
  void: '作废',
  add_child: '加了一条',
  child_ended: '下面一条办完了',
  parent_moved: '上一级有变化',
  people_changed: '换了经办人',
};

const DONE: Partial<Record<CommandType, (number: string) => string>> = {
  submit: (number) => beside(number, '已提交'),
  save: () => '已存好，还没有提交',
  add_rows: () => '表格已加上',
  claim: (number) => beside('您已接单', number),
  approve: (number) => beside(number, '已同意'),
  return: (number) => beside(number, '已退回修改'),
  reject: (number) => beside(number, '没有同意，已告诉对方'),
  delegate: (number) => beside(number, '已转交'),
  add_approver: () => '已加签，您同意之后轮到他',
  transfer: (number) => beside(number, '已转部门'),
  hand_over: (number) => beside(number, '已转给同事'),
  decline: () => '已告诉派给您的人',
  question: () => '已问，回答了会告诉您',
  reply: () => '已回复，对方接着办',
  extend: (number) => beside(number, '的延期已登记'),
  allow_extension: () => '已答复，对方马上知道',
  tell: () => '记下了，辛苦了',
  tell_skip: () => '记下了，这位客户不用告知',
  read: () => '记下了，您看过了',
  note: () => '已补上，在办的同事马上看到',
  urge: () => '已催',
  correct: (number) => beside(number, '已更正'),
  withdraw: (number) => beside(number, '已撤回'),
  void: (number) => beside(number, '已作废'),
  add_child: () => '已加上',
};

const REFUSALS = {
  no_longer_applies: ({ by, at, stage }: ProcedureRefusalFacts) =>
    by && at ? `${by}已于 ${at} 办过了，现在是“${stage}”。` : `情况已有变化，现在是“${stage}”。`,
  not_yours: ({ names }: ProcedureRefusalFacts) => `这一步由${names || '别人'}办，您这边不用动。`,
  remark_missing: () => '请写明原因或要改的地方，再点一次。',
  missing_fields: ({ names }: ProcedureRefusalFacts) => (names === '' ? '还有必填的没填。' : `还差${names}。`),
  needs_one: ({ names }: ProcedureRefusalFacts) => `${names || '这几项'}，至少要填一项。`,
  missing_children: ({ count, names }: ProcedureRefusalFacts) => `至少要有 ${count} 条${names}，请先加上。`,
  gate: ({ says, number }: ProcedureRefusalFacts) => `${says || '前一件还没有办完'}${number ? `（${number}）` : ''}。`,
  own_approval: () => '自己提的，不能自己批，会请别人批。',
  own_work: () => '自己办的，不能自己验收，请别人来。',
  not_open_yet: ({ stage, at }: ProcedureRefusalFacts) => `“${stage}”还没到时候${at ? `，${at} 起可以办` : ''}。`,
  asked_already: ({ names }: ProcedureRefusalFacts) => `已经在问${names || '对方'}了，回答了会告诉您。`,
  extension_waits: ({ names }: ProcedureRefusalFacts) => `已经申请过延期，在等${names || '对方'}答复。`,
  too_late_to_correct: ({ stage }: ProcedureRefusalFacts) => `下一步已经开始，改不了了，现在是“${stage}”。`,
  too_late_to_void: ({ stage }: ProcedureRefusalFacts) => `到“${stage}”这一步，不能作废了。`,
  procedure_off: () => '这个流程已经停用，不能再发起。',
  unknown_person: () => '请在列表中选择一位同事。',
  already_asked: ({ names }: ProcedureRefusalFacts) => `${names || '对方'}已经在这一步了，请选别人。`,
  cannot_return: () => '这一步不能退回。',
  cannot_reject: () => '这一步不能直接否决，可以退回修改。',
  ended: () => '这一件已经结束了。',
  not_allowed_here: () => '这一步不能这样办。',
  same_department: () => '已经在这个部门了。',
  yourself: () => '不能是您自己。',
  not_later: () => '新的日期要晚于原来的。',
  nothing_asked: () => '现在没有要回答的。',
  nobody_to_urge: () => '现在没有人在办，不用催。',
  urged_already: () => '一小时内催过了，先等等。',
  line_done: () => '这位客户已经办完了。',
  nothing_changed: () => '内容没有变化。',
  not_in_form: () => '这一步不用填表格。',
  /** `names`: the wrong lines of a table; none if nothing in it can be read as a row. */
  row_faults: ({ names }: ProcedureRefusalFacts) =>
    names === '' ? '没有读到表格里的行，请把表格复制后再发一次。' : `表格没有收下，请改好再发：${names}。`,
} satisfies Record<string, (facts: ProcedureRefusalFacts) => string>;

/** What people are answered about a record. */
export const PROCEDURE_ANSWERS_ZH = {
  deeds: DEEDS,
  done: DONE,
  /** A record without a number, in an answer. */
  thisOne: '这一件',
  /** A command without a toast of its own. */
  noted: '记下了',
  /** The program, in the course of a record. */
  program: '系统',
  deedAt: (deed: string, stage: string) => (stage === '' ? deed : `${deed}“${stage}”`),
  deedSaid: (deed: string, text: string) => (text === '' ? deed : `${deed}：${text}`),
  refusals: REFUSALS as Record<keyof typeof REFUSALS, (facts: ProcedureRefusalFacts) => string>,
};
