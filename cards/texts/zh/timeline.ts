import type { TimelineFacts } from '../facts';

const quoted = (deed: string, text: string) => (text ? `${deed}：${text}` : deed);

const RUNGS: Record<string, string> = {
  unclaimed: '无人接单',
  before: '临近时限',
  due: '已到时限',
  overdue: '已超时',
  silent: '询问是否还在处理',
  silent_lead: '接单后没有进展',
  draft: '草稿没有提交',
  draft_left: '草稿一直没有提交',
  interim_before: '临近阶段性答复时限',
  interim_due: '已到阶段性答复时限',
  interim_overdue: '阶段性答复已超时',
};

const DEEDS: Record<string, (facts: TimelineFacts) => string> = {
  draft: () => '转发客户的消息，生成草稿',
  add_message: () => '又转发一条消息',
  refill: () => '按新消息重新预填草稿',
  save: () => '修改草稿',
  set_priority: () => '改紧急程度',
  restore: () => '恢复草稿',
  assign: () => '派人接单',
  nudge_rep: () => '催客户经理补充',
  cause: ({ text }) => quoted('补充原因和预防措施', text),
  submit: ({ department }) => (department ? `提交给${department}` : '提交'),
  discard: () => '作废草稿',
  adopt: () => '接手草稿',
  merge: ({ text }) => quoted('并入另一件', text),
  route: ({ department }) => `分派给${department}`,
  instruct: ({ department }) => `批示并交给${department}`,
  claim: () => '接单',
  release: ({ text }) => quoted('退回待接单', text),
  answer: () => '提交处理意见',
  answer_with_reply: () => '以回复作为处理意见',
  amend_answer: ({ text }) => quoted('更正处理意见', text),
  transfer: ({ department, text }) => quoted(department ? `转派给${department}` : '转回文员分派', text),
  request_info: ({ text }) => quoted('请客户经理补充', text),
  provide_info: ({ text }) => quoted('补充信息', text),
  extend: ({ text, waits }) => quoted(waits ? '申请延期' : '登记延期', text),
  grant_extension: () => '同意延期',
  refuse_extension: ({ text }) => quoted('没有同意延期', text),
  interim: ({ text }) => quoted('给客户阶段性答复', text),
  correct: ({ text }) => quoted('更正类别、部门或紧急程度', text),
  urge: () => '催办',
  withdraw: ({ text }) => quoted('撤回', text),
  close: ({ text }) => quoted('告知客户并归档', text),
  reopen: ({ text }) => quoted('重新打开', text),
  note: ({ text }) => quoted('补充进展', text),
  undo: () => '撤销刚补充的一条',
  recall: () => '撤回了一条消息',
  edit: () => '编辑了一条消息',
  forward_refused: () => '原消息未能转发到群里',
  keep_attachment: () => '保存附件',
  unassign: () => '接单人已无法联系，重新待接单',
  move_department: ({ department }) => (department ? `部门有变动，转到${department}` : '部门有变动，转回文员分派'),
  take_over: () => '客户经理已无法联系，改由他人跟进',
  skip_review: () => '没有可批示的经理，直接分派',
  postpone: () => '调整提醒时间',
  remind: ({ rung }) => quoted('发出提醒', rung),
  still_working: () => '回应仍在处理',
  reveal_contact: () => '查看联系方式',
  look: () => '查看全部信息（含联系方式）',
};

/** The timeline of a record. */
export const TIMELINE_ZH = {
  /** The name of the actor if no person acted. */
  program: '系统',
  /** A deed, and the case's status after the deed; `status` is empty if the deed changed no status. */
  line: (deed: string, status: string) => (status ? `${deed} → ${status}` : deed),
  rungs: RUNGS,
  /** The deeds, by the `what` of the timeline's entry. */
  deeds: DEEDS,
};
