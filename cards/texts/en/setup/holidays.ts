import type { SETUP_HOLIDAYS_ZH } from '../../zh/setup/holidays';

const two = (value: number) => String(value).padStart(2, '0');
const many = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** {@link SETUP_HOLIDAYS_ZH} in English. */
export const SETUP_HOLIDAYS_EN: typeof SETUP_HOLIDAYS_ZH = {
  yearTitle: (year) => `Public holidays of ${year}`,
  enterYear: (year) => `Enter the holidays of ${year}`,
  year: (year) => year,
  yearLine: (year, source, what) => `${year} | ${source} | ${what}`,
  sources: { file: 'set in org.yaml', chat: 'entered by an admin', 'built-in': 'built in' },
  counts: (holidays, makeUpDays) =>
    `${many(holidays, 'holiday')}, ${makeUpDays > 0 ? many(makeUpDays, 'make-up day') : 'no make-up days'}`,
  statutoryOnly: 'only the statutory days; to be entered',
  unused:
    'At present every hour counts, holidays included, so these days do not change any deadline. To count working days only, go to Times and digest.',
  leads: {
    file: 'This year is set in org.yaml, which takes precedence, and is changed there.',
    chat: 'This year was entered by an admin and counts as it stands here.',
    'built-in': "Built in, as the State Council's notice has it. Change and save it, and yours counts instead.",
    statutory:
      "Only the statutory days so far, without make-up days. Please complete them once the State Council's notice is out.",
    unknown:
      "Nothing is known of this year: Monday to Friday counts. Please enter it once the State Council's notice is out.",
  },
  names: {
    元旦: "New Year's Day",
    春节: 'Spring Festival',
    清明节: 'Qingming Festival',
    劳动节: 'Labour Day',
    端午节: 'Dragon Boat Festival',
    中秋节: 'Mid-Autumn Festival',
    国庆节: 'National Day',
  },
  date: (year, month, day) => `${year}-${two(month)}-${two(day)}`,
  span: (from, to) => `${from} to ${to}`,
  line: (name, days, makeUpDays) => `${name ? `${name}: ` : ''}${days}${makeUpDays ? `, make-up ${makeUpDays}` : ''}`,
  forgotten: (names) => `Not there: ${names}. Forgotten?`,
  howTo:
    'One holiday per line; days that are worked for it come after "make-up". Lines of the notice can be pasted as they are.',
  fromNowOn: 'New deadlines and later reminders are counted by what you save; deadlines already set stay as they are.',
  remove: 'Remove what was entered',
  removeConfirm: {
    builtIn: { title: 'Remove what was entered?', text: 'The built-in holidays of this year then hold again.' },
    unknown: { title: 'Remove what was entered?', text: 'Monday to Friday then counts in this year.' },
  },
  faultLine: (line, text, fault) => `Line ${line}, "${text}": ${fault}`,
  faults: {
    no_date: () => 'there is no date in it',
    not_understood: (what) =>
      what ? `"${what}" is not understood` : 'the date is not understood; write 2027-02-05 to 2027-02-11',
    no_such_day: (what) => `there is no such day as "${what}"`,
    ends_before_it_begins: (what) => `"${what}" ends before it begins`,
    too_many_days: (what) => `"${what}" is longer than a month; please check it`,
    other_year: (what) => `"${what}" is not in this year`,
    off_or_worked: (what) =>
      `is "${what}" off or worked? Write "to" before a last day off, "make-up" before a day worked`,
    no_weekend: (what) => `"${what}" is no weekend, so it is worked anyway; please check it`,
    off_and_worked: (what) => `"${what}" is both off and worked; please check it`,
    nothing_before: () => 'no holiday stands before it that these make-up days could belong to',
    name_too_long: () => 'the name is too long',
  },
  unpublishedTitle: (year) => `The holidays of ${year} are to be entered`,
  unpublishedLines: (year) => [
    `A deadline falls into ${year}, whose holidays and make-up days have not been entered yet.`,
    'Until they are, Monday to Friday without the statutory holidays counts; that may turn out wrong.',
  ],
  enterHere:
    'Once the State Council\'s notice is out, please tap below and paste its lines; "setup" leads there at any time.',
  askAdmin: 'Once the State Council\'s notice is out, please ask an admin to type "setup" to me and enter them there.',
};
