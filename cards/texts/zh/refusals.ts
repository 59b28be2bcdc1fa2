import type { RefusalFacts } from '../facts';

const OWNERS = {
  rep: '客户经理',
  department: '责任部门成员',
  holder: '接单人',
  lead: '部门主管',
  clerk: '办公室文员',
  manager: '部门经理',
  admin: '管理员',
};

const REFUSALS = {
  no_longer_applies: ({ by, at, deed, status }) =>
    deed && by && at ? `${by}已于 ${at} ${deed}，现在是“${status}”。` : `情况已有变化，现在是“${status}”。`,
  not_yours: ({ who, names, department }) => {
    const owner = who === 'department' && department ? `${department}群的成员` : who ? OWNERS[who] : '相关负责人';
    return `这一步由${owner}${names ? `（${names}）` : ''}操作。`;
  },
  not_noted: ({ names, department }) =>
    `您的回复没有记录${department ? `：这条反馈现在由${department}处理` : ''}，有情况请告知客户经理${names ? `（${names}）` : ''}。`,
  unknown_department: () => '没有找到这个部门，请重新选择。',
  unknown_category: () => '没有找到这个问题类别，请重新选择。',
  department_without_group: ({ department }) =>
    `${department || '该部门'}还没有绑定群，请选择其他部门，或请管理员先绑定。`,
  same_department: () => '已经在这个部门了，请选择其他部门。',
  urged_recently: ({ nextAt }) => `刚刚催办过，${nextAt ? `${nextAt} 后可再次催办` : '请稍后再催'}。`,
  until_not_later: ({ due }) => `延期时间须晚于${due ? ` ${due}` : '现在的时限'}。`,
  until_too_late: () => '延期最长一年，请选择近一些的时间。',
  unknown_assignee: () => '请在列表中选择接手的同事。',
  nothing_changed: () => '没有需要更正的内容，请先修改再提交。',
  nobody_to_route: () => '还没有设置负责分派的文员，请直接选择责任部门。',
  card_unknown: () => '这张卡片已经失效，请看最新的卡片。',
  field_faults: ({ faults }) => `${faults.join('；')}。`,
  too_late_to_undo: () => '已经撤不掉了：添上去 10 分钟内才能撤销。要更正，请再补一句。',
  nothing_to_split: () => '这条消息已不在草稿中，或是第一条，请重新选择。',
  no_contact: () => '这条反馈没有留下联系方式，请向客户经理了解。',
  empty_answer: () => '“处理结果：”后面没有内容，还没有提交。请写上处理意见再发一次。',
  empty_draft: () => '草稿里没有客户的内容了，请重新转发客户的消息。',
  busy: () => '正在处理其他人的操作，请稍后再试。',
  duplicate: () => '刚才的操作已经收到，不必重复。',
} satisfies Record<string, (facts: RefusalFacts) => string>;

/** The sentences for refused commands and for forms with faults. */
export const REFUSALS_ZH = {
  refusals: REFUSALS as Record<keyof typeof REFUSALS, (facts: RefusalFacts) => string>,
  /** The reason has no sentence in `refusals`. */
  refused: '这一步没有成功，请看最新的卡片，或稍后再试。',
  faults: {
    missing: (field: string) => `请填写“${field}”`,
    not_a_choice: (field: string) => `请在列表中选择“${field}”`,
    not_a_time: (field: string) => `“${field}”不是有效的时间`,
    too_long: (field: string) => `“${field}”太长，请精简`,
  },
};
