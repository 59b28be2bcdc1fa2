import type { CardCommand } from '../../../src/domain/feedback/commands';

const FOLDS: Partial<Record<CardCommand, string>> = {
  split: '不是同一位客户？另建一条反馈',
  request_info: '信息不全？退回补充',
  extend: '无法按时解决？申请延期',
  transfer: '不属于本部门？转派',
  release: '无法继续处理？退回待接单',
  correct: '类别、部门或紧急程度有误？更正',
  withdraw: '无需继续处理？撤回',
  close: '已答复客户？归档',
  reopen: '客户仍有意见？重新打开',
};

const ASIDES: Partial<Record<CardCommand, string>> = {
  interim: '发给客户后，请在此登记。',
};

const DEEDS: Partial<Record<CardCommand, string>> = {
  submit: '提交',
  discard: '作废',
  adopt: '接手',
  route: '分派',
  instruct: '批示',
  claim: '接单',
  release: '退回待接单',
  answer: '提交处理意见',
  answer_with_reply: '提交处理意见',
  correct: '更正',
  transfer: '转派',
  request_info: '退回补充',
  provide_info: '补充信息',
  withdraw: '撤回',
  close: '归档',
  reopen: '重新打开',
};

const DONE: Record<CardCommand, (number: string) => string> = {
  submit: (number) => `${number} 已提交`,
  discard: (number) => `${number} 已作废`,
  split: (number) => `${number} 已拆分，另一条在新的卡片上`,
  adopt: (number) => `${number} 由您接手，草稿卡片随后发给您`,
  route: (number) => `${number} 已分派`,
  instruct: (number) => `${number} 已批示`,
  claim: (number) => `您已接单 ${number}`,
  release: (number) => `${number} 已退回待接单`,
  still_working: (number) => `已记下，请继续处理 ${number}`,
  reveal_contact: (number) => `${number} 的联系方式已私信给您`,
  answer_with_reply: (number) => `${number} 的处理意见已转给客户经理`,
  answer: (number) => `${number} 的处理意见已转给客户经理`,
  transfer: (number) => `${number} 已转派`,
  request_info: (number) => `已请客户经理为 ${number} 补充信息`,
  provide_info: (number) => `${number} 的补充信息已转给部门`,
  extend: (number) => `${number} 的延期已登记，并已告知客户经理`,
  interim: (number) => `${number} 的阶段性答复已登记`,
  correct: (number) => `${number} 已更正`,
  urge: (number) => `已催办 ${number}`,
  withdraw: (number) => `${number} 已撤回`,
  close: (number) => `${number} 已归档，辛苦了`,
  reopen: (number) => `${number} 已重新打开`,
};

/** The commands about a case: before the tap, and after the tap. */
export const COMMANDS_ZH = {
  /** The labels of the buttons. */
  commands: {
    submit: '提交',
    discard: '作废',
    split: '另建一条反馈',
    adopt: '由我接手',
    route: '分派',
    instruct: '批示',
    claim: '接单',
    release: '退回待接单',
    still_working: '还在处理',
    reveal_contact: '查看联系方式',
    answer: '提交处理意见',
    answer_with_reply: '以此回复作为处理意见',
    transfer: '转派',
    request_info: '退回补充',
    provide_info: '补充',
    extend: '申请延期',
    interim: '已告知客户',
    correct: '更正',
    urge: '催办',
    withdraw: '撤回',
    close: '归档',
    reopen: '重新打开',
    bind: '绑定',
  } satisfies Record<CardCommand | 'bind', string>,
  /** The title of a folded form. */
  folds: FOLDS,
  /** A line above an open form. */
  asides: ASIDES,
  confirms: {
    discard: { title: '作废这份草稿？', text: '作废后不再处理。如需反馈，请重新转发客户的消息。' },
    withdraw: { title: '撤回这条反馈？', text: '撤回后，责任部门将停止处理。' },
  },

  /** The toast after a command. */
  done: DONE,
  /** The toast after a group was bound to a department; `chat` is empty if the group has no name. */
  bound: (chat: string, department: string) => `${chat ? `“${chat}”` : '这个群'}已绑定为${department}的群`,
  /** The command as a deed of a person, for a reader who taps too late: `王芳已接单`. */
  deeds: DEEDS,
};
