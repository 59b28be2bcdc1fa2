import type { TimelineTexts } from './texts-timeline';

const quoted = (deed: string, text: string) => (text ? `${deed}：${text}` : deed);

export const TIMELINE_ZH: TimelineTexts = {
  program: '系统',
  line: (deed, status) => (status ? `${deed} → ${status}` : deed),
  rungs: { unclaimed: '无人接单', before: '临近时限', due: '已到时限', overdue: '已超时' },
  deeds: {
    draft: () => '转发客户的消息，生成草稿',
    add_message: () => '又转发一条消息',
    submit: ({ department }) => (department ? `提交给${department}` : '提交'),
    discard: () => '作废草稿',
    route: ({ department }) => `分派给${department}`,
    instruct: ({ department }) => `批示并交给${department}`,
    claim: () => '接单',
    release: ({ text }) => quoted('退回待接单', text),
    answer: () => '提交处理意见',
    answer_with_reply: () => '以回复作为处理意见',
    transfer: ({ department, text }) => quoted(department ? `转派给${department}` : '转回文员分派', text),
    request_info: ({ text }) => quoted('请客户经理补充', text),
    provide_info: ({ text }) => quoted('补充信息', text),
    extend: ({ text }) => quoted('申请延期', text),
    interim: ({ text }) => quoted('给客户阶段性答复', text),
    correct: ({ text }) => quoted('更正类别、部门或紧急程度', text),
    urge: () => '催办',
    withdraw: ({ text }) => quoted('撤回', text),
    close: ({ text }) => quoted('告知客户并归档', text),
    reopen: ({ text }) => quoted('重新打开', text),
    note: ({ text }) => quoted('补充进展', text),
    recall: () => '撤回了一条消息',
    edit: () => '编辑了一条消息',
    keep_attachment: () => '保存附件',
    remind: ({ rung }) => quoted('发出提醒', rung),
  },
};
