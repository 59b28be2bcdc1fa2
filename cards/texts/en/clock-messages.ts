import type { NoticeFacts, NoticeWords } from '../facts';
import type { CLOCK_MESSAGES_ZH } from '../zh/clock-messages';

const remind = (f: NoticeFacts, short: string, since: string): NoticeWords => ({
  short,
  ask: `${since} ${f.asks}`,
  note: f.ends,
});

const escalate = (f: NoticeFacts, short: string, since: string): NoticeWords => ({
  short,
  ask: `${since} ${f.stands}`,
  note: 'No more reminders once the customer has been answered.',
});

const interim = (f: NoticeFacts, short: string, ask: string): NoticeWords => ({
  short,
  ask,
  say: `${f.department} needs until ${f.until}.`,
  note: 'No more reminders once it is recorded.',
});

const interimMissing = (f: NoticeFacts): NoticeWords => ({
  short: 'No word to the customer',
  ask: 'It was extended, and the customer has had no word yet.',
  say: `Extended to ${f.until}. Please remind ${f.by}.`,
});

const WORDS_OF_DRAFT = "The customer's words";

/** {@link CLOCK_MESSAGES_ZH} in English. */
export const CLOCK_MESSAGES_EN: typeof CLOCK_MESSAGES_ZH = {
  'reminder.unclaimed': () => ({
    short: 'Not claimed',
    ask: 'Nobody has claimed it. Please claim it, or ask a colleague.',
    note: 'No more reminders once it is claimed.',
  }),
  'reminder.before': (f) => remind(f, 'Reminder', `${f.distance} left to answer the customer.`),
  'reminder.due': (f) => remind(f, 'Due now', 'The answer to the customer is due.'),
  'reminder.overdue': (f) => remind(f, 'Overdue', `The answer to the customer is ${f.distance} late.`),
  'reminder.silent': () => ({
    short: 'Still on it?',
    ask: 'Nothing has been heard since it was claimed. Are you still on it?',
  }),
  'reminder.interim_before': (f) =>
    interim(f, 'Give word first', `${f.distance} left. Please give the customer word first.`),
  'reminder.interim_due': (f) => interim(f, 'Give word first', 'The customer is to have word now. Please record it.'),
  'reminder.interim_overdue': (f) =>
    interim(f, 'Give word first', `Word to the customer is ${f.distance} late. Please record it now.`),
  'reminder.draft': () => ({
    short: 'Not submitted',
    ask: 'Still a draft: no department has it before you submit it.',
    over: WORDS_OF_DRAFT,
    note: 'If nothing is to be done, tap "Not feedback": that ends the reminders.',
  }),
  'reminder.draft_left': () => ({
    short: 'Not submitted',
    ask: 'This draft has been lying for a while and no department has it. The clerks see it too.',
    over: WORDS_OF_DRAFT,
    note: 'If nothing is to be done, tap "Not feedback": that ends the reminders.',
  }),
  unclaimed_rep: (f) => ({
    short: 'Not claimed yet',
    say: `Nobody in ${f.department} has claimed it yet. They have been reminded; nothing to do for you now.`,
  }),
  'escalation.before': (f) => escalate(f, 'Due soon', `${f.distance} left to answer the customer.`),
  'escalation.due': (f) => escalate(f, 'Due now', 'The answer to the customer is due.'),
  'escalation.overdue': (f) => escalate(f, 'Overdue', `The answer to the customer is ${f.distance} late.`),
  'escalation.silent_lead': (f) => ({
    short: 'Nothing since the claim',
    ask: 'Nothing has been heard since the claim, and it is due soon. Please look into it.',
    say: `With ${f.holder}. It is no longer freed by itself; assign a colleague if needed.`,
  }),
  'escalation.interim_due': interimMissing,
  'escalation.interim_overdue': interimMissing,
  'escalation.draft_left': (f) => ({
    short: 'Never submitted',
    ask: 'This draft was never submitted: no department has it.',
    say: `Please remind ${f.holder}, or take it over.`,
    over: WORDS_OF_DRAFT,
    note: 'No more reminders once it is submitted, discarded or taken over.',
  }),
  urgent: () => ({
    short: 'Urgent',
    ask: 'An urgent case, and nobody has claimed it. Please see to it now.',
    note: 'No more reminders once it is claimed.',
  }),
  adopted: (f) => ({
    short: 'Taken over',
    say: `This draft was never submitted. ${f.by} will see to it; there is nothing more for you to do.`,
    over: WORDS_OF_DRAFT,
  }),
  freed: (f) => ({
    short: 'Free to claim',
    ask: 'Please claim it, or ask a colleague.',
    say: `Nothing was heard from ${f.by} since the claim, nor an answer when asked.`,
  }),
  freed_former: () => ({
    short: 'Free to claim',
    say: 'You did not answer whether you are still on it, so it is free again. If you are, please claim it once more.',
  }),
};
