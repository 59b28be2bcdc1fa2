import type { CLOCK_ZH } from '../zh/clock';

/** {@link CLOCK_ZH} in English. */
export const CLOCK_EN: typeof CLOCK_ZH = {
  answerBefore: (until) =>
    `If so, tap "Still on it" or reply with the progress under the card in the group. Without an answer ${
      until ? `before ${until} it becomes free to claim.` : "the department's lead will be told."
    }`,

  bundleForHolder: (count) => (count === 1 ? '1 case is waiting for you' : `${count} cases are waiting for you`),
  bundleForGroup: (count) => (count === 1 ? '1 case is waiting' : `${count} cases are waiting`),
  bundleForSuperior: (count) => (count === 1 ? '1 case needs attention' : `${count} cases need attention`),
  bundleLate: (count, longest) => `${count === 1 ? '1 case is' : `${count} cases are`} overdue, up to ${longest}`,
  bundleEarliest: (at) => `first due ${at}`,
  bundleUrgent: (count) => `${count} urgent`,
  bundleMore: (count) => `${count} more`,
  bundleAsk: 'Please claim these, or ask a colleague.',
  stillOnAll: 'Still on all of them',
  stillOnNoted: (count) => (count === 1 ? 'Noted, you are on it' : `Noted, you are on all ${count}`),
  noneHeld: 'Nothing waits for your answer any more.',
  urgeTogether: (count) => `Urge all ${count}`,
  urgeTogetherConfirm: { title: 'Urge all of them?', text: 'Whoever holds each case is reminded and buzzed.' },
  urgedTogether: (count, names) => `${count === 1 ? '1 case' : `${count} cases`} urged: ${names}`,
  noneToUrge: 'No overdue case is left to urge; a case that was urged within the hour is left alone.',
  mutedToday: "No more reminders today. What is overdue stands in tomorrow's digest.",
  whichCase:
    'That message is about several cases. Please reply under the card of the one you mean, or use its buttons.',

  explain: 'Time breakdown',
  explainTitle: (number) => `${number}: where the time went`,
  explained: (number) => `How the time of ${number} is counted is in your direct chat`,
  duration: (days, hours, minutes) =>
    [days > 0 && `${days} d`, hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`].filter(Boolean).join(' ') ||
    'under a minute',
  noClock: 'This is information for the archive: there is no time limit.',
  runs: (from, within, due) =>
    `Submitted ${from}; the customer is to be answered within ${within}, that is before ${due}.`,
  runsAnew: (from, within, due) =>
    `Reopened ${from}, which restarts the clock: the customer is to be answered within ${within}, that is before ${due}.`,
  modes: {
    'wall-clock': 'Every hour counts, nights and holidays included.',
    workdays: 'Only working days count (make-up days included), weekends and holidays do not.',
  },
  guessed: (years) =>
    `The holidays of ${years} are not published yet. Monday to Friday without the statutory holidays is assumed; this may change.`,
  extended: (until, due) => `The department has until ${until}; the customer still needs an interim reply, due ${due}.`,
  interimGiven: (at, until) => `The customer had an interim reply at ${at}; the answer is now due ${until}.`,
  used: (asOf, used, left) => `As of ${asOf}: ${used} used, ${left} left.`,
  usedUp: (asOf, used, over) => `As of ${asOf}: ${used} used, ${over} over.`,
  closedAfter: (used) => `Closed after ${used}.`,
  whoHeld: 'Who had it',
  held: {
    triage: () => 'waiting for a clerk to route it',
    review: () => "waiting for a manager's instruction",
    assigned: (_who, department) => `waiting for ${department} to claim it`,
    handling: (who, department) => (who ? `${who} (${department}) working on it` : `${department} working on it`),
    waiting: (who) => `waiting for information from ${who}`,
    answered: (who) => `waiting for ${who} to tell the customer`,
  },
  span: (from, to, what, took) => `${from} to ${to}: ${what}, ${took}`,
  spanLasts: (from, what, took) => `${from} until now: ${what}, ${took}`,
  counted: (took, counted) => `${took} (${counted} counted)`,
  charges: 'Time by party',
  charged: (who, took) => `${who}: ${took}`,
  earlier: (count) => `${count} earlier left out.`,
  whatNext: 'What comes next',
  next: (at, why, to) => `${at}: ${to} will be reminded ${why}.`,
  alsoTold: (who) => `${who} will be told as well.`,
  nothingNext: 'No reminder is due.',
  rungs: {
    unclaimed: 'if still unclaimed',
    before: 'shortly before it is due',
    due: 'when it is due',
    overdue: 'while it is overdue',
    silent: 'if nothing is heard by then',
    silent_lead: 'that nothing was heard since the claim',
    freed: 'that it is free to claim, if there is still no answer',
  },
  parties: { rep: 'Sales rep', clerk: 'Clerks', manager: 'Managers', department: 'Department' },
  contactTitle: (number) => `${number}: the customer's contact details`,
  contactInWords: "In the customer's words",
  contactLogged: 'That you looked is on the record. For this case only; please do not pass it on.',
};
