import type { DIGEST_ZH, SHEET_ZH } from '../zh/digest';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const daysOf = (count: number): string => (count === 1 ? 'day' : `${count} days`);

/** {@link DIGEST_ZH} in English. */
export const DIGEST_EN: typeof DIGEST_ZH = {
  day: (date, weekday) => `${WEEKDAYS[weekday]} ${date}`,
  subtitle: (of, day) => [of, day, 'digest'].filter(Boolean).join(' · '),
  summary: (title) => `Digest: ${title}`,
  titles: {
    overdue: (due, overdue) => (due > overdue ? `${due} due today, ${overdue} late` : `${overdue} late`),
    unclaimed: (due, unclaimed) => `${due} due today, ${unclaimed} unclaimed`,
    urgent: (due, urgent) => `${due} due today, ${urgent} urgent`,
    due: (due) => `${due} due today, all in hand`,
    quiet: 'All on its way, nothing late',
  },
  urgentTag: (count) => `${count} urgent`,
  first: (isUrgent, isUnclaimed) =>
    `First one: ${[isUrgent ? 'urgent' : '', isUnclaimed ? 'unclaimed' : ''].filter(Boolean).join(', ')}.`,
  quietLine: (open, due) => {
    if (open === 0) return 'Nothing is open.';
    return due === 0 ? `${open} open, none due today.` : `${open} open, ${due} due today, all in hand.`;
  },
  who: {
    triage: () => 'to be routed',
    review: () => 'to be instructed',
    assigned: (who) => [who, 'unclaimed'].filter(Boolean).join(', '),
    handling: (who) => who,
    waiting: (who) => `${who} to add details`,
    answered: (who) => `${who} to reply`,
  },
  yours: {
    answered: 'the answer is here',
    waiting: 'details wanted',
    interim: 'interim reply first',
    handling: 'your answer',
  },
  urgeAll: (count) => `Urge all ${count}`,
  urgeAllAsk: 'Urge all of them?',
  urgeAllWhom: (names) =>
    names === '' ? 'Those who have the cases are buzzed.' : `${names} and others who have the cases are buzzed.`,
  others: (count, isRest) => (isRest ? `${count} more due today` : `${count} due today`),
  yesterday: (figures) => `**Yesterday** ${figures}`,
  newCases: (count, change) => ['new', count, change].filter((word) => word !== '').join(' '),
  closedCases: (count) => `closed ${count}`,
  onTime: (onTime, timed) => (timed === 0 ? 'none closed, so no rate' : `on time ${onTime}/${timed}`),
  satisfied: (satisfied, rated) => `satisfied ${satisfied}/${rated}`,
  information: (count) => `news ${count}`,
  chart: (days) => `New and closed: last ${daysOf(days)}`,
  new: 'New',
  closed: 'Closed',
  departments: (days) => `Departments (last ${daysOf(days)})`,
  columns: { department: 'Department', open: 'Open', overdue: 'Late', onTime: 'On time', hours: 'Average' },
  reps: 'Reps',
  unrouted: 'Not routed',
  hours: (hours) => `${hours} h`,
  none: 'none',
  moreDepartments: (count) => `${count} more departments`,
  categories: 'Categories and customers (last 7 days)',
  often: (customers) => `Most often: ${customers}`,
  tally: (name, count) => `${name} ${count}`,
  again: (reopened, extended) => `Reopened ${reopened} · extended ${extended}`,
  carries: (people) => `In hand: ${people}`,
  carried: (name, count) => `${name} ${count}`,
  nobody: 'unclaimed',
  lately: (days, figures) => `**Last ${daysOf(days)}** ${figures}`,
  rate: (percent) => `on time ${percent}%`,
  noRate: 'none closed',
  average: (hours) => `average ${hours} h`,
  satisfaction: (percent) => `satisfied ${percent}%`,
  nothingOpen: 'Your department has nothing open.',
  own: {
    tell: (name, count) =>
      `${name === '' ? '' : `${name}, `}${count === 1 ? '1 customer waits' : `${count} customers wait`} for you`,
    act: (name, count) =>
      `${name === '' ? '' : `${name}, `}${count === 1 ? '1 case waits' : `${count} cases wait`} for you`,
    nothing: 'Nothing waits for you today',
    rest: 'You hear at once when an answer is here or details are wanted.',
    summary: (count) => (count === 0 ? 'Nothing waits for you today' : `Waiting for you today: ${count}`),
    elsewhere: (count) => `With departments: ${count}`,
    drafts: (count) => `Drafts: ${count}`,
    more: (count) => `${count} more`,
    showMine: 'My cases',
    showTodo: 'To do',
  },
  reminders: (due, onTime) => `Reminders: ${due} due / ${onTime} delivered on time`,
  givenUp: (count) =>
    `${count === 1 ? '1 message' : `${count} messages`} of yesterday could not be delivered or dealt with: see the log.`,
};

/** {@link SHEET_ZH} in English. */
export const SHEET_EN: typeof SHEET_ZH = {
  name: (period) => `Customer feedback ${period}`,
  tab: 'Feedback',
  periods: {
    year: (year) => year,
    half: (year, nth) => `${year} H${nth}`,
    quarter: (year, nth) => `${year} Q${nth}`,
    week: (first, last) => `${first} to ${last}`,
  },
  number: 'Number',
  status: 'Status',
  submittedAt: 'Submitted',
  dueAt: 'Answer due',
  answeredAt: 'Answered by the department',
  closedAt: 'Closed',
  extendedTo: 'Extended to',
  extensionReason: 'Reason for the extension',
  transfers: 'Transfers',
  reopenings: 'Reopenings',
  hoursOf: (department) => `Hours of ${department}`,
  isOnTime: 'On time',
  onTime: { yes: 'on time', no: 'late' },
  chargedTo: 'Late time charged to',
};
