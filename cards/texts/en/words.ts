import type { WORDS_ZH } from '../zh/words';
import { LIST_EN } from './desk/list';

/** {@link WORDS_ZH} in English. */
export const WORDS_EN: typeof WORDS_ZH = {
  list: LIST_EN,
  rowActs: {
    show: 'Open',
    claim: 'Claim',
    answer: 'Answer',
    provide: 'Reply',
    close: 'Reply',
    urge: 'Urge',
    assign: 'Assign',
    reassign: 'Reassign',
    instruct: 'Instruct',
    extend: 'Extend',
    route: 'Route',
    interim: 'Reply',
    release: 'Hand back',
    transfer: 'Transfer',
    still_working: 'Still on it',
    discard: 'No feedback',
    draft: 'View the draft',
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
      begin: 'new',
      print: 'print',
    },
    got: (typed) => `I got: ${typed}`,
    ask: (word) => `Did you mean "${word}"?`,
    send: (word) => `Send "${word}"`,
    orFeedback: 'If this is what a customer wrote, tap "Record as feedback".',
    take: 'Record as feedback',
    asNewFeedback: 'New feedback',
    unknownNumber: (number) =>
      `There is no ${number}, or you may not see it. If this is what a customer wrote, tap "New feedback".`,
  },
};
