import type { WORDS_ZH } from '../zh/words';

/** {@link WORDS_ZH} in English. */
export const WORDS_EN: typeof WORDS_ZH = {
  list: {
    titles: {
      mine: () => 'My feedback',
      todo: () => 'Waiting for me',
      overdue: () => 'Overdue',
      search: (words) => (words ? `Search: "${words}"` : 'Search results'),
    },
    empty: {
      mine: 'You have not submitted or claimed any feedback yet.',
      todo: 'Nothing is waiting for you right now.',
      overdue: 'Nothing is overdue right now.',
      search: 'Nothing found.',
    },
    total: (count) => `${count} in all`,
    part: (count, first, last) => (first === last ? `${first} of ${count}` : `${first}–${last} of ${count}`),
    facts: ({ status, holder, due }) => [status, holder, due && `due ${due}`].filter(Boolean).join(' | '),
    overdueSince: (due) => `Overdue since ${due}`,
    notSubmitted: (forwardedAt) => `Forwarded ${forwardedAt}, not submitted yet`,
    owesInterim: 'Extended: the customer needs an interim reply first',
    view: 'View',
    viewDraft: 'View the draft',
    previous: 'Previous',
    next: 'Next',
    notYours: 'Somebody else asked for this. Send me the same words to get your own.',
    sentToYou: 'Sent to you in our direct chat',
  },
  nearWord: {
    words: {
      help: 'help',
      mine: 'mine',
      todo: 'todo',
      overdue: 'overdue',
      digest: 'digest',
      search: 'search',
      export: 'export',
    },
    got: (typed) => `I got: ${typed}`,
    ask: (word) => `Did you mean "${word}"?`,
    send: (word) => `Send "${word}"`,
    orFeedback: 'If this is what a customer wrote, tap "Record as feedback".',
    take: 'Record as feedback',
    isFeedback: 'Is this what a customer wrote? Without an answer nothing is recorded.',
    yes: 'It is',
    no: 'It is not',
    noteTo: (number) => `Add to ${number}`,
    urgeToo: 'Add and urge',
    asNewFeedback: 'New feedback',
    viewCase: (number) => `View ${number}`,
    unknownNumber: (number) =>
      `There is no ${number}, or you may not see it. If this is what a customer wrote, tap "New feedback".`,
    noted: (number) => `Added to ${number}.`,
    notedAndUrged: (number) => `Added to ${number}, and urged.`,
  },
};
