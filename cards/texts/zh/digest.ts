import type { CaseLineFacts } from '../facts';

/** The morning's digest (日报). */
export const DIGEST_ZH = {
  title: (date: string) => `客户反馈日报 ${date}`,
  summary: (date: string) => `客户反馈日报 ${date}`,
  newYesterday: '昨日新增',
  closedYesterday: '昨日归档',
  onTimeRate: '按时率',
  open: '未结',
  overdue: '超时',
  department: '部门',
  dueToday: '今日到期',
  overdueCases: '已超时',
  byDepartment: '各部门',
  unrouted: '未分派',
  /** A title with the number of cases under it. */
  counted: (title: string, count: number) => `${title}（${count}）`,
  /** For admins: of yesterday's reminders. */
  reminders: (due: number, onTime: number) => `提醒：应发 ${due} / 按时送达 ${onTime}`,
  givenUp: (count: number) => `昨日有 ${count} 条消息没能送达或处理，请查看系统日志。`,
  nothingDue: '没有已超时或今日到期的反馈。',
  caseLine: ({ number, customer, holder, status, due }: CaseLineFacts) =>
    `${due} ${number} ${customer}｜${holder}｜${status}`,
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
