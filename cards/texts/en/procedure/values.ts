import type { PROCEDURE_VALUES_ZH } from '../../zh/procedure/values';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** {@link PROCEDURE_VALUES_ZH} in English. */
export const PROCEDURE_VALUES_EN: typeof PROCEDURE_VALUES_ZH = {
  day: (date, weekday) => `${WEEKDAYS[weekday]} ${date}`,
  shortDay: (date, weekday) => `${WEEKDAYS[weekday]} ${date}`,
  clock: (time) => ` ${time}`,
  dueBy: (day) => `by ${day}`,
  dueWithin: (day) => `by the end of ${day}`,
  passedOn: (day, over) => (over === '' ? `was due ${day}` : `was due ${day}, ${over}`),
  today: 'today',
  tomorrow: 'tomorrow',
  month: (year, month) => `${year}-${String(month).padStart(2, '0')}`,
  money: (amount) => `${amount} yuan`,
  inMoney: (label) => `${label} (yuan)`,
  yes: 'Yes',
  no: 'No',
  ratings: ['Very poor', 'Poor', 'Fair', 'Good', 'Very good'],
  rating: (word, points) => `${word} (${points})`,
  points: (points) => `${points} of 10`,
  files: (count) => (count === 1 ? '1 file' : `${count} files`),
  rows: (count, total) =>
    [count === 1 ? '1 row' : `${count} rows`, total && `${total} in all`].filter(Boolean).join(', '),
  andMore: (some, count) => `${some}, ${count} in all`,
  andMorePeople: (some, count) => `${some}, ${count} in all`,
};
