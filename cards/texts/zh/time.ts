const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** Until when, how long, and how far. */
export const TIME_ZH = {
  /** `date` is `11-30`, or `2027-01-04` in another year; 0 = Sunday. */
  day: (date: string, weekday: number, time: string) => `${date}（${WEEKDAYS[weekday]}）${time}`,
  today: (time: string) => `今天 ${time}`,
  tomorrow: (time: string) => `明天 ${time}`,
  days: (count: number) => `${count} 天`,
  hours: (count: number) => `${count} 小时`,
  minutes: (count: number) => `${count} 分钟`,
  under: (bound: string) => `剩不到 ${bound}`,
  atLeast: (amount: string) => `超 ${amount}以上`,
  over: (amount: string) => `超 ${amount}`,
  /** `left` is empty if there is no need to say it. */
  until: (at: string, left: string) => (left === '' ? `${at} 前` : `${at} 前，${left}`),
  withLeft: (at: string, left: string) => `${at}（还剩 ${left}）`,
  passed: (at: string, over: string) => (over === '' ? `${at} 已到期` : `${at} 已到期，${over}`),
};
