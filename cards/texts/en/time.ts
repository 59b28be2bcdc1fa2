import type { TIME_ZH } from '../zh/time';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** Until when, how long, and how far. */
export const TIME_EN: typeof TIME_ZH = {
  day: (date, weekday, time) => `${WEEKDAYS[weekday]} ${date} ${time}`,
  today: (time) => `today ${time}`,
  tomorrow: (time) => `tomorrow ${time}`,
  days: (count) => counted(count, 'day'),
  hours: (count) => `${count} h`,
  minutes: (count) => `${count} min`,
  under: (bound) => `under ${bound} left`,
  atLeast: (amount) => `over ${amount} late`,
  over: (amount) => `${amount} late`,
  until: (at, left) => (left === '' ? `by ${at}` : `by ${at}, ${left}`),
  withLeft: (at, left) => `by ${at} (${left} left)`,
  passed: (at, over) => (over === '' ? `was due ${at}` : `was due ${at}, ${over}`),
};
