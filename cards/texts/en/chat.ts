import type { CHAT_ZH } from '../zh/chat';

/** {@link CHAT_ZH} in English. */
export const CHAT_EN: typeof CHAT_ZH = {
  groupHint:
    "In a group, tap a card's buttons or reply to it. To submit feedback, forward the customer's message to me directly.",
  nothingFound: 'There is no such case. Please check the number.',
  notForYou: 'Only the people working on it, clerks and managers can see that.',
  stillWorking: 'Received. The card will change in a moment.',
  botName: 'Customer feedback',
  notAPeriod: 'Please name a month or another period, such as "export november", "export last week", "export Q3".',
  emptyPeriod: (period) => `There is no feedback from ${period} that you can see.`,
  hints: {
    search_hint:
      'What should I look for? For example "search leak". Customers, phone numbers and what was written all count.',
    show_hint: 'Which one? Please send its number, for example "#12".',
    setup_hint: 'Did you mean "setup"? An admin opens it by sending exactly that word.',
    direct_only: "In a group I only show that department's feedback. Please ask me for the rest in our direct chat.",
  },
  wordMeant: (word) => `Answered as "${word}".`,
  dismissed: 'Fine, nothing was recorded.',
  takenIn: 'Recorded as feedback. Please check the draft card and submit it.',
  messageGone: 'That message cannot be found any more. Please forward it again.',
  unheard: (to, why) => `A message to ${to} could not be delivered: ${why}.`,
  unknownSender:
    'I could not tell who wrote this message, so it was not recorded. Please send it again later; if that does not help, ask an admin.',
  repUnchecked: (number, rep) =>
    `${number} came from another system, and its sales rep (${rep}) could not be checked. Please make sure that the person works here and is within the app's contact range.`,
  setAside: (count: number) =>
    `${count} item(s) made the program stop three times and were set aside; everything else goes on. Each is tried alone after ten minutes, twice at most; after that it stays in the database: please show the log to the developers, and once it is solved, send me "retry".`,
  intakeFailed: 'I could not record that message. Please forward it again in a moment.',
  maskedByRules:
    "Your company's data rules let no full contact details through. Please ask the sales rep if you need them.",
  cardRefused: 'The card cannot be shown right now. This is what it says:',
  typedInstead: {
    claim: 'To claim it, reply "claim" to this message.',
    answer: 'To send the answer, reply "answer: …" to this message.',
  },
  forms: {
    image: '[picture]',
    file: '[file]',
    folder: '[folder]',
    audio: '[voice message]',
    media: '[video]',
    sticker: '[sticker]',
    post: '[rich text]',
    merge_forward: '[chat history]',
    share_chat: '[group card]',
    share_user: '[contact card]',
    location: '[location]',
    interactive: '[card]',
    share_calendar_event: '[event]',
    calendar: '[event]',
    general_calendar: '[event]',
    video_chat: '[video meeting]',
    todo: '[task]',
    vote: '[poll]',
    hongbao: '[red packet]',
  },
  unknownForm: '[a message that cannot be read yet]',
  period: (from, to) => (from && to ? ` (${from} to ${to})` : to ? ` (by ${to})` : from ? ` (from ${from})` : ''),
  speaker: (place) => `Speaker ${place}`,
};
