import type { DIGEST_ZH, SHEET_ZH } from '../zh/digest';

/** {@link DIGEST_ZH} in English. */
export const DIGEST_EN: typeof DIGEST_ZH = {
  title: (date) => `Customer feedback, ${date}`,
  summary: (date) => `Customer feedback, ${date}`,
  newYesterday: 'New yesterday',
  closedYesterday: 'Closed yesterday',
  onTimeRate: 'On time',
  open: 'Open',
  overdue: 'Overdue',
  department: 'Department',
  dueToday: 'Due today',
  overdueCases: 'Overdue',
  byDepartment: 'By department',
  unrouted: 'Not routed',
  counted: (title, count) => `${title} (${count})`,
  reminders: (due, onTime) => `Reminders: ${due} due / ${onTime} delivered on time`,
  givenUp: (count) =>
    `${count === 1 ? '1 message' : `${count} messages`} of yesterday could not be delivered or dealt with: see the log.`,
  nothingDue: 'Nothing is overdue or due today.',
  caseLine: ({ number, customer, holder, status, due }) => `${due} ${number} ${customer} | ${holder} | ${status}`,
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
