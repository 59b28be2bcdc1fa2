const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** How the values of a procedure's fields are written. */
export const PROCEDURE_VALUES_ZH = {
  /** `date` is `12-04`, or `2027-01-04` in another year; 0 = Sunday. */
  day: (date: string, weekday: number) => `${date}（${WEEKDAYS[weekday]}）`,
  /** The same in a row of a list. */
  shortDay: (date: string, weekday: number) => `${date} ${WEEKDAYS[weekday]}`,
  /** A time of day behind a day. */
  clock: (time: string) => time,
  /** Until the end of a day; `over` may be empty. */
  dueBy: (day: string) => `${day}前`,
  /** The same for 今天 and 明天. */
  dueWithin: (day: string) => `${day}内`,
  passedOn: (day: string, over: string) => (over === '' ? `${day}已到期` : `${day}到期，${over}`),
  today: '今天',
  tomorrow: '明天',
  month: (year: string, month: number) => `${year} 年 ${month} 月`,
  money: (amount: string) => `${amount} 元`,
  /** The head of a column of money. */
  inMoney: (label: string) => `${label}（元）`,
  yes: '是',
  no: '否',
  /** From 1 to 5. */
  ratings: ['很不满意', '不满意', '一般', '满意', '很满意'],
  rating: (word: string, points: number) => `${word}（${points} 分）`,
  points: (points: number) => `${points} 分`,
  files: (count: number) => `${count} 个附件`,
  /** `total` is the sum of the money in the rows; empty for none. */
  rows: (count: number, total: string) => (total === '' ? `${count} 行` : `${count} 行，合计 ${total}`),
  andMore: (some: string, count: number) => `${some} 等 ${count} 项`,
  andMorePeople: (some: string, count: number) => `${some}等 ${count} 人`,
};
