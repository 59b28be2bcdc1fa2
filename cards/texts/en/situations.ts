import type { SITUATIONS_ZH } from '../zh/situations';

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
  holders: {
    clerks: 'the clerks',
    managers: 'the managers',
    nobody: 'nobody',
    inDepartment: (name, department) => `${name} (${department})`,
  },
};
