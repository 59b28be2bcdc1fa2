import type { CLOCK_ZH } from '../zh/clock';

/** {@link CLOCK_ZH} in English. */
export const CLOCK_EN: typeof CLOCK_ZH = {
  answerBefore: (until) =>
    `If so, tap "Still on it" or reply with the progress under the card in the group. Without an answer ${
      until ? `before ${until} it becomes free to claim.` : "the department's lead will be told."
    }`,

  bundleForHolder: (count) => (count === 1 ? '1 case is waiting for you' : `${count} cases are waiting for you`),
  bundleForSuperior: (count) => (count === 1 ? '1 case needs attention' : `${count} cases need attention`),
  bundleForGroup: (count) => (count === 1 ? '1 case is waiting' : `${count} cases are waiting`),
  whichCase:
    'That message is about several cases. Please reply under the card of the one you mean, or use its buttons.',
  bundleEnds: 'A case that is dealt with is not mentioned again.',
  why: {
    'reminder.unclaimed': 'Nobody has claimed it yet.',
    'reminder.before': 'It is due soon.',
    'reminder.due': 'It is due.',
    'reminder.overdue': 'It is overdue.',
    'reminder.silent': 'Nothing heard since the claim. Are you still on it?',
    'escalation.silent_lead': 'Nothing heard since the claim, and due soon. Please look into it.',
    'reminder.interim_before': 'Extended: the customer needs an interim reply.',
    'reminder.interim_due': 'Extended: the interim reply is due.',
    'reminder.interim_overdue': 'Extended: the interim reply is overdue.',
    'reminder.draft': 'Still a draft: please submit or discard it.',
    'reminder.draft_left': 'A draft that has been lying for a while: please submit or discard it.',
    'escalation.draft_left': 'A draft left lying. Please remind whoever has it, or take it over.',
    freed: 'Nothing was heard since it was claimed. Please claim it.',
    freed_former: 'You did not answer: it is free to claim again.',
    'escalation.before': 'It is due soon.',
    'escalation.due': 'It is due, and the customer has no answer yet.',
    'escalation.overdue': 'It is overdue, and the customer has no answer yet.',
    'escalation.interim_due': 'Extended: the customer has no interim reply yet.',
    'escalation.interim_overdue': 'Extended: the customer has no interim reply yet.',
  },

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
