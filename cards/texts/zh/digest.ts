import { beside } from './spacing';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** The morning's digest (日报), of the whole company, of a lead's departments, or of what waits for one person. */
export const DIGEST_ZH = {
  /** `date` is `11-27`; 0 = Sunday. */
  day: (date: string, weekday: number) => `${date} ${WEEKDAYS[weekday]}`,
  /** The second line of the title; `of` is empty for the whole company. */
  subtitle: (of: string, day: string) => [of, day, '日报'].filter(Boolean).join(' · '),
  summary: (title: string) => `日报：${title}`,
  titles: {
    overdue: (due: number, overdue: number) =>
      due > overdue ? `今天 ${due} 件到期，${overdue} 件超时` : `${overdue} 件超时`,
    unclaimed: (due: number, unclaimed: number) => `今天 ${due} 件到期，${unclaimed} 件没人接`,
    urgent: (due: number, urgent: number) => `今天 ${due} 件到期，${urgent} 件特急`,
    due: (due: number) => `今天 ${due} 件到期，都有人在办`,
    quiet: '今天都在路上，没有超时',
  },
  urgentTag: (count: number) => `${count} 件特急`,
  /** What the first row is; both false: nothing is said. */
  first: (isUrgent: boolean, isUnclaimed: boolean) =>
    `先看第一件：${[isUrgent ? '特急' : '', isUnclaimed ? '还没人接单' : ''].filter(Boolean).join('，')}。`,
  /** Nothing needs the manager. */
  quietLine: (open: number, due: number) => {
    if (open === 0) return '没有在办的反馈。';
    return due === 0 ? `在办 ${open} 件，今天没有到期的。` : `在办 ${open} 件，今天到期 ${due} 件，都有人在办。`;
  },
  /** Who has the case, and what it waits for; `who` is empty if nobody is known. */
  who: {
    triage: (_who: string) => '待分派',
    review: (_who: string) => '待批示',
    assigned: (who: string) => `${who}没人接`,
    handling: (who: string) => who,
    waiting: (who: string) => beside(who, '待补充'),
    answered: (who: string) => beside(who, '待回复'),
  },
  /** What the reader is to do. */
  yours: { answered: '有结果了', waiting: '等您补充', interim: '先回个话', handling: '等您答复' },
  urgeAll: (count: number) => `${count} 件一起催`,
  urgeAllAsk: '一起催办？',
  urgeAllWhom: (names: string) => (names === '' ? '会提醒承办的人，并加急。' : `会提醒${names}等承办的人，并加急。`),
  others: (count: number, isRest: boolean) => (isRest ? `今天到期的另 ${count} 件` : `今天到期的 ${count} 件`),
  yesterday: (figures: string) => `**昨天**　${figures}`,
  newCases: (count: number, change: string) => ['新增', count, change].filter((word) => word !== '').join(' '),
  closedCases: (count: number) => `归档 ${count}`,
  onTime: (onTime: number, timed: number) => (timed === 0 ? '没有归档的，不算按时率' : `按时 ${onTime}/${timed}`),
  satisfied: (satisfied: number, rated: number) => `满意 ${satisfied}/${rated}`,
  information: (count: number) => `信息 ${count}`,
  chart: (days: number) => `近 ${days} 天：新增与归档（件）`,
  new: '新增',
  closed: '归档',
  departments: (days: number) => `各部门（近 ${days} 天）`,
  columns: { department: '部门', open: '在办', overdue: '超时', onTime: '按时', hours: '平均' },
  reps: '客户经理',
  unrouted: '未分派',
  hours: (hours: number) => `${hours} 小时`,
  none: '无归档',
  moreDepartments: (count: number) => `还有 ${count} 个部门`,
  categories: '分类和客户（近 7 天）',
  often: (customers: string) => `来得最多：${customers}`,
  tally: (name: string, count: number) => `${name} ${count} 件`,
  again: (reopened: number, extended: number) => `重新打开 ${reopened} 件 · 延期 ${extended} 件`,
  /** A lead's departments. */
  carries: (people: string) => `手上　${people}`,
  carried: (name: string, count: number) => `${name} ${count}`,
  nobody: '没人接',
  lately: (days: number, figures: string) => `**近 ${days} 天**　${figures}`,
  rate: (percent: number) => `按时 ${percent}%`,
  noRate: '没有归档的',
  average: (hours: number) => `平均 ${hours} 小时`,
  satisfaction: (percent: number) => `满意 ${percent}%`,
  nothingOpen: '部门没有在办的反馈。',
  /** A person's own; `name` is empty if it is unknown. */
  own: {
    tell: (name: string, count: number) => `${name === '' ? '' : `${name}，`}今天 ${count} 位客户等您回话`,
    act: (name: string, count: number) => `${name === '' ? '' : `${name}，`}今天 ${count} 件等您处理`,
    nothing: '今天没有等您处理的',
    rest: '部门有了结果、需要您补充时，会马上告诉您。',
    summary: (count: number) => (count === 0 ? '今天没有等您处理的' : `今天 ${count} 件等您处理`),
    elsewhere: (count: number) => `还在部门办：${count} 件`,
    drafts: (count: number) => `草稿没提交：${count} 件`,
    more: (count: number) => `还有 ${count} 件`,
    showMine: '看在办的',
    showTodo: '看待办',
  },
  /** For admins: of yesterday's reminders. */
  reminders: (due: number, onTime: number) => `提醒：应发 ${due} / 按时送达 ${onTime}`,
  givenUp: (count: number) => `昨日有 ${count} 条消息没能送达或处理，请查看系统日志。`,
};

const NTH = ['一', '二', '三', '四'];

/** The exported table (导出). */
export const SHEET_ZH = {
  /** The name of the file. */
  name: (period: string) => `客户反馈 ${period}`,
  /** The name of the sheet in it. */
  tab: '反馈',
  /** Longer and shorter periods than a month, which is `2026-11`. */
  periods: {
    year: (year: string) => `${year} 年`,
    half: (year: string, nth: number) => `${year} 年${nth === 1 ? '上' : '下'}半年`,
    quarter: (year: string, nth: number) => `${year} 年第${NTH[nth - 1]}季度`,
    week: (first: string, last: string) => `${first} 至 ${last}`,
  },
  number: '编号',
  status: '状态',
  submittedAt: '提交时间',
  dueAt: '答复时限',
  answeredAt: '提交处理意见时间',
  closedAt: '归档时间',
  extendedTo: '延期至',
  extensionReason: '延期原因',
  transfers: '转派次数',
  reopenings: '重新打开次数',
  hoursOf: (department: string) => `${department}用时（小时）`,
  isOnTime: '是否按时',
  onTime: { yes: '按时', no: '超时' },
  chargedTo: '超时计入',
};
