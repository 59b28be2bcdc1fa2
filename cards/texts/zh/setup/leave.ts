import type { LeaveDays } from '../../../../src/domain/org/leave-dates';

type Fault = Extract<LeaveDays, { ok: false }>['fault'] | 'own_deputy';

const FAULTS: Record<Fault, string> = {
  no_such_day: '没有这一天，请核对日期。',
  ends_before_it_begins: '结束日期早于开始日期，请核对。',
  past: '这段时间已经过去了，请核对日期。',
  unlikely: '请核对日期：一次最长登记一年，最多提前十个月登记。',
  own_deputy: '代办人不能是请假的人自己，请换一位同事。',
};

/** Who is away, and who acts for them: the words 请假 and 销假. */
export const LEAVE_ZH = {
  title: '请假',
  backTitle: '销假',
  days: (from: string, until: string) => (from === until ? from : `${from} 至 ${until}`),
  usage: '请写明日期和代办人，例如“请假 12-01 12-05 李四”。只请一天写一个日期即可。回来后说“销假”。',
  done: (days: string, deputy: string) => `${days} 请假，期间由${deputy}代办。回来后说“销假”。`,
  doneFor: (person: string, days: string, deputy: string) => `已登记：${person} ${days} 请假，期间由${deputy}代办。`,
  /** An earlier word of the same person about the same days. */
  replaced: (days: string) => `之前登记的 ${days} 不再算。`,
  shortened: (days: string) => `之前登记的改为 ${days}。`,
  deputyAway: (deputy: string) => `${deputy}这期间也有请假，那几天由${deputy}的代办人处理。`,
  toDeputy: (person: string, days: string) => `${person} ${days} 请假，期间由您代办。`,
  toDeputyNoMore: (person: string, days: string) => `${person} ${days} 的请假有变动，您不用再代办了。`,
  toPerson: (by: string, days: string, deputy: string) =>
    `${by}为您登记了请假：${days}，期间由${deputy}代办。回来后说“销假”。`,
  back: '已销假，欢迎回来。',
  calledOff: (days: string) => `${days} 的请假已取消。`,
  backFor: (person: string, days: string) => `${person} ${days} 的请假已结束。`,
  toDeputyBack: (person: string, days: string) => `${person}已销假（原定 ${days}），您不用再代办了。`,
  toPersonBack: (by: string, days: string) => `${by}为您销了假（原定 ${days}）。`,
  notAway: '没有登记您的请假，不用销假。',
  notAwayFor: (person: string) => `没有登记${person}的请假。`,
  onlyAdmins: (names: string) => `只能登记自己的请假，替别人登记请找管理员${names ? `（${names}）` : ''}。`,
  unknown: (name: string) =>
    `没有找到叫“${name}”的同事。请核对姓名，或用 @ 选中对方再发一次；对方也可以先给我发一条消息。`,
  /** Several people of the same name. */
  which: (name: string, count: number) => `有 ${count} 位同事叫“${name}”，请选择是哪一位。`,
  whichPerson: '请假的人',
  whichDeputy: '代办人',
  choose: '确定',
  refusals: { choose_one: '请选择一位。', not_the_asker: '请由登记的人自己选择。' },
  faults: FAULTS,
};
