// The sample company's office time, wherever the browser is.
const ZONE = { timeZone: 'Asia/Shanghai', hourCycle: 'h23' };
const DAY = { month: 'numeric', day: 'numeric' };
const TIME = { hour: '2-digit', minute: '2-digit' };
const day = new Intl.DateTimeFormat('zh-CN', { ...ZONE, ...DAY });
const time = new Intl.DateTimeFormat('zh-CN', { ...ZONE, ...TIME });
const clock = new Intl.DateTimeFormat('zh-CN', { ...ZONE, ...TIME, month: 'long', day: 'numeric' });

/** `11/25` of epoch milliseconds. */
export const dayText = (at) => day.format(at);

/** `11/25 09:00`. */
export const momentText = (at) => `${day.format(at)} ${time.format(at)}`;

/** `11月25日 09:00`. */
export const clockText = (at) => clock.format(at);
