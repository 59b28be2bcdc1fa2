import type { MessageFacts, Passage } from '../facts';
import type { CLOCK_MESSAGES_ZH } from '../zh/clock-messages';

const customer = (name: string) => `Customer: ${name}`;
const dueLine = (due: string) => (due ? `Answer due: ${due}` : '');

const interim = (f: MessageFacts, what: string, request: string): Passage => ({
  title: `${f.number}${what}`,
  lines: [
    customer(f.customer),
    `${f.department} needs until ${f.until}${request}`,
    'Once it is recorded, this reminder no longer comes to you.',
  ],
});

const interimLate = (f: MessageFacts, what: string) =>
  interim(
    f,
    what,
    `, but the interim reply due ${f.due} is not recorded. Please give it to the customer now and record it on the card.`,
  );

/** The lines that identify a draft; a draft may have no customer. */
const draft = (f: MessageFacts): string[] => [customer(f.customer), `Their words (${f.forwardedAt}): ${f.text}`];

const missing = (f: MessageFacts): string[] => [
  customer(f.customer),
  `It was extended to ${f.until}, but the interim reply due ${f.due} is not recorded. Please remind ${f.by}.`,
];

/** {@link CLOCK_MESSAGES_ZH} in English. */
export const CLOCK_MESSAGES_EN: typeof CLOCK_MESSAGES_ZH = {
  'escalation.before': (f) => ({
    title: `${f.number} is due soon and needs attention`,
    lines: [
      customer(f.customer),
      `The customer is to be answered before ${f.due}. Now "${f.status}", with ${f.holder}.`,
      'This reminder stops when there is an answer.',
    ],
  }),
  'reminder.silent': (f) => ({
    title: `${f.number}: are you still on it?`,
    lines: [
      customer(f.customer),
      'Nothing has been heard of it since it was claimed, and the customer is waiting.',
      dueLine(f.due),
    ],
  }),
  'reminder.interim_before': (f) =>
    interim(
      f,
      ' needs an interim reply',
      `. Please give the customer an interim reply before ${f.due} and record it on the card.`,
    ),
  'reminder.interim_due': (f) => interimLate(f, ': the interim reply is due'),
  'reminder.interim_overdue': (f) => interimLate(f, ': the interim reply is overdue'),
  'escalation.silent_lead': (f) => ({
    title: `${f.number}: nothing heard since the claim`,
    lines: [
      customer(f.customer),
      `Nothing was heard from ${f.holder} since the claim. The answer is due ${f.due}, so it is no longer freed by itself.`,
      'Please look into it, and let somebody else take over if needed.',
    ],
  }),
  'escalation.interim_due': (f) => ({
    title: `${f.number}: the interim reply is due and needs attention`,
    lines: missing(f),
  }),
  'escalation.interim_overdue': (f) => ({
    title: `${f.number}: the interim reply is overdue and needs attention`,
    lines: missing(f),
  }),
  'reminder.draft': (f) => ({
    title: `${f.number} is not submitted yet`,
    lines: [
      ...draft(f),
      'It is still a draft: no department has it before you submit it.',
      'Please check and submit it, or discard it if nothing is to be done. That ends this reminder.',
    ],
  }),
  'reminder.draft_left': (f) => ({
    title: `${f.number} is not submitted yet`,
    lines: [
      ...draft(f),
      'This draft has been lying for a while and no department has it, so the clerks now hear of it too.',
      'Please check and submit it, or discard it if nothing is to be done. That ends this reminder.',
    ],
  }),
  'escalation.draft_left': (f) => ({
    title: `${f.number} was never submitted and needs attention`,
    lines: [
      ...draft(f),
      `${f.holder} has left this draft lying, so no department has it. Please remind ${f.holder}, or take it over.`,
      'This reminder stops when it is submitted, discarded or taken over.',
    ],
  }),
  adopted: (f) => ({
    title: `${f.by} has taken ${f.number} over`,
    lines: [...draft(f), `It was never submitted. ${f.by} will see to it; there is nothing more for you to do.`],
  }),
  freed: (f) => ({
    title: `${f.number} can be claimed again`,
    lines: [
      customer(f.customer),
      `Nothing was heard from ${f.by} since the claim, nor an answer when asked.`,
      dueLine(f.due),
    ],
  }),
  freed_former: (f) => ({
    title: `${f.number} is free to claim again`,
    lines: [
      customer(f.customer),
      'You did not answer whether you are still on it. If you are, please claim it again on the card in the group.',
    ],
  }),
  settled: (f) => ({ title: `${f.number} ${f.status}`, lines: [customer(f.customer), f.text, dueLine(f.due)] }),
};
