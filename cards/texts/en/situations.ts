import type { SITUATIONS_ZH } from '../zh/situations';

const ASKS: (typeof SITUATIONS_ZH)['asks'] = {
  draft: 'Please check, complete and submit it.',
  triage: 'No department has it yet. Please choose one.',
  review: 'It waits for your instruction.',
  assigned: 'Nobody has claimed it. Please claim it, or ask a colleague.',
  handling: 'How far is it?',
  waiting: 'The department waits for information from you.',
  answered: 'There is an answer. Please tell the customer.',
  closed: '',
  withdrawn: '',
  discarded: '',
};

const STANDS: (typeof SITUATIONS_ZH)['stands'] = {
  ...ASKS,
  triage: 'No department has it yet.',
  review: 'There is no instruction yet.',
  assigned: 'Nobody has claimed it. Please see to it.',
  handling: 'There is no answer yet.',
  waiting: 'The sales rep is to add information.',
  answered: 'There is an answer, and the customer has not been told.',
};

const ENDS: (typeof SITUATIONS_ZH)['ends'] = {
  draft: 'No more reminders once it is submitted.',
  triage: 'No more reminders once it is routed.',
  review: 'No more reminders once you have given it.',
  assigned: 'No more reminders once it is claimed.',
  handling: 'No more reminders once it is answered.',
  waiting: 'No more reminders once it is added.',
  answered: 'No more reminders once it is closed.',
  closed: '',
  withdrawn: '',
  discarded: '',
};

/** {@link SITUATIONS_ZH} in English. */
export const SITUATIONS_EN: typeof SITUATIONS_ZH = {
  situations: {
    draft: ({ holder }) => `Still a draft, with ${holder}.`,
    triage: () => 'Waiting for a clerk to choose the department.',
    review: () => "Waiting for the manager's instruction.",
    assigned: ({ department }) => `With ${department}, waiting to be claimed.`,
    handling: ({ holder }) => `${holder} is working on it.`,
    waiting: () => 'The sales rep has been asked for more information.',
    answered: () => 'Answered. The sales rep still has to tell the customer.',
    closed: () => 'The customer has been told. Closed.',
    withdrawn: () => 'Withdrawn by the sales rep. There is nothing more to do.',
    discarded: () => 'The draft was discarded and never submitted.',
  },
  todos: {
    draft: () => 'Please check, complete and submit it.',
    triage: () => 'Please complete it and choose the department.',
    review: () => 'Please give your instruction.',
    assigned: () => 'Please claim it.',
    handling: () => 'Please send the answer.',
    waiting: ({ department }) => `${department} needs more information. Please add it.`,
    answered: () => 'Please tell the customer, note the reaction, then close it.',
    closed: () => '',
    withdrawn: () => '',
    discarded: () => '',
  },
  asks: ASKS,
  stands: STANDS,
  ends: ENDS,
  holders: {
    clerks: 'the clerks',
    managers: 'the managers',
    nobody: 'nobody',
    you: 'you',
    inDepartment: (name, department) => `${name} (${department})`,
  },
};
