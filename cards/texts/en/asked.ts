import type { ASKED_ZH } from '../zh/asked';

/** {@link ASKED_ZH} in English. */
export const ASKED_EN: typeof ASKED_ZH = {
  cancel: 'Never mind',
  workAgain: 'Work on it again',
  closeAllTheSame: 'Note it and close',
  whatElse: 'What the customer says and wants',
  leads: {
    edit: 'Correct it and submit, or keep it for later.',
    split: 'From which message on is it another matter?',
    close_unsatisfied: 'Should the department work on it again? The time limit starts anew.',
    transfer: 'To which department? It will read your reason.',
    info: 'What should the rep find out?',
    answer: 'The result, or what you are going to do.',
    extend: 'The new time and the reason.',
    refuse_extension: 'No extension. Any reason to give?',
    release: 'A colleague can take over. Any reason to give?',
    note: 'What should the department know?',
    provide: 'Write here what the department asked for.',
    interim: 'Give the customer word first, then record it here.',
    reopen: 'What is the customer still unhappy with? The department will work on it again.',
    withdraw: 'No longer needed? The department will stop.',
    priority: 'Which priority?',
    cause: 'Cause and prevention can be added before or after closing.',
    instruct: 'Whoever works on it gets your instruction at once.',
    reassign: 'Another department needs a reason; all else can simply be changed.',
    assign: 'Who takes it? They are told at once.',
    close: 'Has the customer been told? Record it and close.',
    route: 'Which department?',
  },
  notes: {
    extend: 'The customer still hears from the rep before the original time limit.',
    close_unsatisfied: 'Any compensation goes in here too.',
  },
  when: {
    edit: 'draft',
    close_unsatisfied: 'customer unhappy',
  },
};
