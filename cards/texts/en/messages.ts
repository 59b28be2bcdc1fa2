import type { MESSAGES_ZH } from '../zh/messages';
import { CLOCK_MESSAGES_EN } from './clock-messages';

const customer = (name: string) => `Customer: ${name}`;
const dueLine = (due: string) => (due ? `Answer due: ${due}` : '');

/** {@link MESSAGES_ZH} in English. */
export const MESSAGES_EN: typeof MESSAGES_ZH = {
  answer_amended: (f) => ({
    title: `${f.number} has a corrected answer`,
    lines: [
      customer(f.customer),
      `${f.by} corrected the answer: ${f.text}`,
      f.due ? `Please tell the customer this one before ${f.due}, then close it on the card.` : f.todo,
    ],
  }),
  answer_recalled: (f) => ({
    title: `The message with the answer to ${f.number} was recalled`,
    lines: [
      customer(f.customer),
      `${f.by} took back the message with the answer. The answer stays on the card until it is corrected; please check with ${f.by} before you tell the customer.`,
    ],
  }),
  answer_recalled_side: (f) => ({
    title: `The message with the answer to ${f.number} was recalled`,
    lines: [
      `${f.by} took back the message with the answer. The answer stays on the card. To correct it, reply "Answer: …" under the card; if the case is closed, ask the sales rep to reopen it.`,
    ],
  }),
  progress: (f) => ({
    title: `${f.number}: progress`,
    lines: [customer(f.customer), `${f.by} (${f.department}): ${f.text}`],
  }),
  rep_note: (f) => ({
    title: `${f.number}: a note from the sales rep`,
    lines: [customer(f.customer), `${f.by}: ${f.text}`],
  }),
  originals: (f) => ({
    title: `${f.number}: the customer's own messages`,
    lines: ['Some of it does not fit on the card; the messages themselves follow here.'],
  }),
  info_provided: (f) => ({
    title: `${f.number}: information added`,
    lines: [customer(f.customer), `Information: ${f.text}`, 'Please carry on.', dueLine(f.due)],
  }),
  urged: (f) => ({
    title: `${f.number}: please hurry`,
    lines: [
      `${f.by} is asking for a quick answer; the customer is waiting.`,
      customer(f.customer),
      f.todo,
      dueLine(f.due),
    ],
  }),
  withdrawn: (f) => ({
    title: `${f.number} withdrawn`,
    lines: [
      customer(f.customer),
      'The sales rep has withdrawn it. There is nothing more to do.',
      f.text ? `Reason: ${f.text}` : '',
    ],
  }),
  extended: (f) => ({
    title: `${f.number} extended to ${f.until}`,
    lines: [
      customer(f.customer),
      `${f.department} asked for it. Reason: ${f.text}`,
      f.interimDue ? `The sales rep still owes the customer an interim reply, due ${f.interimDue}.` : dueLine(f.due),
    ],
  }),
  reopened: (f) => ({
    title: `${f.number} reopened`,
    lines: [customer(f.customer), f.text ? `Reason: ${f.text}` : '', f.todo, dueLine(f.due)],
  }),
  released: (f) => ({
    title: `${f.number} is free to claim again`,
    lines: [
      customer(f.customer),
      `${f.by} has released it. Please claim it if you can take over.`,
      f.text ? `Reason: ${f.text}` : '',
      dueLine(f.due),
    ],
  }),
  moved: (f) => ({
    title: `${f.number} was moved`,
    lines: [
      customer(f.customer),
      `${f.by} has moved it to ${f.department}. Nothing more to do here.`,
      f.text ? `Reason: ${f.text}` : '',
    ],
  }),
  moved_rep: (f) => ({
    title: `${f.number} was moved`,
    lines: [
      customer(f.customer),
      `${f.by} has moved it to ${f.department}. You will get its answer.`,
      f.text ? `Reason: ${f.text}` : '',
      dueLine(f.due),
    ],
  }),
  closed_rep: (f) => ({
    title: `${f.number} was closed`,
    lines: [
      customer(f.customer),
      `${f.by} has told the customer and closed it. You need not do more.`,
      f.text ? `The customer was told: ${f.text}` : '',
    ],
  }),
  reopened_rep: (f) => ({
    title: `${f.number} was reopened`,
    lines: [
      customer(f.customer),
      `${f.by} has reopened it; ${f.department} will look into it again.`,
      f.text ? `Reason: ${f.text}` : '',
      dueLine(f.due),
    ],
  }),
  edited: (f) => ({
    title: `${f.number}: a message was edited`,
    lines: [customer(f.customer), `${f.by} has edited it. It now reads: ${f.text}`],
  }),
  released_holder: (f) => ({
    title: `${f.number} is free to claim again`,
    lines: [
      customer(f.customer),
      `${f.by} has given your case back. You need not follow it up; claim it again if you are still on it.`,
      f.text ? `Reason: ${f.text}` : '',
    ],
  }),
  answered_holder: (f) => ({
    title: `${f.number} has an answer`,
    lines: [customer(f.customer), `${f.by} has answered the case you claimed: ${f.text}`, 'You need not answer it.'],
  }),
  asked_holder: (f) => ({
    title: `${f.number}: the sales rep was asked`,
    lines: [customer(f.customer), `${f.by} has asked the sales rep: ${f.text}`, 'It comes back to you after that.'],
  }),
  transferred_holder: (f) => ({
    title: `${f.number} was transferred`,
    lines: [
      customer(f.customer),
      `${f.by} has moved the case you claimed to ${f.department}. You need not follow it up.`,
      f.text ? `Reason: ${f.text}` : '',
    ],
  }),
  alive: (f) => ({ title: `${f.number}: noted, you are still on it`, lines: [customer(f.customer), dueLine(f.due)] }),
  which_record: (f) => ({
    title: `${f.number} is closed`,
    lines: [
      customer(f.customer),
      `Received: ${f.text}`,
      `If this is the same matter, reopen ${f.number}; if not, take it in as new feedback. Otherwise nothing is recorded.`,
    ],
  }),
  named_record: (f) => ({
    title: `Add this to ${f.number}?`,
    lines: [
      customer(f.customer),
      `It is now "${f.status}".`,
      `Received: ${f.text}`,
      'Without an answer nothing is recorded and nobody is chased.',
    ],
  }),
  priority_raised: (f) => ({
    title: `${f.number}: priority is now ${f.text}`,
    lines: [customer(f.customer), `Changed by ${f.by}. Please take it first.`, dueLine(f.due)],
  }),
  undeliverable: (f) => ({
    title: `${f.number}: a message was not delivered`,
    lines: [`To: ${f.to}`, `Reason: ${f.text}`, "Please check the department's group and the people who belong to it."],
  }),
  holder_left: (f) => ({
    title: `${f.number} is free to be claimed`,
    lines: [
      customer(f.customer),
      `${f.by} had claimed it and cannot be reached any more. Please claim it; all that is known is on the card.`,
      dueLine(f.due),
    ],
  }),
  rep_left: (f) => ({
    title: `${f.number} is yours now`,
    lines: [
      customer(f.customer),
      `${f.by} cannot be reached any more; please answer this customer.`,
      f.text,
      dueLine(f.due),
    ],
  }),
  assigned_holder: (f) => ({
    title: `${f.number} is yours now`,
    lines: [customer(f.customer), `${f.by} asks you to take it; it counts as claimed by you.`, dueLine(f.due)],
  }),
  taken_over_holder: (f) => ({
    title: `${f.number} was taken over`,
    lines: [customer(f.customer), `${f.by} asked ${f.to} to take it over. There is nothing more for you to do.`],
  }),
  instructed: (f) => ({
    title: `${f.number}: an instruction`,
    lines: [customer(f.customer), `${f.by}: ${f.text}`, f.todo, dueLine(f.due)],
  }),
  moved_holder: (f) => ({
    title: `${f.number} was moved`,
    lines: [
      customer(f.customer),
      `Departments have changed. It is now with ${f.holder}, notes included; there is nothing more for you to do.`,
    ],
  }),
  'reminder.unclaimed': (f) => ({
    title: `${f.number} has not been claimed`,
    lines: [
      customer(f.customer),
      `With ${f.department} since ${f.assignedAt}, and nobody has claimed it.`,
      'This reminder stops when somebody taps "Claim" on the card.',
      dueLine(f.due),
    ],
  }),
  'reminder.before': (f) => ({
    title: `${f.number} is due soon`,
    lines: [
      customer(f.customer),
      `The customer is to be answered before ${f.due}. Now "${f.status}", with ${f.holder}.`,
      `${f.todo} After that, this reminder no longer comes to you.`,
    ],
  }),
  'reminder.due': (f) => ({
    title: `${f.number} is due`,
    lines: [
      customer(f.customer),
      `The answer was due ${f.due}. Now "${f.status}", with ${f.holder}.`,
      `${f.todo} After that, this reminder no longer comes to you.`,
    ],
  }),
  'reminder.overdue': (f) => ({
    title: `${f.number} is overdue`,
    lines: [
      customer(f.customer),
      `The customer should have been answered before ${f.due}. Now "${f.status}", with ${f.holder}.`,
      `${f.todo} After that, this reminder no longer comes to you.`,
    ],
  }),
  'escalation.due': (f) => ({
    title: `${f.number} is due and needs attention`,
    lines: [
      customer(f.customer),
      `The answer was due ${f.due}, and the customer has none yet.`,
      `Now "${f.status}", with ${f.holder}.`,
      'This reminder stops when the customer has been answered.',
    ],
  }),
  'escalation.overdue': (f) => ({
    title: `${f.number} is overdue and needs attention`,
    lines: [
      customer(f.customer),
      `The customer should have been answered before ${f.due}, and has no answer yet.`,
      `Now "${f.status}", with ${f.holder}.`,
      'This reminder stops when the customer has been answered.',
    ],
  }),
  ...CLOCK_MESSAGES_EN,
};
