import type { MESSAGES_ZH } from '../zh/messages';
import { CLOCK_MESSAGES_EN } from './clock-messages';

const REASON = 'Reason';

/** {@link MESSAGES_ZH} in English. */
export const MESSAGES_EN: typeof MESSAGES_ZH = {
  answer_amended: (f) => ({
    short: 'Answer corrected',
    ask: 'The answer has changed. Please use the new one.',
    say: `Corrected by ${f.by}. The words for the customer follow in a message of their own.`,
  }),
  answer_recalled: (f) => ({
    short: 'Message with the answer recalled',
    ask: 'Please check before you tell the customer.',
    say: `${f.by} took back the message with the answer. The answer stays until it is corrected.`,
  }),
  answer_recalled_side: (f) => ({
    short: 'Message with the answer recalled',
    say: `${f.by} took back the message with the answer. The answer stays.`,
    note: 'To correct it, reply "Answer: …" under the card. If the case is closed, ask the sales rep to reopen it.',
  }),
  progress: (f) => ({ short: 'Progress', over: `${f.by} (${f.department})` }),
  rep_note: (f) => ({ short: 'Note from the rep', over: `${f.by}, sales rep` }),
  originals: () => ({
    short: "Customer's own messages",
    say: "Some of it does not fit on the card. The customer's own messages follow here.",
  }),
  info_provided: (f) => ({
    short: 'Information added',
    ask: 'What you asked for is here. Please carry on.',
    over: `${f.by}, sales rep`,
  }),
  urged: (f) => ({ short: 'Please hurry', ask: `The customer is waiting. ${f.asks}`, say: `${f.by} asks for it.` }),
  withdrawn: () => ({
    short: 'Withdrawn',
    say: 'The sales rep has withdrawn it. There is nothing more to do.',
    over: REASON,
  }),
  extended: (f) => ({
    short: 'Extended',
    say: `${f.department} needs until ${f.until}.`,
    over: REASON,
    note: f.interimDue ? `The sales rep still gives the customer word, due ${f.interimDue}.` : '',
  }),
  extension_asked: (f) => ({
    short: 'More time wanted',
    ask: 'Your decision: the deadline moves only if you agree.',
    say: `${f.by} (${f.department}) asks for more time, until ${f.until}.`,
    over: REASON,
    note: 'Without an answer the deadline stays.',
  }),
  extension_refused: (f) => ({
    short: 'Extension refused',
    ask: 'The deadline stays as it was.',
    say: `${f.by} did not agree to an extension.`,
    over: REASON,
  }),
  released: (f) => ({
    short: 'Free to claim',
    ask: 'Please claim it, or ask a colleague.',
    say: `${f.by} has released it.`,
    over: REASON,
  }),
  moved: (f) => ({
    short: 'Moved',
    say: `${f.by} has moved it to ${f.department}. Nothing more to do here.`,
    over: REASON,
  }),
  moved_rep: (f) => ({
    short: 'Transferred',
    say: `${f.by} has moved it to ${f.department}. You hear when there is an answer; nothing to do for you now.`,
    over: REASON,
  }),
  closed_rep: (f) => ({
    short: 'Closed',
    say: `${f.by} has told the customer and closed it. You need not do more.`,
    over: 'The customer was told',
  }),
  reopened_rep: (f) => ({
    short: 'Reopened',
    say: `${f.by} has reopened it. ${f.department} will look into it again.`,
    over: REASON,
  }),
  edited: (f) => ({ short: 'Edited', say: `${f.by} has edited a message. Please use the new words.`, over: 'Now' }),
  released_holder: (f) => ({
    short: 'Free to claim',
    say: `${f.by} has given your case back. Claim it again if you are still on it.`,
    over: REASON,
  }),
  answered_holder: (f) => ({
    short: 'Answered',
    say: `${f.by} has answered your case. You need not answer it.`,
    over: 'Answer',
  }),
  asked_holder: (f) => ({
    short: 'Rep was asked',
    say: `${f.by} has asked the sales rep. You hear when there is an answer.`,
    over: 'Question to the rep',
  }),
  transferred_holder: (f) => ({
    short: 'Transferred',
    say: `${f.by} has moved your case to ${f.department}. You need not follow it up.`,
    over: REASON,
  }),
  alive: () => ({ short: 'Still on it', say: 'Noted: you are still on it.' }),
  which_record: (f) => ({
    short: 'New message',
    say: `If this is the same matter, reopen ${f.number}. If not, take it in as new feedback. Otherwise nothing is recorded.`,
    over: 'Received',
  }),
  priority_raised: (f) => ({
    short: `Now ${f.priority.toLowerCase()}`,
    ask: `The priority is now ${f.priority.toLowerCase()}. Please take it first.`,
    say: `Changed by ${f.by}.`,
  }),
  undeliverable: (f) => ({
    short: 'Not delivered',
    say: `A message to ${f.to} was not delivered. Please check the department's group and its people.`,
    over: REASON,
  }),
  holder_left: (f) => ({
    short: 'Free to claim',
    ask: 'Please claim it, or ask a colleague.',
    say: `${f.by} had claimed it and cannot be reached any more. All that is known is on the card.`,
  }),
  rep_left: (f) => ({
    short: 'Yours now',
    say: `${f.by}, the sales rep, cannot be reached any more. Please answer this customer.`,
    over: 'How far it is',
  }),
  assigned_holder: (f) => ({
    short: 'Yours now',
    ask: 'It counts as claimed by you. Please carry on.',
    say: `${f.by} asks you to take it.`,
  }),
  taken_over_holder: (f) => ({
    short: 'Taken over',
    say: `${f.by} asked ${f.to} to take it over. There is nothing more for you to do.`,
  }),
  instructed: (f) => ({ short: 'Instruction', ask: f.asks, over: `Instruction by ${f.by}` }),
  moved_holder: (f) => ({
    short: 'Moved',
    say: `Departments have changed. It is now with ${f.holder}, notes included; there is nothing more for you to do.`,
  }),
  ...CLOCK_MESSAGES_EN,
};
